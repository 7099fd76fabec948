import { cycleWeekOf, dateOf, holidayOn, type TermCalendar } from '../../domain/term-dates.ts';

/** A day of the term on which something is held. Dates are `YYYY-MM-DD`. */
export interface HeldDay {
  /** Calendar week of the term, from 0. */
  readonly week: number;
  readonly day: number;
  readonly date: string;
}

/** The dates of a meeting, and the shortest way to say them. */
export interface Recurrence {
  /** Ascending, holidays left out; at least one. */
  readonly held: readonly [HeldDay, ...HeldDay[]];
  readonly last: HeldDay;
  /** Weeks from one week with meetings to the next; null when the dates are told one by one. */
  readonly interval: number | null;
  /** Dates between the first and the last that the interval means, but on which nothing is held, ascending. */
  readonly excluded: readonly string[];
}

/** Dates of the term by week and day, found once. */
export class TermDates {
  readonly #calendar: TermCalendar;
  readonly #dates: readonly (readonly string[])[];
  readonly #isHeld: readonly (readonly boolean[])[];

  /** The calendar must have a term. */
  constructor(calendar: TermCalendar) {
    const { term, days } = calendar;
    this.#calendar = calendar;
    this.#dates = Array.from({ length: term?.weeks ?? 0 }, (_, week) =>
      days.map((_, day) => dateOf(calendar, { week, day }) ?? ''),
    );
    this.#isHeld = this.#dates.map((dates) =>
      dates.map((date) => date !== '' && (term === undefined || holidayOn(term, date) === null)),
    );
  }

  /** When a meeting on these days (ascending) of these weeks of the cycle is held; null when never. */
  recurrenceOf(days: readonly number[], weeks: readonly number[]): Recurrence | null {
    const active = this.#dates.flatMap((_, week) => (weeks.includes(cycleWeekOf(this.#calendar, week)) ? [week] : []));
    const [first, ...rest] = active.flatMap((week) => this.#heldIn(week, days));
    const last = rest.at(-1) ?? first;
    if (first === undefined || last === undefined) return null;
    const held = [first, ...rest] as const;
    const busy = [...new Set(held.map(({ week }) => week))];
    // The step is that of all weeks meant, not of those left over by holidays: exceptions are clearer than odd steps.
    const meant = active.filter((week) => first.week <= week && week <= last.week);
    const interval = meant.reduce((step, week) => greatestDivisor(step, week - first.week), 0) || 1;
    const dates = new Set(held.map(({ date }) => date));
    const excluded: string[] = [];
    for (let week = first.week; week <= last.week; week += interval) {
      for (const day of days) {
        const date = this.#dates[week]?.[day] ?? '';
        if (first.date < date && date < last.date && !dates.has(date)) excluded.push(date);
      }
    }
    // Few programs understand lists of dates, so exceptions are preferred unless they are in the majority.
    const isRule = excluded.length <= held.length || busy.length === 1;
    return { held, last, interval: isRule ? interval : null, excluded: isRule ? excluded : [] };
  }

  #heldIn(week: number, days: readonly number[]): HeldDay[] {
    return days
      .filter((day) => this.#isHeld[week]?.[day] === true)
      .map((day) => ({ week, day, date: this.#dates[week]?.[day] ?? '' }));
  }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
