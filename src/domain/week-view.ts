import type { Measure, MeasureContext, WeekView } from './constraints/definition.ts';
import type { ParamSpecs, ParamValues } from './constraints/params.ts';
import { dayViewOf } from './day-view.ts';
import type { Problem } from './problem.ts';

type Params = ParamValues<ParamSpecs>;
type WeekMeasure = Extract<Measure<Params>, { readonly term: 'weekShape' }>;

/** What a week-shape measure knows of a resource's week. */
export function weekViewOf(problem: Problem, resource: number): WeekView {
  const { dayCount, slotCount, closedMaskOfDay } = problem.axis;
  const allSlots = (1 << slotCount) - 1;
  let openDays = 0;
  for (let day = 0; day < dayCount; day++) {
    const { breakMask, unavailableMask } = dayViewOf(problem, resource, day);
    if ((allSlots & ~breakMask & ~unavailableMask & ~(closedMaskOfDay[day] ?? 0)) !== 0) openDays |= 1 << day;
  }
  return { openDays };
}

/**
 * The amounts of a week-shape measure for a resource by its set of worked days, or null when it is not asked about it:
 * whoever may be chosen for no event at all owes nothing for a week that stays empty.
 */
export function weekAmountsOf(
  { problem, params }: MeasureContext<Params>,
  measure: WeekMeasure,
  resource: number,
): ((days: number) => number) | null {
  const view = weekViewOf(problem, resource);
  const amount = (days: number) => measure.amount(days, params, view);
  const isSurelyBusy = (problem.resources[resource]?.events.length ?? 0) > 0;
  return isSurelyBusy || amount(0) === 0 ? amount : null;
}
