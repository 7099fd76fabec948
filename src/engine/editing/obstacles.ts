import type { Violation } from '../../domain/constraints/definition.ts';
import type { EvaluatorAround } from '../../domain/evaluation/evaluator-around.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Assignment } from '../../domain/timetable.ts';
import type { Obstacle } from './answers.ts';

const pairTerms: ReadonlySet<string> = new Set(['timePair', 'roomPair', 'instructorPair', 'travelPair', 'attendance']);

/**
 * The hard rules that an assignment of an event breaks, compared with another one of it: those with more units than there.
 * The event is left with `assignment` in the evaluator.
 */
export function obstaclesOf(
  problem: Problem,
  around: EvaluatorAround,
  event: number,
  compared: Assignment,
  assignment: Assignment,
): Obstacle[] {
  const resources = [...new Set([...around.resourcesAt(event, compared), ...around.resourcesAt(event, assignment)])];
  around.put(event, compared);
  const before = byCause(around.violations(event, resources, 'hard'));
  around.put(event, assignment);
  const after = byCause(around.violations(event, resources, 'hard'));
  return [...after].flatMap(([key, violations]) => {
    const amount = amountOf(violations) - amountOf(before.get(key) ?? []);
    const [first] = violations;
    if (first === undefined || amount <= 0) return [];
    const { rule, kind, resource } = first;
    return { rule, kind, resource, amount, events: isBetweenEvents(problem, first) ? partners(violations, event) : [] };
  });
}

/** By rule and resource. An event without a complete place is counted elsewhere. */
function byCause(violations: readonly Violation[]): Map<string, Violation[]> {
  const found = new Map<string, Violation[]>();
  for (const violation of violations) {
    if (violation.rule < 0 && violation.kind === 'placed') continue;
    const key = `${violation.rule}/${violation.kind}/${violation.resource}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, [violation]);
    else same.push(violation);
  }
  return found;
}

function amountOf(violations: readonly Violation[]): number {
  return violations.reduce((sum, { amount }) => sum + amount, 0);
}

/** True for clashes and for rules over pairs: others are about all that somebody does on a day or in a week. */
function isBetweenEvents(problem: Problem, { rule }: Violation): boolean {
  return rule < 0 || (problem.rules[rule]?.definition.measures.every(({ term }) => pairTerms.has(term)) ?? false);
}

function partners(violations: readonly Violation[], event: number): number[] {
  const together = violations.filter(({ events }) => events.includes(event)).flatMap(({ events }) => events);
  return [...new Set(together)].filter((other) => other !== event);
}
