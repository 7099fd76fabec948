import type { Evaluation } from '../domain/evaluate.ts';
import type { PreCheckFinding } from '../domain/pre-check.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import type { Timetable } from '../domain/timetable.ts';

/** What the analysis worker offers. One problem is open at a time, named by the key it was opened with. */
export interface AnalysisApi {
  open(key: number, data: ProblemData): void;
  evaluate(key: number, timetable: Timetable): Evaluation;
  preCheck(key: number): PreCheckFinding[];
}
