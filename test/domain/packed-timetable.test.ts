import { expect, test } from 'vitest';
import { packTimetable, unpackTimetable } from '../../src/domain/packed-timetable.ts';
import { Random } from '../../src/domain/random.ts';
import { built } from '../support/build.ts';
import { randomProblem, randomTimetable } from '../support/problems.ts';

test.each([1, 2, 3, 4, 5])('a packed timetable is the timetable that was packed (seed %i)', (seed) => {
  const random = new Random(seed);
  const timetable = randomTimetable(built(randomProblem(random)), random);
  expect(unpackTimetable(packTimetable(timetable))).toEqual(timetable);
});

test('events without rooms or instructors and unplaced ones keep their places', () => {
  const timetable = {
    assignments: [
      { time: -1, rooms: [], instructors: [] },
      { time: 3, rooms: [-1, 4], instructors: [2] },
      { time: 0, rooms: [], instructors: [-1, -1] },
    ],
  };
  expect(unpackTimetable(packTimetable(timetable))).toEqual(timetable);
});
