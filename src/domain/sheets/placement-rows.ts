import type { Change } from '../operations/operation.ts';
import { sameData } from '../operations/same-data.ts';
import type { EventData, MeetingTimeData } from '../problem-data.ts';
import { parsePlainId, plainTimeId, weekSubset } from '../time-ids.ts';
import type { AssignmentData, TimetableData } from '../timetable.ts';
import { type Bench, plainName } from './bench.ts';
import { type CalendarWords, calendarWords } from './calendar-words.ts';
import { readWeeks, splitNames } from './cells.ts';
import { RowDraft, type RowPlan, type RowPlanner, type SheetRow } from './rows.ts';

/** The timetable that rows about places change. */
export interface PlacedTimetable {
  readonly id: string;
  readonly timetable: TimetableData;
}

/** One meeting on one day, as a row says it. */
interface Meeting {
  readonly dayId: string;
  readonly start: number;
  /** Null where the row does not say when it ends. */
  readonly length: number | null;
  readonly weeks: readonly number[] | null;
  readonly roomIds: readonly string[];
  readonly instructorIds: readonly string[];
}

/**
 * Rows that are meetings of a timetable: Horarium's own list, or FET's with a row for each hour. The event is the one of the
 * id, else of course, name and groups; equal ones take the rows in their order, first those that are there already.
 */
export function createPlacementRows(bench: Bench, target: PlacedTimetable): RowPlanner {
  const words = calendarWords(bench.problem.calendar);
  const finder = createMeetingFinder(bench, target.timetable);
  const meetings = new Map<number, Meeting | null>();
  const drafts = new Map<number, RowDraft>();
  const hours = new Map<string, { readonly row: number; meeting: Meeting; last: number }>();
  const changes: Change[] = [];
  const placed = new Map(target.timetable.assignments.map((row) => [row.eventId, row]));

  /** The hours of one activity on one day are one meeting, which its first row tells. */
  function joined(row: SheetRow, meeting: Meeting): boolean {
    const key = `${plainName(row.cell('id'))} ${meeting.dayId}`;
    const open = hours.get(key);
    const isNext = open !== undefined && open.last + 1 === meeting.start;
    if (open === undefined || !isNext) {
      hours.set(key, { row: row.number, meeting, last: meeting.start });
      return false;
    }
    open.last = meeting.start;
    meetings.set(open.row, { ...open.meeting, length: open.last - open.meeting.start + 1 });
    return true;
  }

  return {
    register(row) {
      const draft = new RowDraft(row);
      drafts.set(row.number, draft);
      const meeting = meetingOf(row, words, bench, draft);
      const isHour = meeting !== null && row.cell('id') !== '' && row.cell('end') === '';
      const isMore = isHour && joined(row, meeting);
      meetings.set(row.number, isMore ? null : meeting);
      if (meeting !== null && !isMore) finder.offer(row, meetings.get(row.number) ?? meeting);
    },
    write(row) {
      const draft = drafts.get(row.number) ?? new RowDraft(row);
      if (['id', 'course', 'day', 'start'].every((key) => row.cell(key) === '')) return draft.plan('empty', '');
      const meeting = meetings.get(row.number);
      const label = [row.cell('course') || row.cell('id'), row.cell('groups')]
        .filter((part) => part !== '')
        .join(' · ');
      if (meeting === null || meeting === undefined) {
        const isFaulty = draft.remarks.some(({ remark }) => remark.severity === 'error');
        return draft.plan(isFaulty ? 'refused' : 'unchanged', label);
      }
      const found = finder.eventOf(row, meeting);
      if (found === null) {
        draft.fault(
          row.cell('id') === '' ? 'course' : 'id',
          'sheet.noEvent',
          'No event is left that this row could mean.',
        );
        return draft.plan('refused', label);
      }
      return writeMeeting(found, meeting, draft, label);
    },
    finish: () => changes,
  };

  function writeMeeting({ event, days }: FoundEvent, meeting: Meeting, draft: RowDraft, label: string): RowPlan {
    const timeId = timeIdOf(event, meeting, days, bench);
    if (timeId === null) {
      draft.fault('start', 'sheet.notThen', 'The event cannot be at this time: its length, weeks or times are others.');
      return draft.plan('refused', label);
    }
    const before = placed.get(event.id) ?? null;
    const after: AssignmentData = {
      eventId: event.id,
      timeId,
      roomIds: meeting.roomIds.length > 0 ? meeting.roomIds : (before?.roomIds ?? []),
      instructorIds: instructorsOf(event, meeting, before),
    };
    if (before !== null && samePlace(before, after, event)) return draft.plan('unchanged', label);
    draft.differs('start', placeText(before, bench), placeText(after, bench));
    draft.differs('rooms', bench.namesOf('rooms', before?.roomIds ?? []), bench.namesOf('rooms', after.roomIds));
    draft.differs(
      'instructors',
      bench.namesOf('instructors', before?.instructorIds ?? []),
      bench.namesOf('instructors', after.instructorIds),
    );
    changes.push({ of: 'assignment', timetableId: target.id, eventId: event.id, before, after });
    placed.set(event.id, after);
    return draft.plan(before?.timeId === undefined ? 'add' : 'change', label);
  }
}

function meetingOf(row: SheetRow, words: CalendarWords, bench: Bench, draft: RowDraft): Meeting | null {
  if (['id', 'course', 'day', 'start'].every((key) => row.cell(key) === '')) return null;
  const dayId = words.dayOf(row.cell('day'));
  const start = words.slotOf(row.cell('start'));
  const end = row.cell('end') === '' ? null : words.slotEndingAt(row.cell('end'));
  if (dayId === undefined) draft.fault('day', 'sheet.day', 'The calendar has no such day.', row.cell('day'));
  if (start === undefined) draft.fault('start', 'sheet.slot', 'The calendar has no such slot.', row.cell('start'));
  if (end === undefined) draft.fault('end', 'sheet.slot', 'No slot ends then.', row.cell('end'));
  const weekCount = bench.problem.calendar.weekCount;
  const read = row.cell('weeks') === '' ? null : readWeeks(row.cell('weeks'), weekCount);
  for (const remark of read?.remarks ?? []) draft.say('weeks', remark);
  const ids = (field: 'rooms' | 'instructors') => {
    const value = row.cell(field) === '' ? [] : draft.read(field, { type: 'references', list: field }, bench);
    return Array.isArray(value) ? value : [];
  };
  const [roomIds, instructorIds] = [ids('rooms'), ids('instructors')];
  if (dayId === undefined || start === undefined || end === undefined || (read?.value === undefined && read !== null)) {
    return null;
  }
  const given = Array.isArray(read?.value) ? read.value.map(Number) : undefined;
  return {
    dayId,
    start,
    length: end === null ? null : end - start + 1,
    weeks: given === undefined || given.length === 0 ? null : weekSubset(given, weekCount),
    roomIds,
    instructorIds,
  };
}

interface FoundEvent {
  readonly event: EventData;
  /** Days of the whole meeting. */
  readonly days: readonly string[];
}

/** Gives each row its event. */
function createMeetingFinder(bench: Bench, timetable: TimetableData) {
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
function timeOf(id: string, event: EventData, bench: Bench): MeetingTimeData | null {
  const own = { length: event.duration, weeks: weekSubset(event.weeks, bench.problem.calendar.weekCount) };
  const block = parsePlainId(id, own);
  if (block === null) return bench.get('meetingTimes', id) ?? null;
  const { dayId, slot, length, weeks } = block;
  return { id, days: [dayId], start: slot, length, ...(weeks === null ? {} : { weeks }) };
}

/** The id of the time on these days, as the event may have it; null when it may not. */
function timeIdOf(event: EventData, meeting: Meeting, days: readonly string[], bench: Bench): string | null {
  const { weekCount } = bench.problem.calendar;
  const ownWeeks = weekSubset(event.weeks, weekCount);
  const isLike = (time: MeetingTimeData) =>
    time.days.length === days.length &&
    time.days.every((day) => days.includes(day)) &&
    time.start === meeting.start &&
    (meeting.length === null || time.length === meeting.length) &&
    sameData(weekSubset(time.weeks, weekCount), meeting.weeks);
  if (event.times !== undefined) {
    return event.times.find(({ id }) => isLikeTime(timeOf(id, event, bench), isLike))?.id ?? null;
  }
  const isOwn = days.length === 1 && (meeting.length ?? event.duration) === event.duration;
  if (!isOwn || (meeting.weeks !== null && !sameData(meeting.weeks, ownWeeks))) return null;
  if (meeting.start + event.duration > bench.problem.calendar.slots.length) return null;
  return plainTimeId(meeting.dayId, meeting.start, 1, null);
}

function isLikeTime(time: MeetingTimeData | null, isLike: (time: MeetingTimeData) => boolean): boolean {
  return time !== null && isLike(time);
}

/** Everybody of a fixed pool, those of the row where there is a choice. */
function instructorsOf(event: EventData, meeting: Meeting, before: AssignmentData | null): readonly string[] {
  const pool = (event.instructors ?? []).map(({ id }) => id);
  if (event.instructorCount === undefined || event.instructorCount === pool.length) return pool;
  return meeting.instructorIds.length > 0 ? meeting.instructorIds : (before?.instructorIds ?? []);
}

function samePlace(a: AssignmentData, b: AssignmentData, event: EventData): boolean {
  const same = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((id) => other.includes(id));
  const isFixed = event.instructorCount === undefined;
  return (
    sameTimeId(a.timeId, b.timeId, event) &&
    same(a.roomIds, b.roomIds) &&
    (isFixed || same(a.instructorIds, b.instructorIds))
  );
}

/** A plain block can be written with or without its own length and weeks. */
function sameTimeId(a: string | undefined, b: string | undefined, event: EventData): boolean {
  if (a === b || a === undefined || b === undefined) return a === b;
  const own = { length: event.duration, weeks: event.weeks ?? null };
  const [one, other] = [parsePlainId(a, own), parsePlainId(b, own)];
  return one !== null && sameData(one, other);
}

function placeText(row: AssignmentData | null, bench: Bench): string {
  const time = row?.timeId === undefined ? null : /^(.+)@(\d+)/.exec(row.timeId);
  if (time === null) return row?.timeId ?? '';
  const { days, slots } = bench.problem.calendar;
  return `${days.find(({ id }) => id === time[1])?.name ?? time[1]} ${slots[Number(time[2])]?.start ?? ''}`;
}
