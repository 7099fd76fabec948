import type { Problem } from '../problem.ts';
import type { SlotSelection } from '../problem-data.ts';
import { maskOf } from './masks.ts';

/** Masks by day of the selections asked about: each is asked for every cell and resource. */
const cache = new WeakMap<readonly SlotSelection[], { readonly problem: Problem; readonly masks: readonly number[] }>();

/** Bit mask of the slots of a day of the week that are selected in every week. */
export function selectedMask(problem: Problem, selections: readonly SlotSelection[], day: number): number {
  let known = cache.get(selections);
  if (known?.problem !== problem) {
    const masks = problem.data.calendar.days.map(({ id }) =>
      maskOf(selections.flatMap(({ day, slots, weeks }) => (day === id && weeks === undefined ? slots : []))),
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

const cellCache = new WeakMap<readonly SlotSelection[], { readonly problem: Problem; readonly cells: Uint8Array }>();

/** True when a slot of a day index (`weekClass * dayCount + day`) is selected; days may be long. */
export function isSelected(
  problem: Problem,
  selections: readonly SlotSelection[],
  dayIndex: number,
  slot: number,
): boolean {
  let known = cellCache.get(selections);
  if (known?.problem !== problem) {
    known = { problem, cells: selectedCells(problem, selections) };
    cellCache.set(selections, known);
  }
  return known.cells[dayIndex * problem.axis.slotCount + slot] === 1;
}

function selectedCells({ axis, data }: Problem, selections: readonly SlotSelection[]): Uint8Array {
  const cells = new Uint8Array(axis.dayIndexCount * axis.slotCount);
  for (const { day, slots, weeks } of selections) {
    const dayOfWeek = data.calendar.days.findIndex(({ id }) => id === day);
    for (const weekClass of new Set(weeks?.map((week) => axis.classOfWeek[week] ?? 0) ?? axis.classOfWeek)) {
      const first = (weekClass * axis.dayCount + dayOfWeek) * axis.slotCount;
      for (const slot of slots) cells[first + slot] = 1;
    }
  }
  return cells;
}
