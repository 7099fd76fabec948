import { type Diagnostic, warning } from './diagnostic.ts';
import { enrolmentOf, enrolmentsOf } from './enrolments.ts';
import { type Event, type Problem, unassigned } from './problem.ts';
import { type Result, success } from './result.ts';
import { finish, type Steps } from './steps.ts';
import { resolveTime, timeIdFor } from './time-ids.ts';
import type { Assignment, AssignmentData, Timetable, TimetableData } from './timetable.ts';

/** By ids, in the order of the problem's events; parts that are not assigned are left out. */
export function toTimetableData(problem: Problem, timetable: Timetable): TimetableData {
  return finish(timetableDataSteps(problem, timetable));
}

/** `toTimetableData` in steps of one event, for the page. */
export function* timetableDataSteps(problem: Problem, timetable: Timetable): Steps<TimetableData> {
  const assignments: AssignmentData[] = [];
  for (const event of problem.events) {
    assignments.push(assignmentData(problem, event, timetable.assignments[event.index] ?? unplacedAssignment(event)));
    yield;
  }
  const { enrolment } = timetable;
  return { assignments, ...(enrolment === undefined ? {} : { enrolments: enrolmentsOf(problem, enrolment) }) };
}

/** Where one event is, by ids. */
export function assignmentData(
  problem: Problem,
  event: Event,
  { time, rooms, instructors }: Assignment,
): AssignmentData {
  return {
    eventId: event.id,
    ...(time < 0 ? {} : { timeId: timeIdFor(problem, event.index, time) }),
    roomIds: rooms.flatMap((room) => problem.rooms[room]?.id ?? []),
    instructorIds: instructors.flatMap((instructor) => problem.instructors[instructor]?.id ?? []),
  };
}

/**
 * Always succeeds: ids that the problem does not know are warnings (`timetable.*`), and what they stood for stays
 * unassigned. Events that are not mentioned stay unplaced; instructors of a fixed pool are filled in.
 */
export function fromTimetableData(problem: Problem, data: TimetableData): Result<Timetable> {
  const remarks: Diagnostic[] = [];
  const indexOfEvent = indexById(problem.events);
  const indexOfRoom = indexById(problem.rooms);
  const indexOfInstructor = indexById(problem.instructors);
  const assignments = problem.events.map(unplacedAssignment);
  const seen = new Set<number>();
  data.assignments.forEach((row, position) => {
    const place = `assignments[${position}]`;
    const index = indexOfEvent.get(row.eventId) ?? unassigned;
    const event = problem.events[index];
    if (event === undefined) {
      remarks.push(unknown('event', row.eventId, `${place}.eventId`));
      return;
    }
    if (seen.has(index)) {
      remarks.push(
        warning('timetable.repeated', `The event "${row.eventId}" is assigned twice; the last one counts.`, {
          value: row.eventId,
          place,
        }),
      );
    }
    seen.add(index);
    const rooms = listed(row.roomIds, indexOfRoom, event.roomCount, 'room', `${place}.roomIds`, remarks);
    const instructors = event.instructorsFixed
      ? unplacedAssignment(event).instructors
      : listed(
          row.instructorIds,
          indexOfInstructor,
          event.instructorCount,
          'instructor',
          `${place}.instructorIds`,
          remarks,
        );
    assignments[index] = { time: timeOf(problem, event, row, place, remarks), rooms, instructors };
  });
  if (problem.sectioning === null || data.enrolments === undefined) return success({ assignments }, remarks);
  return success({ assignments, enrolment: enrolmentOf(problem, data.enrolments, remarks) }, remarks);
}

/** No time and no rooms; a fixed pool is known nevertheless. */
export function unplacedAssignment(event: Event): Assignment {
  return {
    time: unassigned,
    rooms: new Array<number>(event.roomCount).fill(unassigned),
    instructors: event.instructorsFixed
      ? event.instructors.map((item) => item.index)
      : new Array<number>(event.instructorCount).fill(unassigned),
  };
}

function timeOf(problem: Problem, event: Event, row: AssignmentData, place: string, remarks: Diagnostic[]): number {
  if (row.timeId === undefined) return unassigned;
  const time = resolveTime(problem, event.index, row.timeId);
  if (time < 0) remarks.push(unknown('meeting time', row.timeId, `${place}.timeId`));
  return time;
}

/** Exactly `count` indices, -1 where nothing (known) is given. */
function listed(
  ids: readonly string[],
  indexOf: ReadonlyMap<string, number>,
  count: number,
  what: string,
  place: string,
  remarks: Diagnostic[],
): number[] {
  ids.forEach((id, position) => {
    if (!indexOf.has(id)) remarks.push(unknown(what, id, `${place}[${position}]`));
  });
  if (ids.length > count) {
    remarks.push(
      warning('timetable.tooMany', `Only ${count} of the listed ${what}s are needed; the others are left out.`, {
        value: ids.join(', '),
        place,
      }),
    );
  }
  return Array.from({ length: count }, (_, position) => indexOf.get(ids[position] ?? '') ?? unassigned);
}

function unknown(what: string, id: string, place: string): Diagnostic {
  return warning('timetable.unknownReference', `The problem has no ${what} "${id}"; it is left unassigned.`, {
    value: id,
    place,
  });
}

function indexById(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map((item, index) => [item.id, index]));
}
