import type { EventData, MeetingTimeData, ProblemData } from '../problem-data.ts';
import { parsePlainId, weekSubset } from '../time-ids.ts';
import type { AssignmentData, TimetableData } from '../timetable.ts';

/** A problem and one timetable of it, as they were at some moment. */
export interface ProjectState {
  readonly problem: ProblemData;
  /** Null: there was none. */
  readonly timetable: TimetableData | null;
}

/** A time of the week as such, whatever its id. */
export interface PlaceTime {
  /** Day ids. */
  readonly days: readonly string[];
  /** First slot and number of slots. */
  readonly start: number;
  readonly length: number;
  /** Null for every week. */
  readonly weeks: readonly number[] | null;
}

/** Where an event is, and with whom; ids. */
export interface Place {
  readonly time: PlaceTime;
  readonly rooms: readonly string[];
  readonly instructors: readonly string[];
}

/** Looks up where events are in a state. */
export interface Places {
  /** Null when it is unplaced or not there. */
  of(eventId: string): Place | null;
  event(eventId: string): EventData | null;
  /** What a row says of an event; null when it is unplaced, or event or time are not there. */
  ofRow(row: AssignmentData): Place | null;
}

export function placesOf({ problem, timetable }: ProjectState): Places {
  const events = new Map(problem.events.map((event) => [event.id, event]));
  const rows = new Map((timetable?.assignments ?? []).map((row) => [row.eventId, row]));
  const meetingTimes = new Map(problem.meetingTimes.map((time) => [time.id, time]));
  const ofRow = (row: AssignmentData): Place | null => {
    const event = events.get(row.eventId);
    if (event === undefined || row.timeId === undefined) return null;
    const time = timeOf(problem, meetingTimes, event, row.timeId);
    return time === null ? null : { time, rooms: row.roomIds, instructors: instructorsOf(event, row) };
  };
  return {
    event: (id) => events.get(id) ?? null,
    of(id) {
      const row = rows.get(id);
      return row === undefined ? null : ofRow(row);
    },
    ofRow,
  };
}

function timeOf(
  { calendar }: ProblemData,
  meetingTimes: ReadonlyMap<string, MeetingTimeData>,
  event: EventData,
  id: string,
): PlaceTime | null {
  const own = { length: event.duration, weeks: weekSubset(event.weeks, calendar.weekCount) };
  const block = parsePlainId(id, own);
  if (block !== null && calendar.days.some((day) => day.id === block.dayId)) {
    return { days: [block.dayId], start: block.slot, length: block.length, weeks: block.weeks };
  }
  const time = meetingTimes.get(id);
  if (time === undefined) return null;
  return { days: time.days, start: time.start, length: time.length, weeks: weekSubset(time.weeks, calendar.weekCount) };
}

/** Where the whole pool teaches, nobody has been chosen. */
function instructorsOf(event: EventData, row: AssignmentData | undefined): readonly string[] {
  const pool = event.instructors ?? [];
  const isFixed = (event.instructorCount ?? pool.length) === pool.length;
  return isFixed ? pool.map(({ id }) => id) : (row?.instructorIds ?? []);
}
