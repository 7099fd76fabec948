import type { WorkerName } from './remote.ts';
import { watched } from './worker-failures.ts';

/** A worker of the app, watched by the page; `loadSeconds` as there. */
export function startWorker(name: WorkerName, loadSeconds?: number): Worker {
  return watched(
    new Worker(new URL('./entry.worker.ts', import.meta.url), { type: 'module', name }),
    name,
    loadSeconds,
  );
}
