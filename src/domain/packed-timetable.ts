import type { Assignment, Timetable } from './timetable.ts';

/**
 * A timetable as numbers, for the ways between threads. First the length of the enrolment, -1 when there is none, and
 * the enrolment; then for each event in turn: the time, the number of rooms, the rooms, the number of instructors, the
 * instructors.
 */
export type PackedTimetable = Int32Array;

export function packTimetable({ assignments, enrolment }: Timetable): PackedTimetable {
  const options = enrolment ?? [];
  const length = assignments.reduce((sum, { rooms, instructors }) => sum + 3 + rooms.length + instructors.length, 0);
  const numbers = new Int32Array(1 + options.length + length);
  numbers[0] = enrolment?.length ?? -1;
  numbers.set(options, 1);
  let at = 1 + options.length;
  const put = (list: readonly number[]) => {
    numbers[at++] = list.length;
    for (const item of list) numbers[at++] = item;
  };
  for (const { time, rooms, instructors } of assignments) {
    numbers[at++] = time;
    put(rooms);
    put(instructors);
  }
  return numbers;
}

/**
 * Numbers that are no packed timetable give one that fits no problem; it is never longer than they are, whatever lengths
 * they claim.
 */
export function unpackTimetable(numbers: PackedTimetable): Timetable {
  const assignments: Assignment[] = [];
  let at = 0;
  const next = () => numbers[at++] ?? 0;
  const list = (length: number) => {
    const items: number[] = [];
    for (const end = Math.min(numbers.length, at + length); at < end; ) items.push(next());
    return items;
  };
  const requests = next();
  const enrolment = list(requests);
  while (at < numbers.length) {
    assignments.push({ time: next(), rooms: list(next()), instructors: list(next()) });
  }
  return requests < 0 ? { assignments } : { assignments, enrolment };
}
