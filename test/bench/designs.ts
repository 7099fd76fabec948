import type { Problem } from '../../src/domain/problem.ts';
import { compareScores, type Score } from '../../src/domain/score.ts';
import { migrants } from '../../src/engine/archipelago.ts';
import { audit } from '../../src/engine/audit.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode, type ProblemImage } from '../../src/engine/encode/encode.ts';
import { Island } from '../../src/engine/island.ts';
import { planSettings } from '../../src/engine/plan.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { competitionInstances, type Instance, loadInstance, sampleInstances } from './instances.ts';
import { printTable, rounded } from './table.ts';

export interface DesignEffort {
  /** Evaluated moves of one run, over all its islands, in millions. */
  readonly millionMoves: number;
  /** Runs of each design on each instance; the seeds are 1, 2, … */
  readonly seeds: number;
  /** Names of instances; empty for the five of the competition that differ most. */
  readonly instances: readonly string[];
}

export interface DesignRow {
  readonly name: string;
  readonly design: string;
  readonly millionMoves: number;
  /** Soft cost of each run, by seed. */
  readonly soft: Readonly<Record<number, number>>;
  readonly mean: number;
  /** Runs that left an event unplaced or a hard rule broken. */
  readonly broken: number;
  /** Million moves a second of processor time, over all runs. */
  readonly speed: number;
}

/** A way to spend a number of moves. */
interface Design {
  readonly name: string;
  readonly settings: (planned: RunSettings) => Partial<RunSettings>;
  readonly migrates: boolean;
  /** Independent runs among which the moves are divided; the best of them counts. */
  readonly runs: (planned: RunSettings) => number;
}

const workers = 2;
const defaultInstances = ['comp02', 'comp05', 'comp06', 'comp07', 'comp09'];

const once = () => 1;
const islandsOf = (individuals: number, crossoverRate = 0) => ({
  settings: ({ islands }: RunSettings) => ({ population: individuals * islands, crossoverRate }),
  migrates: true,
  runs: once,
});
const designs: readonly Design[] = [
  { name: 'islands of 2', ...islandsOf(2) },
  { name: 'islands of 4', ...islandsOf(4) },
  { name: 'islands of 8', ...islandsOf(8) },
  { name: 'islands of 4, crossover 1/4', ...islandsOf(4, 0.25) },
  { name: 'islands of 4, crossover always', ...islandsOf(4, 1) },
  {
    name: 'restarts',
    settings: () => ({ population: 1, islands: 1 }),
    migrates: false,
    runs: ({ islands }) => 4 * islands,
  },
  {
    name: 'one search an island',
    settings: ({ islands }) => ({ population: islands }),
    migrates: false,
    runs: once,
  },
];

/**
 * The genetic algorithm on islands beside restarts of local search and one long local search on each island, at equal
 * numbers of evaluated moves.
 */
export async function measureDesigns(effort: DesignEffort): Promise<DesignRow[]> {
  const rows: DesignRow[] = [];
  for (const instance of chosenInstances(effort.instances)) {
    const problem = await loadInstance(instance);
    if (typeof problem === 'string') {
      console.error(`${instance.name}: ${problem}`);
      continue;
    }
    const image = encode(problem);
    for (const design of designs) {
      const row = measure(instance.name, problem, image, design, effort);
      rows.push(row);
      console.log(`${row.name}, ${row.design}: ${Object.values(row.soft).join(' ')}`);
    }
  }
  if (rows.length > 0) print(rows, effort);
  return rows;
}

function chosenInstances(names: readonly string[]): Instance[] {
  const all = [...competitionInstances(), ...sampleInstances];
  const published = defaultInstances.filter((name) => all.some((instance) => instance.name === name));
  const defaults = published.length > 0 ? published : sampleInstances.map(({ name }) => name);
  const wanted = names.length > 0 ? names : defaults;
  return all.filter(({ name }) => wanted.includes(name));
}

function measure(
  name: string,
  problem: Problem,
  image: ProblemImage,
  design: Design,
  { millionMoves, seeds }: DesignEffort,
): DesignRow {
  const before = process.cpuUsage();
  let moves = 0;
  const scores = Array.from({ length: seeds }, (_, k) => {
    const done = runDesign(problem, image, design, millionMoves * 1e6, k + 1);
    moves += done.moves;
    return done.score;
  });
  const seconds = process.cpuUsage(before).user / 1e6;
  const soft = Object.fromEntries(scores.map((score, k) => [k + 1, score.soft]));
  return {
    name,
    design: design.name,
    millionMoves,
    soft,
    mean: rounded(scores.reduce((sum, score) => sum + score.soft, 0) / seeds, 1),
    broken: scores.filter(({ unplaced, hard }) => unplaced + hard > 0).length,
    speed: rounded(moves / 1e6 / seconds),
  };
}

function runDesign(problem: Problem, image: ProblemImage, design: Design, moves: number, seed: number) {
  const planned: RunSettings = {
    ...planSettings(moves / workers, 1, workers, problem.events.length, seed),
    timeLimit: null,
    pace: 'moves',
  };
  const runs = design.runs(planned);
  const settings = { ...planned, ...design.settings(planned) };
  const movesPerIndividual = Math.round(moves / runs / settings.population);
  let best: Score | null = null;
  let used = 0;
  for (let run = 0; run < runs; run++) {
    // the seeds of the runs of different seeds do not meet
    const done = search(problem, image, { ...settings, movesPerIndividual, seed: seed * 1000 + run }, design.migrates);
    used += done.moves;
    if (best === null || compareScores(done.score, best) < 0) best = done.score;
  }
  if (best === null) throw new Error('A design does at least one run');
  return { score: best, moves: used };
}

/** A run as the app does it, in one thread and without a clock. */
function search(problem: Problem, image: ProblemImage, settings: RunSettings, migrates: boolean) {
  const module = kernelModule();
  const islands = Array.from({ length: settings.islands }, (_, index) => new Island(module, image, settings, index));
  for (const island of islands) while (island.construct());
  for (let generation = 1; generation <= settings.generations; generation++) {
    for (const island of islands) {
      island.beginEpoch(generation);
      while (island.step(10_000_000));
      island.endEpoch();
    }
    if (!migrates) continue;
    const reports = islands.map((island) => island.report());
    for (const arrival of migrants(reports, generation, settings.generations)) {
      islands[arrival.island]?.welcome(arrival.individual);
    }
  }
  const [best] = islands.sort((a, b) => compareScores(a.best, b.best));
  if (best === undefined) throw new Error('A run has at least one island');
  audit(problem, decode(problem, image, best.bestGenes), best.best, settings.seed);
  return { score: best.best, moves: islands.reduce((sum, island) => sum + island.moves, 0) };
}

function print(rows: readonly DesignRow[], { millionMoves, seeds }: DesignEffort): void {
  const names = [...new Set(rows.map(({ name }) => name))];
  const lines = designs.map((design) => {
    const own = names.map((name) => rows.find((row) => row.name === name && row.design === design.name));
    const sum = own.reduce((total, row) => total + (row?.mean ?? 0), 0);
    const broken = own.reduce((total, row) => total + (row?.broken ?? 0), 0);
    return [design.name, ...own.map((row) => row?.mean ?? null), rounded(sum, 1), broken];
  });
  printTable(
    `Designs: mean soft cost of ${seeds} seeds after ${millionMoves} million moves`,
    ['design', ...names, 'sum', 'broken'],
    lines,
  );
}
