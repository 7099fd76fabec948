import fc from 'fast-check';
import type { ProjectContent } from '../../../src/formats/format.ts';

const id = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
const text = fc.string({ maxLength: 12, unit: 'grapheme' });
const ids = fc.array(id, { maxLength: 3 });
const whole = fc.nat(1000);
const weeks = fc.array(fc.nat(51), { maxLength: 3 });
const candidates = fc.array(fc.record({ id, penalty: whole }, { requiredKeys: ['id'] }), { maxLength: 3 });
const slotSelection = fc.record({ day: id, slots: fc.array(fc.nat(15), { maxLength: 3 }) });
const few = { maxLength: 3 };

/** Values that JSON gives back as they are, under names that a file may have. */
const params = fc.dictionary(
  fc.string({ maxLength: 6 }).filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name)),
  fc.oneof(fc.integer(), fc.boolean(), text, fc.array(slotSelection, few), fc.record({ from: whole, to: whole })),
  { maxKeys: 3 },
);

const date = fc.constantFrom('2026-09-07', '2026-12-31', '2027-02-28');
const term = fc.record({
  startDate: date,
  weeks: fc.integer({ min: 1, max: 104 }),
  holidays: fc.array(fc.record({ name: text, from: date, to: date }), few),
});

const calendar = fc.record(
  {
    days: fc.array(
      fc.record({ id, name: text, weekday: fc.integer({ min: 1, max: 7 }) }, { requiredKeys: ['id', 'name'] }),
      few,
    ),
    slots: fc.array(
      fc.record(
        { start: fc.constant('08:00'), end: fc.constantFrom('09:45', '24:00'), name: text },
        { requiredKeys: ['start', 'end'] },
      ),
      few,
    ),
    weekCount: fc.integer({ min: 1, max: 52 }),
    breaks: fc.array(fc.record({ name: text, slot: fc.nat(15), days: ids }, { requiredKeys: ['name', 'slot'] }), few),
    closed: fc.array(slotSelection, few),
    term,
  },
  { requiredKeys: ['days', 'slots', 'weekCount', 'breaks', 'closed'] },
);

const event = fc.record(
  {
    id,
    courseId: id,
    name: text,
    duration: fc.integer({ min: 1, max: 5 }),
    times: candidates,
    weeks,
    roomCount: whole,
    rooms: candidates,
    instructors: candidates,
    instructorCount: whole,
    groupIds: ids,
    size: whole,
    roomTypes: fc.array(text, few),
    features: fc.array(text, few),
    tags: ids,
    lock: fc.record({ timeId: id, roomIds: ids, instructorIds: ids }, { requiredKeys: [] }),
  },
  { requiredKeys: ['id', 'courseId', 'duration', 'groupIds'] },
);

const rule = fc.record(
  {
    id,
    kind: id,
    scope: fc.record(
      { of: fc.constantFrom('events', 'courses', 'groups', 'instructors', 'rooms'), ids, tags: ids, except: ids },
      { requiredKeys: ['of'] },
    ),
    params,
    hard: fc.boolean(),
    weight: whole,
    note: text,
  },
  { requiredKeys: ['id', 'kind', 'scope', 'params', 'hard', 'weight'] },
);

const timetable = fc.record({
  assignments: fc.array(
    fc.record(
      { eventId: id, timeId: id, roomIds: ids, instructorIds: ids },
      { requiredKeys: ['eventId', 'roomIds', 'instructorIds'] },
    ),
    few,
  ),
});

/** Any project that a file can carry, sensible or not. */
export const projectArbitrary: fc.Arbitrary<ProjectContent> = fc.record({
  problem: fc.record({
    name: text,
    calendar,
    meetingTimes: fc.array(
      fc.record(
        { id, days: ids, start: whole, length: fc.integer({ min: 1, max: 9 }), weeks },
        {
          requiredKeys: ['id', 'days', 'start', 'length'],
        },
      ),
      few,
    ),
    courses: fc.array(fc.record({ id, name: text, tags: ids }, { requiredKeys: ['id', 'name'] }), few),
    rooms: fc.array(
      fc.record(
        {
          id,
          name: text,
          capacity: whole,
          type: text,
          features: fc.array(text, few),
          building: text,
          shareable: whole,
          tags: ids,
        },
        { requiredKeys: ['id', 'name', 'capacity'] },
      ),
      few,
    ),
    instructors: fc.array(fc.record({ id, name: text, tags: ids }, { requiredKeys: ['id', 'name'] }), few),
    groups: fc.array(
      fc.record(
        { id, name: text, size: whole, parentId: id, overlaps: ids, tags: ids },
        { requiredKeys: ['id', 'name', 'size'] },
      ),
      few,
    ),
    students: fc.array(fc.record({ id, name: text, eventIds: ids }, { requiredKeys: ['id', 'eventIds'] }), few),
    events: fc.array(event, few),
    rules: fc.array(rule, few),
    notEnforced: fc.array(fc.record({ format: text, kind: text, text, count: whole }), few),
  }),
  timetables: fc.array(fc.record({ id, name: text, createdAt: text, timetable }), few),
});
