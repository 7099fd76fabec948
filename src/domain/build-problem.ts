import { buildCalendar } from './build/calendar.ts';
import { buildEvents, timeFamilies } from './build/events.ts';
import { buildGroups } from './build/groups.ts';
import { buildMeetingTimes } from './build/meeting-times.ts';
import { largestNumber, Remarks } from './build/remarks.ts';
import { buildResources } from './build/resources.ts';
import { buildRules, weeksInRules } from './build/rules.ts';
import { mayBeTooLarge, scoreFlaws } from './build/score-limits.ts';
import { buildSectioning } from './build/sectioning.ts';
import { addSets } from './build/sets.ts';
import { buildTravel } from './build/travel.ts';
import { mostEvents } from './most-events.ts';
import type { Problem } from './problem.ts';
import type { ProblemData } from './problem-data.ts';
import { failure, type Result, success } from './result.ts';
import { scoreBoundsSteps } from './score-bounds.ts';
import { finish, type Steps } from './steps.ts';

/**
 * Checks a problem and fills every derived table. All errors are reported at once (codes `problem.*`, places as paths
 * into the data); warnings stay with the success. Does not throw.
 */
export function buildProblem(data: ProblemData): Result<Problem> {
  return finish(buildSteps(data));
}

/** `buildProblem` in steps of a few milliseconds, for the page. */
export function* buildSteps(data: ProblemData): Steps<Result<Problem>> {
  const remarks = new Remarks();
  const calendar = buildCalendar(data.calendar, remarks);
  const indexOfCourse = remarks.indexById(data.courses, 'courses');
  const indexOfRoom = remarks.indexById(data.rooms, 'rooms');
  const indexOfInstructor = remarks.indexById(data.instructors, 'instructors');
  const groups = buildGroups(data.groups, remarks);
  checkRooms(data, remarks);
  checkEventCount(data, remarks);
  yield;
  const studentsOfEvent = yield* countStudents(data, remarks);
  if (calendar === null) return failure(remarks.list);
  const table = buildMeetingTimes(
    data.meetingTimes,
    timeFamilies(data.events, calendar),
    weeksInRules(data.rules),
    calendar,
    remarks,
  );
  yield;
  const drafts = yield* buildEvents({
    data,
    calendar,
    table,
    groups,
    indexOfCourse,
    indexOfRoom,
    indexOfInstructor,
    studentsOfEvent,
    remarks,
  });
  const built = yield* buildResources(drafts, data, groups);
  const checked = yield* buildRules({ data, calendar, groups, built, remarks });
  const sectioning = yield* buildSectioning(data, indexOfCourse, remarks);
  const travel = buildTravel(data.rooms, indexOfRoom, remarks);
  if (remarks.failed) return failure(remarks.list);
  const { resources, events, rules } = addSets(built, checked, data);
  const problem: Problem = {
    data,
    name: data.name,
    axis: table.axis,
    times: table.times,
    courses: data.courses,
    rooms: data.rooms,
    instructors: data.instructors,
    groups: groups.groups,
    events,
    resources,
    resourceOfInstructor: built.resourceOfInstructor,
    resourceOfRoom: built.resourceOfRoom,
    rules,
    sectioning,
    travel,
  };
  const flaws = mayBeTooLarge(problem) ? scoreFlaws(yield* scoreBoundsSteps(problem)) : [];
  return flaws.length > 0 ? failure([...flaws, ...remarks.list]) : success(problem, remarks.list);
}

function checkEventCount({ events }: ProblemData, remarks: Remarks): void {
  if (events.length <= mostEvents) return;
  remarks.error('tooManyEvents', 'A problem has at most {most} events.', {
    values: { most: mostEvents },
    value: events.length,
    place: 'events',
    advice: 'Plan faculties by themselves.',
  });
}

function checkRooms(data: ProblemData, remarks: Remarks): void {
  data.rooms.forEach((room, index) => {
    remarks.whole(room.capacity, 0, largestNumber, 'The capacity of a room', `rooms[${index}].capacity`);
    if (room.shareable !== undefined) {
      remarks.whole(room.shareable, 1, 1000, 'The number of events a room can hold', `rooms[${index}].shareable`);
    }
  });
}

/** Students who are looked at in one step. */
const studentsOfStep = 50;

/** Students of each event, by event id. */
function* countStudents(data: ProblemData, remarks: Remarks): Steps<ReadonlyMap<string, number>> {
  remarks.indexById(data.students, 'students');
  const events = new Map(data.events.map((event, index) => [event.id, index]));
  const counts = new Map<string, number>();
  for (const [index, student] of data.students.entries()) {
    for (const event of remarks.references(events, student.eventIds, 'event', `students[${index}].eventIds`)) {
      const id = data.events[event]?.id ?? '';
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    if (index % studentsOfStep === 0) yield;
  }
  return counts;
}
