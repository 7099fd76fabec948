import { causeText } from '../domain/cause-text.ts';
import { type Diagnostic, error } from '../domain/diagnostic.ts';
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
  const loaded = createLoaded(loadModule, loadMilliseconds);
  const pools = createPools(spawn);
  /** What the last plan prepared, for the run that usually follows it. */
  let planned: { readonly data: ProblemData; readonly prepared: PreparedProblem } | null = null;
  const runs = new Set<RunHandle>();
  return {
    workerCount,
    async plan(problem: Problem, seconds: number): Promise<RunSettings> {
      const { kernel } = await loaded();
      // all workers at once, because they will run at once
      const pool = pools.open(workerCount);
      try {
        planned = null;
        const { prepared, speed } = await measured(pool, kernel, problem.data);
        planned = { data: problem.data, prepared };
        return planSettings(speed, seconds, workerCount, problem.events.length, randomSeed());
      } finally {
        pool.terminate();
      }
    },
    start(problem: Problem, settings: RunSettings, hooks: RunHooks, resumeFrom?: Checkpoint): Result<RunHandle> {
      const flaws = flawsOf(problem, settings);
      if (flaws.length > 0) return failure(flaws);
      const isPlanned = settings.start === undefined && planned?.data === problem.data;
      const taken = { prepared: isPlanned ? planned?.prepared : null };
      planned = null;
      const pool = pools.open(Math.min(workerCount, settings.islands));
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
      pools.terminate();
    },
  };
}

/**
 * The kernel, compiled when it is first asked for (what failed is tried again the next time), and with it what runs are made
 * of, which no screen needs before there is one.
 */
function createLoaded(loadModule: SolverParts['loadModule'], milliseconds: number) {
  let module: Promise<WebAssembly.Module> | null = null;
  const compiled = () => {
    module ??= inTime(loadModule(), milliseconds).catch((cause: unknown) => {
      module = null;
      throw new Error(`The kernel could not be loaded: ${causeText(cause)}`);
    });
    return module;
  };
  return async () => {
    const [kernel, { startRun }] = await Promise.all([compiled(), import('../engine/run/run.ts')]);
    return { kernel, startRun };
  };
}

/** The pools that are in use. */
function createPools(spawn: SolverParts['spawn']) {
  const pools = new Set<HostPool>();
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
    open,
    terminate() {
      for (const pool of pools) pool.terminate();
      pools.clear();
    },
  };
}

/** The problem prepared by one host, and the moves a second that a host makes of it while all of them do. */
async function measured(pool: HostPool, kernel: WebAssembly.Module, data: ProblemData) {
  const prepared = await Promise.race([pool.hosts[0]?.prepare(data, null), pool.failure]);
  if (prepared === undefined) throw new Error('There is no host');
  const speeds = await Promise.race([
    Promise.all(pool.hosts.map((host) => host.measure(kernel, prepared, measureMilliseconds))),
    pool.failure,
  ]);
  return { prepared, speed: speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length };
}

/** Why no run can start with these settings; empty when one can. */
function flawsOf(problem: Problem, settings: RunSettings): readonly Diagnostic[] {
  return [
    ...checkSettings(settings),
    ...(settings.start === undefined ? [] : checkStart(problem, settings.start)),
    ...(problem.events.length > 0
      ? []
      : [error('run.noEvents', 'There is nothing to place.', { advice: 'Add events to the project first.' })]),
  ];
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
      failure: causeText(cause),
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
