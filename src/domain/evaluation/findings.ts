import type { Measure, Violation } from '../constraints/definition.ts';
import type { ParamSpecs, ParamValues } from '../constraints/params.ts';
import type { PlacedEvent } from './occupancy.ts';

export type Params = ParamValues<ParamSpecs>;
export type MeasureOf<Term extends string> = Extract<Measure<Params>, { readonly term: Term }>;

/** What one measure found; `ruleViolations` adds rule, strength and cost. */
export type Finding = Pick<Violation, 'amount' | 'events'> &
  Partial<Pick<Violation, 'resource' | 'dayIndex' | 'mask' | 'total'>>;

export function distinctEvents(items: readonly PlacedEvent[]): number[] {
  return [...new Set(items.map((item) => item.event.index))];
}
