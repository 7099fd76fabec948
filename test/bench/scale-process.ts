import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { isFeasible } from '../../src/domain/score.ts';
import { encode, type ProblemImage } from '../../src/engine/encode/encode.ts';
import { Island } from '../../src/engine/island.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { planSettings } from '../../src/engine/plan.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { enterpriseProblem, enterpriseSize } from '../support/enterprise-problem.ts';
import { repositoryPath } from '../support/repository.ts';

/** Measures one size in a process of its own, on one thread, in seconds of processor time. Bytes, not megabytes. */
export interface ScaleMeasurement {
  readonly events: number;
  readonly buildSeconds: number;
  readonly encodeSeconds: number;
  readonly imageBytes: number;
  /** Memory of an island of four individuals, the image included. */
  readonly kernelBytes: number;
  /** Peak of the whole process, the generated data included. */
  readonly processBytes: number;
  /** Until the first timetable that is complete and breaks no hard rule, construction included; null: not in time. */
  readonly feasibleSeconds: number | null;
  readonly feasibleMoves: number | null;
  /** Processor time of a move, over the ladder of a short run; of its first third, which is hot, and of its last. */
  readonly nanosecondsPerMove: number;
  readonly nanosecondsHot: number;
  readonly nanosecondsCold: number;
  /** Soft cost of the best after each tenth of the time. */
  readonly softByTenths: readonly number[];
}

const individuals = 4;
const slice = 20_000;
/** The ladder on which a move is timed, for each event: half of it is hot. */
const movesPerEvent = 400;

/** Processor time, user and system. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function timed<T>(work: () => T): { readonly seconds: number; readonly value: T } {
  const before = processorSeconds();
  const value = work();
  return { seconds: processorSeconds() - before, value };
}

/** A ladder as the app plans it for `seconds`: the first timetable without a hard unit, and the best by tenths of the time. */
function wholeRun(module: WebAssembly.Module, image: ProblemImage, speed: number, seconds: number) {
  const before = processorSeconds();
  const used = () => processorSeconds() - before;
  const planned = planSettings(speed, seconds, 1, image.eventCount, 1);
  const population = Math.ceil(planned.population / planned.islands);
  const perIndividual = Math.round((speed * seconds) / population);
  const settings: RunSettings = {
    ...planned,
    population,
    islands: 1,
    pace: 'moves',
    movesPerIndividual: perIndividual,
  };
  const island = new Island(module, image, settings, 0);
  let feasible: { readonly seconds: number; readonly moves: number } | null = null;
  const softByTenths: number[] = [];
  const look = () => {
    if (feasible === null && isFeasible(island.best)) feasible = { seconds: used(), moves: island.moves };
    while (softByTenths.length < Math.min(10, Math.floor((used() * 10) / seconds))) softByTenths.push(island.best.soft);
  };
  while (island.construct()) look();
  for (let generation = 1; generation <= settings.generations && used() < seconds; generation++) {
    island.beginEpoch(generation);
    while (used() < seconds && island.step(slice)) look();
    if (used() < seconds) island.endEpoch();
  }
  look();
  return { feasible: feasible as { readonly seconds: number; readonly moves: number } | null, softByTenths };
}

/** Seconds of a move over one whole ladder of one individual, construction apart: of all moves, hot ones and cold ones. */
function secondsPerMove(module: WebAssembly.Module, image: ProblemImage) {
  const settings: RunSettings = {
    ...planSettings(1e6, 10, 1, image.eventCount, 1),
    population: 1,
    islands: 1,
    pace: 'moves',
    generations: 3,
    movesPerIndividual: movesPerEvent * image.eventCount,
  };
  const island = new Island(module, image, settings, 0);
  while (island.construct());
  const parts = Array.from({ length: settings.generations }, (_, index) => {
    const before = island.moves;
    const { seconds } = timed(() => {
      island.beginEpoch(index + 1);
      while (island.step(200_000));
      island.endEpoch();
    });
    return { seconds, moves: island.moves - before };
  });
  const [hot, , cold] = parts.map(({ seconds, moves }) => seconds / moves);
  const sum = (field: 'seconds' | 'moves') => parts.reduce((total, part) => total + part[field], 0);
  return { all: sum('seconds') / sum('moves'), hot: hot ?? 0, cold: cold ?? 0 };
}

const [scale = 1, limit = 60] = process.argv.slice(2).map(Number);
const module = await WebAssembly.compile(readFileSync(join(repositoryPath, 'build/kernel.wasm')));
const data = enterpriseProblem(enterpriseSize(scale)).problem;
const built = timed(() => buildProblem(data));
if (!built.value.ok) throw new Error(built.value.diagnostics[0]?.message);
const problem = built.value.value;
const encoded = timed(() => encode(problem));
const image = encoded.value;
const kernelBytes = new Kernel(module, image, individuals).exports.memory.buffer.byteLength;
const perMove = secondsPerMove(module, image);
const { feasible, softByTenths } = wholeRun(module, image, 1 / perMove.all, limit);
const measurement: ScaleMeasurement = {
  events: problem.events.length,
  buildSeconds: built.seconds,
  encodeSeconds: encoded.seconds,
  imageBytes: image.bytes.byteLength,
  kernelBytes,
  processBytes: process.resourceUsage().maxRSS * 1024,
  feasibleSeconds: feasible?.seconds ?? null,
  feasibleMoves: feasible?.moves ?? null,
  nanosecondsPerMove: perMove.all * 1e9,
  nanosecondsHot: perMove.hot * 1e9,
  nanosecondsCold: perMove.cold * 1e9,
  softByTenths,
};
process.stdout.write(JSON.stringify(measurement));
