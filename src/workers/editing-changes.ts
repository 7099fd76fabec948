import type { Assignment, Timetable } from '../domain/timetable.ts';
import type { EventMove } from '../engine/editing/answers.ts';

/** Beyond so many changes the whole timetable is sent. */
const mostChanges = 200;

/** The events that are elsewhere; null when they are too many to be sent one by one, or students attend other events. */
export function changesBetween(before: Timetable, after: Timetable): EventMove[] | null {
  if (!areEqual(before.enrolment ?? [], after.enrolment ?? [])) return null;
  const changes: EventMove[] = [];
  for (const [event, assignment] of after.assignments.entries()) {
    if (isSame(before.assignments[event], assignment)) continue;
    changes.push({ event, assignment });
    if (changes.length > mostChanges) return null;
  }
  return changes;
}

/** The same with the very assignments of `start` where nothing has changed. */
export function sharedWith(start: Timetable, { assignments, ...rest }: Timetable): Timetable {
  return {
    ...rest,
    assignments: assignments.map((assignment, event) => {
      const former = start.assignments[event];
      return former !== undefined && isSame(former, assignment) ? former : assignment;
    }),
  };
}

function isSame(one: Assignment | undefined, other: Assignment): boolean {
  return (
    one === other ||
    (one?.time === other.time && areEqual(one.rooms, other.rooms) && areEqual(one.instructors, other.instructors))
  );
}

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
