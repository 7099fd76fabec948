import type { RunProgress } from '../../engine/run-events.ts';

/** Seconds until the planned moves are done or the time is up; null while too little is known. */
export function remainingSeconds(progress: RunProgress, timeLimit: number | null): number | null {
  const byMoves = progress.done > 0.005 ? (progress.seconds / progress.done) * (1 - progress.done) : null;
  const byClock = timeLimit === null ? null : Math.max(0, timeLimit - progress.seconds);
  if (byMoves === null) return byClock;
  return byClock === null ? byMoves : Math.min(byMoves, byClock);
}
