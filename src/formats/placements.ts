import { buildProblem } from '../domain/build-problem.ts';
import { error } from '../domain/diagnostic.ts';
import type { MeetingTime, Problem } from '../domain/problem.ts';
import type { EventData } from '../domain/problem-data.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { resolveTime } from '../domain/time-ids.ts';
import type { AssignmentData } from '../domain/timetable.ts';
import type { NamedTimetable, ProjectContent } from './format.ts';

/** One placed event, ready to be written. */
export interface Placement {
  readonly event: EventData;
  readonly time: MeetingTime;
  readonly roomIds: readonly string[];
  readonly instructorIds: readonly string[];
}

export interface Placements {
  readonly problem: Problem;
  /** The timetable they are of. */
  readonly chosen: NamedTimetable;
  /** In the order of the problem's events. */
  readonly placed: readonly Placement[];
  readonly unplaced: readonly EventData[];
}

/** The placed events of one timetable of a project; without an id, of its last one. */
export function placementsOf(content: ProjectContent, timetableId: string | null): Result<Placements> {
  const chosen =
    timetableId === null ? content.timetables.at(-1) : content.timetables.find((entry) => entry.id === timetableId);
  if (chosen === undefined) {
    return failure([
      error('write.noTimetable', 'There is no timetable to write.', {
        ...(timetableId === null ? {} : { value: timetableId }),
        advice: 'Generate one first.',
      }),
    ]);
  }
  const built = buildProblem(content.problem);
  if (!built.ok) return built;
  const problem = built.value;
  const assigned = new Map(chosen.timetable.assignments.map((assignment) => [assignment.eventId, assignment]));
  const placed: Placement[] = [];
  const unplaced: EventData[] = [];
  content.problem.events.forEach((event, index) => {
    const assignment = assigned.get(event.id);
    const time =
      assignment?.timeId === undefined ? undefined : problem.times[resolveTime(problem, index, assignment.timeId)];
    if (assignment === undefined || time === undefined) unplaced.push(event);
    else placed.push({ event, time, roomIds: assignment.roomIds, instructorIds: instructorsOf(event, assignment) });
  });
  return success({ problem, chosen, placed, unplaced });
}

/** Where the whole pool teaches, a timetable need not say so. */
function instructorsOf(event: EventData, { instructorIds }: AssignmentData): readonly string[] {
  const pool = event.instructors ?? [];
  const isFixed = (event.instructorCount ?? pool.length) === pool.length;
  return isFixed ? pool.map(({ id }) => id) : instructorIds;
}
