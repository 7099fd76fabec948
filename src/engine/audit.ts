import { amountsByRule, type Evaluation, evaluate } from '../domain/evaluate.ts';
import type { Problem } from '../domain/problem.ts';
import { equalScores, type Score } from '../domain/score.ts';
import type { Timetable } from '../domain/timetable.ts';
import type { RuleCost } from './run-contract/run-events.ts';

const audited = new WeakMap<Timetable, { readonly problem: Problem; readonly evaluation: Evaluation }>();

/** What the reference evaluator says; a timetable audited on this thread is not evaluated again. */
export function evaluationOf(problem: Problem, timetable: Timetable): Evaluation {
  const known = audited.get(timetable);
  return known?.problem === problem ? known.evaluation : evaluate(problem, timetable);
}

/** The kernel counted otherwise: our mistake, whatever the problem. */
export class WrongScore extends Error {
  readonly evaluated: Score;

  constructor(claimed: Score, evaluated: Score, seed: number) {
    super(
      `The kernel and the reference evaluator disagree (seed ${seed}): ` +
        `${JSON.stringify(claimed)} against ${JSON.stringify(evaluated)}. Please report this problem file.`,
    );
    this.evaluated = evaluated;
  }
}

/** Re-scores a best from scratch with the reference evaluator; throws `WrongScore` when the kernel counted otherwise. */
export function audit(problem: Problem, timetable: Timetable, claimed: Score, seed: number): readonly RuleCost[] {
  const evaluation = evaluate(problem, timetable);
  if (!equalScores(evaluation.score, claimed)) throw new WrongScore(claimed, evaluation.score, seed);
  audited.set(timetable, { problem, evaluation });
  return amountsByRule(problem, evaluation);
}
