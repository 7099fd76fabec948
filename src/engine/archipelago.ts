import { compareScores, type Score } from '../domain/score.ts';
import type { Timetable } from '../domain/timetable.ts';
import { joinConflicts } from './conflicts.ts';
import { diversityOfIslands } from './diversity.ts';
import { type IslandReport, selectionRound } from './island.ts';
import type { Arrival, FoundTimetable, HostReport } from './island-host.ts';
import type { EpochPoint, EventConflict, RuleCost, RunMark, StopReason } from './run-contract/run-events.ts';
import type { RunSettings } from './run-contract/run-settings.ts';

export interface Found {
  readonly score: Score;
  readonly timetable: Timetable;
  readonly byRule: readonly RuleCost[];
}

/**
 * The archipelago between two epochs, as a pure state machine: who sends whom where, what the best is, whether the run
 * is over. It sees islands only, never workers.
 */
export interface Archipelago {
  readonly settings: RunSettings;
  /** Generations completed. */
  readonly generation: number;
  /** Generation of the last improvement. */
  readonly improvedAt: number;
  readonly moves: number;
  readonly best: Found | null;
}

export function newArchipelago(settings: RunSettings): Archipelago {
  return { settings, generation: 0, improvedAt: 0, moves: 0, best: null };
}

/** The best timetable of one generation, where it is better than all before. */
export function foundIn({ best }: Archipelago, reports: readonly HostReport[]): FoundTimetable | null {
  // of equally good ones the lowest island wins, on whichever host it lives
  const found = reports
    .flatMap(({ improved }) => improved ?? [])
    .sort((a, b) => compareScores(a.score, b.score) || a.island - b.island)[0];
  return found !== undefined && (best === null || compareScores(found.score, best.score) < 0) ? found : null;
}

/** Takes the reports of all hosts for one generation, and what was found in it (`foundIn`) with its amounts. */
export function afterEpoch(before: Archipelago, reports: readonly HostReport[], found: Found | null): Archipelago {
  const generation = before.generation + 1;
  const moves = islandsOf(reports).reduce((sum, island) => sum + island.moves, 0);
  if (found === null) return { ...before, generation, moves };
  return { ...before, generation, moves, best: found, improvedAt: generation };
}

/** All islands in their order, whichever host they live on. */
export function islandsOf(reports: readonly HostReport[]): IslandReport[] {
  return reports.flatMap((report) => report.islands).sort((a, b) => a.island - b.island);
}

/** Selections between two migrations: islands are to differ for a while. */
const migrateEvery = 4;

/** Ring migration after some generations: the best of each island goes to the next one. */
export function migrants(islands: readonly IslandReport[], generation: number, generations: number): Arrival[] {
  const round = selectionRound(generation, generations);
  if (islands.length < 2 || round === 0 || round % migrateEvery !== 0) return [];
  return islands.map((island, position) => ({
    island: position,
    individual: islands[(position + islands.length - 1) % islands.length]?.emigrant ?? island.emigrant,
  }));
}

/** Why the run is over after this generation, or null. */
export function stopReason({ settings, generation, improvedAt, best }: Archipelago): StopReason | null {
  if (best !== null && settings.target !== null && compareScores(best.score, settings.target) <= 0) return 'target';
  if (generation >= settings.generations) return 'generations';
  if (settings.stagnation !== null && generation - improvedAt >= settings.stagnation) return 'stagnation';
  return null;
}

/** What is said of the barrier of a generation: who arrives, and whether it is the first after a checkpoint. */
export function marksOf(
  generation: number,
  resumedAt: number | null,
  arrivals: readonly Arrival[],
): readonly RunMark[] {
  const resumed = resumedAt !== null && generation === resumedAt + 1;
  return [...(resumed ? (['resumed'] as const) : []), ...(arrivals.length > 0 ? (['migration'] as const) : [])];
}

/** The point of the convergence series for the generation just ended. */
export function epochPoint(
  { generation, moves, best }: Archipelago,
  islands: readonly IslandReport[],
  seconds: number,
  eventCount: number,
  marks: readonly RunMark[] = [],
): EpochPoint | null {
  const present = islands.flatMap((island) => island.present).sort(compareScores);
  const median = present[Math.floor(present.length / 2)];
  const worst = present.at(-1);
  if (best === null || median === undefined || worst === undefined) return null;
  return {
    generation,
    seconds,
    moves,
    temperature: islands[0]?.temperature ?? 0,
    best: best.score,
    median,
    worst,
    diversity: diversityOfIslands(islands, eventCount),
    islands: islands.map((island) => island.best),
    byRule: best.byRule,
    ...(marks.length === 0 ? {} : { marks }),
  };
}

/** Conflicts that a run reports. */
const mostConflicts = 10;

/** Who was in whose way, over all islands; empty when the best breaks nothing. */
export function conflictsOf(islands: readonly IslandReport[]): EventConflict[] {
  return joinConflicts(
    islands.map(({ conflicts }) => conflicts),
    mostConflicts,
  );
}

/** Islands dealt onto hosts in turn. */
export function dealIslands(islands: number, hosts: number): number[][] {
  const dealt = Array.from({ length: Math.min(islands, hosts) }, (): number[] => []);
  for (let island = 0; island < islands; island++) dealt[island % dealt.length]?.push(island);
  return dealt;
}
