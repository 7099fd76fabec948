import { largestWeight } from './build/rules.ts';
import type { Problem } from './problem.ts';
import type { RuleData, ScopeTarget } from './problem-data.ts';

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
 * The same problem with other weights of soft rules, in the proportions of the variant: events, ids, indices and hard
 * rules stay, so that a timetable of the one is a timetable of the other. Should a weight pass the largest there is,
 * all of them shrink alike, to 1 at least.
 */
export function withVariant(problem: Problem, variant: VariantName): Problem {
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
