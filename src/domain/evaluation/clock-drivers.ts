import type { MeasureContext } from '../constraints/definition.ts';
import { dividedAmount, rawAmount } from '../constraints/intervals.ts';
import { travelMinutes } from '../constraints/travel.ts';
import type { Finding, MeasureOf, Params } from './findings.ts';
import type { Occupancy } from './occupancy.ts';

export function travelPairs(
  measure: MeasureOf<'travelPair'>,
  context: MeasureContext<Params>,
  { placed }: Occupancy,
): Finding[] {
  const found: Finding[] = [];
  for (const { first, second, weight } of measure.pairs(context)) {
    const one = placed[first];
    const other = placed[second];
    if (!one || !other) continue;
    const minutes = travelMinutes(context.problem, one.firstRoom, other.firstRoom);
    if (minutes >= measure.enough(one.time, other.time)) found.push({ amount: weight, events: [first, second] });
  }
  return found;
}

export function intervalFindings(
  measure: MeasureOf<'intervals'>,
  { problem, rule, params }: MeasureContext<Params>,
  { placed }: Occupancy,
): Finding[] {
  const here = rule.events.flatMap((event) => placed[event] ?? []);
  const shape = measure.shape(params);
  const weekCount = problem.data.calendar.weekCount;
  const raw = rawAmount(
    shape,
    here.map((item) => item.time),
    weekCount,
  );
  const amount = dividedAmount(shape, raw, weekCount, rule.hard);
  return [{ amount, events: here.map((item) => item.event.index) }];
}
