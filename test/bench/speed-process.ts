import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode, type ProblemImage } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { type CttFile, readCttFile } from '../../src/formats/ctt/file.ts';
import { repositoryPath } from '../support/repository.ts';
import { type Instance, loadInstance } from './instances.ts';
import { annealTwin } from './twin.ts';
import { createTwinKernel } from './twin-kernel.ts';

/**
 * Measures one instance in a process of its own, on one thread, in seconds of processor time: what else the machine does
 * hardly matters. Always the same number of moves of the same ladders, so that two machines do the same work.
 */
export interface SpeedMeasurement {
  readonly events: number;
  readonly rounds: readonly SpeedRound[];
}

/**
 * Evaluated moves, with chains and with basic moves only, basic moves of the twins in TypeScript and in WebAssembly (null
 * for problems they cannot hold), and steps of the calibration loop, per second of processor time.
 */
export interface SpeedRound {
  readonly moves: number;
  readonly basic: number;
  readonly twin: number | null;
  readonly specialised: number | null;
  readonly calibration: number;
}

const rounds = 3;
/** Enough for the cold, where a run spends its time, to weigh as it does there. */
const moves = 30_000_000;
const levels = 570;
const generations = 10;
/** The twin in TypeScript takes twice as long for a move, and less of it will do. */
const twinMoves = 6_000_000;
const calibrationSteps = 5_000_000;
/** One proposal in so many is a Kempe chain: never, against the share that the search gives them. */
const noChains = 2_000_000_000;

/** One ladder, with a piece of the calibration loop before each generation: what slows one down slows both. */
function measureLadder(
  module: WebAssembly.Module,
  image: ProblemImage,
  seed: number,
  every: number,
  table: Int32Array,
) {
  const { exports } = new Kernel(module, image, 1);
  exports.seed(seed, 0);
  exports.beginRun(1, levels, moves, 30 * image.softUnit, 0.1 * image.softUnit, every, 0, 1_000_000);
  while (exports.constructNext() !== 0);
  let search = 0;
  let calibration = 0;
  for (let generation = 1; generation <= generations; generation++) {
    calibration += secondsOf(() => loadAtRandom(table, calibrationSteps));
    search += secondsOf(() => {
      exports.beginEpoch(Math.round((levels * generation) / generations));
      while (exports.stepEpoch(200_000) !== 0);
      exports.endEpoch(0);
    });
  }
  return { moves: exports.movesSoFar() / search, calibration: (calibrationSteps * generations) / calibration };
}

/** The file that the twins can hold: one of the competition. */
function twinFile({ files }: Instance): CttFile | null {
  const [path] = files;
  if (files.length !== 1 || path === undefined) return null;
  const file = readCttFile(readFileSync(path, 'utf8'), path);
  return file.ok ? file.value : null;
}

/** Moves a second of both twins on it. */
function measureTwins(file: CttFile | null, seed: number): Pick<SpeedRound, 'twin' | 'specialised'> {
  if (file === null) return { twin: null, specialised: null };
  const specialised = createTwinKernel(file, seed);
  return {
    twin: perSecond(() => annealTwin(file, twinMoves, seed).moves),
    specialised: perSecond(() => specialised(moves)),
  };
}

function perSecond(work: () => number): number {
  let made = 0;
  const seconds = secondsOf(() => {
    made = work();
  });
  return made / seconds;
}

/** A fixed piece of ordinary work: a generator and loads from random places of 64 kB. */
function loadAtRandom(table: Int32Array, steps: number): void {
  let state = 1;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    sum = (sum + (table[state & (table.length - 1)] as number)) | 0;
  }
  table[0] = sum;
}

/** Processor time, user and system. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const instance: Instance = JSON.parse(process.argv[2] ?? '{}');
const problem = await loadInstance(instance);
if (typeof problem === 'string') throw new Error(problem);
const module = await WebAssembly.compile(readFileSync(join(repositoryPath, 'build/kernel.wasm')));
const table = Int32Array.from({ length: 1 << 14 }, (_, index) => index);
const image = encode(problem);
const file = twinFile(instance);
const measure = (seed: number): SpeedRound => {
  const { moves, calibration } = measureLadder(module, image, seed, image.chainEvery, table);
  const basic = measureLadder(module, image, seed, noChains, table).moves;
  return { moves, calibration, basic, ...measureTwins(file, seed) };
};
measure(99);
const measured = Array.from({ length: rounds }, (_, round) => measure(round + 1));
const measurement: SpeedMeasurement = { events: problem.events.length, rounds: measured };
process.stdout.write(JSON.stringify(measurement));
