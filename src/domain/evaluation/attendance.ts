import type { MeasureContext } from '../constraints/definition.ts';
import { travelMinutes } from '../constraints/travel.ts';
import type { Problem } from '../problem.ts';
import type { Finding, MeasureOf, Params } from './findings.ts';
import type { Occupancy } from './occupancy.ts';

/** Sectioned students of each event, in the order of the problem's students; empty without sectioning. */
export function attendanceOf(problem: Problem, enrolment: readonly number[] | undefined): number[][] {
  const students: number[][] = problem.events.map(() => []);
  problem.sectioning?.requests.forEach(({ student, course }, request) => {
    const option = problem.sectioning?.optionsOf[course]?.[enrolment?.[request] ?? -1] ?? [];
    for (const event of option) students[event]?.push(student);
  });
  return students;
}

/** Any two events that sectioned students have in common and cannot both attend, with the number of them. */
export function attendances(
  measure: MeasureOf<'attendance'>,
  { problem }: MeasureContext<Params>,
  { placed, attendance }: Occupancy,
): Finding[] {
  const found: Finding[] = [];
  for (const { first, second, students } of commonStudents(problem, attendance)) {
    const one = placed[first];
    const other = placed[second];
    if (!one || !other) continue;
    const minutes = travelMinutes(problem, one.firstRoom, other.firstRoom);
    if (minutes >= measure.enough(one.time, other.time)) found.push({ amount: students, events: [first, second] });
  }
  return found;
}

function* commonStudents(problem: Problem, attendance: readonly (readonly number[])[]) {
  const eventsOf: number[][] = problem.data.students.map(() => []);
  attendance.forEach((students, event) => {
    for (const student of students) eventsOf[student]?.push(event);
  });
  const common = new Int32Array(problem.events.length);
  for (const [first, students] of attendance.entries()) {
    const others: number[] = [];
    for (const student of students) {
      for (const second of eventsOf[student] ?? []) {
        if (second <= first) continue;
        if (common[second] === 0) others.push(second);
        common[second] = (common[second] ?? 0) + 1;
      }
    }
    for (const second of others) {
      yield { first, second, students: common[second] ?? 0 };
      common[second] = 0;
    }
  }
}
