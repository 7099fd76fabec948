import { localDate } from '../domain/local-date.ts';
import { dateOf } from '../domain/term-dates.ts';
import { weekStretches } from '../domain/week-stretches.ts';
import { dayOfDate, nextDate } from '../domain/weekdays.ts';
import type { Handout, HandoutCalendar } from './handout.ts';
import type { HandoutTexts } from './handout-texts.ts';

/** What is held in one week of the cycle; null: in all of them, laid over each other. */
export function inWeek(handout: Handout, week: number | null): Handout {
  if (week === null) return handout;
  return { ...handout, meetings: handout.meetings.filter(({ weeks }) => weeks?.includes(week) ?? true) };
}

/** Whether one week differs from another: by what is held, or by its dates. */
export function hasWeeks({ calendar, meetings }: Handout): boolean {
  const isDated = dateInWeek(calendar, 0, 0) !== null;
  return calendar.weekCount > 1 && (isDated || meetings.some(({ weeks }) => weeks !== undefined));
}

/** As many weeks can still be read when they are laid over each other. */
const fewWeeks = 4;

/**
 * The week of the cycle to be looked at on a day: on a free one that of the next which is none. Where nothing tells which
 * it is, null (all of them) or, of many, the first: whoever sees week A alone could take it for every week.
 */
export function presentWeek(calendar: HandoutCalendar, now: Date): number | null {
  if (calendar.term === undefined) return calendar.weekCount <= fewWeeks ? null : 0;
  const date = nextDate(calendar, localDate(now), { day: null, week: null }, []);
  return (date === null ? null : dayOfDate(calendar, date, [])?.week) ?? 0;
}

/** The date (`YYYY-MM-DD`) of a day in a week of the cycle; null where that week comes again. */
export function dateInWeek(calendar: HandoutCalendar, week: number, day: number): string | null {
  const { term, weekCount } = calendar;
  return term === undefined || weekCount < term.weeks || week >= term.weeks ? null : dateOf(calendar, { week, day });
}

/** `B`, or `12 · 16 Nov` where it has a date. */
export function weekName(calendar: HandoutCalendar, week: number, texts: HandoutTexts): string {
  const date = dateInWeek(calendar, week, 0);
  const number = weekStretches([week], calendar.weekCount).join('');
  return date === null ? number : `${number} · ${dayAndMonth(date, texts)}`;
}

/** A date as people of that language write it. */
export function dayAndMonth(date: string, { language }: HandoutTexts): string {
  const form = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(language, form).format(Date.parse(date));
  } catch {
    // the language of a file from elsewhere may be none
    return date;
  }
}
