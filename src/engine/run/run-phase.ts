import type { RunPhase } from '../../domain/runs/run-states.ts';
import { isFeasible, type Score } from '../../domain/score.ts';

export type RunState = 'preparing' | 'running' | 'paused' | 'stopping' | 'over';

/** What a run is at, as people are told; `best` is null before anything was found. */
export function phaseOf(state: RunState, best: Score | null, hasMoved: boolean): RunPhase {
  if (state === 'stopping' || state === 'over') return 'finishing';
  if (state === 'preparing' || best === null) return 'preparing';
  if (!hasMoved) return 'constructing';
  return isFeasible(best) ? 'improving' : 'repairing';
}
