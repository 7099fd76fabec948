import type { Place, PlaceTime } from '../../../domain/compare/place.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { weekLabel } from './labels.ts';
import { listText } from './wording.ts';

/** What times, rooms and people are called in one state of a project. */
export interface PlaceNames {
  time(time: PlaceTime): string;
  /** Time and rooms, and the instructors where they are of interest. */
  place(place: Place, withInstructors: boolean): string;
  groups(ids: readonly string[]): string;
  instructors(ids: readonly string[]): string;
  course(courseId: string): string;
}

export function createPlaceNames({ calendar, courses, rooms, instructors, groups }: ProblemData): PlaceNames {
  const named = (items: readonly { readonly id: string; readonly name: string }[]) => {
    const names = new Map(items.map(({ id, name }) => [id, name]));
    return (ids: readonly string[]) => listText(ids.map((id) => names.get(id) ?? id));
  };
  const [dayNames, roomNames, people] = [named(calendar.days), named(rooms), named(instructors)];
  const courseNames = named(courses);
  const time = ({ days, start, length, weeks }: PlaceTime): string => {
    const clock = `${calendar.slots[start]?.start ?? ''}–${calendar.slots[start + length - 1]?.end ?? ''}`;
    const letters = weeks === null ? '' : weekLabel(weeks, calendar.weekCount);
    return `${dayNames(days)} ${clock}${letters === '' ? '' : ` (${letters})`}`;
  };
  return {
    time,
    place: (place, withInstructors) =>
      [time(place.time), roomNames(place.rooms), withInstructors ? people(place.instructors) : '']
        .filter((part) => part !== '')
        .join(' · '),
    groups: named(groups),
    instructors: people,
    course: (id) => courseNames([id]),
  };
}
