import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { packTimetable, unpackTimetable } from '../../src/domain/packed-timetable.ts';
import { Island } from '../../src/engine/island.ts';
import type { IslandHost } from '../../src/engine/island-host.ts';
import { startRun } from '../../src/engine/run/run.ts';
import { packCheckpoint, unpackCheckpoint } from '../../src/engine/run-contract/run-checkpoint.ts';
import type {
  Checkpoint,
  EpochPoint,
  RunHooks,
  RunOutcome,
  RunRecovery,
} from '../../src/engine/run-contract/run-events.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { engineVersion } from '../../src/engine/run-contract/run-version.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { changedHost, type LocalPool, localPool } from '../support/local-pool.ts';
import { manyRulesProblem } from '../support/many-rules-problem.ts';
import { tightSchool } from '../support/tight-school.ts';

const module = kernelModule();
const data = fixedRunProblem();
const settings: RunSettings = {
  ...fixedRunSettings,
  islands: 3,
  population: 6,
  generations: 10,
  movesPerIndividual: 20_000,
};

interface Options {
  readonly pool?: LocalPool;
  readonly hooks?: Partial<RunHooks>;
  readonly resumeFrom?: Checkpoint | null;
  readonly problem?: typeof data;
  readonly settings?: RunSettings;
}

function start({ pool = localPool(2), hooks = {}, resumeFrom = null, problem = data, ...other }: Options) {
  const request = { data: problem, module, settings: other.settings ?? settings, resumeFrom };
  return startRun(request, pool, { ...silentHooks, ...hooks });
}

const problems = {
  school: fixedRunProblem,
  'crowded school': () => tightSchool(1, { classes: 4, teachers: 8, overbooked: true }),
  'school of many rules': manyRulesProblem,
};

/** Short slices, so that there is something between them also where the machine is fast. */
const step = Island.prototype.step;
beforeEach(() => {
  vi.spyOn(Island.prototype, 'step').mockImplementation(function (this: Island, moves) {
    return step.call(this, Math.min(moves, 60));
  });
});
afterEach(() => vi.restoreAllMocks());

/** What must be the same whatever happened on the way. */
function essence({ reason, best, score, generations, moves, population, failure }: RunOutcome) {
  return { reason, score, generations, moves, failure, population, best: best && packTimetable(best) };
}

function told() {
  const points: Omit<EpochPoint, 'seconds' | 'marks'>[] = [];
  const recoveries: RunRecovery[] = [];
  const onEpoch = ({ seconds: _, marks: __, ...point }: EpochPoint) => void points.push(point);
  return { points, recoveries, hooks: { onEpoch, onRecovery: (event: RunRecovery) => void recoveries.push(event) } };
}

/** A checkpoint in the middle of the generation after `completed`, and the run behind it given up. */
async function midway(completed: number, options: Options = {}): Promise<Checkpoint> {
  let ask = () => {};
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const pool = localPool(2, (host, index) =>
    changedHost(host, {
      async epoch(generation, budget, onProgress) {
        const report = host.epoch(generation, budget, onProgress);
        if (index === 1 && generation === completed + 1) ask();
        return report;
      },
    }),
  );
  const run = start({ ...options, pool });
  await asked;
  const checkpoint = await run.checkpoint();
  run.cancel();
  await run.outcome;
  if (checkpoint === null) throw new Error('Nothing was found yet');
  return checkpoint;
}

/** Pools of which the first ones lose a host in a generation. */
function dyingPools(deaths: readonly number[]): LocalPool {
  const [dies, ...others] = deaths;
  const pool: LocalPool = localPool(2, (host, index) =>
    changedHost(host, {
      async epoch(generation, budget, onProgress) {
        const report = host.epoch(generation, budget, onProgress);
        if (index !== 1 || generation !== dies) return report;
        pool.die(new Error('The thread is gone'));
        return new Promise(() => {});
      },
    }),
  );
  return { ...pool, respawn: () => dyingPools(others) };
}

describe('a checkpoint in the middle of a generation', () => {
  it.each([
    ['school', 1],
    ['school', 4],
    ['crowded school', 2],
    ['school of many rules', 3],
  ] as const)('of the %s after generation %i is gone on from bit for bit', async (name, completed) => {
    const problem = problems[name]();
    const of = { problem, settings: { ...settings, movesPerIndividual: 20_000 } };
    const whole = told();
    const uninterrupted = essence(await start({ ...of, hooks: whole.hooks }).outcome);
    const checkpoint = await midway(completed, of);
    expect(checkpoint.generation).toBe(completed);
    expect(checkpoint.islands.map(({ stage }) => stage)).toContain('underWay');
    const rest = told();
    const resumed = start({ ...of, hooks: rest.hooks, resumeFrom: unpackCheckpoint(packCheckpoint(checkpoint)) });
    expect(essence(await resumed.outcome)).toEqual(uninterrupted);
    expect(rest.points).toEqual(whole.points.slice(completed));
  });

  it('is refused when a byte of it is another one', async () => {
    const packed = packCheckpoint(await midway(1));
    expect(unpackCheckpoint(packed)).not.toBeNull();
    for (const at of [0, 5, 60, packed.length >> 1, packed.length - 1]) {
      expect(unpackCheckpoint(Uint8Array.from(packed, (byte, index) => (index === at ? byte ^ 4 : byte)))).toBeNull();
    }
    expect(unpackCheckpoint(packed.subarray(0, packed.length - 1))).toBeNull();
    expect(unpackCheckpoint(new Uint8Array())).toBeNull();
  });
});

describe('a worker that is lost', () => {
  it('is replaced twice, and the result is the same', async () => {
    const uninterrupted = told();
    const whole = essence(await start({ hooks: uninterrupted.hooks }).outcome);
    const { hooks, points, recoveries } = told();
    expect(essence(await start({ pool: dyingPools([4, 7]), hooks }).outcome)).toEqual(whole);
    expect(points).toEqual(uninterrupted.points);
    expect(recoveries).toMatchObject([
      { kind: 'retried', attempt: 1, cause: expect.stringMatching(/thread is gone/) },
      { kind: 'retried', attempt: 2 },
    ]);
  });

  it('ends the run when it is the third, with the best so far', async () => {
    const outcome = await start({ pool: dyingPools([3, 3, 3]) }).outcome;
    expect(outcome).toMatchObject({ reason: 'failed', failure: 'The thread is gone' });
    expect(outcome.best).not.toBeNull();
  });

  it('is not replaced when the run is cancelled meanwhile', async () => {
    const run = start({ pool: dyingPools([2]), hooks: { onRecovery: () => run.cancel() } });
    expect((await run.outcome).reason).toBe('cancelled');
  });

  it('is another thing than a kernel that fails, which would fail again', async () => {
    let epochs = 0;
    const trap = (host: IslandHost) =>
      changedHost(host, {
        epoch: async () => {
          epochs++;
          throw new WebAssembly.RuntimeError('unreachable');
        },
      });
    const pool = { ...localPool(1, trap), respawn: () => localPool(1, trap) };
    const { hooks, recoveries } = told();
    expect(await start({ pool, hooks }).outcome).toMatchObject({ reason: 'failed', failure: 'unreachable' });
    expect([epochs, recoveries]).toEqual([1, []]);
  });
});

describe('a checkpoint of another engine', () => {
  it('gives its best timetable as a start, and says so', async () => {
    const checkpoint = { ...(await midway(5)), engine: '1.0' };
    const { hooks, recoveries, points } = told();
    const outcome = await start({ resumeFrom: checkpoint, hooks }).outcome;
    expect(recoveries).toEqual([{ kind: 'reseeded', engine: '1.0' }]);
    expect(outcome).toMatchObject({ reason: 'generations', generations: 10 });
    expect(points).toHaveLength(10);
    const { unplaced, hard } = checkpoint.score;
    expect(outcome.score).toMatchObject({ unplaced, hard });
    expect(outcome.score?.soft).toBeLessThanOrEqual(checkpoint.score.soft);
  });
});

describe('a wrong score', () => {
  it('ends the run with all that shows it', async () => {
    const wrong = localPool(1, (host) =>
      changedHost(host, {
        async epoch(generation, budget, onProgress) {
          const { improved, ...report } = await host.epoch(generation, budget, onProgress);
          return { ...report, improved: improved && { ...improved, score: { ...improved.score, soft: 1 } } };
        },
      }),
    );
    const outcome = await start({ pool: { ...wrong, respawn: () => localPool(1) } }).outcome;
    expect(outcome).toMatchObject({ reason: 'failed', failure: expect.stringMatching(/disagree \(seed 2007\)/) });
    expect(outcome.evidence).toMatchObject({
      ...{ settings, seed: 2007, engine: engineVersion, generation: 0 },
      problemHash: expect.stringMatching(/^crc32:[0-9a-f]{8}$/),
      claimed: { soft: 1 },
    });
    const { timetable = new Int32Array(), evaluated } = outcome.evidence ?? {};
    expect(evaluate(valueIn(buildProblem(data)), unpackTimetable(timetable)).score).toEqual(evaluated);
  });
});
