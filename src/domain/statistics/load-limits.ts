import type { Problem, Rule } from '../problem.ts';
import type { Load, WeekLoad } from './loads.ts';

export interface Limit {
  readonly min: number | null;
  readonly max: number | null;
  /** True when the strictest rule behind it is a hard one. */
  readonly hard: boolean;
}

/** Figures that rules set limits to. Of a day: the fullest, the lightest and the one with most gaps. */
export type LimitedFigure = 'slots' | 'days' | 'gaps' | 'daySlots' | 'dayGaps';

export type Limits = Readonly<Partial<Record<LimitedFigure, Limit>>>;

const figureOfKind: Readonly<Record<string, LimitedFigure>> = {
  maxLoadPerWeek: 'slots',
  minLoadPerWeek: 'slots',
  instructorLoad: 'slots',
  maxDays: 'days',
  minDays: 'days',
  maxGapsPerWeek: 'gaps',
  maxGapsPerDay: 'dayGaps',
  maxLoadPerDay: 'daySlots',
  minLoadPerDay: 'daySlots',
};

/** The limits that rules set to the loads of resources, by resource. Of several rules the strictest counts. */
export function loadLimits(problem: Problem): ReadonlyMap<number, Limits> {
  const limits = new Map<number, Record<string, Limit>>();
  for (const rule of problem.rules) {
    const figure = figureOfKind[rule.definition.id];
    if (figure === undefined) continue;
    for (const resource of rule.resources) {
      const own = limits.get(resource) ?? {};
      own[figure] = stricter(own[figure], limitOf(rule));
      limits.set(resource, own);
    }
  }
  return limits;
}

/** Whether a figure of some week lies outside its limit, and on which side. */
export function breachOf(load: Load, limits: Limits | undefined, figure: LimitedFigure): 'over' | 'under' | null {
  const limit = limits?.[figure];
  if (limit === undefined) return null;
  if (load.weeks.some((week) => limit.max !== null && mostOf(week, figure) > limit.max)) return 'over';
  if (load.weeks.some((week) => limit.min !== null && isUnder(week, figure, limit.min))) return 'under';
  return null;
}

function mostOf(week: WeekLoad, figure: LimitedFigure): number {
  switch (figure) {
    case 'daySlots':
      return week.fullestDay;
    case 'dayGaps':
      return week.mostGapsOfDay;
    default:
      return week[figure];
  }
}

/** Days without anything owe nothing to a least load of a day. */
function isUnder(week: WeekLoad, figure: LimitedFigure, min: number): boolean {
  if (figure === 'daySlots') return week.days > 0 && week.lightestDay < min;
  return mostOf(week, figure) < min;
}

function limitOf({ params, hard }: Rule): Limit {
  // `completeParams` has checked both against the definition; 0 as a least load asks for nothing.
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return { min: number(params.min) || null, max: number(params.max), hard };
}

function stricter(one: Limit | undefined, other: Limit): Limit {
  if (one === undefined) return other;
  return {
    min: ofBoth(one.min, other.min, Math.max),
    max: ofBoth(one.max, other.max, Math.min),
    hard: one.hard || other.hard,
  };
}

/** Of the two numbers what `choose` says; the one that there is, where one is missing. */
function ofBoth(one: number | null, other: number | null, choose: (a: number, b: number) => number): number | null {
  return one === null || other === null ? (one ?? other) : choose(one, other);
}
