import type { TimetableData } from '../../../domain/timetable.ts';
import { fromTimetableData } from '../../../domain/timetable-data.ts';
import type { OpenProject } from '../project/project.ts';
import { lifting, lockEdit, lockParts, raising } from '../timetable/locks.ts';
import type { TimetableEdit } from '../timetable/moves.ts';

const everyPart = new Set(lockParts);
const nothing: TimetableEdit = { label: { action: 'lock', count: 0 }, changes: [] };

/** Locks times, rooms and instructors that people were given, as published; stronger locks stay, and so do events without a time. */
export function locksOfPublished({ problem, editor }: OpenProject, published: TimetableData): TimetableEdit {
  const known = new Set(problem().events.map(({ id }) => id));
  // Events that went since are in nobody's way.
  const assignments = published.assignments.filter(({ eventId }) => known.has(eventId));
  const read = fromTimetableData(problem(), { ...published, assignments });
  if (!read.ok) return nothing;
  const placed = problem().events.flatMap(({ index }) =>
    (read.value.assignments[index]?.time ?? -1) >= 0 ? [index] : [],
  );
  return lockEdit(editor.data(), problem(), read.value, placed, raising(everyPart, 'published'));
}

/** Lifts all locks of that level. */
export function liftedLocks({ problem, editor }: OpenProject): TimetableEdit {
  const events = problem().events.map(({ index }) => index);
  return lockEdit(editor.data(), problem(), { assignments: [] }, events, lifting(everyPart, 'published'));
}
