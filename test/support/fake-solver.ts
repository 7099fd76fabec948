import { packTimetable } from '../../src/domain/packed-timetable.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { Random } from '../../src/domain/random.ts';
import { success } from '../../src/domain/result.ts';
import type { Score } from '../../src/domain/score.ts';
import type { Assignment, Timetable } from '../../src/domain/timetable.ts';
import type { RunHandle, RunHooks, RunOutcome, StopReason } from '../../src/engine/run-contract/run-events.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import type { Solver } from '../../src/workers/solver-api.ts';

export interface FakeSolverOptions {
  /** Milliseconds between two generations. */
  readonly pace?: number;
  /** Stands in for the reference evaluation of what is shown. */
  readonly score?: (problem: Problem, timetable: Timetable) => { score: Score; byRule: RunEpochRules };
}

type RunEpochRules = Parameters<RunHooks['onEpoch']>[0]['byRule'];

export const fakeSettings: RunSettings = {
  population: 32,
  generations: 200,
  crossoverRate: 0.05,
  mutationRate: 0.9,
  islands: 4,
  seed: 1,
  movesPerIndividual: 1_000_000,
  timeLimit: null,
  pace: 'moves',
  target: null,
  stagnation: null,
};

/** Moves events about by chance, keeps what is better: plausible progress without a kernel. */
export function createFakeSolver(options: FakeSolverOptions = {}): Solver & { readonly starts: () => number } {
  let starts = 0;
  const running = new Set<RunHandle>();
  return {
    starts: () => starts,
    workerCount: 2,
    plan: async (_, seconds) => ({
      ...fakeSettings,
      generations: Math.min(2000, Math.max(10, Math.round(seconds * 10))),
    }),
    start(problem, settings, hooks, resumeFrom) {
      starts++;
      const handle = run(problem, settings, hooks, options, resumeFrom?.generation ?? 0);
      running.add(handle);
      void handle.outcome.then(() => running.delete(handle));
      return success(handle);
    },
    dispose() {
      for (const handle of running) handle.cancel();
    },
  };
}

function run(
  problem: Problem,
  settings: RunSettings,
  hooks: RunHooks,
  { pace = 50, score = () => ({ score: { unplaced: 0, hard: 0, soft: 0 }, byRule: [] }) }: FakeSolverOptions,
  from: number,
): RunHandle {
  const random = new Random(settings.seed);
  let best = randomTimetable(problem, random);
  let judged = score(problem, best);
  let generation = from;
  let state: 'running' | 'paused' | 'completed' = 'running';
  let settle: (outcome: RunOutcome) => void = () => undefined;
  const outcome = new Promise<RunOutcome>((resolve) => {
    settle = resolve;
  });
  const seconds = () => (generation * Math.max(pace, 1)) / 1000;

  const end = (reason: StopReason) => {
    clearInterval(timer);
    if (state === 'completed') return;
    state = 'completed';
    const moves = generation * 1_000_000;
    settle({
      reason,
      best,
      score: judged.score,
      generations: generation,
      moves,
      seconds: seconds(),
      population: [packTimetable(best)],
      failure: null,
    });
  };
  const step = () => {
    if (state !== 'running') return;
    generation++;
    for (let trial = 0; trial < 6; trial++) {
      const candidate = changed(problem, best, random);
      const next = score(problem, candidate);
      if (value(next.score) > value(judged.score)) continue;
      best = candidate;
      judged = next;
    }
    const spread = Math.max(0.03, 1 - generation / settings.generations);
    const scaled = (factor: number): Score => ({
      ...judged.score,
      soft: Math.round(judged.score.soft * (1 + factor * spread)),
    });
    hooks.onProgress({
      phase: 'improving',
      isPaused: false,
      generation,
      generations: settings.generations,
      seconds: seconds(),
      moves: generation * 1_000_000,
      movesPerSecond: 23_400_000,
      done: generation / settings.generations,
      best: judged.score,
    });
    hooks.onBest(best, judged.score);
    hooks.onEpoch({
      generation,
      seconds: seconds(),
      moves: generation * 1_000_000,
      temperature: spread,
      best: judged.score,
      median: scaled(0.6),
      worst: scaled(1.8),
      diversity: 0.9 * spread,
      islands: Array.from({ length: settings.islands }, (_, island) => scaled(island * 0.1)),
      byRule: judged.byRule,
    });
    if (generation >= settings.generations) end('generations');
  };
  const timer = setInterval(step, pace);
  return {
    pause: () => {
      if (state === 'running') state = 'paused';
    },
    resume: () => {
      if (state === 'paused') state = 'running';
    },
    stop: () => end('stopped'),
    cancel: () => end('cancelled'),
    steer: async () => [],
    checkpoint: async () => null,
    outcome,
  };
}

function value(score: Score): number {
  return score.unplaced * 1e9 + score.hard * 1e5 + score.soft;
}

function randomTimetable(problem: Problem, random: Random): Timetable {
  return { assignments: problem.events.map((_, event) => randomAssignment(problem, event, random)) };
}

function changed(problem: Problem, timetable: Timetable, random: Random): Timetable {
  const assignments = [...timetable.assignments];
  const event = random.below(assignments.length);
  assignments[event] = randomAssignment(problem, event, random);
  return { assignments };
}

function randomAssignment(problem: Problem, index: number, random: Random): Assignment {
  const event = problem.events[index];
  if (event === undefined || event.times.length === 0) return { time: -1, rooms: [], instructors: [] };
  const chosen = (items: readonly { readonly index: number }[], count: number) =>
    random
      .shuffled(items)
      .slice(0, count)
      .map((item) => item.index);
  return {
    time: random.pick(event.times).index,
    rooms: chosen(event.rooms, event.roomCount),
    instructors: event.instructorsFixed
      ? event.instructors.map((item) => item.index)
      : chosen(event.instructors, event.instructorCount),
  };
}
