import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { preCheck } from '../../src/domain/pre-check.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import type { Score } from '../../src/domain/score.ts';
import { audit } from '../../src/engine/audit.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Island } from '../../src/engine/island.ts';
import { codesOf, valueIn } from '../formats/support/files.ts';
import {
  bareProblem,
  calendarOf,
  eventsOf,
  groupsOf,
  instructorsOf,
  list,
  roomsOf,
  ruleOf,
} from '../support/degenerate-problems.ts';
import { fixedRunSettings } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';

const module = kernelModule('debug');

/** A short run, its best judged by the reference. */
function solved(problem: Problem, movesPerIndividual = 2000): Score {
  const settings = { ...fixedRunSettings, islands: 1, population: 2, generations: 10, movesPerIndividual };
  const image = encode(problem);
  const island = new Island(module, image, settings, 0);
  while (island.construct());
  for (let generation = 1; generation <= settings.generations; generation++) {
    island.beginEpoch(generation);
    while (island.step(500));
    island.endEpoch();
  }
  audit(problem, decode(problem, image, island.bestGenes), island.best, settings.seed);
  return island.best;
}

/** The kernel agrees with the reference, whatever the problem; what has a simple answer gets it. */
interface Case {
  readonly title: string;
  readonly data: () => ProblemData;
  readonly score?: Partial<Score>;
  readonly remarks?: readonly string[];
  readonly moves?: number;
}

const allPinned = { lock: { timeId: 'd0@0', roomIds: ['r0'] }, roomCount: 1 };

const cases: readonly Case[] = [
  { title: 'nothing to place', data: () => bareProblem({}), score: { unplaced: 0, hard: 0, soft: 0 } },
  { title: 'one event', data: () => bareProblem({ events: eventsOf(1) }), score: { unplaced: 0, hard: 0, soft: 0 } },
  {
    title: 'no rooms',
    data: () => bareProblem({ events: eventsOf(5, { roomCount: 1 }) }),
    score: { unplaced: 5, hard: 0 },
    remarks: list(5, () => 'problem.emptyDomain'),
  },
  {
    title: 'one day of one slot',
    data: () =>
      bareProblem({
        calendar: calendarOf(1, 1),
        rooms: roomsOf(2),
        groups: groupsOf(1),
        events: eventsOf(3, { roomCount: 1, groupIds: ['g0'] }),
        rules: ['isolated', 'maxGapsPerDay', 'lunch'].map((kind) => ruleOf(kind, 'groups', lunchAtOnce(kind))),
      }),
    // one group three times, in two rooms
    score: { unplaced: 0, hard: 3 },
  },
  {
    title: 'an event longer than the day',
    data: () => bareProblem({ events: [...eventsOf(1, { duration: 7 }), ...eventsOf(1, { id: 'other' })] }),
    score: { unplaced: 1, hard: 0 },
    remarks: ['problem.eventTooLong', 'problem.emptyDomain'],
  },
  {
    title: 'empty domains and empty pools',
    data: () =>
      bareProblem({
        rooms: roomsOf(1),
        events: [
          ...eventsOf(1, { id: 'a', times: [] }),
          ...eventsOf(1, { id: 'b', roomCount: 1, rooms: [] }),
          ...eventsOf(1, { id: 'c', instructors: [], instructorCount: 2 }),
        ],
      }),
    score: { unplaced: 2, hard: 0 },
    remarks: ['problem.emptyDomain', 'problem.emptyDomain', 'problem.emptyPool'],
  },
  {
    title: '10,000 identical rooms',
    data: () => bareProblem({ rooms: roomsOf(10_000), events: eventsOf(40, { roomCount: 1 }) }),
    score: { unplaced: 0, hard: 0 },
  },
  {
    title: '5,000 identical events',
    data: () =>
      bareProblem({
        rooms: roomsOf(10),
        groups: groupsOf(1),
        events: eventsOf(5000, { roomCount: 1, groupIds: ['g0'] }),
      }),
    score: { unplaced: 0 },
  },
  {
    title: '14 days of 16 slots in 52 different weeks',
    data: () =>
      bareProblem({
        calendar: calendarOf(14, 16, 52),
        rooms: roomsOf(3),
        groups: groupsOf(2),
        events: eventsOf(104, (index) => ({
          roomCount: 1,
          groupIds: [`g${index % 2}`],
          duration: 1 + (index % 3),
          weeks: [index % 52],
        })),
        rules: [ruleOf('isolated', 'groups'), ruleOf('maxDays', 'groups', { params: { max: 1 } })],
      }),
    score: { unplaced: 0, hard: 0 },
  },
  {
    title: '30 days a week, all of them worked, at most five by the teacher',
    data: () =>
      bareProblem({
        calendar: calendarOf(30, 2),
        groups: groupsOf(2),
        instructors: [{ id: 'i0', name: 'Ada' }],
        events: [
          ...eventsOf(31, { groupIds: ['g0'] }),
          ...eventsOf(9, (index) => ({ id: `t${index}`, groupIds: ['g1'], instructors: [{ id: 'i0' }] })),
        ],
        rules: [
          ruleOf('minDays', 'groups', { scope: { of: 'groups', ids: ['g0'] }, params: { min: 30 } }),
          ruleOf('maxDays', 'instructors', { params: { max: 5 } }),
        ],
      }),
    score: { unplaced: 0, hard: 0 },
  },
  {
    title: 'groups nested 50 deep',
    data: () =>
      bareProblem({
        groups: groupsOf(50, (index) => (index === 0 ? {} : { parentId: `g${index - 1}` })),
        events: eventsOf(30, (index) => ({ groupIds: [`g${index}`] })),
        rules: [ruleOf('isolated', 'groups')],
      }),
    // thirty events for whoever is in all of them, in thirty slots
    score: { unplaced: 0, hard: 0 },
    moves: 20_000,
  },
  {
    title: 'a year of 2,000 subgroups, each sharing students with the next',
    data: () =>
      bareProblem({
        groups: [
          { id: 'year', name: 'Year', size: 40_000 },
          ...groupsOf(2000, (index) => ({
            parentId: 'year',
            ...(index % 2 === 0 ? { overlaps: [`g${index + 1}`] } : {}),
          })),
        ],
        events: [
          ...eventsOf(3, (index) => ({ id: `y${index}`, groupIds: ['year'] })),
          ...eventsOf(60, (index) => ({ groupIds: [`g${index}`] })),
        ],
        rules: [ruleOf('maxGapsPerDay', 'groups')],
      }),
    score: { unplaced: 0 },
  },
  {
    title: 'all events pinned to one cell of one room',
    data: () =>
      bareProblem({
        rooms: roomsOf(2),
        groups: groupsOf(1),
        events: eventsOf(300, { ...allPinned, groupIds: ['g0'] }),
        rules: [ruleOf('pinned', 'events', { hard: true })],
      }),
    // 299 too many for the room, and for the group
    score: { unplaced: 0, hard: 598 },
  },
  {
    title: 'a pool of 3,000 instructors',
    data: () =>
      bareProblem({
        instructors: instructorsOf(3000),
        events: eventsOf(50, { instructors: list(3000, (index) => ({ id: `i${index}` })), instructorCount: 2 }),
        rules: [ruleOf('maxDays', 'instructors', { params: { max: 1 } })],
      }),
    score: { unplaced: 0, hard: 0 },
  },
  {
    title: '20,000 students in one course',
    data: () =>
      bareProblem({
        rooms: roomsOf(2, 25_000),
        events: eventsOf(12, { roomCount: 1 }),
        students: list(20_000, (index) => ({ id: `s${index}`, eventIds: list(12, (event) => `e${event}`) })),
        rules: [ruleOf('studentConflict', 'events', { hard: true }), ruleOf('roomCapacity', 'events', { id: 'seats' })],
      }),
    score: { unplaced: 0, hard: 0, soft: 0 },
    moves: 20_000,
  },
  {
    title: 'a hall that lacks a million seats',
    data: () =>
      bareProblem({
        rooms: roomsOf(3, 0),
        events: eventsOf(10, { roomCount: 1, size: 1_000_000 }),
        rules: [ruleOf('roomCapacity', 'events', { hard: true })],
      }),
    score: { unplaced: 0, hard: 10_000_000 },
  },
];

/** A lunch of the only slot there is. */
function lunchAtOnce(kind: string) {
  return kind === 'lunch' ? { params: { window: { from: 0, to: 1 }, length: 1 } } : {};
}

describe('a problem at the edge', () => {
  it.each(cases)('of $title gets what it can', ({ data, score, remarks = [], moves }) => {
    const built = buildProblem(data());
    expect(built.ok, JSON.stringify(built.diagnostics.slice(0, 3))).toBe(true);
    expect(codesOf(built)).toEqual(remarks);
    const problem = valueIn(built);
    const best = solved(problem, moves);
    expect(best).toMatchObject(score ?? {});
    // what counting proves impossible is not done
    const isProved = preCheck(problem).some(({ severity }) => severity === 'impossible');
    if (isProved) expect(best.unplaced + best.hard).toBeGreaterThan(0);
  });
});

describe('a problem that scores cannot be counted of', () => {
  const heavy = 2 ** 31 - 1;

  it('is refused with a diagnostic when weights or penalties are near 2^31', () => {
    const weight = buildProblem(
      bareProblem({ events: eventsOf(1), rules: [ruleOf('isolated', 'courses', { weight: heavy })] }),
    );
    expect(codesOf(weight)).toEqual(['problem.number']);
    const penalty = buildProblem(bareProblem({ events: eventsOf(1, { times: [{ id: 'd0@0', penalty: heavy }] }) }));
    expect(codesOf(penalty)).toEqual(['problem.number']);
  });

  it('is refused when allowed weights could add up beyond 2^31, and says by what to divide them', () => {
    const times = [{ id: 'd0@0', penalty: 1_000_000 }];
    const data = bareProblem({ events: eventsOf(3000, { times }) });
    const built = buildProblem(data);
    expect(codesOf(built)).toEqual(['problem.weightsTooLarge']);
    expect(built.diagnostics[0]?.advice).toContain('by 2.');
    const lighter = bareProblem({ events: eventsOf(3000, { times: [{ id: 'd0@0', penalty: 500_000 }] }) });
    expect(solved(valueIn(buildProblem(lighter)))).toEqual({ unplaced: 0, hard: 0, soft: 1_500_000_000 });
  });

  it('is refused when one event could cost too much', () => {
    const seats = ruleOf('roomCapacity', 'events', { weight: 10_000 });
    const data = bareProblem({
      rooms: roomsOf(1, 0),
      events: eventsOf(1, { roomCount: 1, size: 10_000 }),
      rules: [seats],
    });
    expect(codesOf(buildProblem(data))).toEqual(['problem.weightsTooLarge']);
  });

  it('is refused when hard units could add up beyond 2^31', () => {
    const events = eventsOf(3000, { roomCount: 1, size: 1_000_000 });
    const rules = [ruleOf('roomCapacity', 'events', { hard: true })];
    expect(codesOf(buildProblem(bareProblem({ rooms: roomsOf(1, 0), events, rules })))).toEqual([
      'problem.amountsTooLarge',
    ]);
  });

  it('is refused when a group lies inside itself', () => {
    const groups = groupsOf(3, (index) => ({ parentId: `g${(index + 1) % 3}` }));
    expect(codesOf(buildProblem(bareProblem({ groups, events: eventsOf(1, { groupIds: ['g0'] }) })))).toEqual([
      'problem.groupCycle',
    ]);
  });

  it('is refused when there are more events than a slot can count', () => {
    expect(codesOf(buildProblem(bareProblem({ events: eventsOf(65_001) })))).toEqual(['problem.tooManyEvents']);
  });
});
