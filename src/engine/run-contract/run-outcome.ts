import type { RunOutcome } from './run-events.ts';

/** Of a run that has found nothing, yet or at all. */
export const nothingFound: Omit<RunOutcome, 'reason'> = {
  best: null,
  score: null,
  generations: 0,
  moves: 0,
  seconds: 0,
  population: [],
  failure: null,
};
