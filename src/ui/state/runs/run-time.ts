import type { RunProgress } from '../../../engine/run-contract/run-events.ts';
import type { RunSettings } from '../../../engine/run-contract/run-settings.ts';

/** Seconds until the planned moves are done or the time is up; null while too little is known. */
export function remainingSeconds(
  progress: RunProgress,
  { timeLimit, pace }: Pick<RunSettings, 'timeLimit' | 'pace'>,
): number | null {
  const byClock = timeLimit === null ? null : Math.max(0, timeLimit - progress.seconds);
  // At the pace of the clock the number of moves is only a guess made before the start.
  if (pace === 'clock' && byClock !== null) return byClock;
  const byMoves = progress.done > 0.005 ? (progress.seconds / progress.done) * (1 - progress.done) : null;
  if (byMoves === null) return byClock;
  return byClock === null ? byMoves : Math.min(byMoves, byClock);
}

/** Share of the run that is done, 0 … 1: of its time where the clock sets the pace, else of its moves. */
export function shareDone(
  { done, seconds }: Pick<RunProgress, 'done' | 'seconds'>,
  { timeLimit, pace }: Pick<RunSettings, 'timeLimit' | 'pace'>,
): number {
  const ofTime = timeLimit === null ? 0 : Math.min(1, seconds / timeLimit);
  return pace === 'clock' && timeLimit !== null ? ofTime : Math.max(done, ofTime);
}
