import type { ParamSpec } from './params.ts';

/** Parameters that several rules have, and that mean the same in all of them. */

/** A morning and an afternoon, or all days of a term, that are days of their own in the calendar. */
export const daysAsOne = {
  type: 'integer',
  label: 'Days of the calendar that count as one',
  unit: 'days',
  min: 1,
  max: 30,
  default: 1,
} as const satisfies ParamSpec;

/** What a sum over all weeks is multiplied by before it is divided by their number (ITC-2019). */
export const penalty = {
  type: 'integer',
  label: 'Times',
  unit: 'before dividing',
  min: 1,
  max: 1000,
  default: 1,
} as const satisfies ParamSpec;
