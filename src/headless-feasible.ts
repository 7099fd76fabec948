import { readFile } from 'node:fs/promises';
import type { Problem } from './domain/problem.ts';
import { planSettings } from './engine/plan.ts';
import { startRun } from './engine/run/run.ts';
import type { RunHooks, RunOutcome } from './engine/run-contract/run-events.ts';
import type { RunSettings } from './engine/run-contract/run-settings.ts';
import { inlinePool } from './workers/inline-pool.ts';

/** Low on purpose: measuring would take longer than most of these runs. */
const movesPerSecond = 5_000_000;
const population = 4;

/** A run that ends with the first timetable that breaks no hard rule, however much its soft rules cost. */
export function untilFeasible(settings: RunSettings): RunSettings {
  return { ...settings, target: { unplaced: 0, hard: 0, soft: Number.MAX_SAFE_INTEGER } };
}

/** One small island: mostly the first individual counts, whose construction may take about a quarter of the time. */
export function feasibleSettings(seconds: number, seed: number, problem: Problem): RunSettings {
  const planned = planSettings(movesPerSecond, seconds, 1, problem.events.length, seed);
  return { ...planned, islands: 1, population, movesPerIndividual: 6 * movesPerSecond * seconds };
}

/** Does the run on this thread. */
export async function solveInline(
  problem: Problem,
  settings: RunSettings,
  kernelFile: URL,
  hooks: RunHooks,
): Promise<RunOutcome> {
  const module = await WebAssembly.compile(await readFile(kernelFile));
  return startRun({ data: problem.data, module, settings, resumeFrom: null }, inlinePool(problem), hooks).outcome;
}

/** Who was in whose way, with the ids of the events. */
export function inTheWay(problem: Problem, { conflicts = [] }: RunOutcome) {
  const id = (event: number) => problem.events[event]?.id ?? '';
  return conflicts.map(({ event, other, times }) => ({ event: id(event), other: id(other), times }));
}
