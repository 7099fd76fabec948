import { minutesOf } from './build/calendar.ts';
import type { CalendarData } from './problem-data.ts';
import { folded } from './search/folding.ts';
import { cycleWeekOf, holidayOn, type TermCalendar, termDayOf } from './term-dates.ts';

/** A day of the calendar (index), and the week of the cycle where the dates of the term tell it, else null. */
export interface CycleDay {
  readonly day: number;
  readonly week: number | null;
}

/**
 * The day of the calendar that a date (`YYYY-MM-DD`) is: by the dates of the term where there are any, else by the
 * weekdays given to the days, else by what they are called in one of the languages: in full, by their first two letters
 * at least, or with something after it ("Monday A"). Null when there is no such day.
 */
export function dayOfDate(calendar: TermCalendar, date: string, locales: readonly string[]): CycleDay | null {
  if (calendar.term !== undefined) {
    const found = termDayOf(calendar, date);
    return found === null ? null : { day: found.day, week: cycleWeekOf(calendar, found.week) };
  }
  const time = Date.parse(`${date}T00:00Z`);
  if (Number.isNaN(time)) return null;
  const weekday = new Date(time).getUTCDay() || 7;
  const week = calendar.weekCount === 1 ? 0 : null;
  const given = calendar.days.findIndex((day) => day.weekday === weekday);
  if (given >= 0) return { day: given, week };
  for (const locale of locales) {
    const name = folded(new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(time));
    const day = calendar.days.findIndex((item) => item.weekday === undefined && isShortFor(firstWord(item.name), name));
    if (day >= 0) return { day, week };
  }
  return null;
}

/** Days that are looked at for a date: more than a cycle, a long holiday or the time to the next term takes. */
const lookedAhead = 400;

/**
 * The first date from `from` on (`YYYY-MM-DD`) that is a day of the calendar and no holiday; with `wanted`, that day and,
 * where the dates tell the weeks, that week. Null when there is none within a year.
 */
export function nextDate(
  calendar: TermCalendar,
  from: string,
  wanted: { readonly day: number | null; readonly week: number | null },
  locales: readonly string[],
): string | null {
  const first = Date.parse(`${from}T00:00Z`);
  if (Number.isNaN(first)) return null;
  for (let ahead = 0; ahead < lookedAhead; ahead++) {
    const date = new Date(first + ahead * dayMilliseconds).toISOString().slice(0, 10);
    const found = dayOfDate(calendar, date, locales);
    if (found === null || (calendar.term !== undefined && holidayOn(calendar.term, date) !== null)) continue;
    const isWeek = wanted.week === null || found.week === null || found.week === wanted.week;
    if (isWeek && (wanted.day === null || found.day === wanted.day)) return date;
  }
  return null;
}

const dayMilliseconds = 86_400_000;

/** First slot that has not ended at a time of the day, given in minutes; null after the last one. */
export function slotAtMinute({ slots }: CalendarData, minute: number): number | null {
  const found = slots.findIndex(({ end }) => (minutesOf(end) ?? 0) > minute);
  return found < 0 ? null : found;
}

function firstWord(name: string): string {
  return folded(name).split(/[\s.,;:/-]+/)[0] ?? '';
}

function isShortFor(short: string, name: string): boolean {
  return short.length >= 2 && name.startsWith(short);
}
