import type { Measure, MeasureContext, Violation } from '../constraints/definition.ts';
import { isAskedForTotal, weekDayViewOf } from '../week-view.ts';
import { distinctEvents, type Finding, type MeasureOf, type Params } from './findings.ts';
import type { Occupancy } from './occupancy.ts';

/** What is found in one week class of one resource. */
type WeekFinding = Pick<Violation, 'amount' | 'total'>;

/** One finding for each week class; its `dayIndex` is the first day of the class. */
export function weekTotals(
  measure: MeasureOf<'weekTotal'>,
  context: MeasureContext<Params>,
  occupancy: Occupancy,
): Finding[] {
  const { params } = context;
  return byWeek(context, occupancy, (resource, masks) => {
    if (!isAskedForTotal(context, measure, resource)) return { amount: 0 };
    const total = masks.reduce(
      (sum, mask, day) => sum + measure.value(mask, weekDayViewOf(context, resource, day), params),
      0,
    );
    return { amount: measure.amount(total, params), total };
  });
}

export function weekSpreads(
  measure: MeasureOf<'weekSpread'>,
  context: MeasureContext<Params>,
  occupancy: Occupancy,
): Finding[] {
  const { params } = context;
  return byWeek(context, occupancy, (resource, masks) => {
    const values = masks.flatMap((mask, day) =>
      mask === 0 ? [] : [measure.value(mask, weekDayViewOf(context, resource, day), params)],
    );
    return { amount: values.length === 0 ? 0 : measure.amount(Math.max(...values) - Math.min(...values), params) };
  });
}

/** By day of the week: whether the night before it is looked at. */
export function nightsOf<P>(
  measure: Extract<Measure<P>, { readonly term: 'overnight' }>,
  params: P,
  dayCount: number,
): boolean[] {
  return Array.from({ length: dayCount }, (_, day) =>
    dayCount < 2 ? false : (measure.isNight?.(day, params) ?? day > 0),
  );
}

/** One finding for each night: `dayIndex` and `mask` are of the day after it, the events those of both days. */
export function nights(
  measure: MeasureOf<'overnight'>,
  context: MeasureContext<Params>,
  { occupants, busyMasks }: Occupancy,
): Finding[] {
  const { dayCount, dayIndexCount } = context.problem.axis;
  const asked = nightsOf(measure, context.params, dayCount);
  const found: Finding[] = [];
  for (const resource of context.rule.resources) {
    for (let dayIndex = 0; dayIndex < dayIndexCount; dayIndex++) {
      const day = dayIndex % dayCount;
      const eve = day === 0 ? dayIndex + dayCount - 1 : dayIndex - 1;
      const before = busyMasks[resource * dayIndexCount + eve] ?? 0;
      const mask = busyMasks[resource * dayIndexCount + dayIndex] ?? 0;
      if (asked[day] !== true || before === 0 || mask === 0) continue;
      const amount = measure.amount(31 - Math.clz32(before), 31 - Math.clz32(mask & -mask), context);
      const around = (occupants[resource] ?? []).filter(({ time }) =>
        time.spans.some((span) => span.dayIndex === dayIndex || span.dayIndex === eve),
      );
      if (amount !== 0) found.push({ amount, events: distinctEvents(around), resource, dayIndex, mask });
    }
  }
  return found;
}

function byWeek(
  { problem, rule }: MeasureContext<Params>,
  { occupants, busyMasks }: Occupancy,
  find: (resource: number, masks: readonly number[]) => WeekFinding,
): Finding[] {
  const { dayCount, dayIndexCount, weekClassCount } = problem.axis;
  const found: Finding[] = [];
  for (const resource of rule.resources) {
    for (let weekClass = 0; weekClass < weekClassCount; weekClass++) {
      const first = resource * dayIndexCount + weekClass * dayCount;
      const finding = find(resource, [...busyMasks.subarray(first, first + dayCount)]);
      if (finding.amount === 0) continue;
      const events = distinctEvents(occupants[resource] ?? []);
      found.push({ ...finding, events, resource, dayIndex: weekClass * dayCount });
    }
  }
  return found;
}
