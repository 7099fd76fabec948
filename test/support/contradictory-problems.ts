import fc from 'fast-check';
import type { RuleDefinition } from '../../src/domain/constraints/definition.ts';
import type { ParamSpec } from '../../src/domain/constraints/params.ts';
import type { CalendarData, EventData, ProblemData, RuleData, SlotSelection } from '../../src/domain/problem-data.ts';
import { calendarOf, instructorsOf, list } from './degenerate-problems.ts';

/**
 * Tiny problems that ask for what cannot be: hardly any slots, none or too few rooms, events longer than a day, empty
 * choices, locks on what does not exist, groups inside themselves, and rules of every kind at the ends of their
 * parameters, about everything and against each other, with weights up to where counting ends.
 */
const few = { maxLength: 2 };
const roomIds = fc.constantFrom('r0', 'r1', 'r2');
const groupIds = fc.constantFrom('g0', 'g1', 'g2');
const instructorIds = fc.constantFrom('i0', 'i1');
const timeIds = fc.constantFrom('d0@0', 'd0@1', 'd1@0', 'block', 'd0@9');
const penalty = fc.constantFrom(0, 1, 1000, 1_000_000);
const rare = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });

/** Short days, of one slot at least; now and then long ones. */
const calendar: fc.Arbitrary<CalendarData> = fc
  .record({
    days: fc.constantFrom(1, 1, 2, 3),
    slots: fc.constantFrom(1, 1, 2, 3, 5, 16, 20),
    weeks: fc.constantFrom(1, 1, 2),
    isBroken: fc.boolean(),
    isClosed: fc.boolean(),
  })
  .map(({ days, slots, weeks, isBroken, isClosed }) => ({
    ...calendarOf(days, slots, weeks),
    breaks: isBroken && slots <= 16 ? [{ name: 'Break', slot: slots - 1 }] : [],
    closed: isClosed && slots <= 16 ? [{ day: 'd0', slots: list(slots, (slot) => slot) }] : [],
  }));

const candidates = (ids: fc.Arbitrary<string>) =>
  fc.uniqueArray(fc.record({ id: ids, penalty }), { ...few, selector: ({ id }) => id });

const lock = fc.record(
  { timeId: timeIds, roomIds: fc.uniqueArray(roomIds, few), instructorIds: fc.uniqueArray(instructorIds, few) },
  { requiredKeys: [] },
);

const event = fc
  .record({
    duration: fc.constantFrom(1, 1, 1, 2, 3, 30),
    times: rare(candidates(timeIds)),
    weeks: rare(fc.constant([0])),
    roomCount: fc.constantFrom(0, 1, 1, 2, 3),
    rooms: rare(candidates(roomIds)),
    instructors: rare(candidates(instructorIds)),
    instructorCount: rare(fc.constantFrom(0, 1, 2, 3)),
    groupIds: fc.uniqueArray(groupIds, few),
    size: rare(fc.constantFrom(0, 1, 1_000_000)),
    lock: rare(lock),
  })
  .map((given) => withoutUndefined(given));

/** Optional fields are absent, not undefined: so they are in files. */
function withoutUndefined<Item extends object>(item: Item) {
  // Only values that are there remain, which is what the type of an event says of them.
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as Omit<
    EventData,
    'id' | 'courseId'
  >;
}

const weight = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(1, 1, 2, 10, 1000, 10_000) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 1.5, 10_001, 2 ** 31 - 1, 2 ** 31, 2 ** 53) },
);

function paramOf(spec: ParamSpec, slotCount: number): fc.Arbitrary<unknown> {
  const slots = fc.uniqueArray(fc.nat(slotCount - 1), { maxLength: slotCount });
  switch (spec.type) {
    case 'integer':
      return fc.constantFrom(spec.min, spec.min, spec.max, spec.max, spec.default, spec.min + 1);
    case 'boolean':
      return fc.boolean();
    case 'slots':
      return fc.array(
        fc.record({ day: fc.constantFrom('d0', 'd0', 'd1'), slots }) satisfies fc.Arbitrary<SlotSelection>,
        few,
      );
    case 'slotRange':
      return fc.nat(slotCount - 1).map((from) => ({ from, to: slotCount }));
    case 'ids':
      return fc.uniqueArray(spec.of === 'rooms' ? roomIds : instructorIds, few);
    case 'placements':
      return fc.array(
        fc.record({
          eventId: fc.constantFrom('e0', 'e1', 'gone'),
          timeId: timeIds,
          roomIds: fc.uniqueArray(roomIds, few),
          instructorIds: fc.uniqueArray(instructorIds, few),
        }),
        { minLength: 1, maxLength: 2 },
      );
  }
}

function ruleOfKind(definition: RuleDefinition, slotCount: number): fc.Arbitrary<Omit<RuleData, 'id'>> {
  const params = Object.entries(definition.params).map(
    ([name, spec]) => [name, rare(paramOf(spec, slotCount))] as const,
  );
  return fc.record({
    kind: fc.constant(definition.id),
    scope: fc.constantFrom(...definition.scopes).map((of) => ({ of })),
    params: fc.record(Object.fromEntries(params)).map((given) => ({ ...withoutUndefined(given) })),
    hard: fc.boolean(),
    weight,
  });
}

/** A problem with rules of this kind, and some of others. */
export function contradictoryProblem(
  definition: RuleDefinition,
  all: readonly RuleDefinition[],
): fc.Arbitrary<ProblemData> {
  return calendar.chain((days) => {
    const slotCount = days.slots.length;
    const others = fc.constantFrom(...all).chain((other) => ruleOfKind(other, slotCount));
    return fc
      .record({
        events: fc.array(event, { maxLength: 4 }),
        rooms: fc.array(fc.record({ capacity: fc.constantFrom(0, 1, 30), shareable: rare(fc.constant(2)) }), {
          maxLength: 3,
        }),
        parents: fc.array(rare(groupIds), { minLength: 3, maxLength: 3 }),
        students: fc.array(fc.uniqueArray(fc.constantFrom('e0', 'e1', 'e2'), { maxLength: 3 }), { maxLength: 3 }),
        own: fc.array(ruleOfKind(definition, slotCount), { minLength: 1, maxLength: 2 }),
        others: fc.array(others, { maxLength: 3 }),
      })
      .map((parts) => ({
        name: 'Contradictory',
        calendar: days,
        meetingTimes: [{ id: 'block', days: ['d0'], start: 0, length: 1 }],
        courses: [{ id: 'c', name: 'Course' }],
        rooms: parts.rooms.map(({ capacity, shareable }, index) => ({
          id: `r${index}`,
          name: `Room ${index}`,
          capacity,
          ...(shareable === undefined ? {} : { shareable }),
        })),
        instructors: instructorsOf(2),
        // now and then inside itself, or around a circle
        groups: parts.parents.map((parentId, index) => ({
          id: `g${index}`,
          name: `Group ${index}`,
          size: 20,
          ...(parentId === undefined || index === 0 ? {} : { parentId }),
        })),
        students: parts.students
          .map((eventIds) => eventIds.filter((id) => Number(id.slice(1)) < parts.events.length))
          .map((eventIds, index) => ({ id: `s${index}`, eventIds })),
        events: parts.events.map((given, index) => ({ ...given, id: `e${index}`, courseId: 'c' })),
        rules: [...parts.own, ...parts.others].map((rule, index) => ({ ...rule, id: `rule ${index}` })),
        notEnforced: [],
      }));
  });
}
