import type { Assignment, Timetable } from './timetable.ts';

/**
 * A timetable as numbers, for the ways between threads. First the length of the enrolment, -1 when there is none, and
 * the enrolment; then for each event in turn: the time, the number of rooms, the rooms, the number of instructors, the
 * instructors.
 */
export type PackedTimetable = Int32Array;

export function packTimetable({ assignments, enrolment }: Timetable): PackedTimetable {
  const numbers: number[] = [enrolment?.length ?? -1];
  for (const option of enrolment ?? []) numbers.push(option);
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
  const requests = next();
  const enrolment = Array.from({ length: Math.max(0, requests) }, next);
  while (at < numbers.length) assignments.push({ time: next(), rooms: list(), instructors: list() });
  return requests < 0 ? { assignments } : { assignments, enrolment };
}
