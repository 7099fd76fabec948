import type { ParamSpecs, ParamValues } from '../constraints/params.ts';
import type { Problem } from '../problem.ts';

/** Hard units by meeting time. */
export type AmountsOfTimes = Int32Array;

interface Away {
  /** By resource; the same array for all who are away at the same times. */
  readonly amounts: ReadonlyMap<number, AmountsOfTimes>;
  readonly keys: ReadonlyMap<AmountsOfTimes, string>;
}

const cache = new WeakMap<Problem, Away>();

/** What it costs somebody to be busy at each meeting time, by hard rules on slots; undefined for those always there. */
export function awayAmounts(problem: Problem, resource: number): AmountsOfTimes | undefined {
  return awayOf(problem).amounts.get(resource);
}

/** Equal for all who are away at the same times. */
export function awayKey(problem: Problem, resource: number): string {
  const { amounts, keys } = awayOf(problem);
  const own = amounts.get(resource);
  return own === undefined ? '' : (keys.get(own) ?? '');
}

function awayOf(problem: Problem): Away {
  const known = cache.get(problem);
  if (known !== undefined) return known;
  const sums = new Map<number, AmountsOfTimes>();
  for (const rule of problem.rules) {
    if (!rule.hard) continue;
    for (const measure of rule.definition.measures) {
      if (measure.term !== 'resourceSlot') continue;
      // `completeParams` has checked the values against the definition's specs.
      const context = { problem, rule, params: rule.params as ParamValues<ParamSpecs> };
      const amounts = byTime(problem, (dayIndex, slot) => measure.amount(dayIndex, slot, context));
      for (const resource of rule.resources) {
        const before = sums.get(resource);
        sums.set(
          resource,
          before === undefined ? amounts : amounts.map((amount, time) => amount + (before[time] ?? 0)),
        );
      }
    }
  }
  const shared = new Map<string, AmountsOfTimes>();
  const amounts = new Map<number, AmountsOfTimes>();
  const keys = new Map<AmountsOfTimes, string>();
  for (const [resource, sum] of sums) {
    const content = sum.join();
    const own = shared.get(content) ?? sum;
    if (own === sum) keys.set(own, `away ${shared.size}`);
    shared.set(content, own);
    amounts.set(resource, own);
  }
  const found = { amounts, keys };
  cache.set(problem, found);
  return found;
}

function byTime(problem: Problem, amountOf: (dayIndex: number, slot: number) => number): AmountsOfTimes {
  const { slotCount, dayIndexCount } = problem.axis;
  const ofSlots = Int32Array.from({ length: dayIndexCount * slotCount }, (_, slot) =>
    amountOf(Math.floor(slot / slotCount), slot % slotCount),
  );
  return Int32Array.from(problem.times, ({ spans, start, length }) => {
    let sum = 0;
    for (const { dayIndex } of spans) {
      for (let slot = start; slot < start + length; slot++) sum += ofSlots[dayIndex * slotCount + slot] ?? 0;
    }
    return sum;
  });
}
