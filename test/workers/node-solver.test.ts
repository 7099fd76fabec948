import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { checkSettings } from '../../src/engine/run-contract/run-settings.ts';
import { createSolverFrom, type SolverParts } from '../../src/workers/create-solver.ts';
import { createNodeSolver } from '../../src/workers/node-solver.ts';
import type { SpawnedWorker } from '../../src/workers/pool.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';

const problem = valueIn(buildProblem(fixedRunProblem()));
const endless = { ...fixedRunSettings, generations: 2000, movesPerIndividual: 10_000_000_000 };
const kernelFile = new URL('../../build/kernel.wasm', import.meta.url);

/** A thread that runs a line of JavaScript instead of the engine. */
function threadOf(code: string, onTermination: () => void = () => {}) {
  return (): SpawnedWorker => {
    const worker = new Worker(code, { eval: true });
    return {
      endpoint: nodeEndpoint(worker),
      onFailure(listener) {
        worker.on('error', (cause) => listener(cause instanceof Error ? cause : new Error(String(cause))));
      },
      terminate() {
        onTermination();
        void worker.terminate();
      },
    };
  };
}

function solverOf(parts: Partial<SolverParts>) {
  const defaults = { loadModule: async () => kernelModule(), workerCount: 2, randomSeed: () => 1 };
  return createSolverFrom({ spawn: threadOf(''), ...defaults, ...parts });
}

describe('a solver on threads', () => {
  it('plans settings that it accepts itself', async () => {
    const solver = createNodeSolver(1, kernelFile, 42);
    const settings = await solver.plan(problem, 5);
    solver.dispose();
    expect(checkSettings(settings)).toEqual([]);
    expect(settings).toMatchObject({ seed: 42, timeLimit: 5, pace: 'clock' });
  });

  it('cancels a run at once and starts another one', async () => {
    const solver = createNodeSolver(1, kernelFile);
    const endlessly = valueIn(solver.start(problem, endless, silentHooks));
    endlessly.cancel();
    expect((await endlessly.outcome).reason).toBe('cancelled');
    const short = { ...fixedRunSettings, movesPerIndividual: 1000 };
    expect((await valueIn(solver.start(problem, short, silentHooks)).outcome).reason).toBe('generations');
    solver.dispose();
  });

  it('tells that a thread failed, and ends all of them', async () => {
    let terminated = 0;
    const spawn = threadOf('throw new Error("out of memory")', () => terminated++);
    const outcome = await valueIn(solverOf({ spawn }).start(problem, endless, silentHooks)).outcome;
    expect(outcome).toMatchObject({ reason: 'failed', failure: 'out of memory', best: null });
    expect(terminated).toBe(2);
    await expect(solverOf({ spawn }).plan(problem, 5)).rejects.toThrow('out of memory');
    expect(terminated).toBe(4);
  });

  it('tells that the kernel could not be loaded, and tries again with the next run', async () => {
    let loads = 0;
    let terminated = 0;
    const solver = solverOf({
      spawn: threadOf('', () => terminated++),
      async loadModule() {
        loads++;
        throw new Error('404 Not Found');
      },
    });
    for (const attempt of [1, 2]) {
      const run = valueIn(solver.start(problem, endless, silentHooks));
      run.pause();
      run.stop();
      expect(await run.outcome).toMatchObject({ reason: 'failed', best: null });
      expect((await run.outcome).failure).toMatch(/kernel could not be loaded: 404/);
      expect(loads).toBe(attempt);
    }
    expect(terminated).toBe(4);
  });

  it('gives up a kernel that never comes, and tries again the next time', async () => {
    let loads = 0;
    const loadModule = () => {
      loads++;
      return new Promise<never>(() => undefined);
    };
    const solver = solverOf({ spawn: threadOf(''), loadModule, loadMilliseconds: 20 });
    await expect(solver.plan(problem, 1)).rejects.toThrow(/no answer/);
    const { failure } = await valueIn(solver.start(problem, endless, silentHooks)).outcome;
    expect(failure).toMatch(/kernel could not be loaded: no answer/);
    expect(loads).toBe(2);
  });

  it('uses no more threads than there are islands', async () => {
    let spawned = 0;
    const spawn = () => {
      spawned++;
      return threadOf('throw new Error("enough")')();
    };
    const solver = solverOf({ spawn, workerCount: 8 });
    await valueIn(solver.start(problem, { ...endless, islands: 3 }, silentHooks)).outcome;
    expect(spawned).toBe(3);
  });
});
