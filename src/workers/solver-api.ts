import type { Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';
import type { Checkpoint, RunHandle, RunHooks } from '../engine/run-contract/run-events.ts';
import type { PresetName, RunSettings } from '../engine/run-contract/run-settings.ts';

/** What the user interface and the command line know of the engine. Implemented by `solver.ts`. */
export interface Solver {
  /** Settings that spend `seconds` of wall-clock time on this machine well; measures the speed first (about 0.3 s). */
  plan(problem: Problem, seconds: number): Promise<RunSettings>;
  /** Refuses settings out of range and problems that cannot be encoded; otherwise the run is on when this returns. */
  start(problem: Problem, settings: RunSettings, hooks: RunHooks, resumeFrom?: Checkpoint): Result<RunHandle>;
  /** Number of workers in the pool. */
  readonly workerCount: number;
  /** Ends all workers. */
  dispose(): void;
}

export type { PresetName };
