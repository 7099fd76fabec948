import type { Problem, ResourceKind, Rule } from '../../../domain/problem.ts';
import type { EvaluatedTimetable } from '../timetable/evaluation.ts';

/** What a rule touches in the built problem. */
export interface RuleTouch {
  readonly events: number;
  /** People, rooms or courses that it is measured on. */
  readonly resources: number;
  readonly resourceKind: ResourceKind | null;
  /** Names of those for whom a more particular rule of the same kind holds instead. */
  readonly yielded: readonly string[];
}

/** By id of the rule; those that are switched off touch nothing. */
export interface RuleTouches {
  get(id: string): RuleTouch | undefined;
}

/** What a rule touches is found out when it is asked for: few of thousands are in view. */
export function ruleTouches(problem: Problem): RuleTouches {
  const rules = new Map(problem.rules.map((rule) => [rule.data.id, rule]));
  return {
    get(id) {
      const rule = rules.get(id);
      return rule === undefined ? undefined : touchOf(problem, rule);
    },
  };
}

function touchOf({ resources }: Problem, rule: Rule): RuleTouch {
  const first = rule.resources[0] ?? rule.yielded?.[0];
  return {
    events: rule.events.length,
    resources: rule.resources.length,
    resourceKind: first === undefined ? null : (resources[first]?.kind ?? null),
    yielded: (rule.yielded ?? []).map((index) => resources[index]?.name ?? ''),
  };
}

/** What a rule finds wrong in a timetable. */
export interface RuleBreaches {
  readonly violations: number;
  readonly amount: number;
  readonly cost: number;
}

/** By id of the rule; rules that are kept are not there. */
export function ruleBreaches({ problem, violations }: EvaluatedTimetable): ReadonlyMap<string, RuleBreaches> {
  const found = new Map<string, RuleBreaches>();
  for (const { rule, amount, cost } of violations) {
    const id = problem.rules[rule]?.data.id;
    if (id === undefined) continue;
    const known = found.get(id) ?? { violations: 0, amount: 0, cost: 0 };
    found.set(id, {
      violations: known.violations + 1,
      amount: known.amount + amount,
      cost: known.cost + cost,
    });
  }
  return found;
}
