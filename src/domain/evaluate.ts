import type { Violation } from './constraints/definition.ts';
import { basics, basicViolations } from './evaluation/basics.ts';
import { occupancyOf } from './evaluation/occupancy.ts';
import { ruleViolations } from './evaluation/rule-drivers.ts';
import type { Problem } from './problem.ts';
import type { Score } from './score.ts';
import type { Timetable } from './timetable.ts';

/** The score of a timetable and why it is so: the score is the sum of the violations, never a second computation. */
export interface Evaluation {
  readonly score: Score;
  /** The problem's rules first, in their order, then the basics. */
  readonly violations: readonly Violation[];
}

/** The reference: from scratch, written for clarity. The kernel must agree with it on every timetable. */
export function evaluate(problem: Problem, timetable: Timetable): Evaluation {
  const occupancy = occupancyOf(problem, timetable);
  const violations = [
    ...problem.rules.flatMap((rule) => ruleViolations(problem, rule, occupancy)),
    ...basicViolations(problem, timetable, occupancy),
  ];
  let unplaced = 0;
  let hard = 0;
  let soft = 0;
  for (const violation of violations) {
    if (violation.rule < 0 && violation.kind === 'placed') unplaced += violation.amount;
    else if (violation.hard) hard += violation.amount;
    else soft += violation.cost;
  }
  return { score: { unplaced, hard, soft }, violations };
}

export interface RuleAmount {
  /** Id of the rule instance, or of the basic. */
  readonly id: string;
  readonly kind: string;
  readonly hard: boolean;
  readonly amount: number;
  readonly cost: number;
}

/** Amount and cost of every rule by its index, then of the basics in the order of `basics`; zeros included. */
export function amountsByRule(problem: Problem, evaluation: Evaluation): RuleAmount[] {
  const rows = [
    ...problem.rules.map((rule) => ({
      id: rule.data.id,
      kind: rule.definition.id,
      hard: rule.hard,
      amount: 0,
      cost: 0,
    })),
    ...basics.map((basic) => ({
      id: basic.id as string,
      kind: basic.id as string,
      hard: basic.hard as boolean,
      amount: 0,
      cost: 0,
    })),
  ];
  const rowOfBasic = new Map<string, number>(basics.map((basic, index) => [basic.id, problem.rules.length + index]));
  for (const violation of evaluation.violations) {
    const row = rows[violation.rule >= 0 ? violation.rule : (rowOfBasic.get(violation.kind) ?? -1)];
    if (row === undefined) continue;
    row.amount += violation.amount;
    row.cost += violation.cost;
  }
  return rows;
}
