import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import { encode } from '../../src/engine/encode.ts';
import { Island } from '../../src/engine/island.ts';
import type { RunSettings } from '../../src/engine/run-settings.ts';
import { repositoryPath } from '../support/repository.ts';
import { type Instance, loadInstance } from './instances.ts';

/**
 * Measures one instance in a process of its own, on one thread, in seconds of processor time: what else the machine does
 * hardly matters. Always the same number of moves of the same ladders, so that two machines do the same work.
 */
export interface SpeedMeasurement {
  readonly events: number;
  /** Evaluated moves, and steps of the calibration loop, per second of processor time. */
  readonly rounds: readonly { readonly moves: number; readonly calibration: number }[];
}

const rounds = 3;
const movesPerIndividual = 2_500_000;
const calibrationSteps = 5_000_000;

const settings: RunSettings = {
  population: 2,
  generations: 10,
  crossoverRate: 0,
  mutationRate: 1,
  islands: 1,
  seed: 1,
  movesPerIndividual,
  timeLimit: null,
  pace: 'moves',
  target: null,
  stagnation: null,
};

/** One ladder, with a piece of the calibration loop before each generation: what slows one down slows both. */
function measureRound(module: WebAssembly.Module, problem: Problem, seed: number, moves: number, table: Int32Array) {
  const island = new Island(module, encode(problem), { ...settings, seed, movesPerIndividual: moves }, 0);
  while (island.construct());
  let search = 0;
  let calibration = 0;
  for (let generation = 1; generation <= settings.generations; generation++) {
    calibration += secondsOf(() => loadAtRandom(table, calibrationSteps));
    search += secondsOf(() => {
      island.beginEpoch(generation);
      while (island.step(200_000));
      island.endEpoch();
    });
  }
  return { moves: island.moves / search, calibration: (calibrationSteps * settings.generations) / calibration };
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
const measure = (seed: number, moves: number) => measureRound(module, problem, seed, moves, table);
measure(99, movesPerIndividual / 2);
const measured = Array.from({ length: rounds }, (_, round) => measure(round + 1, movesPerIndividual));
const measurement: SpeedMeasurement = { events: problem.events.length, rounds: measured };
process.stdout.write(JSON.stringify(measurement));
