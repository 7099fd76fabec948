import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import {
  calendarChange,
  sameSlots,
  withoutDay,
  withoutSlot,
  withSlot,
} from '../../../src/domain/operations/calendar-change.ts';
import { invert, type ProjectDocument } from '../../../src/domain/operations/operation.ts';
import type { Removal } from '../../../src/domain/operations/removal.ts';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import { Random } from '../../../src/domain/random.ts';
import { toTimetableData } from '../../../src/domain/timetable-data.ts';
import { valueIn } from '../../formats/support/files.ts';
import { randomProblem, randomTimetable } from '../../support/problems.ts';
import { smallSchool } from '../../support/small-school.ts';

const rule = (kind: string, of: 'instructors' | 'events' | 'groups', params: Record<string, unknown>) => ({
  id: kind,
  kind,
  scope: { of },
  params,
  hard: true,
  weight: 1,
});

const problem: ProblemData = {
  ...smallSchool,
  meetingTimes: [{ id: 'both', days: ['mon', 'tue'], start: 3, length: 1 }],
  events: smallSchool.events.map((event) => ({
    ...event,
    ...(event.id === 'all' ? { times: [{ id: 'mon@4' }, { id: 'tue@1', penalty: 3 }, { id: 'both' }] } : {}),
    ...(event.id === 'left' ? { lock: { timeId: 'mon@3' } } : {}),
  })),
  rules: [
    ...smallSchool.rules,
    rule('preferredTime', 'events', { slots: [{ day: 'tue', slots: [0, 1] }] }),
    rule('lunch', 'groups', { window: { from: 2, to: 4 }, length: 1 }),
  ],
};
const document: ProjectDocument = {
  problem,
  timetables: new Map([
    [
      't',
      {
        assignments: [
          { eventId: 'all', timeId: 'both', roomIds: ['r1'], instructorIds: [] },
          { eventId: 'left', timeId: 'mon@3', roomIds: ['r1'], instructorIds: [] },
          { eventId: 'right', timeId: 'tue@4+1/w0', roomIds: [], instructorIds: [] },
        ],
      },
    ],
  ]),
};

function after(change: Removal, before = document) {
  const made = valueIn(applyChanges(before, change.changes));
  const built = buildProblem(made.problem);
  expect(built.ok ? [] : built.diagnostics).toEqual([]);
  expect(valueIn(applyChanges(made, invert(change.changes)))).toEqual(before);
  const times = made.timetables.get('t')?.assignments.map(({ timeId }) => timeId);
  return { problem: made.problem, times, summary: change.summary };
}

describe('what speaks of the calendar follows it', () => {
  test('a slot that goes shifts the later ones; blocks over it are gone', () => {
    const { problem: made, times, summary } = after(withoutSlot(document, 2));
    expect(made.calendar.breaks).toEqual([]);
    expect(made.calendar.closed).toEqual([{ day: 'tue', slots: [3] }]);
    expect(made.meetingTimes[0]?.start).toBe(2);
    expect(made.events[0]?.times?.map(({ id }) => id)).toEqual(['mon@3', 'tue@1', 'both']);
    expect(made.events[1]?.lock?.timeId).toBe('mon@2');
    expect(made.rules[0]?.params.slots).toEqual([{ day: 'mon', slots: [0, 1, 3] }]);
    expect(made.rules[2]?.params.window).toEqual({ from: 2, to: 3 });
    expect(times).toEqual(['both', 'mon@2', 'tue@3/w0']);
    // the lunch hour has become shorter; what has only moved is no loss
    expect([...summary.changed, summary.placements]).toEqual([['rules', 1], 0]);
  });

  test('a day that goes takes its meeting times, rules about nothing else, and places', () => {
    const { problem: made, times, summary } = after(withoutDay(document, 'tue'));
    expect(made.meetingTimes).toEqual([]);
    expect(made.events[0]?.times).toEqual([{ id: 'mon@4' }]);
    expect(made.rules.map(({ kind }) => kind)).toEqual(['unavailable', 'lunch']);
    expect(times).toEqual([undefined, 'mon@3', undefined]);
    expect(summary.placements).toBe(2);
    expect([...summary.removed]).toEqual([
      ['meetingTimes', 1],
      ['rules', 1],
    ]);
    expect([...summary.changed]).toEqual([['events', 1]]);
  });

  test('a slot in between tears a double lesson apart', () => {
    const late = withSlot(document, 4, { start: '11:20', end: '11:30' });
    const { problem: made } = after(late);
    expect(made.events[0]?.times?.[0]?.id).toBe('mon@5');
    expect(made.events[1]?.lock).toBeUndefined();
  });

  test('fewer weeks: an event of a week that goes is held every week', () => {
    const calendar = { ...problem.calendar, weekCount: 1 };
    const { problem: made, times } = after(calendarChange(document, calendar, sameSlots(5)));
    expect(made.events.map(({ weeks }) => weeks)).toEqual([undefined, undefined, [0], undefined]);
    expect(times?.[2]).toBe('tue@4/w0');
  });
});

test('whatever is taken from the calendar of whatever problem, it still can be built, and comes back', () => {
  for (let seed = 1; seed <= 15; seed++) {
    const random = new Random(seed);
    const data = randomProblem(random);
    const built = valueIn(buildProblem(data));
    const timetable = toTimetableData(built, randomTimetable(built, random));
    const before: ProjectDocument = { problem: data, timetables: new Map([['t', timetable]]) };
    const { days, slots, weekCount } = data.calendar;
    if (days.length > 1) after(withoutDay(before, days[seed % days.length]?.id ?? ''), before);
    if (slots.length > 1) after(withoutSlot(before, seed % slots.length), before);
    const fewer = { ...data.calendar, weekCount: Math.max(1, weekCount - 1) };
    after(calendarChange(before, fewer, sameSlots(slots.length)), before);
  }
});
