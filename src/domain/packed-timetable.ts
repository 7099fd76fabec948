import type { Assignment, Timetable } from './timetable.ts';

/**
 * A timetable as numbers, for the ways between threads. For each event in turn: the time, the number of rooms, the
 * rooms, the number of instructors, the instructors.
 */
export type PackedTimetable = Int32Array;

export function packTimetable({ assignments }: Timetable): PackedTimetable {
  const numbers: number[] = [];
  for (const { time, rooms, instructors } of assignments) {
    numbers.push(time, rooms.length, ...rooms, instructors.length, ...instructors);
  }
  return Int32Array.from(numbers);
}

export function unpackTimetable(numbers: PackedTimetable): Timetable {
  const assignments: Assignment[] = [];
  let at = 0;
  const next = () => numbers[at++] ?? 0;
  const list = () => Array.from({ length: next() }, next);
  while (at < numbers.length) assignments.push({ time: next(), rooms: list(), instructors: list() });
  return { assignments };
}
