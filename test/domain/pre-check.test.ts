import { describe, expect, it } from 'vitest';
import {
  exampleCalendar,
  exampleEvent,
  exampleProblem,
  exampleRule,
} from '../../src/domain/constraints/example-data.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { hardLowerBound, preCheck } from '../../src/domain/pre-check.ts';
import type { EventData, ProblemData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { built } from '../support/build.ts';
import { randomProblem, randomTimetable } from '../support/problems.ts';

function checked(change: Partial<ProblemData>) {
  const problem = built(exampleProblem({ rules: [], ...change }));
  return { findings: preCheck(problem), bound: hardLowerBound(problem) };
}

function many(count: number, change: Partial<EventData> = {}): EventData[] {
  return Array.from({ length: count }, (_, index) => exampleEvent(`${change.name ?? 'e'}${index}`, change));
}

const away = (id: string, day: string, slots: readonly number[], hard = true) =>
  exampleRule('unavailable', {
    id: `${id}-${day}`,
    scope: { of: 'instructors', ids: [id] },
    params: { slots: [{ day, slots }] },
    hard,
  });

describe('groups', () => {
  it('finds nothing where there is room enough', () => {
    expect(checked({ events: many(7) })).toEqual({ findings: [], bound: 0 });
  });

  it('calls a full week tight and an overfull one impossible', () => {
    expect(checked({ events: many(8) }).findings.map((item) => [item.code, item.severity])).toEqual([
      ['preCheck.groupTight', 'tight'],
    ]);
    const { findings, bound } = checked({ events: many(10) });
    expect(findings).toMatchObject([
      { code: 'preCheck.groupOverfull', severity: 'impossible', needed: 10, available: 8 },
    ]);
    expect(findings[0]?.events.length).toBe(10);
    expect(bound).toBe(2);
  });

  it('does not count breaks, closed slots and hard unavailability as room', () => {
    const calendar = { ...exampleCalendar(4, 1), closed: [{ day: 'mon', slots: [3] }] };
    const rules = [
      exampleRule('unavailable', {
        scope: { of: 'groups' },
        params: { slots: [{ day: 'tue', slots: [0] }] },
        hard: true,
      }),
    ];
    expect(checked({ calendar, rules, events: many(5) }).findings).toMatchObject([{ needed: 5, available: 4 }]);
  });

  it('sees that a year needs the time of its subgroups', () => {
    const groups = [
      { id: 'year', name: 'Year', size: 9 },
      { id: 'g1', name: 'First', size: 5, parentId: 'year' },
      { id: 'g2', name: 'Second', size: 4, parentId: 'year' },
    ];
    const events = [
      ...many(5, { name: 'y', groupIds: ['year'] }),
      ...many(4, { name: 'a', groupIds: ['g1'] }),
      ...many(2, { name: 'b', groupIds: ['g2'] }),
    ];
    const { findings, bound } = checked({ groups, events });
    expect(findings.map((item) => item.message)).toEqual([
      'First has events of 9 slots but only 8 open ones: 1 slot too many.',
    ]);
    expect(bound).toBe(1);
  });
});

describe('instructors', () => {
  const free = { groupIds: [] };

  it('names the one who has too little time', () => {
    const events = many(4, { ...free, instructors: [{ id: 'ada' }] });
    const { findings, bound } = checked({ events, rules: [away('ada', 'mon', [0, 1, 2, 3]), away('ada', 'tue', [0])] });
    expect(findings.map((item) => item.message)).toEqual([
      'Ada is needed for 4 slots of Mathematics (4 events), but only 3 can be taught in available times: 1 slot is missing.',
    ]);
    expect(bound).toBe(1);
  });

  it('does not call soft unavailability a shortage', () => {
    const events = many(4, { ...free, instructors: [{ id: 'ada' }] });
    const rules = [away('ada', 'mon', [0, 1, 2, 3], false), away('ada', 'tue', [0], false)];
    expect(checked({ events, rules }).bound).toBe(0);
  });

  it('finds the events and the pool at fault among others that could be taught', () => {
    const instructors = ['ada', 'ben', 'cyd'].map((id) => ({ id, name: id }));
    const pair = [{ id: 'ada' }, { id: 'ben' }];
    const events = [
      ...many(6, { ...free, name: 'x', instructors: pair, instructorCount: 1 }),
      ...many(5, { ...free, name: 'y', instructors: [...pair, { id: 'cyd' }], instructorCount: 1 }),
    ];
    const rules = [away('ada', 'mon', [0, 1, 2, 3]), away('ben', 'mon', [0, 1, 2, 3]), away('ben', 'tue', [0, 1, 2])];
    const { findings, bound } = checked({ instructors, events, rules });
    expect(findings).toMatchObject([{ code: 'preCheck.instructorShortage', needed: 6, available: 5 }]);
    expect(findings[0]?.events).toEqual([0, 1, 2, 3, 4, 5]);
    expect(bound).toBe(1);
  });

  it('sees that single free slots do not make a double one', () => {
    const events = many(2, { ...free, duration: 2, instructors: [{ id: 'ada' }, { id: 'ben' }], instructorCount: 1 });
    const none = [
      away('ada', 'mon', [1, 3]),
      away('ada', 'tue', [1, 2]),
      away('ben', 'mon', [0, 2]),
      away('ben', 'tue', [1, 2]),
    ];
    expect(checked({ events, rules: none })).toMatchObject({
      findings: [{ code: 'preCheck.noFreeInstructor', events: [0, 1] }],
      bound: 2,
    });
    const one = [away('ada', 'mon', [2, 3]), ...none.slice(1)];
    const { findings, bound } = checked({ events, rules: one });
    expect(findings).toMatchObject([{ code: 'preCheck.instructorShortage', needed: 4, available: 2 }]);
    expect(bound).toBe(1);
  });

  it('sees that everybody who teaches together has no time in common', () => {
    const events = many(1, { ...free, instructors: [{ id: 'ada' }, { id: 'ben' }] });
    const all = [0, 1, 2, 3];
    expect(checked({ events, rules: [away('ada', 'mon', all), away('ben', 'tue', all)] })).toMatchObject({
      findings: [{ code: 'preCheck.noFreeTime', severity: 'impossible' }],
      bound: 1,
    });
  });
});

describe('rooms', () => {
  const roomed = { groupIds: [], roomCount: 1 };

  it('counts the slots of all rooms', () => {
    const { findings, bound } = checked({ events: many(18, roomed) });
    expect(findings).toMatchObject([{ code: 'preCheck.roomShortage', needed: 18, available: 16 }]);
    expect(bound).toBe(2);
    expect(checked({ events: many(16, roomed) }).findings).toMatchObject([{ code: 'preCheck.roomsTight' }]);
  });

  it('counts only rooms that break no hard rule', () => {
    const events = many(9, { ...roomed, size: 25 });
    expect(checked({ events, rules: [exampleRule('roomCapacity')] }).findings).toEqual([]);
    expect(checked({ events, rules: [exampleRule('roomCapacity', { hard: true })] }).findings).toMatchObject([
      { code: 'preCheck.roomShortage', needed: 9, available: 8, resources: [4] },
    ]);
    const larger = many(1, { ...roomed, size: 99 });
    expect(checked({ events: larger, rules: [exampleRule('roomCapacity', { hard: true })] }).findings).toMatchObject([
      { code: 'preCheck.noSuitableRoom', events: [0] },
    ]);
  });
});

it('names events that have no candidate at all', () => {
  const events = [exampleEvent('a', { duration: 9 }), exampleEvent('b', { roomCount: 1, rooms: [] })];
  const { findings, bound } = checked({ events });
  expect(findings.map((item) => item.code).sort()).toEqual(['preCheck.noRoom', 'preCheck.noTime']);
  expect(bound).toBe(2);
});

it('never claims more than a timetable that places everything really has', () => {
  let proved = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const random = new Random(seed);
    const problem = built(randomProblem(random, { rulesPerKind: 3 }));
    const bound = hardLowerBound(problem);
    if (bound > 0) proved++;
    for (let attempt = 0; attempt < 10; attempt++) {
      const { unplaced, hard } = evaluate(problem, randomTimetable(problem, random, true)).score;
      expect(unplaced + hard).toBeGreaterThanOrEqual(bound);
    }
  }
  expect(proved).toBeGreaterThan(5);
});
