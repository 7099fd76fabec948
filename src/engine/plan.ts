import { type RunSettings, settingRanges } from './run-contract/run-settings.ts';

/** Share of the time that the ladder is planned for: the rest is start-up, epoch barriers and noise. */
const plannedShare = 0.93;
/**
 * Moves for each event that an island needs for so many individuals: with fewer they are cooled too fast. Where the first
 * moves of a search are much slower than the rest, the plan expects too few (docs/decisions/0011-search-designs.md).
 */
const fewestMovesPerEvent: readonly (readonly [individuals: number, moves: number])[] = [
  [4, 160_000],
  [2, 60_000],
];
const mostIslands = 8;

/**
 * Settings that spend `seconds` on `workers` workers which evaluate about `movesPerSecond` each. They keep pace with the
 * clock; with `pace: 'moves'` they name a budget that replays anywhere.
 */
export function planSettings(
  movesPerSecond: number,
  seconds: number,
  workers: number,
  eventCount: number,
  seed: number,
): RunSettings {
  const { min, max } = settingRanges.movesPerIndividual;
  const islands = Math.max(2, Math.min(mostIslands, workers));
  const moves = movesPerSecond * seconds * Math.min(workers, islands) * plannedShare;
  const movesPerEvent = moves / islands / Math.max(1, eventCount);
  const [individuals] = fewestMovesPerEvent.find(([, fewest]) => movesPerEvent >= fewest) ?? [1];
  const population = islands * individuals;
  // an epoch has to be long against the loading of an individual, and short enough to watch
  const generations = Math.max(10, Math.min(60, Math.floor(moves / population / (20 * Math.max(50, eventCount)))));
  return {
    population,
    generations,
    crossoverRate: 0,
    mutationRate: 1,
    islands,
    seed,
    movesPerIndividual: Math.min(max, Math.max(min, Math.round(moves / population))),
    timeLimit: seconds,
    pace: 'clock',
    target: { unplaced: 0, hard: 0, soft: 0 },
    stagnation: null,
  };
}
