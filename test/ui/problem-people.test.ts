import { expect, it } from 'vitest';
import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { preCheck } from '../../src/domain/pre-check.ts';
import type { Assignment } from '../../src/domain/timetable.ts';
import type { Place } from '../../src/engine/editing/answers.ts';
import { costShares, violationsByPerson } from '../../src/ui/state/problems/problem-people.ts';
import { inOrderOfTime } from '../../src/ui/state/problems/problems-view.ts';
import { notPlaced, presentWay, whyUnplaced } from '../../src/ui/state/problems/why-unplaced.ts';
import { built, timetableOf } from '../support/build.ts';

const problem = built(
  exampleProblem({
    events: [
      exampleEvent('a', { instructors: [{ id: 'ada' }], roomCount: 1, size: 40 }),
      exampleEvent('b', { instructors: [{ id: 'ben' }] }),
      exampleEvent('c', { roomCount: 1, rooms: [] }),
    ],
    rules: [
      exampleRule('roomCapacity', { weight: 2 }),
      exampleRule('isolated', { scope: { of: 'groups' }, weight: 3 }),
    ],
  }),
);
const timetable = timetableOf(problem, {
  a: { time: 'mon@0', rooms: ['r1'], instructors: ['ada'] },
  b: { time: 'mon@0', instructors: ['ben'] },
});
const { score, violations } = evaluate(problem, timetable);
const people = violationsByPerson(problem, timetable, violations);

it('puts a problem with everybody it is about: who is named, else the groups and instructors of the events', () => {
  expect(people.map(({ name, unplaced, hard, cost }) => [name, unplaced, hard, cost])).toEqual([
    // one event has no place, two clash, 10 seats are missing, and one lesson stands alone
    ['Group 1', 1, 1, 23],
    ['Ada', 0, 0, 20],
    ['Room 1', 0, 0, 20],
  ]);
  expect(people[0]?.violations[0]?.hard).toBe(true);
});

it('tells the events of a problem once each, as they come in the week, those without a time last', () => {
  const [a, b, c] = [0, 1, 2];
  const later = timetableOf(problem, { a: { time: 'tue@0' }, b: { time: 'mon@1' } });
  expect(inOrderOfTime(problem, later, [c, a, b, a])).toEqual([b, a, c]);
  expect(inOrderOfTime(problem, timetable, [b, a])).toEqual([a, b]);
});

it('tells shares of the soft cost, the hard amounts first and nothing at zero', () => {
  expect(score.soft).toBe(23);
  const rows = [
    { key: '1', name: 'kept', hard: 0, cost: 0 },
    { key: '2', name: 'dear', hard: 0, cost: 20 },
    { key: '3', name: 'hard', hard: 2, cost: 3 },
  ];
  expect(costShares(rows, 40).map(({ name, share }) => [name, share])).toEqual([
    ['hard', 3 / 40],
    ['dear', 0.5],
  ]);
});

it('says of an event without a place what it may use, who took its place, and what counting proves', () => {
  const records = [
    { eventId: 'a', otherId: 'c', times: 4 },
    { eventId: 'c', otherId: 'b', times: 9 },
  ];
  const findings = preCheck(problem);
  const why = whyUnplaced(problem, 2, records, findings, problem);
  expect(why).toMatchObject({ times: 8, rooms: 0, takenBy: [{ event: 0, times: 4 }] });
  expect(why.proofs.map(({ code }) => code)).toEqual(
    findings.filter(({ events }) => events.includes(2)).map(({ code }) => code),
  );
  expect(why.proofs).not.toEqual([]);
});

it('counts as not placed what has a time but no room, as the score does', () => {
  const roomless = evaluate(problem, timetableOf(problem, { c: { time: 'mon@1' } }));
  expect(notPlaced(roomless.violations)).toEqual([0, 1, 2]);
  expect(roomless.score.unplaced).toBe(3);
});

it('says where no run left a trace at how many times nothing is in the way, else what is, the most frequent first', () => {
  const basis = { assignment: timetable.assignments[0] as Assignment, change: { unplaced: 0, hard: 1, soft: 0 } };
  const clash = (kind: string) => ({ rule: -1, kind, amount: 1, resource: -1, events: [1] });
  const blocked = (time: number, ...kinds: string[]): Place => ({
    ...{ ...basis, kind: 'blocked', time },
    obstacles: kinds.map(clash),
  });
  const closed: Place = { ...basis, kind: 'off', time: 3, reason: 'closed', obstacles: [] };
  const places = [blocked(0, 'roomClash'), blocked(1, 'groupClash', 'roomClash'), closed];
  const name = (kind: string) => `the ${kind}`;
  expect(presentWay(problem, places, name)).toEqual({ free: 0, names: ['the roomClash', 'the groupClash'] });
  expect(presentWay(problem, [...places, { ...basis, kind: 'free', time: 2 }], name).free).toBe(1);
  expect(presentWay(problem, [], name)).toEqual({ free: 0, names: [] });
});
