import { expect, test } from 'vitest';
import { onWorkerFailure, type WorkerFailure, watched } from '../../src/workers/worker-failures.ts';

test('an answer that cannot be read is a failure of the worker, for its client and for the diagnostics', () => {
  const told: WorkerFailure[] = [];
  onWorkerFailure((failure) => void told.push(failure));
  // The part of a worker that is watched.
  const worker = watched(Object.assign(new EventTarget(), { terminate() {} }) as Worker, 'analysis');
  let failures = 0;
  worker.addEventListener('error', () => failures++);
  worker.dispatchEvent(new Event('messageerror'));
  expect(failures).toBe(1);
  expect(told).toEqual([{ worker: 'analysis', message: 'A message of a worker could not be read', place: '' }]);
  worker.terminate();
});
