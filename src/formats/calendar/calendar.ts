import { type Diagnostic, error, warning } from '../../domain/diagnostic.ts';
import type { MeetingTime } from '../../domain/problem.ts';
import type { CalendarData } from '../../domain/problem-data.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { dateOf, dayOffsets } from '../../domain/term-dates.ts';
import { fingerprint } from '../fingerprint.ts';
import { type PlacementNames, titleOf } from '../placement-names.ts';
import { unplacedRemark } from '../unplaced-remark.ts';
import { icsFile, icsInstant, icsText, icsTimeZone, icsWallTime } from './ics-text.ts';
import { type Recurrence, TermDates } from './recurrence.ts';
import { createTimeZone, localTimeZone, type TimeZone } from './time-zone.ts';

const daySeconds = 86_400;
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** Sequence numbers are the seconds since then: later files have larger ones, and they fit into 31 bits until 2088. */
const sequenceStart = Date.UTC(2020, 0, 1);

/** Whose dates they are, and how calendars know them again. */
export interface CalendarSource {
  readonly calendar: Pick<CalendarData, 'days' | 'weekCount' | 'term'>;
  /** What tells the project from others for good. */
  readonly projectId: string;
  /** IANA name; absent: that of the device. */
  readonly timeZone?: string;
  /** When the timetable was last changed, ISO 8601. */
  readonly changedAt: string;
  /**
   * When it is handed out, ISO 8601; absent: when it was changed. A calendar keeps what it has when a file does not say that it is
   * later (RFC 5545, 3.8.7.4), and the times of slots, names and the choice of the timetable change without the timetable.
   */
  readonly writtenAt?: string;
}

/** An event with its time and the names of what it has. */
export interface DatedMeeting {
  readonly id: string;
  readonly time: Pick<MeetingTime, 'days' | 'weeks' | 'startMinute' | 'endMinute'>;
  readonly names: Omit<PlacementNames, 'weeks'>;
}

/** Writes the meetings of somebody as an iCalendar file (RFC 5545). */
class CalendarWriter {
  readonly #calendar: CalendarSource['calendar'];
  readonly #zone: TimeZone;
  readonly #dates: TermDates;
  readonly #project: string;
  readonly #stamp: readonly string[];
  readonly #zoneLines: readonly string[];

  /** Use `createCalendarWriter`: the calendar must have a term. */
  constructor({ calendar, projectId, changedAt, writtenAt }: CalendarSource, zone: TimeZone) {
    this.#calendar = calendar;
    this.#zone = zone;
    this.#dates = new TermDates(this.#calendar);
    this.#project = fingerprint(projectId);
    // The same for all files: finding it takes longer than writing a file.
    this.#zoneLines = icsTimeZone(zone, ...this.#span());
    const changed = Math.max(Date.parse(changedAt) || 0, Date.parse(writtenAt ?? '') || 0);
    const seconds = Math.floor(Math.max(0, changed - sequenceStart) / 1000);
    const instant = icsInstant(sequenceStart / 1000 + seconds);
    this.#stamp = [`DTSTAMP:${instant}`, `LAST-MODIFIED:${instant}`, `SEQUENCE:${seconds}`];
  }

  /** `name` is shown by programs that show several calendars. */
  file(name: string, meetings: readonly DatedMeeting[]): Uint8Array {
    return icsFile([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Horarium//Horarium//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      // The second is what most programs look at.
      `NAME:${icsText(name)}`,
      `X-WR-CALNAME:${icsText(name)}`,
      ...this.#zoneLines,
      ...meetings.flatMap((meeting) => this.#event(meeting)),
      'END:VCALENDAR',
    ]);
  }

  /** How many of the meetings have no date, because of holidays or because the term ends before their week. */
  withoutDate(meetings: readonly Pick<DatedMeeting, 'time'>[]): number {
    return meetings.filter(({ time }) => this.#dates.recurrenceOf(time.days, time.weeks) === null).length;
  }

  #event(meeting: DatedMeeting): readonly string[] {
    const { id, time, names } = meeting;
    const recurrence = this.#dates.recurrenceOf(time.days, time.weeks);
    if (recurrence === null) return [];
    const at = (date: string, minute: number) => this.#local(wallTimeOf(date, minute));
    const [first] = recurrence.held;
    const details = [
      titleOf(names) === names.course ? '' : names.course,
      names.instructors.join(', '),
      names.groups.join(', '),
    ].filter((line) => line !== '');
    return [
      'BEGIN:VEVENT',
      `UID:${fingerprint(id)}-${this.#project}@horarium`,
      ...this.#stamp,
      `DTSTART${at(first.date, time.startMinute)}`,
      `DTEND${at(first.date, time.endMinute)}`,
      ...this.#repetition(meeting, recurrence),
      `SUMMARY:${icsText(titleOf(names))}`,
      ...(names.rooms.length === 0 ? [] : [`LOCATION:${icsText(names.rooms.join(', '))}`]),
      ...(details.length === 0 ? [] : [`DESCRIPTION:${icsText(details.join('\n'))}`]),
      'END:VEVENT',
    ];
  }

  #repetition({ time }: DatedMeeting, { held, last, interval, excluded }: Recurrence): readonly string[] {
    if (held.length === 1) return [];
    const list = (dates: readonly string[]) => this.#local(dates.map((date) => wallTimeOf(date, time.startMinute)));
    // The first date is an occurrence by itself; some programs know it only if it is in the list as well.
    if (interval === null) return [`RDATE${list(held.map(({ date }) => date))}`];
    const until = icsInstant(this.#zone.instantOf(wallTimeOf(last.date, time.startMinute)));
    const days = [...new Set(time.days.map((day) => this.#weekday(day)))].join(',');
    const step = interval === 1 ? '' : `;INTERVAL=${interval}`;
    const rule = `RRULE:FREQ=WEEKLY${step};BYDAY=${days};UNTIL=${until};WKST=${this.#weekday(0)}`;
    return excluded.length === 0 ? [rule] : [rule, `EXDATE${list(excluded)}`];
  }

  /** Parameter and value of a property that tells wall times in the zone. */
  #local(wallTimes: number | readonly number[]): string {
    return `;TZID=${this.#zone.name}:${[wallTimes].flat().map(icsWallTime).join(',')}`;
  }

  #weekday(day: number): string {
    const date = new Date(`${dateOf(this.#calendar, { week: 0, day })}T00:00Z`);
    return weekdayNames[date.getUTCDay()] ?? '';
  }

  /** From the day before the term to the day after it: more than any meeting needs, whatever its offset. */
  #span(): [number, number] {
    const { term } = this.#calendar;
    const start = wallTimeOf(term?.startDate ?? '', 0);
    return [start - daySeconds, start + ((term?.weeks ?? 0) * 7 + 1) * daySeconds];
  }
}

/** Fails when the calendar has no dates, or the zone is unknown. */
export function createCalendarWriter(source: CalendarSource): Result<CalendarWriter> {
  const flaw = flawOf(source.calendar);
  if (flaw !== null) return failure([flaw]);
  const name = source.timeZone ?? localTimeZone();
  const zone = createTimeZone(name);
  if (zone !== null) return success(new CalendarWriter(source, zone));
  return failure([
    error('write.timeZone', `There is no time zone "${name}".`, {
      value: name,
      advice: 'Give the name of a region and a city, such as Europe/Paris or America/New_York.',
    }),
  ]);
}

/** What the user should know about meetings that are not in the file. */
export function calendarRemarks(unplaced: number, withoutDate: number): readonly Diagnostic[] {
  const remarks: Diagnostic[] = [...unplacedRemark(unplaced)];
  if (withoutDate > 0) {
    const message = `${withoutDate} lectures fall on no date of the term and are not in the calendar.`;
    const advice = 'Check the number of weeks of the term, and its holidays.';
    remarks.push(warning('write.withoutDate', message, { value: withoutDate, advice }));
  }
  return remarks;
}

function flawOf(calendar: CalendarSource['calendar']): Diagnostic | null {
  if (calendar.term === undefined) {
    return error('write.noTerm', 'The project does not say when its term is, so its meetings have no dates.', {
      place: 'calendar.term',
      advice: 'Enter the first day, the number of weeks and the holidays in the calendar of the project.',
    });
  }
  if (dateOf(calendar, { week: 0, day: 0 }) === null) {
    return error('write.startDate', 'The term begins on a day that does not exist.', {
      value: calendar.term.startDate,
      place: 'calendar.term.startDate',
      advice: 'Write the date as YYYY-MM-DD.',
    });
  }
  if (dayOffsets(calendar).some((offset) => offset > 6)) {
    return error('write.longWeek', 'The calendar has weeks of more than seven days, which have no dates.', {
      value: calendar.days.length,
      place: 'calendar.days',
      advice: 'Use a cycle of several weeks instead.',
    });
  }
  return null;
}

/** `minute` of the day; 24:00 is midnight of the next one. */
function wallTimeOf(date: string, minute: number): number {
  return Date.parse(`${date}T00:00Z`) / 1000 + minute * 60;
}
