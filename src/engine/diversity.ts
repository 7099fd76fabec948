import * as abi from '../../assembly/abi/abi.ts';
import type { IslandReport } from './island.ts';

/**
 * Mean share of events that two individuals, given by their times, place differently, 0 … 1. Compares each with the next
 * few: enough for a chart, linear in the population.
 */
export function diversityOf(individuals: readonly Int32Array[]): number {
  let different = 0;
  let compared = 0;
  for (let first = 0; first < individuals.length; first++) {
    for (let step = 1; step <= 2; step++) {
      const one = individuals[first];
      const other = individuals[(first + step) % individuals.length];
      if (one === undefined || other === undefined || one === other) continue;
      for (let event = 0; event < one.length; event++) if (one[event] !== other[event]) different++;
      compared += one.length;
    }
  }
  return compared === 0 ? 0 : different / compared;
}

/** The same for a run: within its islands, or between them where each has a single individual. */
export function diversityOfIslands(islands: readonly IslandReport[], eventCount: number): number {
  if (islands.some(({ present }) => present.length > 1)) {
    return islands.reduce((sum, { diversity }) => sum + diversity, 0) / islands.length;
  }
  return diversityOf(islands.map(({ emigrant }) => timesOf(emigrant, eventCount)));
}

/** Times of all events of an individual as it is sent to another island. */
function timesOf(individual: Uint8Array, eventCount: number): Int32Array {
  const times = individual.slice(abi.INDIVIDUAL_HEADER_BYTES, abi.INDIVIDUAL_HEADER_BYTES + eventCount * 4);
  return new Int32Array(times.buffer);
}
