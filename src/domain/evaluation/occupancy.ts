import { type Event, type MeetingTime, type Problem, unassigned } from '../problem.ts';
import { finish, type Steps } from '../steps.ts';
import type { Timetable } from '../timetable.ts';
import { attendanceOf } from './attendance.ts';

/** An event that has a time, with the rooms and instructors it has. Those without a time occupy nothing. */
export interface PlacedEvent {
  readonly event: Event;
  readonly time: MeetingTime;
  /** Assigned rooms only, as often as they are assigned. */
  readonly rooms: readonly number[];
  /** Who teaches: the whole pool where it is fixed, else the assigned ones. */
  readonly instructors: readonly number[];
  /** Index of the first room, or -1. */
  readonly firstRoom: number;
}

export interface Occupancy {
  /** By event; null when it has no time. */
  readonly placed: readonly (PlacedEvent | null)[];
  /** By resource: events that occupy it, in the order of the problem, as often as they occupy it. */
  readonly occupants: readonly (readonly PlacedEvent[])[];
  /** Busy slots of a resource, `resource * dayIndexCount + dayIndex`. */
  readonly busyMasks: Int32Array;
  /** Sectioned students by event. */
  readonly attendance: readonly (readonly number[])[];
}

export function occupancyOf(problem: Problem, timetable: Timetable): Occupancy {
  return finish(occupancySteps(problem, timetable));
}

/** `occupancyOf` in steps of one event, for the page. */
export function* occupancySteps(problem: Problem, timetable: Timetable): Steps<Occupancy> {
  const { dayIndexCount } = problem.axis;
  const occupants: PlacedEvent[][] = problem.resources.map(() => []);
  const busyMasks = new Int32Array(problem.resources.length * dayIndexCount);
  yield;
  const placed: (PlacedEvent | null)[] = [];
  for (const event of problem.events) {
    const item = placedEvent(problem, timetable, event);
    placed.push(item);
    yield;
    if (item === null) continue;
    for (const resource of resourcesOf(problem, item)) {
      occupants[resource]?.push(item);
      for (const span of item.time.spans) {
        const cell = resource * dayIndexCount + span.dayIndex;
        busyMasks[cell] = (busyMasks[cell] ?? 0) | span.mask;
      }
    }
  }
  return { placed, occupants, busyMasks, attendance: attendanceOf(problem, timetable.enrolment) };
}

/** Needed rooms that are assigned, by position; -1 for those that are not. */
export function neededRooms(event: Event, timetable: Timetable): number[] {
  const given = timetable.assignments[event.index]?.rooms ?? [];
  return Array.from({ length: event.roomCount }, (_, position) => given[position] ?? unassigned);
}

/** Needed instructors by position; a fixed pool teaches whatever the timetable says. */
export function neededInstructors(event: Event, timetable: Timetable): number[] {
  if (event.instructorsFixed) return event.instructors.map((item) => item.index);
  const given = timetable.assignments[event.index]?.instructors ?? [];
  return Array.from({ length: event.instructorCount }, (_, position) => given[position] ?? unassigned);
}

/** Null for an event without a time. */
export function placedEvent(problem: Problem, timetable: Timetable, event: Event): PlacedEvent | null {
  const time = problem.times[timetable.assignments[event.index]?.time ?? unassigned];
  if (time === undefined) return null;
  const rooms = neededRooms(event, timetable);
  return {
    event,
    time,
    rooms: rooms.filter((room) => room >= 0),
    instructors: neededInstructors(event, timetable).filter((instructor) => instructor >= 0),
    firstRoom: rooms[0] ?? unassigned,
  };
}

/** Every resource that a placed event occupies; one that it has twice is listed twice. */
export function resourcesOf(problem: Problem, { event, rooms, instructors }: PlacedEvent): number[] {
  const chosen = event.instructorsFixed ? [] : instructors.map((index) => problem.resourceOfInstructor[index] ?? 0);
  return [...event.staticResources, ...chosen, ...rooms.map((index) => problem.resourceOfRoom[index] ?? 0)];
}
