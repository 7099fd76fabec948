import { type Diagnostic, error } from '../diagnostic.ts';
import { largestPenalty } from '../domain-facts.ts';
import type { Problem } from '../problem.ts';
import type { ScoreBounds } from '../score-bounds.ts';

/**
 * The kernel counts in signed integers of 32 bits. Why nothing overflows within these limits, where D is the soft and H
 * the hard change that one event can cause, and W the weight of a hard unit:
 *
 * - scores: totals of both levels are below 2^31;
 * - moves: with D < 2^26 and W × H < 2^26, a Kempe chain of 16 events changes by less than 16 × (W × H + D) < 2^31, and
 *   an exchange, from which two bounds of gains (each at most D) are subtracted, by less than 2 × W × H + 4 × D < 2^29;
 * - clashes by profile and cell are counted in 16 bits without sign.
 */
const mostTotal = 2 ** 31 - 1;
export const mostOfEvent = 2 ** 26 - 1;
const mostOfCell = 2 ** 16 - 1;

/** Hard units weigh no more than this anyway. */
const usualHardWeight = 20_000;

/** The largest weight of a hard unit for which weighted changes stay within the limits. */
export function largestHardWeight({ hard }: ScoreBounds): number {
  return Math.max(1, Math.min(usualHardWeight, Math.floor(mostOfEvent / Math.max(1, hard.ofEvent))));
}

/** What of a problem could make scores too large; empty for all that people plan. */
export function scoreFlaws({ soft, hard }: ScoreBounds): Diagnostic[] {
  const flaws: Diagnostic[] = [];
  const softExcess = Math.max(soft.total / mostTotal, soft.ofEvent / mostOfEvent);
  if (softExcess > 1) {
    flaws.push(
      error('problem.weightsTooLarge', 'The weights and penalties are too large: soft costs could not be counted.', {
        value: `${Math.ceil(soft.total)}`,
        place: 'rules',
        advice: 'Divide all weights and penalties by {n}.',
        values: { n: Math.ceil(softExcess) },
      }),
    );
  }
  if (hard.total > mostTotal || hard.ofEvent > mostOfEvent || hard.ofCell > mostOfCell) {
    flaws.push(
      error('problem.amountsTooLarge', 'The hard rules count too much: their amounts could not be added up.', {
        value: `${Math.ceil(hard.total)}`,
        place: 'rules',
        advice: 'Look for wrong sizes of groups and events, and for rules that are repeated very often.',
      }),
    );
  }
  return flaws;
}

/** Below these, only a problem far beyond any known one could pass the limits; then encoding it says so. */
const usualWeight = 1000;
const usualSize = 10_000;
const usualResources = 1000;
/** With more meeting times, looking at all pairs of them is left to whoever encodes the problem. */
const mostTimes = 1000;

function largestWeight(rules: Problem['rules']): number {
  return rules.reduce((most, { hard, weight }) => Math.max(most, hard ? 1 : weight), 1);
}

/** Whether the bounds should be looked at: they take as long as all the rest of building. */
export function mayBeTooLarge({ rules, events, data, times }: Problem): boolean {
  if (times.length > mostTimes && rules.length > 0) return false;
  return (
    rules.some((rule) => !rule.hard && rule.weight > usualWeight) ||
    events.some(
      (event) =>
        event.size > usualSize ||
        event.staticResources.length > usualResources ||
        [event.times, event.rooms, event.instructors].some((items) => largestPenalty(items) > usualWeight),
    ) ||
    // who attends together costs something, each time at most the weight of a rule
    data.students.length * largestWeight(rules) > usualSize * 10 * usualWeight
  );
}
