import type { Problem } from '../domain/problem.ts';
import { weekStretches } from '../domain/week-stretches.ts';
import type { Placement } from './placements.ts';

/** What people call the parts of a placed event. */
export interface PlacementNames {
  readonly course: string;
  /** Name of its own, empty when it has none. */
  readonly event: string;
  readonly groups: readonly string[];
  readonly instructors: readonly string[];
  readonly rooms: readonly string[];
  /** Weeks of the cycle as everywhere (`weekStretches`); empty when it meets in all of them. */
  readonly weeks: readonly string[];
}

/** Names of placed events; ids stand for what has no name. */
export function createPlacementNames(problem: Problem): (placement: Placement) => PlacementNames {
  const { courses, groups, instructors, rooms, calendar } = problem.data;
  const [course, group, instructor, room] = [courses, groups, instructors, rooms].map(namesById);
  const named = (names: ReadonlyMap<string, string> | undefined, ids: readonly string[]) =>
    ids.map((id) => names?.get(id) || id);
  return ({ event, time, roomIds, instructorIds }) => ({
    course: course?.get(event.courseId) || event.courseId,
    event: event.name ?? '',
    groups: named(group, event.groupIds),
    instructors: named(instructor, instructorIds),
    rooms: named(room, roomIds),
    weeks: weekStretches(time.weeks, calendar.weekCount),
  });
}

/** The title of a meeting: its own name, else that of its course. */
export function titleOf({ course, event }: Pick<PlacementNames, 'course' | 'event'>): string {
  return event === '' ? course : event;
}

type Named = readonly { readonly id: string; readonly name: string }[];

/** Lists of problems are replaced, never changed; an archive asks for them once for each of thousands of people. */
const known = new WeakMap<Named, ReadonlyMap<string, string>>();

function namesById(items: Named): ReadonlyMap<string, string> {
  const names = known.get(items) ?? new Map(items.map(({ id, name }) => [id, name]));
  known.set(items, names);
  return names;
}
