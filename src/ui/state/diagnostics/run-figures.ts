import { isFeasible } from '../../../domain/score.ts';
import type { RunSummary } from '../../../storage/records.ts';

/** How the runs of this browser went. */
export interface RunFigures {
  readonly runs: number;
  readonly byState: Readonly<Partial<Record<RunSummary['state'], number>>>;
  /** By code, the most frequent first. */
  readonly errors: readonly { readonly code: string; readonly count: number }[];
  /** Completed ones of those that ended by themselves or broke off, 0 … 1; null where there is none. */
  readonly successRate: number | null;
  readonly failureRate: number | null;
  /** Completed ones in which no hard rule is broken, 0 … 1; null where none is completed. */
  readonly feasibleRate: number | null;
  /** Of the completed ones; null where there is none. */
  readonly meanSeconds: number | null;
  readonly meanMovesPerSecond: number | null;
  /** Runs that wait for their turn. */
  readonly queued: number;
  /** Runs that were asked for although the same had been searched before: same input, settings, seed and engine. */
  readonly repeated: number;
  /** Results that were found again and offered in place of a run. */
  readonly resultHits: number;
}

/** Runs that somebody gave up count for neither side of the rates. */
export function runFigures(runs: readonly RunSummary[], resultHits: number): RunFigures {
  const byState: Partial<Record<RunSummary['state'], number>> = {};
  const errors = new Map<string, number>();
  for (const { state, error } of runs) {
    byState[state] = (byState[state] ?? 0) + 1;
    if (error !== null) errors.set(error.code, (errors.get(error.code) ?? 0) + 1);
  }
  const completed = runs.filter(({ state }) => state === 'completed');
  const broken = (byState.failed ?? 0) + (byState.interrupted ?? 0);
  const judged = completed.length + broken;
  const moves = completed.reduce((sum, run) => sum + run.moves, 0);
  const seconds = completed.reduce((sum, run) => sum + run.seconds, 0);
  const feasible = completed.filter(({ best }) => best !== null && isFeasible(best)).length;
  const keys = runs.flatMap(({ resultKey }) => resultKey ?? []);
  return {
    runs: runs.length,
    byState,
    errors: [...errors].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
    successRate: judged === 0 ? null : completed.length / judged,
    failureRate: judged === 0 ? null : broken / judged,
    feasibleRate: completed.length === 0 ? null : feasible / completed.length,
    meanSeconds: completed.length === 0 ? null : seconds / completed.length,
    meanMovesPerSecond: seconds === 0 ? null : moves / seconds,
    queued: byState.queued ?? 0,
    repeated: keys.length - new Set(keys).size,
    resultHits,
  };
}
