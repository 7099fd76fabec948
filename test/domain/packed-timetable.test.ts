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

test.each([
  { numbers: [2_000_000_000, 1, 2], what: 'an enrolment' },
  { numbers: [-1, 0, 2_000_000_000, 5], what: 'a list of rooms' },
  { numbers: [-1, 0, 0, 2_000_000_000], what: 'a list of instructors' },
])('$what that claims to be longer than all there is ends with it', ({ numbers }) => {
  const { assignments, enrolment = [] } = unpackTimetable(Int32Array.from(numbers));
  const unpacked = [...enrolment, ...assignments.flatMap(({ rooms, instructors }) => [...rooms, ...instructors])];
  expect(unpacked.length).toBeLessThan(numbers.length);
});
