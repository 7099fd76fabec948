import type { Moment } from '../../../domain/free-resources.ts';
import type { Problem } from '../../../domain/problem.ts';
import { weekLabel } from '../words/labels.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Every week last; none when there is only one. */
export function weekChoices(
  problem: Problem,
  words: { readonly week: (letter: string) => string; readonly every: string },
): readonly Choice[] {
  const { weekCount } = problem.data.calendar;
  if (weekCount === 1) return [];
  const weeks = allWeeks(problem).map((week) => ({
    value: String(week + 1),
    label: words.week(weekLabel([week], weekCount)),
  }));
  return [...weeks, { value: 'all', label: words.every }];
}

/** What stands in the way of any teaching then; null when nothing does. */
export function closedAt({ axis }: Problem, { day, start, length }: Moment): 'break' | 'closed' | null {
  if (!axis.cellsAreSlots) return null;
  const mask = ((1 << length) - 1) << start;
  if (((axis.closedMaskOfDay[day] ?? 0) & mask) !== 0) return 'closed';
  return ((axis.breakMaskOfDay[day] ?? 0) & mask) !== 0 ? 'break' : null;
}

export function allWeeks({ data }: Problem): readonly number[] {
  return Array.from({ length: data.calendar.weekCount }, (_, week) => week);
}

/** The number in a part of an address, or `otherwise` when there is none within the bounds. */
export function whole(text: string | undefined, least: number, most: number, otherwise: number): number {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : otherwise;
}
