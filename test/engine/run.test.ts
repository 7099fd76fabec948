import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { unpackTimetable } from '../../src/domain/packed-timetable.ts';
import { compareScores, type Score } from '../../src/domain/score.ts';
import { Island } from '../../src/engine/island.ts';
import type { IslandHost } from '../../src/engine/island-host.ts';
import { startRun } from '../../src/engine/run/run.ts';
import type { EpochPoint, RunHooks, RunOutcome, RunProgress } from '../../src/engine/run-contract/run-events.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { changedHost, type LocalPool, localPool } from '../support/local-pool.ts';

const module = kernelModule();
const data = fixedRunProblem();
const problem = valueIn(buildProblem(data));
const short: RunSettings = {
  ...fixedRunSettings,
  islands: 2,
  population: 4,
  generations: 10,
  movesPerIndividual: 4000,
};
/** So long that only the test ends it. */
const endless: RunSettings = { ...short, generations: 2000, movesPerIndividual: 10_000_000_000 };
const perfect: Score = { unplaced: 0, hard: 0, soft: 0 };

function start(settings: RunSettings, pool: LocalPool = localPool(2), hooks: Partial<RunHooks> = {}) {
  return startRun({ data, module, settings, resumeFrom: null }, pool, { ...silentHooks, ...hooks });
}

/** Starts a run that only the test ends, and waits for its first timetable. */
async function startEndless(
  settings: RunSettings = endless,
  pool: LocalPool = localPool(2),
  hooks: Partial<RunHooks> = {},
) {
  let found: (score: Score) => void = () => {};
  const first = new Promise<Score>((resolve) => {
    found = resolve;
  });
  const run = start(settings, pool, { ...hooks, onBest: (_, score) => found(score) });
  return {
    run,
    first: await Promise.race([first, run.outcome.then(({ failure }) => Promise.reject(new Error(String(failure))))]),
  };
}

/** Says what a host has found by now, then does what it is told to. */
function hostThat(does: () => Promise<never>) {
  return (host: IslandHost, index: number): IslandHost =>
    index > 0
      ? host
      : changedHost(host, {
          async epoch(generation, budget, onProgress) {
            const report = await host.epoch(generation, budget, onProgress);
            if (generation < 2 || report.improved === null) return report;
            onProgress({ moves: 1, best: report.improved.score, timetable: report.improved.timetable });
            return does();
          },
        });
}

/** The convergence series without its clock. */
function seriesOf() {
  const points: Omit<EpochPoint, 'seconds'>[] = [];
  return { points, onEpoch: ({ seconds: _, ...point }: EpochPoint) => points.push(point) };
}

function expectBestToHold({ best, score }: RunOutcome): void {
  expect(score).not.toBeNull();
  if (best !== null) expect(evaluate(problem, best).score).toEqual(score);
}

afterEach(() => vi.restoreAllMocks());

describe('a pause', () => {
  it('holds every host, is told, and changes nothing of the result', async () => {
    const step = vi.spyOn(Island.prototype, 'step');
    const states: boolean[] = [];
    const settings = { ...short, movesPerIndividual: 400_000 };
    const onProgress = ({ isPaused }: RunProgress) => states.push(isPaused);
    const paused = seriesOf();
    const { run } = await startEndless(settings, localPool(2), { onProgress, onEpoch: paused.onEpoch });
    run.pause();
    run.pause();
    expect(states.at(-1)).toBe(true);
    await sleep(60);
    const before = step.mock.calls.length;
    await sleep(150);
    expect(step.mock.calls.length).toBe(before);
    run.resume();
    run.resume();
    expect(states.at(-1)).toBe(false);
    expect((await run.outcome).reason).toBe('generations');
    const whole = seriesOf();
    await start(settings, localPool(2), { onEpoch: whole.onEpoch }).outcome;
    expect(paused.points).toEqual(whole.points);
  });

  it('does not count as time', async () => {
    const started = performance.now();
    const { run } = await startEndless({ ...endless, timeLimit: 1 });
    run.pause();
    await sleep(1100);
    run.resume();
    const outcome = await run.outcome;
    expect(outcome.reason).toBe('timeLimit');
    expect((performance.now() - started) / 1000).toBeGreaterThan(outcome.seconds + 1);
  });

  it('does not keep a run from being stopped', async () => {
    const { run } = await startEndless();
    run.pause();
    run.stop();
    expect((await run.outcome).reason).toBe('stopped');
  });
});

describe('a run ends', () => {
  it('with the population it has, each as good as was reported', async () => {
    const series = seriesOf();
    const { population } = await start(short, localPool(2), { onEpoch: series.onEpoch }).outcome;
    const scores = population.map((packed) => evaluate(problem, unpackTimetable(packed)).score).sort(compareScores);
    expect(scores).toHaveLength(short.population);
    expect(scores.at(-1)).toEqual(series.points.at(-1)?.worst);
    expect(scores[short.population / 2]).toEqual(series.points.at(-1)?.median);
  });

  it('when it is stopped, and keeps the best', async () => {
    const pool = localPool(2);
    const { run, first } = await startEndless(endless, pool);
    run.stop();
    const outcome = await run.outcome;
    expect(outcome).toMatchObject({ reason: 'stopped', failure: null });
    expect(compareScores(outcome.score ?? first, first)).toBeLessThanOrEqual(0);
    expectBestToHold(outcome);
    expect(pool.terminations()).toBe(1);
  });

  it('at once when it is cancelled, even if a host never answers, with the best that was reported', async () => {
    let silent = () => {};
    const isSilent = new Promise<void>((resolve) => {
      silent = resolve;
    });
    const never = hostThat(() => {
      silent();
      return new Promise(() => {});
    });
    const pool = localPool(1, never);
    const run = start(short, pool);
    await isSilent;
    run.cancel();
    const outcome = await run.outcome;
    expect(outcome.reason).toBe('cancelled');
    expectBestToHold(outcome);
    expect(pool.terminations()).toBe(1);
  });

  it('when its time is over; the clock only stops it, and progress comes at most ten times a second', async () => {
    const progress: RunProgress[] = [];
    const outcome = await start({ ...endless, timeLimit: 1 }, localPool(2), { onProgress: (one) => progress.push(one) })
      .outcome;
    expect(outcome.reason).toBe('timeLimit');
    expect(outcome.seconds).toBeGreaterThanOrEqual(1);
    expectBestToHold(outcome);
    expect(progress.length).toBeGreaterThan(1);
    // one more for the end
    expect(progress.length).toBeLessThanOrEqual(outcome.seconds * 10 + 1);
    expect(progress.at(-1)?.phase).toBe('finishing');
    for (const { done } of progress) expect(done).toBeGreaterThanOrEqual(0);
  });

  it('as soon as the target is reached', async () => {
    const outcome = await start({ ...endless, movesPerIndividual: 100_000, target: { ...perfect, unplaced: 500 } })
      .outcome;
    expect(outcome).toMatchObject({ reason: 'target', generations: 1 });
  });

  it('when nothing improves', async () => {
    const outcome = await start({ ...short, generations: 500, movesPerIndividual: 100_000, stagnation: 3 }).outcome;
    expect(outcome.reason).toBe('stagnation');
    expect(outcome.generations).toBeLessThan(500);
  });

  it('after its generations, each with a point of the series', async () => {
    const generations: number[] = [];
    const outcome = await start(short, localPool(2), { onEpoch: (point) => generations.push(point.generation) })
      .outcome;
    expect(outcome).toMatchObject({ reason: 'generations', generations: short.generations });
    expect(generations).toEqual(Array.from({ length: short.generations }, (_, index) => index + 1));
  });

  it('only once: a second stop or cancel, or a verb after the end, is harmless', async () => {
    const { run } = await startEndless();
    run.stop();
    run.stop();
    run.pause();
    const outcome = await run.outcome;
    run.stop();
    run.cancel();
    run.cancel();
    run.pause();
    run.resume();
    expect(await run.outcome).toBe(outcome);
    expect(outcome.reason).toBe('stopped');
    const second = (await startEndless()).run;
    second.cancel();
    second.cancel();
    second.stop();
    expect((await second.outcome).reason).toBe('cancelled');
  });
});

describe('a failure', () => {
  it('of a host ends the run with its cause and the best so far', async () => {
    const pool = localPool(
      2,
      hostThat(() => Promise.reject(new Error('unreachable executed'))),
    );
    const outcome = await start(short, pool).outcome;
    expect(outcome).toMatchObject({ reason: 'failed', failure: 'unreachable executed' });
    expect(outcome.generations).toBeGreaterThanOrEqual(1);
    expectBestToHold(outcome);
    expect(pool.terminations()).toBe(1);
  });

  it('of a worker that dies without a word ends the run too', async () => {
    const pool = localPool(2);
    const { run } = await startEndless(endless, pool);
    pool.die(new Error('A worker ran out of memory'));
    const outcome = await run.outcome;
    expect(outcome).toMatchObject({ reason: 'failed', failure: 'A worker ran out of memory' });
    expectBestToHold(outcome);
  });

  it('to open the problem is told, and nothing is claimed', async () => {
    const outcome = await start({ ...short, seed: -1 }).outcome;
    expect(outcome).toMatchObject({ reason: 'failed', best: null, score: null });
    expect(outcome.failure).toMatch(/seed/);
  });

  it('of the kernel to count right stops the run and names the seed', async () => {
    vi.spyOn(Island.prototype, 'best', 'get').mockReturnValue({ unplaced: 0, hard: 0, soft: 1 });
    const outcome = await start(short).outcome;
    expect(outcome.reason).toBe('failed');
    expect(outcome.failure).toContain(`seed ${short.seed}`);
    expect(outcome.failure).toContain('disagree');
  });
});
