import type { TimetableData } from '../timetable.ts';
import { placesBetween } from './changes-between.ts';
import type { Change, TimetableChange, TimetableHead } from './operation.ts';

const empty: TimetableData = { assignments: [] };

/** The changes that make a timetable, with everything where it is in `timetable`. */
export function addTimetable(id: string, head: TimetableHead, timetable: TimetableData): readonly Change[] {
  return [{ of: 'timetable', id, before: null, after: head }, ...placesBetween(id, empty, timetable)];
}

/** The changes that take a timetable away; taken back, they bring it back as it was. */
export function removeTimetable(id: string, head: TimetableHead, timetable: TimetableData): readonly Change[] {
  return [...placesBetween(id, timetable, empty), { of: 'timetable', id, before: head, after: null }];
}

export function renameTimetable(id: string, head: TimetableHead, name: string): TimetableChange {
  return { of: 'timetable', id, before: head, after: { ...head, name } };
}
