import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { Random } from '../../src/domain/random.ts';
import { migrants } from '../../src/engine/archipelago.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Island } from '../../src/engine/island.ts';
import { startRun } from '../../src/engine/run/run.ts';
import type { Checkpoint, RunOutcome } from '../../src/engine/run-contract/run-events.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { engineVersion } from '../../src/engine/run-contract/run-version.ts';
import { createNodeSolver } from '../../src/workers/node-solver.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { genesHash } from '../support/genes-hash.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { changedHost, localPool } from '../support/local-pool.ts';
import { randomProblem } from '../support/problems.ts';

const kernelFile = new URL('../../build/kernel.wasm', import.meta.url);
const release = kernelModule();
const data = fixedRunProblem();
const problem = valueIn(buildProblem(data));

/** What has to be equal: the timetable, its score, and how it came about. */
function result({ best, score, generations, moves, reason, failure }: RunOutcome) {
  return { hash: best === null ? null : genesHash(best), score, generations, moves, reason, failure };
}

async function inProcess(
  hosts: number,
  settings: RunSettings,
  options: { readonly of?: Problem; readonly module?: WebAssembly.Module; readonly resumeFrom?: Checkpoint } = {},
) {
  const { of = problem, module = release, resumeFrom = null } = options;
  return result(await startRun({ data: of.data, module, settings, resumeFrom }, localPool(hosts), silentHooks).outcome);
}

async function inThreads(workers: number, settings: RunSettings) {
  const solver = createNodeSolver(workers, kernelFile);
  try {
    return result(await valueIn(solver.start(problem, settings, silentHooks)).outcome);
  } finally {
    solver.dispose();
  }
}

/** Runs one generation of every island in slices of `slice` moves, then lets individuals migrate. */
function generation(islands: readonly Island[], number: number, slice: number): void {
  for (const island of islands) {
    while (island.construct());
    island.beginEpoch(number);
    while (island.step(slice));
    island.endEpoch();
  }
  const reports = islands.map((item) => item.report());
  // as if every generation were one in which individuals migrate
  for (const { island, individual } of migrants(reports, 4, 20)) islands[island]?.welcome(individual);
}

function openIslands(module: WebAssembly.Module, settings: RunSettings, of = problem): Island[] {
  const image = encode(of);
  return Array.from({ length: settings.islands }, (_, index) => new Island(module, image, settings, index));
}

/** Islands whose memory is not the same, byte for byte. */
function differing(some: readonly Island[], others: readonly Island[]): number[] {
  return some.flatMap((island, index) => {
    const other = others[index]?.copyState() ?? new Uint8Array();
    return Buffer.compare(island.copyState(), other) === 0 ? [] : [island.index];
  });
}

const short: RunSettings = {
  ...fixedRunSettings,
  islands: 3,
  population: 7,
  generations: 10,
  movesPerIndividual: 4000,
};

describe('the same problem, settings and seed', () => {
  it('give the same timetable with any number of workers', async () => {
    const one = await inThreads(1, fixedRunSettings);
    expect(one).toMatchObject({ reason: 'generations', generations: 12, failure: null });
    expect(await inThreads(2, fixedRunSettings)).toEqual(one);
    expect(await inThreads(4, fixedRunSettings)).toEqual(one);
    expect(await inProcess(1, fixedRunSettings)).toEqual(one);
    expect(await inProcess(3, fixedRunSettings)).toEqual(one);
    console.info(`Genes of the fixed run: ${one.hash}`);
  }, 120_000);

  it('give another timetable with another seed', async () => {
    const one = await inProcess(1, short);
    const other = await inProcess(1, { ...short, seed: short.seed + 1 });
    expect(other.hash).not.toBe(one.hash);
  });

  it('give the same memory in slices of any length', () => {
    const [whole, sliced] = [openIslands(release, short), openIslands(release, short)];
    for (let number = 1; number <= 4; number++) {
      generation(whole, number, 1_000_000);
      generation(sliced, number, [1, 7, 100, 3333][number - 1] ?? 1);
      expect(differing(whole, sliced)).toEqual([]);
    }
  });

  it('give the same individuals in the debug and the release build', () => {
    for (const of of [problem, valueIn(buildProblem(randomProblem(new Random(8))))]) {
      const [fast, checked] = [openIslands(release, short, of), openIslands(kernelModule('debug'), short, of)];
      for (let number = 1; number <= 3; number++) {
        generation(fast, number, 5000);
        generation(checked, number, 5000);
        fast.forEach((island, index) => {
          const { best, present, moves, emigrant } = island.report();
          expect(checked[index]?.report()).toMatchObject({ best, present, moves, emigrant });
          expect(checked[index]?.bestGenes).toEqual(island.bestGenes);
        });
      }
    }
  });
});

describe('a checkpoint', () => {
  it('resumed in a fresh kernel equals the uninterrupted run, bit for bit', () => {
    const whole = openIslands(release, short);
    const resumed = openIslands(release, short);
    for (let number = 1; number <= 4; number++) generation(whole, number, 2000);
    whole.forEach((island, index) => {
      expect(resumed[index]?.restore(island.copyState())).toBe(true);
    });
    for (let number = 5; number <= short.generations; number++) {
      generation(whole, number, 2000);
      generation(resumed, number, 999);
      expect(differing(whole, resumed)).toEqual([]);
    }
  });

  it('leaves out the counters, which the next generation fills anew', () => {
    const whole = openIslands(release, short);
    const resumed = openIslands(release, short);
    for (let number = 1; number <= 4; number++) generation(whole, number, 2000);
    whole.forEach((island, index) => {
      const atRest = island.copyStateAtRest();
      expect(atRest.length).toBeLessThan(island.copyState().length);
      expect(resumed[index]?.restore(atRest)).toBe(true);
      expect(resumed[index]?.restore(atRest.subarray(1))).toBe(false);
    });
    for (let number = 5; number <= short.generations; number++) {
      generation(whole, number, 2000);
      generation(resumed, number, 999);
      expect(differing(whole, resumed)).toEqual([]);
    }
  });

  it('in the middle of an epoch carries that epoch on', () => {
    const [whole, resumed] = [openIslands(release, short)[0], openIslands(release, short)[0]];
    if (whole === undefined || resumed === undefined) throw new Error('no island');
    while (whole.construct());
    whole.beginEpoch(1);
    expect(whole.step(500)).toBe(true);
    expect(resumed.restore(whole.copyState())).toBe(true);
    while (whole.step(500));
    while (resumed.step(500));
    whole.endEpoch();
    resumed.endEpoch();
    expect(differing([whole], [resumed])).toEqual([]);
  });

  it.each([1, 2])('of a whole run is resumed on %i hosts to the same timetable', async (hosts) => {
    const uninterrupted = await inProcess(1, short);
    const checkpoint = await checkpointAfter(6, short);
    expect(checkpoint.moves).toBeLessThan(uninterrupted.moves);
    expect(await inProcess(hosts, short, { resumeFrom: checkpoint })).toEqual(uninterrupted);
  });

  it('of another problem or other settings is refused with a reason', async () => {
    const checkpoint = await checkpointAfter(2, short);
    const larger = { ...short, population: 12 };
    expect(await inProcess(1, larger, { resumeFrom: checkpoint })).toMatchObject({
      reason: 'failed',
      failure: expect.stringMatching(/checkpoint does not fit/),
    });
  });
});

/** What the run offers at the barrier after a generation (it does so every few seconds only; here we ask the hosts). */
async function checkpointAfter(generations: number, settings: RunSettings): Promise<Checkpoint> {
  let checkpoint: Omit<Checkpoint, 'best' | 'score' | 'settled'> | null = null;
  let moves = 0;
  const pool = localPool(2, (host, index) =>
    changedHost(host, {
      async epoch(number, budget, onProgress) {
        if (index === 0 && number === generations + 1) {
          const parts = (await Promise.all(pool.hosts.map((one) => one.checkpoint(generations)))).flat();
          const islands = parts.sort((a, b) => a.island - b.island).map(({ stage, memory }) => ({ stage, memory }));
          checkpoint = {
            engine: engineVersion,
            generation: generations,
            improvedAt: generations,
            moves,
            seconds: 1,
            islands,
          };
          run.stop();
        }
        return host.epoch(number, budget, onProgress);
      },
    }),
  );
  const hooks = {
    ...silentHooks,
    onEpoch(point: { readonly moves: number }) {
      moves = point.moves;
    },
  };
  const run = startRun({ data, module: release, settings, resumeFrom: null }, pool, hooks);
  const { best, score } = await run.outcome;
  if (checkpoint === null || best === null || score === null) throw new Error('The run ended too early');
  const settled = { timetable: best, score };
  return { ...(checkpoint as Omit<Checkpoint, 'best' | 'score' | 'settled'>), best, score, settled };
}
