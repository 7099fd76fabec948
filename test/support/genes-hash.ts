import type { Timetable } from '../../src/domain/timetable.ts';

/**
 * FNV-1a over times, rooms and instructors, as eight hexadecimal digits: two timetables of one problem with the same
 * hash are the same, whichever machine, thread or browser found them.
 */
export function genesHash({ assignments }: Timetable): string {
  let hash = 0x811c9dc5;
  const add = (value: number) => {
    for (const shift of [0, 8, 16, 24]) hash = Math.imul(hash ^ ((value >>> shift) & 255), 0x01000193);
  };
  for (const { time, rooms, instructors } of assignments) {
    for (const list of [[time], rooms, instructors]) {
      add(list.length);
      list.forEach(add);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
