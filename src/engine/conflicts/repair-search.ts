import type { Problem } from '../../domain/problem.ts';
import type { Steps } from '../../domain/steps.ts';
import { encode } from '../encode/encode.ts';
import { Island } from '../island.ts';
import { bareSettings } from '../run-contract/run-settings.ts';

/** Moves that a search may evaluate: so many, and so many more for each event, by each of two individuals. */
export interface Effort {
  readonly moves: number;
  readonly movesPerEvent: number;
}

const slice = 20_000;

/**
 * The fewest unplaced events and hard units that a search of this effort finds; it ends as soon as there are no more
 * than `enough`. The same problem and effort give the same number.
 */
export function* leastFaults(module: WebAssembly.Module, problem: Problem, effort: Effort, enough = 0): Steps<number> {
  if (problem.events.length === 0) return 0;
  const movesPerIndividual = effort.moves + effort.movesPerEvent * problem.events.length;
  const island = new Island(module, encode(problem), { ...bareSettings, movesPerIndividual }, 0);
  while (island.construct()) yield;
  for (let generation = 1; generation <= bareSettings.generations && faultsOf(island) > enough; generation++) {
    island.beginEpoch(generation);
    while (faultsOf(island) > enough && island.step(slice)) yield;
    if (faultsOf(island) > enough) island.endEpoch();
    yield;
  }
  return faultsOf(island);
}

function faultsOf(island: Island): number {
  const { unplaced, hard } = island.best;
  return unplaced + hard;
}
