import { createIslandHost, type IslandHost } from '../../src/engine/island-host.ts';
import { startRun } from '../../src/engine/run/run.ts';
import type { HostPool } from '../../src/engine/run/run-request.ts';
import type { RunHooks } from '../../src/engine/run-contract/run-events.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { storageOn } from '../../src/storage/open-storage.ts';
import { fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { changedHost } from '../support/local-pool.ts';
import { measureWrites } from './checkpoint-writes.ts';
import { loadInstance, manyRulesInstance, sampleInstances } from './instances.ts';
import { median, printTable, rounded } from './table.ts';

export interface RunsRow {
  readonly name: string;
  /** `writes`: of such checkpoints into the database of a real browser. */
  readonly what: 'checkpoints' | 'writes' | 'reports';
  /** How many of them were made in all rounds. */
  readonly count: number;
  /** Milliseconds of processor time of one, the median of the rounds; below nothing where it is lost in the noise. */
  readonly each: number;
  /** Percent of one processor at the pace of the app, at most. */
  readonly share: number;
  readonly limit: number;
}

/** Each round is a run without anything, one with many checkpoints and one with many reports. */
const rounds = 3;
/** The app keeps at most one checkpoint in so many milliseconds, and tells so many of its progress. */
const checkpointEvery = 4000;
const reportEvery = 100;
/** Far more of both than the app makes, so that they can be told from the noise. */
const pause = 5;
const repeatedReports = 50;

const settings: RunSettings = {
  ...fixedRunSettings,
  population: 8,
  generations: 20,
  crossoverRate: 0.05,
  movesPerIndividual: 400_000,
};

/** Bytes, docs/decisions/0022-durable-runs.md. */
const largeCheckpoint = 256 * 1024;

type Kind = 'bare' | 'checkpoints' | 'reports';

interface Measured {
  readonly milliseconds: number;
  /** Of the largest checkpoint. */
  readonly bytes: number;
  readonly count: number;
}

/**
 * What it costs that a run can be gone on from and watched: processor time of the same moves with and without, by turns
 * in one process on one thread. The storage is that in memory; what the browser's own costs is measured apart, in all of
 * its processes.
 */
export async function measureRuns(): Promise<RunsRow[]> {
  const rows: RunsRow[] = [];
  const sizes: number[] = [];
  for (const instance of [...sampleInstances.slice(0, 1), manyRulesInstance]) {
    const problem = await loadInstance(instance);
    if (typeof problem === 'string') throw new Error(problem);
    const measure = (kind: Kind) => measured(problem.data, kind);
    await measure('bare');
    const found: Record<Kind, Measured[]> = { bare: [], checkpoints: [], reports: [] };
    for (let round = 0; round < rounds; round++) {
      for (const kind of ['bare', 'checkpoints', 'reports'] as const) found[kind].push(await measure(kind));
    }
    const row = (what: 'checkpoints' | 'reports', every: number, limit: number): RunsRow => {
      const costs = found[what].map(
        ({ milliseconds, count }, round) => (milliseconds - (found.bare[round]?.milliseconds ?? Number.NaN)) / count,
      );
      const each = median(costs);
      const count = found[what].reduce((sum, one) => sum + one.count, 0);
      return { name: instance.name, what, count, each: rounded(each, 3), share: rounded((100 * each) / every), limit };
    };
    sizes.push(Math.max(...found.checkpoints.map(({ bytes }) => bytes)));
    rows.push(row('checkpoints', checkpointEvery, 2), row('reports', reportEvery, 1));
  }
  rows.push(...(await writeRows(sizes)));
  printTable(
    'Runs: what checkpoints and reports cost (processor time)',
    ['instance', 'what', 'made', 'ms each', 'percent of a run, at most', 'limit'],
    rows.map((row) => [row.name, row.what, row.count, row.each, row.share, row.limit]),
  );
  return rows;
}

/** Of checkpoints of these sizes, and of one as large as those of a large university. */
async function writeRows(sizes: readonly number[]): Promise<RunsRow[]> {
  const costs = await measureWrites([...sizes, largeCheckpoint]);
  return costs.map(({ bytes, count, each }) => ({
    ...{ name: `${Math.round(bytes / 1024)} kB`, what: 'writes', count, each: rounded(each, 3) },
    ...{ share: rounded((100 * each) / checkpointEvery), limit: 2 },
  }));
}

async function measured(data: Parameters<typeof startRun>[0]['data'], kind: Kind): Promise<Measured> {
  let count = 0;
  let bytes = 0;
  const { checkpoints, runs } = storageOn(createMemoryDatabase());
  const hooks: RunHooks = {
    ...silentHooks,
    onCheckpoint(checkpoint) {
      if (kind !== 'checkpoints') return;
      count++;
      bytes = Math.max(
        bytes,
        checkpoint.islands.reduce((sum, { memory }) => sum + memory.length, 0),
      );
      void checkpoints.put('run', checkpoint);
    },
    onProgress({ phase, generation, best, moves, movesPerSecond, seconds, done }) {
      if (kind !== 'reports') return;
      for (let time = 0; time < repeatedReports; time++) {
        const told = { phase, generation, best, moves, movesPerSecond, seconds, done, log: [] };
        void runs.progress('run', structuredClone(told));
        count++;
      }
    },
  };
  const before = process.cpuUsage();
  const run = startRun({ data, settings, module: kernelModule(), resumeFrom: null }, poolOf(kind), hooks);
  let isOver = false;
  const outcome = run.outcome.finally(() => {
    isOver = true;
  });
  if (kind === 'checkpoints') {
    while (!isOver) {
      await Promise.race([run.checkpoint(), outcome]);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  const { failure } = await outcome;
  if (failure !== null) throw new Error(failure);
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, bytes, count: Math.max(1, count) };
}

/** One host on this thread; it passes messages as a worker does, and leaves out what is not measured. */
function poolOf(kind: Kind): HostPool {
  const host = createIslandHost();
  const changes: Partial<IslandHost> = {
    ...(kind === 'checkpoints' ? {} : { checkpoint: async () => [] }),
    epoch: (generation, budget, onProgress) =>
      host.epoch(generation, budget, (progress) => {
        const times = kind === 'reports' ? repeatedReports : 1;
        for (let time = 0; time < times; time++) onProgress(structuredClone(progress));
      }),
  };
  return {
    hosts: [changedHost(host, changes)],
    failure: new Promise<never>(() => {}),
    terminate() {},
    callback: (listener) => listener,
  };
}
