import type { Change } from '../operations/operation.ts';
import { sameData } from '../operations/same-data.ts';
import type { EventData, MeetingTimeData } from '../problem-data.ts';
import { parsePlainId, plainTimeId, weekSubset } from '../time-ids.ts';
import type { AssignmentData, TimetableData } from '../timetable.ts';
import { type Bench, plainName } from './bench.ts';
import { type CalendarWords, calendarWords } from './calendar-words.ts';
import { readWeeks } from './cells.ts';
import { createMeetingFinder, type FoundEvent, type Meeting, timeOf } from './meeting-finder.ts';
import { RowDraft, type RowPlan, type RowPlanner, type SheetRow } from './rows.ts';

/** The timetable that rows about places change. */
export interface PlacedTimetable {
  readonly id: string;
  readonly timetable: TimetableData;
}

/**
 * Rows that are meetings of a timetable: Horarium's own list, or FET's with a row for each hour. The event is the one of the
 * id, else of course, name and groups; equal ones take the rows in their order, first those that are there already.
 */
export function createPlacementRows(bench: Bench, target: PlacedTimetable): RowPlanner {
  const words = calendarWords(bench.problem.calendar);
  const finder = createMeetingFinder(bench, target.timetable);
  const meetings = new Map<number, Meeting | null>();
  const joined = createHours(meetings);
  const drafts = new Map<number, RowDraft>();
  const { place, changes } = createPlacing(bench, target);
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
        const field = row.cell('id') === '' ? 'course' : 'id';
        draft.fault(field, 'sheet.noEvent', 'No event is left that this row could mean.');
        return draft.plan('refused', label);
      }
      return place(found, meeting, draft, label);
    },
    finish: () => changes,
  };
}

/**
 * Tells of a row whether it goes on with the meeting of one before: the hours of one activity on one day are one meeting,
 * which its first row tells and which grows among the meetings.
 */
function createHours(meetings: Map<number, Meeting | null>): (row: SheetRow, meeting: Meeting) => boolean {
  const hours = new Map<string, { readonly row: number; readonly meeting: Meeting; last: number }>();
  return (row, meeting) => {
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
  };
}

/** Places events in the timetable, row by row, and keeps what changes by that. */
function createPlacing(bench: Bench, target: PlacedTimetable) {
  const changes: Change[] = [];
  const placed = new Map(target.timetable.assignments.map((row) => [row.eventId, row]));

  function place({ event, days }: FoundEvent, meeting: Meeting, draft: RowDraft, label: string): RowPlan {
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
  return { place, changes };
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
