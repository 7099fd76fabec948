import { evenTicks } from './even-ticks.ts';

/** A logarithmic axis that has a zero: below 1 it is linear. */

/** From the mark at or below the least value to a little above the greatest. */
export function logarithmicRange(min: number, max: number): [number, number] {
  const top = Math.max(10, (Number.isFinite(max) ? max : 0) * 1.15);
  const least = Number.isFinite(min) ? min * 0.9 : 0;
  return [marksUpTo(top).findLast((mark) => mark <= least) ?? 0, top];
}

/** Whole decades when there are more than three, else also 2 and 5 of each; between two of those, round numbers. */
export function logarithmicSplits(min: number, max: number): number[] {
  const inside = (mark: number) => mark >= min && mark <= max;
  const marks = marksUpTo(max).filter(inside);
  const decades = marks.filter((mark) => mark === 0 || Number.isInteger(Math.log10(mark)));
  if (decades.length > 3) return decades;
  return marks.length > 1 ? marks : [...evenTicks(min, max, 4)];
}

function marksUpTo(max: number): number[] {
  const marks = [0];
  for (let decade = 1; decade <= max; decade *= 10) marks.push(decade, decade * 2, decade * 5);
  return marks;
}
