import type { Problem } from '../problem.ts';
import type { SlotSelection } from '../problem-data.ts';
import { maskOf } from './masks.ts';

/** Bit mask of the selected slots of a day of the week. */
export function selectedMask(problem: Problem, selections: readonly SlotSelection[], day: number): number {
  const dayId = problem.data.calendar.days[day]?.id;
  return maskOf(selections.flatMap((selection) => (selection.day === dayId ? selection.slots : [])));
}
