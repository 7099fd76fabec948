import type { PackedProblem } from '../domain/packed-problem.ts';
import type { PackedTimetable } from '../domain/packed-timetable.ts';
import type { PreCheckFinding } from '../domain/pre-check.ts';
import type { Score } from '../domain/score.ts';
import type { ComparedTimetable } from '../domain/trade-offs.ts';

/** An evaluation on its way; a bad timetable has thousands of violations. */
export interface PackedEvaluation {
  readonly score: Score;
  readonly violations: readonly Uint8Array[];
}

/** What the analysis worker offers. One problem is open at a time, named by the key it was opened with. */
export interface AnalysisApi {
  open(key: number, problem: PackedProblem): void;
  evaluate(key: number, timetable: PackedTimetable): PackedEvaluation;
  compare(key: number, timetables: readonly PackedTimetable[]): ComparedTimetable[];
  preCheck(key: number): PreCheckFinding[];
}
