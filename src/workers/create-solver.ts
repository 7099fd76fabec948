import { error } from '../domain/diagnostic.ts';
import type { Problem } from '../domain/problem.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { planSettings } from '../engine/plan.ts';
import type { PreparedProblem } from '../engine/prepared.ts';
import type { HostPool } from '../engine/run/run-request.ts';
import { checkStart } from '../engine/run/run-start.ts';
import type { Checkpoint, RunHandle, RunHooks } from '../engine/run-contract/run-events.ts';
import { nothingFound } from '../engine/run-contract/run-outcome.ts';
import { checkSettings, type RunSettings } from '../engine/run-contract/run-settings.ts';
import { createPool, type SpawnedWorker } from './pool.ts';
import type { Solver } from './solver-api.ts';

const measureMilliseconds = 600;

export interface SolverParts {
  readonly spawn: () => SpawnedWorker;
  /** Compiled once and passed on to every worker. */
  readonly loadModule: () => Promise<WebAssembly.Module>;
  readonly workerCount: number;
  readonly randomSeed: () => number;
  /** How long the kernel may take to load: what hangs has failed. */
  readonly loadMilliseconds?: number;
}

/** The solver over any kind of worker; pools live as long as a run or a measurement. */
export function createSolverFrom({
  spawn,
  loadModule,
  workerCount,
  randomSeed,
  loadMilliseconds = 4000,
}: SolverParts): Solver {
  let module: Promise<WebAssembly.Module> | null = null;
  const pools = new Set<HostPool>();
  /** What the last plan prepared, for the run that usually follows it. */
  let planned: { readonly data: ProblemData; readonly prepared: PreparedProblem } | null = null;
  const runs = new Set<RunHandle>();
  const compiled = () => {
    module ??= inTime(loadModule(), loadMilliseconds).catch((cause: unknown) => {
      module = null;
      throw new Error(`The kernel could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}`);
    });
    return module;
  };
  /** With what runs are made of, which no screen needs before there is one. */
  const loaded = async () => {
    const [kernel, { startRun }] = await Promise.all([compiled(), import('../engine/run/run.ts')]);
    return { kernel, startRun };
  };
  const open = (count: number): HostPool => {
    const created = createPool(spawn, count);
    const pool: HostPool = {
      ...created,
      respawn: () => open(count),
      terminate() {
        pools.delete(pool);
        created.terminate();
      },
    };
    pools.add(pool);
    return pool;
  };
  return {
    workerCount,
    async plan(problem: Problem, seconds: number): Promise<RunSettings> {
      const { kernel } = await loaded();
      // all workers at once, because they will run at once
      const pool = open(workerCount);
      try {
        planned = null;
        const prepared = await Promise.race([pool.hosts[0]?.prepare(problem.data, null), pool.failure]);
        if (prepared === undefined) throw new Error('There is no host');
        const speeds = await Promise.race([
          Promise.all(pool.hosts.map((host) => host.measure(kernel, prepared, measureMilliseconds))),
          pool.failure,
        ]);
        planned = { data: problem.data, prepared };
        const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
        return planSettings(mean, seconds, workerCount, problem.events.length, randomSeed());
      } finally {
        pool.terminate();
      }
    },
    start(problem: Problem, settings: RunSettings, hooks: RunHooks, resumeFrom?: Checkpoint): Result<RunHandle> {
      const flaws = [...checkSettings(settings)];
      if (settings.start !== undefined) flaws.push(...checkStart(problem, settings.start));
      if (problem.events.length === 0) {
        flaws.push(error('run.noEvents', 'There is nothing to place.', { advice: 'Add events to the project first.' }));
      }
      if (flaws.length > 0) return failure(flaws);
      const isPlanned = settings.start === undefined && planned?.data === problem.data;
      const taken = { prepared: isPlanned ? planned?.prepared : null };
      planned = null;
      const pool = open(Math.min(workerCount, settings.islands));
      const handle: RunHandle = startRunWhenLoaded(loaded(), ({ kernel, startRun }) => {
        const { prepared = null } = taken;
        // This function lives as long as the run, and what is prepared is large.
        taken.prepared = null;
        const request = { data: problem.data, module: kernel, settings, resumeFrom: resumeFrom ?? null, prepared };
        return startRun(request, pool, hooks);
      });
      runs.add(handle);
      void handle.outcome.finally(() => {
        pool.terminate();
        runs.delete(handle);
      });
      return success(handle);
    },
    dispose() {
      // cancelled rather than only terminated, so that nobody waits for an outcome for ever
      for (const run of runs) run.cancel();
      for (const pool of pools) pool.terminate();
      pools.clear();
    },
  };
}

function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A handle at once, although the kernel may still be compiling: what is asked of it until then is done on arrival. */
function startRunWhenLoaded<Loaded>(loaded: Promise<Loaded>, start: (parts: Loaded) => RunHandle): RunHandle {
  let handle: RunHandle | null = null;
  const waiting: ((handle: RunHandle) => void)[] = [];
  const when = (act: (handle: RunHandle) => void) => {
    if (handle === null) waiting.push(act);
    else act(handle);
  };
  const outcome = loaded.then(
    (parts) => {
      handle = start(parts);
      for (const act of waiting) act(handle);
      return handle.outcome;
    },
    (cause: unknown) => ({
      ...nothingFound,
      reason: 'failed' as const,
      failure: cause instanceof Error ? cause.message : String(cause),
    }),
  );
  return {
    pause: () => when((run) => run.pause()),
    resume: () => when((run) => run.resume()),
    stop: () => when((run) => run.stop()),
    cancel: () => when((run) => run.cancel()),
    steer: (data) => new Promise((settle) => when((run) => void run.steer(data).then(settle))),
    checkpoint: async () => handle?.checkpoint() ?? null,
    outcome,
  };
}
