import type { Card } from './view.ts';

/** Narrowest lane of a card, in pixels; days with many cards side by side get wider. */
const laneWidth = 72;
/** Narrowest day with one lane, and the column of the times (`.time-column`); where two weeks share the page, less. */
const narrowest = { usual: { day: 84, time: 58 }, compact: { day: 68, time: 46 } } as const;

/** How narrow the columns of a week may be, in pixels: each of the days, and all with that of the times. */
export function columnWidths(
  cards: readonly Card[],
  days: readonly number[],
  isCompact: boolean,
): { readonly days: readonly number[]; readonly whole: number } {
  const least = narrowest[isCompact ? 'compact' : 'usual'];
  const lanes = new Map<number, number>();
  for (const card of cards) lanes.set(card.day, Math.max(lanes.get(card.day) ?? 1, card.lanes));
  const widths = days.map((day) => {
    const count = lanes.get(day) ?? 1;
    return count === 1 ? least.day : Math.max(least.day, count * laneWidth);
  });
  return { days: widths, whole: widths.reduce((sum, width) => sum + width, least.time) };
}
