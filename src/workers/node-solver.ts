import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { createSolverFrom } from './create-solver.ts';
import type { SpawnedWorker } from './pool.ts';
import type { Solver } from './solver-api.ts';

/** The same solver under Node worker threads: command line, benchmarks, tests. */
export function createNodeSolver(workerCount: number, kernelFile: URL, seed = 1): Solver {
  return createSolverFrom({
    spawn: spawnThread,
    loadModule: async () => WebAssembly.compile(await readFile(kernelFile)),
    workerCount,
    randomSeed: () => seed,
  });
}

function spawnThread(): SpawnedWorker {
  const worker = new Worker(new URL('./island.node-worker.mjs', import.meta.url));
  let ended = false;
  return {
    endpoint: nodeEndpoint(worker),
    onFailure(listener) {
      worker.on('error', (cause) => listener(cause instanceof Error ? cause : new Error(String(cause))));
      worker.on('exit', (code) => {
        if (!ended && code !== 0) listener(new Error(`A worker thread ended with code ${code}`));
      });
    },
    terminate() {
      ended = true;
      void worker.terminate();
    },
  };
}
