import type { RunSettings } from './run-contract/run-settings.ts';

/** How one generation went: moves of all islands, seconds spent on them, and seconds at the barrier afterwards. */
export interface GenerationTiming {
  readonly moves: number;
  readonly seconds: number;
  readonly barrier: number;
}

/** Generations over which the speed is measured, and the share of the time limit that the ladder is fitted to. */
const measuredOver = 3;
const spentShare = 0.985;
/** The first generation also constructs the population and warms the compiler up: too slow to go by. */
const warmUp = 1;
const leastSecondsLeft = 0.05;

/**
 * Moves per individual for the rest of the ladder, so that it ends with the time limit at the speed of the last
 * generations; null to keep the plan. `now` is in seconds since the run started, pauses excluded.
 */
export function pacedBudget(
  { pace, timeLimit, generations, population }: RunSettings,
  timings: readonly GenerationTiming[],
  generation: number,
  now: number,
): number | null {
  if (pace !== 'clock' || timeLimit === null) return null;
  const recent = timings.slice(warmUp).slice(-measuredOver);
  const moves = recent.reduce((sum, timing) => sum + timing.moves, 0);
  const seconds = recent.reduce((sum, timing) => sum + timing.seconds, 0);
  if (moves <= 0 || seconds <= 0) return null;
  const barrier = recent.reduce((sum, timing) => sum + timing.barrier, 0) / recent.length;
  const left = timeLimit * spentShare - now - barrier * (generations - generation);
  return Math.max(1, ((moves / seconds) * Math.max(leastSecondsLeft, left)) / population);
}
