import type { Event, Problem } from '../../domain/problem.ts';
import type { Assignment, Timetable } from '../../domain/timetable.ts';
import type { FixScope } from './answers.ts';

/** The events of a scope that have somewhere to go, ascending. */
export function eventsInScope(problem: Problem, timetable: Timetable, scope: FixScope): number[] {
  const named = scope.of === 'events' ? new Set(scope.events) : null;
  return problem.events
    .filter((event) => {
      const assignment = timetable.assignments[event.index];
      if (assignment === undefined || event.times.length === 0) return false;
      return named === null ? isIn(problem, scope, event, assignment) : named.has(event.index);
    })
    .map(({ index }) => index);
}

function isIn(problem: Problem, scope: FixScope, event: Event, { time, rooms, instructors }: Assignment): boolean {
  switch (scope.of) {
    case 'events':
      return scope.events.includes(event.index);
    case 'instructor':
      return event.instructorsFixed
        ? event.instructors.some(({ index }) => index === scope.instructor)
        : instructors.includes(scope.instructor);
    case 'room':
      return rooms.includes(scope.room);
    case 'group':
      return atoms(problem, event.groups).some((group) => atoms(problem, [scope.group]).includes(group));
    case 'day':
      return problem.times[time]?.days.includes(scope.day) ?? false;
  }
}

/** The smallest subgroups in these groups. */
function atoms({ groups }: Problem, indices: readonly number[]): number[] {
  return indices.flatMap((index) => groups[index]?.leaves ?? []);
}
