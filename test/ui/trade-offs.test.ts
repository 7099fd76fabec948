import { expect, test } from 'vitest';
import type { ComparedTimetable } from '../../src/domain/trade-offs.ts';
import { objectiveKeys, pointsOf } from '../../src/ui/state/runs/trade-offs.ts';

const timetable = (hard: number, soft: number, byKind: Record<string, number>): ComparedTimetable => ({
  score: { unplaced: 1, hard, soft },
  byKind,
});
const timetables = [
  timetable(2, 10, { lunch: 4, isolated: 6, 'maxDays!': 2 }),
  timetable(0, 14, { lunch: 4, isolated: 10 }),
  timetable(2, 16, { lunch: 4, isolated: 12, 'maxDays!': 2 }),
];

test('offers what the timetables differ in', () => {
  expect(objectiveKeys(timetables)).toEqual(['hard', 'soft', 'isolated', 'maxDays!']);
});

test('marks what no other timetable beats in both', () => {
  expect(pointsOf(timetables, 'hard', 'soft')).toEqual([
    { x: 3, y: 10, marked: true },
    { x: 1, y: 14, marked: true },
    { x: 3, y: 16, marked: false },
  ]);
  expect(pointsOf(timetables, 'maxDays!', 'isolated').map(({ x, y }) => [x, y])).toEqual([
    [2, 6],
    [0, 10],
    [2, 12],
  ]);
});
