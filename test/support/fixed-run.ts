import type { ProblemData } from '../../src/domain/problem-data.ts';
import type { RunHooks } from '../../src/engine/run-contract/run-events.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { samples } from '../../src/formats/samples/samples.ts';

/** One small run that has to find the same timetable wherever it is done; see `genesHash`. */
const fixedRunSample = 'school';

export function fixedRunProblem(): ProblemData {
  const make = samples[fixedRunSample];
  if (make === undefined) throw new Error(`There is no sample ${fixedRunSample}`);
  return make();
}

export const fixedRunSettings: RunSettings = {
  population: 10,
  generations: 12,
  crossoverRate: 0.5,
  mutationRate: 0.9,
  islands: 4,
  seed: 20_07,
  movesPerIndividual: 20_000,
  timeLimit: null,
  pace: 'moves',
  target: null,
  stagnation: null,
};

export const silentHooks: RunHooks = {
  onProgress: () => {},
  onEpoch: () => {},
  onBest: () => {},
  onCheckpoint: () => {},
};
