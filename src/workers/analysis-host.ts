import { buildProblem } from '../domain/build-problem.ts';
import { evaluate } from '../domain/evaluate.ts';
import { packItems } from '../domain/packed.ts';
import { unpackProblem } from '../domain/packed-problem.ts';
import { unpackTimetable } from '../domain/packed-timetable.ts';
import { preCheck } from '../domain/pre-check.ts';
import type { Problem } from '../domain/problem.ts';
import { compareTimetables } from '../domain/trade-offs.ts';
import type { AnalysisApi } from './analysis-api.ts';

/** The worker's end. */
export function createAnalysisHost(): AnalysisApi {
  let opened: { readonly key: number; readonly problem: Problem } | null = null;

  function problemOf(key: number): Problem {
    if (opened?.key !== key) throw new Error('Another problem is open');
    return opened.problem;
  }

  return {
    open(key, problem) {
      const built = buildProblem(unpackProblem(problem));
      if (!built.ok) throw new Error(built.diagnostics[0]?.message ?? 'The problem cannot be built');
      opened = { key, problem: built.value };
    },
    evaluate(key, timetable) {
      const { score, violations } = evaluate(problemOf(key), unpackTimetable(timetable));
      return { score, violations: packItems(violations) };
    },
    compare: (key, timetables) => compareTimetables(problemOf(key), timetables.map(unpackTimetable)),
    preCheck: (key) => preCheck(problemOf(key)),
  };
}
