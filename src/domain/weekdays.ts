import { minutesOf } from './build/calendar.ts';
import type { CalendarData } from './problem-data.ts';
import { folded } from './search/folding.ts';
import { cycleWeekOf, termDayOf } from './term-dates.ts';

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
export function dayOfDate(calendar: CalendarData, date: string, locales: readonly string[]): CycleDay | null {
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

/** `YYYY-MM-DD` of a moment by the clock of this machine. */
export function localDate(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

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
