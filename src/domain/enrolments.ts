import { type Diagnostic, warning } from './diagnostic.ts';
import type { Problem } from './problem.ts';
import type { EnrolmentData, Timetable } from './timetable.ts';

/** Students in an event: those sectioned into it where there are more of them than its size says. */
export function attendeesIn({ events, sectioning }: Problem, { enrolment }: Timetable, event: number): number {
  let found = 0;
  sectioning?.requests.forEach(({ course }, request) => {
    if (sectioning.optionsOf[course]?.[enrolment?.[request] ?? -1]?.includes(event)) found++;
  });
  return Math.max(events[event]?.size ?? 0, found);
}

/** Events of each sectioned student, in the order of the problem. */
export function enrolmentsOf(problem: Problem, enrolment: readonly number[]): EnrolmentData[] {
  const { sectioning } = problem;
  if (sectioning === null) return [];
  return problem.data.students.flatMap(({ id }, student) => {
    const first = sectioning.firstRequestOf[student] ?? 0;
    const requests = sectioning.requests.slice(first, sectioning.firstRequestOf[student + 1]);
    if (requests.length === 0) return [];
    const events = requests.flatMap(
      ({ course }, position) => sectioning.optionsOf[course]?.[enrolment[first + position] ?? -1] ?? [],
    );
    return [{ studentId: id, eventIds: events.map((event) => problem.events[event]?.id ?? '') }];
  });
}

/** The option of each request that the listed events make up, -1 where they make up none. */
export function enrolmentOf(problem: Problem, data: readonly EnrolmentData[], remarks: Diagnostic[]): number[] {
  const { sectioning } = problem;
  if (sectioning === null) return [];
  const indexOfEvent = new Map(problem.events.map((event) => [event.id, event.index]));
  const eventsOf = new Map(data.map(({ studentId, eventIds }) => [studentId, eventIds]));
  const known = new Set(problem.data.students.map(({ id }) => id));
  for (const { studentId } of data) {
    if (known.has(studentId)) continue;
    remarks.push(
      warning('timetable.unknownReference', `The problem has no student "${studentId}".`, { value: studentId }),
    );
  }
  return sectioning.requests.map(({ student, course }) => {
    const given = new Set(
      eventsOf.get(problem.data.students[student]?.id ?? '')?.map((id) => indexOfEvent.get(id) ?? -1),
    );
    return (sectioning.optionsOf[course] ?? []).findIndex((option) => option.every((event) => given.has(event)));
  });
}
