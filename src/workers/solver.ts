import kernelUrl from '../../build/kernel.wasm?url';
import { createSolverFrom } from './create-solver.ts';
import type { SpawnedWorker } from './pool.ts';
import type { Solver } from './solver-api.ts';
import { startWorker } from './start-worker.ts';

/** Someone who has started a run is to hear within seconds that it cannot begin. */
const loadSeconds = 4;

/** The solver of the app: web workers, one per core but one. */
export function createSolver(): Solver {
  return createSolverFrom({
    spawn: spawnWorker,
    loadModule: () => WebAssembly.compileStreaming(fetch(kernelUrl)),
    workerCount: Math.max(1, (navigator.hardwareConcurrency || 2) - 1),
    randomSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1,
  });
}

function spawnWorker(): SpawnedWorker {
  const worker = startWorker('island', loadSeconds);
  return {
    endpoint: worker,
    onFailure(listener) {
      worker.addEventListener('error', (event) =>
        listener(new Error(event.message || 'A worker could not be started')),
      );
    },
    terminate: () => worker.terminate(),
  };
}
