import { balancedDays } from './constraints/balanced-days.ts';
import type { RuleDefinition } from './constraints/definition.ts';
import { maxGapsPerDay } from './constraints/max-gaps-per-day.ts';
import { completeParams } from './constraints/params.ts';
import { roomStability } from './constraints/room-stability.ts';
import type { Problem, Resource, Rule } from './problem.ts';
import { largestWeight, type RuleData, type ScopeTarget } from './problem-data.ts';

/** What a run cares for most among the soft rules; `balanced` are the weights as they are. */
export const variantNames = [
  'balanced',
  'student-compact',
  'instructor-friendly',
  'room-efficient',
  'even-workload',
] as const;
export type VariantName = (typeof variantNames)[number];

/** Rules that count more: of these kinds, about these; absent means any. */
interface Emphasis {
  readonly kinds?: readonly string[];
  readonly of?: ScopeTarget;
}

/** How many times more the rules count that a variant cares for. */
const emphasis = 5;

const compactKinds = [
  ...['isolated', 'maxGapsPerDay', 'maxGapsPerWeek', 'maxSpan', 'maxDays', 'minLoadPerDay'],
  ...['beginsOrEndsDay', 'earlyStart', 'runLength'],
];

const emphasisOf: Readonly<Record<VariantName, readonly Emphasis[]>> = {
  balanced: [],
  'student-compact': [{ kinds: compactKinds, of: 'groups' }, { kinds: ['studentConflict'] }],
  'instructor-friendly': [{ of: 'instructors' }, { kinds: ['instructorSuitability'] }],
  'room-efficient': [{ of: 'rooms' }, { kinds: ['roomCapacity', 'roomSuitability', 'roomStability', 'sameRoom'] }],
  'even-workload': [
    { kinds: ['balancedDays', 'maxLoadPerDay', 'minLoadPerDay', 'maxLoadPerWeek', 'minLoadPerWeek'] },
    { kinds: ['instructorLoad', 'maxConsecutive', 'minDays', 'minDaysBetween'] },
  ],
};

/** A rule that a variant brings along where the project has none that asks for as much of all of them. */
interface Wish {
  readonly definition: RuleDefinition;
  readonly of: 'groups' | 'courses' | 'instructors';
  readonly params: Readonly<Record<string, unknown>>;
}

const wishesOf: Readonly<Record<VariantName, readonly Wish[]>> = {
  balanced: [],
  'student-compact': [{ definition: maxGapsPerDay, of: 'groups', params: { max: 0 } }],
  'instructor-friendly': [{ definition: maxGapsPerDay, of: 'instructors', params: { max: 0 } }],
  'room-efficient': [{ definition: roomStability, of: 'courses', params: { max: 1 } }],
  'even-workload': [
    { definition: balancedDays, of: 'groups', params: {} },
    { definition: balancedDays, of: 'instructors', params: {} },
  ],
};

const kindOfScope = { groups: 'group', courses: 'class', instructors: 'instructor' } as const satisfies Record<
  Wish['of'],
  Resource['kind']
>;

export function isVariantName(name: string): name is VariantName {
  return (variantNames as readonly string[]).includes(name);
}

/** By what the weight of a soft rule is multiplied. */
export function variantFactor(variant: VariantName, { kind, scope }: Pick<RuleData, 'kind' | 'scope'>): number {
  const counts = emphasisOf[variant].some(
    ({ kinds, of }) => (kinds?.includes(kind) ?? true) && (of === undefined || of === scope.of),
  );
  return counts ? emphasis : 1;
}

/**
 * The same problem with other weights of soft rules, in the proportions of the variant, and with rules for what the
 * variant promises where the project has none: events, ids, indices and hard rules stay, so that a timetable of the one
 * is a timetable of the other. Should a weight pass the largest there is, all of them shrink alike, to 1 at least.
 */
export function withVariant(problem: Problem, variant: VariantName): Problem {
  return withWishes(withWeights(problem, variant), problem, variant);
}

function withWeights(problem: Problem, variant: VariantName): Problem {
  const wanted = problem.rules.map((rule) => (rule.hard ? 0 : rule.weight * variantFactor(variant, rule.data)));
  if (problem.rules.every((rule, index) => rule.hard || wanted[index] === rule.weight)) return problem;
  const shrink = Math.min(1, largestWeight / wanted.reduce((high, weight) => Math.max(high, weight), 1));
  const rules = problem.rules.map((rule, index) => {
    if (rule.hard) return rule;
    const weight = Math.max(1, Math.round((wanted[index] ?? 1) * shrink));
    return { ...rule, weight, data: { ...rule.data, weight } };
  });
  return { ...problem, rules, data: { ...problem.data, rules: rules.map(({ data }) => data) } };
}

/** New rules come last. They count as much as the usual soft rule would if the variant cared for it. */
function withWishes(weighted: Problem, { rules }: Problem, variant: VariantName): Problem {
  // rules on the shape of days are refused where days are long
  if (!weighted.axis.cellsAreSlots) return weighted;
  const missing = wishesOf[variant].filter((wish) => !rules.some((rule) => fulfils(rule, wish)));
  if (missing.length === 0) return weighted;
  const weight = Math.min(largestWeight, emphasis * usualWeight(rules));
  const ids = new Set(rules.map(({ data }) => data.id));
  const added = missing.flatMap((wish, position) => wishRule(weighted, wish, weight, rules.length + position, ids));
  return {
    ...weighted,
    rules: [...weighted.rules, ...added],
    data: { ...weighted.data, rules: [...weighted.data.rules, ...added.map(({ data }) => data)] },
  };
}

function fulfils({ data, params }: Rule, { definition, of, params: wanted }: Wish): boolean {
  if (data.kind !== definition.id || data.scope.of !== of || !isGeneral(data)) return false;
  const complete = completeParams(definition.params, wanted).values;
  return Object.entries(complete).every(([name, value]) => Number(params[name]) <= Number(value));
}

function isGeneral({ scope: { ids, tags, except } }: RuleData): boolean {
  return ids === undefined && tags === undefined && (except ?? []).length === 0;
}

/** The median of the soft rules' weights. */
function usualWeight(rules: readonly Rule[]): number {
  const weights = rules.flatMap(({ hard, weight }) => (hard ? [] : [weight])).sort((a, b) => a - b);
  return weights[Math.floor(weights.length / 2)] ?? 1;
}

/** None where there is nobody whom it could be about. */
function wishRule(problem: Problem, wish: Wish, weight: number, index: number, ids: ReadonlySet<string>): Rule[] {
  const { definition, of, params } = wish;
  // who has rules of this kind for themselves keeps those alone, as with any rule that is about everybody
  const particular = problem.rules.filter(
    ({ data: { kind, scope } }) => kind === definition.id && (scope.ids !== undefined || scope.tags !== undefined),
  );
  const spared = new Set(particular.flatMap((rule) => rule.resources));
  const sparedEvents = new Set(particular.flatMap((rule) => rule.events));
  const all = problem.resources.filter(({ kind }) => kind === kindOfScope[of]);
  const resources = all.filter((resource) => !definition.overrides || !spared.has(resource.index));
  if (resources.length === 0) return [];
  const everybody = new Set(all.map((resource) => resource.index));
  const events = problem.events.filter(({ index: event, staticResources, instructors }) => {
    if (definition.overrides && sparedEvents.has(event)) return false;
    return of === 'instructors' ? instructors.length > 0 : staticResources.some((item) => everybody.has(item));
  });
  let id = `wish-${definition.id}-${of}`;
  while (ids.has(id)) id += '-';
  const data: RuleData = { id, kind: definition.id, scope: { of }, params, hard: false, weight };
  return [
    {
      index,
      data,
      definition,
      hard: false,
      weight,
      params: completeParams(definition.params, params).values,
      resources: resources.map((resource) => resource.index),
      events: events.map((event) => event.index),
    },
  ];
}
