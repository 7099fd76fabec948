import { sameData } from '../operations/same-data.ts';
import type { EventData, MeetingTimeData } from '../problem-data.ts';
import { parsePlainId, weekSubset } from '../time-ids.ts';
import type { AssignmentData, TimetableData } from '../timetable.ts';
import { type Bench, plainName } from './bench.ts';
import { splitNames } from './cells.ts';
import type { SheetRow } from './rows.ts';

/** One meeting on one day, as a row says it. */
export interface Meeting {
  readonly dayId: string;
  readonly start: number;
  /** Null where the row does not say when it ends. */
  readonly length: number | null;
  readonly weeks: readonly number[] | null;
  readonly roomIds: readonly string[];
  readonly instructorIds: readonly string[];
}

export interface FoundEvent {
  readonly event: EventData;
  /** Days of the whole meeting. */
  readonly days: readonly string[];
}

/** Gives each row its event. */
export function createMeetingFinder(bench: Bench, timetable: TimetableData) {
  const events = bench.all('events');
  const assigned = new Map(timetable.assignments.map((row) => [row.eventId, row]));
  const buckets = new Map<string, EventData[]>();
  const keyOf = (courseId: string, name: string, groupIds: readonly string[]) =>
    `${courseId}\n${plainName(name)}\n${[...groupIds].sort().join(' ')}`;
  for (const event of events) {
    const key = keyOf(event.courseId, event.name ?? '', event.groupIds);
    buckets.set(key, [...(buckets.get(key) ?? []), event]);
  }
  /** Rows offered by what they mean, and what was said of each. */
  const offered = new Map<string, { readonly number: number; readonly meeting: Meeting }[]>();
  const given = new Map<number, FoundEvent>();
  let isDealt = false;

  const bucketOf = (row: SheetRow): string | null => {
    const id = row.cell('id');
    if (id !== '') return bench.idOf('events', id) === undefined ? null : `id ${bench.idOf('events', id)}`;
    const courseId = bench.idOf('courses', row.cell('course'));
    if (courseId === undefined) return null;
    const names = row.cell('groups') === '' ? [] : splitNames('groups', row.cell('groups'), bench);
    const groupIds = names.flatMap((name) => bench.idOf('groups', name) ?? []);
    return keyOf(courseId, row.cell('name'), groupIds);
  };

  function deal(): void {
    isDealt = true;
    for (const [key, rows] of offered) {
      const own = key.startsWith('id ') ? bench.get('events', key.slice(3)) : undefined;
      const candidates = own === undefined ? (buckets.get(key) ?? []) : [own];
      dealBucket(candidates, rows, assigned, bench, given);
    }
  }

  return {
    offer(row: SheetRow, meeting: Meeting): void {
      const key = bucketOf(row);
      if (key === null) return;
      const rows = offered.get(key) ?? [];
      offered.set(key, rows);
      rows.push({ number: row.number, meeting });
    },
    eventOf(row: SheetRow, _meeting: Meeting): FoundEvent | null {
      if (!isDealt) deal();
      return given.get(row.number) ?? null;
    },
  };
}

type Offer = { readonly number: number; readonly meeting: Meeting };

/** First to events that are there already, then to the others; meetings on several days take a row for each. */
function dealBucket(
  events: readonly EventData[],
  offers: readonly Offer[],
  assigned: ReadonlyMap<string, AssignmentData>,
  bench: Bench,
  given: Map<number, FoundEvent>,
): void {
  const left = [...offers];
  const rest: EventData[] = [];
  const give = (event: EventData, rows: readonly Offer[]) => {
    for (const row of rows) {
      left.splice(left.indexOf(row), 1);
      given.set(row.number, { event, days: rows.map(({ meeting }) => meeting.dayId) });
    }
  };
  const there = (event: EventData) => {
    const row = assigned.get(event.id);
    const time = row?.timeId === undefined ? null : timeOf(row.timeId, event, bench);
    const rows = time === null ? null : rowsOfTime(time, left, row ?? null);
    return rows;
  };
  for (const event of events) {
    const rows = there(event);
    if (rows === null) rest.push(event);
    else give(event, rows);
  }
  for (const event of rest) {
    const [first] = left;
    if (first === undefined) return;
    const patterns = (event.times ?? []).flatMap(({ id }) => timeOf(id, event, bench) ?? []);
    const wide = patterns.filter(({ days }) => days.length > 1).map((time) => rowsOfTime(time, left, null));
    give(event, wide.find((rows) => rows !== null) ?? [first]);
  }
}

/** A row for each day of the time, or null when one is missing. */
function rowsOfTime(time: MeetingTimeData, offers: readonly Offer[], there: AssignmentData | null): Offer[] | null {
  const rows = time.days.map((day) =>
    offers.find(
      ({ meeting }) =>
        meeting.dayId === day &&
        meeting.start === time.start &&
        (meeting.length === null || meeting.length === time.length) &&
        sameData(meeting.weeks, time.weeks ?? null) &&
        (there === null || meeting.roomIds.every((id) => there.roomIds.includes(id))) &&
        (there === null || meeting.instructorIds.every((id) => there.instructorIds.includes(id))),
    ),
  );
  return rows.every((row) => row !== undefined) ? rows : null;
}

/** The time that an id means for an event, or null. */
export function timeOf(id: string, event: EventData, bench: Bench): MeetingTimeData | null {
  const own = { length: event.duration, weeks: weekSubset(event.weeks, bench.problem.calendar.weekCount) };
  const block = parsePlainId(id, own);
  if (block === null) return bench.get('meetingTimes', id) ?? null;
  const { dayId, slot, length, weeks } = block;
  return { id, days: [dayId], start: slot, length, ...(weeks === null ? {} : { weeks }) };
}
