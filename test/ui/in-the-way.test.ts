import { expect, test } from 'vitest';
import { wayOf, wayRows } from '../../src/ui/state/problems/in-the-way.ts';
import { builtSmallSchool } from '../support/small-school.ts';

const problem = builtSmallSchool();

test('events that are called alike count together, and who is gone is left out', () => {
  const rows = wayRows(problem, [
    { eventId: 'all', otherId: 'left', times: 2 },
    { eventId: 'gone', otherId: 'left', times: 90 },
    { eventId: 'left', otherId: 'all', times: 5 },
    { eventId: 'all', otherId: 'left', times: 4 },
  ]);
  expect(rows).toMatchObject([
    { event: 0, other: 1, eventHint: 'Year', otherHint: 'Left', times: 6 },
    { event: 1, other: 0, times: 5 },
  ]);
});

test('the row of a run names events by their ids', () => {
  const outcome = {
    reason: 'generations',
    best: null,
    score: null,
    generations: 1,
    moves: 1,
    seconds: 1,
    population: [],
    failure: null,
  } as const;
  expect(wayOf(problem, outcome)).toEqual({});
  const conflicts = [{ event: 1, other: 0, times: 7 }];
  expect(wayOf(problem, { ...outcome, conflicts })).toEqual({
    inTheWay: [{ eventId: 'left', otherId: 'all', times: 7 }],
  });
});
