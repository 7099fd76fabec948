import type { Problem } from '../problem.ts';
import type { SlotSelection } from '../problem-data.ts';
import { maskOf } from './masks.ts';

/** Masks by day of the selections asked about: each is asked for every cell and resource. */
const cache = new WeakMap<readonly SlotSelection[], { readonly problem: Problem; readonly masks: readonly number[] }>();

/** Bit mask of the selected slots of a day of the week. */
export function selectedMask(problem: Problem, selections: readonly SlotSelection[], day: number): number {
  let known = cache.get(selections);
  if (known?.problem !== problem) {
    const masks = problem.data.calendar.days.map(({ id }) =>
      maskOf(selections.flatMap((selection) => (selection.day === id ? selection.slots : []))),
    );
    known = { problem, masks };
    cache.set(selections, known);
  }
  return known.masks[day] ?? 0;
}

/** The same, but every slot when the selection is empty. */
export function chosenMask(problem: Problem, selections: readonly SlotSelection[], day: number): number {
  return selections.length === 0 ? (1 << problem.axis.slotCount) - 1 : selectedMask(problem, selections, day);
}

/** The number of slots of a week that a selection names, each counted once. */
export function selectedCount(selections: readonly SlotSelection[]): number {
  return new Set(selections.flatMap(({ day, slots }) => slots.map((slot) => `${day}@${slot}`))).size;
}
