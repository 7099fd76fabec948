import type { Problem } from '../../domain/problem.ts';
import { createPlacementNames } from '../placement-names.ts';
import type { Placement } from '../placements.ts';

/** The columns of a flat timetable. */
const timetableColumns = ['Course', 'Event', 'Groups', 'Instructors', 'Rooms', 'Day', 'Start', 'End', 'Weeks'] as const;

type Title = (typeof timetableColumns)[number] | 'Timetable';

/** What the columns are called in another language, and the list itself. */
export type ListTitles = Readonly<Record<Title, string>>;

export function columnTitles(titles: ListTitles | undefined): readonly string[] {
  return titles === undefined ? timetableColumns : timetableColumns.map((column) => titles[column]);
}

/** A row for each meeting of a week, in the order of events and days; weeks are empty where it meets in all of them. */
export function timetableRows(problem: Problem, placed: readonly Placement[]): string[][] {
  const { days, slots } = problem.data.calendar;
  const namesOf = createPlacementNames(problem);
  return placed.flatMap((placement) => {
    const { time } = placement;
    const { course, event, groups, instructors, rooms, weeks } = namesOf(placement);
    const people = [groups, instructors, rooms].map((names) => names.join(', '));
    const clock = [slots[time.start]?.start ?? '', slots[time.start + time.length - 1]?.end ?? ''];
    // Spreadsheets would take "1, 2" for a number and "1-2" for a date.
    return time.days.map((day) => [course, event, ...people, days[day]?.name ?? '', ...clock, weeks.join(' + ')]);
  });
}
