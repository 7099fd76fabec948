import type { DayView } from './constraints/definition.ts';
import { selectedMask } from './constraints/slot-selection.ts';
import { unavailable } from './constraints/unavailable.ts';
import type { Problem } from './problem.ts';
import type { SlotSelection } from './problem-data.ts';

type MasksOfDay = readonly number[];

interface UnavailableMasks {
  readonly any: readonly MasksOfDay[];
  readonly hard: readonly MasksOfDay[];
}

const cache = new WeakMap<Problem, UnavailableMasks>();

/** Slots marked unavailable, by resource and day of the week, by any `unavailable` rule and by hard ones alone. */
export function unavailableMasks(problem: Problem): UnavailableMasks {
  const known = cache.get(problem);
  if (known !== undefined) return known;
  const empty = () => problem.resources.map(() => new Array<number>(problem.axis.dayCount).fill(0));
  const masks = { any: empty(), hard: empty() };
  for (const rule of problem.rules) {
    if (rule.definition.id !== unavailable.id) continue;
    // The definition's own parameter, checked by `completeParams`.
    const slots = rule.params.slots as readonly SlotSelection[];
    for (let day = 0; day < problem.axis.dayCount; day++) {
      const mask = selectedMask(problem, slots, day);
      for (const resource of rule.resources) {
        addBits(masks.any[resource], day, mask);
        if (rule.hard) addBits(masks.hard[resource], day, mask);
      }
    }
  }
  cache.set(problem, masks);
  return masks;
}

/** What a day-shape measure knows of a resource's day; `day` is the day of the week. */
export function dayViewOf(problem: Problem, resource: number, day: number): DayView {
  return {
    day,
    slotCount: problem.axis.slotCount,
    breakMask: problem.axis.breakMaskOfDay[day] ?? 0,
    unavailableMask: unavailableMasks(problem).any[resource]?.[day] ?? 0,
  };
}

function addBits(masks: number[] | undefined, index: number, mask: number): void {
  if (masks !== undefined) masks[index] = (masks[index] ?? 0) | mask;
}
