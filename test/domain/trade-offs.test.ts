import { expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import { compareTimetables, nonDominated } from '../../src/domain/trade-offs.ts';
import { valueIn } from '../formats/support/files.ts';

it('marks the points that no other one dominates', () => {
  expect(
    nonDominated([
      [0, 9],
      [1, 5],
      [2, 5],
      [3, 1],
      [4, 1],
      [1, 5],
    ]),
  ).toEqual([true, true, false, true, false, true]);
  expect(nonDominated([])).toEqual([]);
});

it('judges different timetables by rule, hard ones apart from soft ones', () => {
  const isolated = (id: string, hard: boolean) =>
    exampleRule('isolated', { id, scope: { of: 'groups' }, hard, weight: 4 });
  const problem = valueIn(
    buildProblem(
      exampleProblem({
        events: [exampleEvent('a'), exampleEvent('b')],
        rules: [isolated('soft', false), isolated('hard', true)],
      }),
    ),
  );
  const timetable = (...times: number[]) => ({
    assignments: times.map((time) => ({ time, rooms: [], instructors: [] })),
  });
  const compared = compareTimetables(problem, [timetable(0, 1), timetable(0, 2), timetable(0, 1), timetable(0, -1)]);
  expect(compared).toEqual([
    { score: { unplaced: 0, hard: 0, soft: 0 }, byKind: {} },
    { score: { unplaced: 0, hard: 2, soft: 8 }, byKind: { isolated: 8, 'isolated!': 2 } },
    { score: { unplaced: 1, hard: 1, soft: 4 }, byKind: { isolated: 4, 'isolated!': 1, 'placed!': 1 } },
  ]);
});
