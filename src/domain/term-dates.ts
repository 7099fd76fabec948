import type { CalendarData, TermData } from './problem-data.ts';

/** What dates are reckoned by. */
export type TermCalendar = Pick<CalendarData, 'days' | 'weekCount' | 'term'>;

/** A calendar week of the term (0 is the first) and a day of the calendar (index). */
export interface TermDay {
  readonly week: number;
  readonly day: number;
}

const dayMilliseconds = 86_400_000;

/** Days between the first day of the calendar and each of its days in a week, ascending from 0. */
export function dayOffsets({ days }: Pick<CalendarData, 'days'>): readonly number[] {
  const first = days[0]?.weekday;
  let last = -1;
  return days.map(({ weekday }) => {
    last = first === undefined || weekday === undefined ? last + 1 : (weekday - first + 7) % 7;
    return last;
  });
}

/** `YYYY-MM-DD`, or null for a calendar without a term. */
export function dateOf(calendar: Pick<CalendarData, 'days' | 'term'>, { week, day }: TermDay): string | null {
  const start = calendar.term === undefined ? Number.NaN : Date.parse(`${calendar.term.startDate}T00:00Z`);
  const offset = dayOffsets(calendar)[day];
  if (Number.isNaN(start) || offset === undefined) return null;
  return new Date(start + (week * 7 + offset) * dayMilliseconds).toISOString().slice(0, 10);
}

/** The day of the term that a date (`YYYY-MM-DD`) is, holidays included; null outside the term or on a day off. */
export function termDayOf(calendar: Pick<TermCalendar, 'days' | 'term'>, date: string): TermDay | null {
  const { term } = calendar;
  if (term === undefined) return null;
  const days = Math.round((Date.parse(`${date}T00:00Z`) - Date.parse(`${term.startDate}T00:00Z`)) / dayMilliseconds);
  if (Number.isNaN(days) || days < 0 || days >= term.weeks * 7) return null;
  const day = dayOffsets(calendar).indexOf(days % 7);
  return day === -1 ? null : { week: Math.floor(days / 7), day };
}

/** Index of the week of the cycle that a calendar week of the term is: they repeat. */
export function cycleWeekOf({ weekCount }: Pick<CalendarData, 'weekCount'>, week: number): number {
  return week % weekCount;
}

/** Name of the holiday on which a date (`YYYY-MM-DD`) falls, or null. */
export function holidayOn({ holidays }: TermData, date: string): string | null {
  // dates in this form are in order as texts, too
  return holidays.find(({ from, to }) => from <= date && date <= to)?.name ?? null;
}
