import type { PackedProblem } from '../domain/packed-problem.ts';
import type { PackedTimetable } from '../domain/packed-timetable.ts';
import type { Conflict } from '../engine/conflicts/conflicts.ts';

/** What the worker that looks for conflicting rules offers. It answers one question and is ended. */
export interface ExplanationApi {
  /** Resolves to whether some broken rules are in none of the conflicts. */
  explain(
    problem: PackedProblem,
    timetable: PackedTimetable,
    onConflict: (conflict: Conflict) => void,
    onTest: (tests: number) => void,
  ): Promise<boolean>;
}
