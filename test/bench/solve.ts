import type { Problem } from '../../src/domain/problem.ts';
import type { Score } from '../../src/domain/score.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import { createNodeSolver } from '../../src/workers/node-solver.ts';
import { silentHooks } from '../support/fixed-run.ts';
import { rounded } from './table.ts';

export interface Effort {
  readonly seconds: number;
  readonly workers: number;
  readonly seed: number;
}

export interface Solved {
  readonly score: Score;
  /** Wall-clock and processor seconds of the run. */
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly millionMoves: number;
}

const kernelFile = new URL('../../build/kernel.wasm', import.meta.url);

/** Plans and does one run as the app does; null (saying why) when it failed. */
export async function solve(name: string, problem: Problem, effort: Effort): Promise<Solved | null> {
  const found = await solveFor(name, problem, effort);
  return found === null ? null : found.solved;
}

/** The same, with the timetable that was found. */
export async function solveFor(
  name: string,
  problem: Problem,
  effort: Effort,
): Promise<{ readonly solved: Solved; readonly timetable: Timetable } | null> {
  const solver = createNodeSolver(effort.workers, kernelFile, effort.seed);
  try {
    const settings = await solver.plan(problem, effort.seconds);
    const before = process.cpuUsage();
    const started = solver.start(problem, settings, silentHooks);
    if (!started.ok) return failed(name, started.diagnostics[0]?.message);
    const outcome = await started.value.outcome;
    if (outcome.score === null || outcome.best === null || outcome.failure !== null)
      return failed(name, outcome.failure);
    const { user, system } = process.cpuUsage(before);
    const solved = {
      score: outcome.score,
      seconds: rounded(outcome.seconds, 1),
      processorSeconds: rounded((user + system) / 1e6, 1),
      millionMoves: rounded(outcome.moves / 1e6, 1),
    };
    return { solved, timetable: outcome.best };
  } finally {
    solver.dispose();
  }
}

function failed(name: string, reason: string | null | undefined): null {
  console.error(`${name}: ${reason ?? 'nothing was found'}`);
  return null;
}
