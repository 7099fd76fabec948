import type { MeasureContext } from '../constraints/definition.ts';
import { distinctEvents, type Finding, type MeasureOf, type Params } from './findings.ts';
import type { Occupancy } from './occupancy.ts';

/** One finding for each slot: the events of the set that are held in it. */
export function slotCounts(
  measure: MeasureOf<'slotCount'>,
  context: MeasureContext<Params>,
  { occupants }: Occupancy,
): Finding[] {
  const { dayCount, dayIndexCount, slotCount } = context.problem.axis;
  const found: Finding[] = [];
  for (const resource of context.rule.resources) {
    for (let dayIndex = 0; dayIndex < dayIndexCount; dayIndex++) {
      const today = (occupants[resource] ?? []).flatMap((item) => {
        const span = item.time.spans.find((candidate) => candidate.dayIndex === dayIndex);
        return span === undefined ? [] : [{ item, slots: span.mask }];
      });
      for (let slot = 0; slot < slotCount; slot++) {
        const here = today.filter(({ slots }) => ((slots >>> slot) & 1) === 1).map(({ item }) => item);
        const amount = measure.amount(here.length, dayIndex % dayCount, slot, context);
        if (amount !== 0) found.push({ amount, events: distinctEvents(here), resource, dayIndex, mask: 1 << slot });
      }
    }
  }
  return found;
}
