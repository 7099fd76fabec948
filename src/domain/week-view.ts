import type { Measure, MeasureContext, WeekDayView, WeekView } from './constraints/definition.ts';
import type { ParamSpecs, ParamValues } from './constraints/params.ts';
import { chosenMask } from './constraints/slot-selection.ts';
import { dayViewOf } from './day-view.ts';
import type { Problem } from './problem.ts';
import type { SlotSelection } from './problem-data.ts';

type Params = ParamValues<ParamSpecs>;
type WeekMeasure = Extract<Measure<Params>, { readonly term: 'weekShape' }>;
type TotalMeasure = Extract<Measure<Params>, { readonly term: 'weekTotal' }>;

/** What a week-shape measure knows of a resource's week. */
export function weekViewOf(problem: Problem, resource: number): WeekView {
  const { dayCount, closedMaskOfDay } = problem.axis;
  let openDays = 0;
  for (let day = 0; day < dayCount; day++) {
    const view = dayViewOf(problem, resource, day);
    if (isOpen({ ...view, closedMask: closedMaskOfDay[day] ?? 0 })) openDays |= 1 << day;
  }
  return { openDays };
}

/** True when there is a slot that is open, no break and not marked unavailable. */
export function isOpen(day: Omit<WeekDayView, 'chosenMask'>): boolean {
  return (((1 << day.slotCount) - 1) & ~day.breakMask & ~day.unavailableMask & ~day.closedMask) !== 0;
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
  return isSurelyBusy(problem, resource) || amount(0) === 0 ? amount : null;
}

/** For each number of days that a measure counts, from 0 on, a set of so many: all sets of that size cost the same. */
export function daySets({ countsDays }: WeekMeasure, { openDays }: WeekView, dayCount: number): readonly number[] {
  const counted = countsDays === 'open' ? openDays : (1 << dayCount) - 1;
  const sets = [0];
  let days = 0;
  for (let day = 0; day < dayCount; day++) {
    if (((counted >>> day) & 1) === 0) continue;
    days |= 1 << day;
    sets.push(days);
  }
  return sets;
}

/** True when a measure over the total of a week is asked about the resource; see `weekAmountsOf`. */
export function isAskedForTotal(
  { problem, params }: MeasureContext<Params>,
  measure: TotalMeasure,
  resource: number,
): boolean {
  if (isSurelyBusy(problem, resource) || measure.amount(0, params) === 0) return true;
  return measure.asksEveryone === true && instructorsInPools(problem).has(resource);
}

/** What a measure over the days of a week knows of each of them. */
export function weekDayViewOf(
  { problem, rule, params }: MeasureContext<Params>,
  resource: number,
  day: number,
): WeekDayView {
  const { slotCount, breakMask, unavailableMask } = dayViewOf(problem, resource, day);
  const closedMask = problem.axis.closedMaskOfDay[day] ?? 0;
  const hasChoice = rule.definition.params.slots?.type === 'slots';
  // `completeParams` has checked the value against its spec.
  const chosen = hasChoice ? (params.slots as readonly SlotSelection[]) : [];
  return { slotCount, breakMask, unavailableMask, closedMask, chosenMask: chosenMask(problem, chosen, day) };
}

function isSurelyBusy(problem: Problem, resource: number): boolean {
  return (problem.resources[resource]?.events.length ?? 0) > 0;
}

const pools = new WeakMap<Problem, ReadonlySet<number>>();

/** Resources of the instructors that some event may choose, or has. */
function instructorsInPools(problem: Problem): ReadonlySet<number> {
  let known = pools.get(problem);
  if (known === undefined) {
    const { events, resourceOfInstructor } = problem;
    known = new Set(events.flatMap((event) => event.instructors.map(({ index }) => resourceOfInstructor[index] ?? -1)));
    pools.set(problem, known);
  }
  return known;
}
