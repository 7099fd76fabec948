import { buildProblem } from '../../src/domain/build-problem.ts';
import type { RuleExample } from '../../src/domain/constraints/definition.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';

/** The built problem; a refusal fails the test with its reasons. */
export function built(data: ProblemData): Problem {
  const result = buildProblem(data);
  if (!result.ok) throw new Error(result.diagnostics.map((item) => `${item.place}: ${item.message}`).join('\n'));
  return result.value;
}

/** A timetable as examples write it: event id → time, rooms, instructors. Unknown ids fail the test. */
export function timetableOf(
  problem: Problem,
  assignments: RuleExample['timetable'],
  enrolment: RuleExample['enrolment'] = {},
): Timetable {
  const result = fromTimetableData(problem, {
    assignments: Object.entries(assignments).map(([eventId, { time, rooms, instructors }]) => ({
      eventId,
      timeId: time,
      roomIds: rooms ?? [],
      instructorIds: instructors ?? [],
    })),
    enrolments: Object.entries(enrolment).map(([studentId, eventIds]) => ({ studentId, eventIds })),
  });
  if (!result.ok || result.diagnostics.length > 0) {
    throw new Error(result.diagnostics.map((item) => `${item.place}: ${item.message}`).join('\n'));
  }
  return result.value;
}
