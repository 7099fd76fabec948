import { type Endpoint, releaseProxy } from 'comlink';
import type { HostPool } from '../engine/run/run-request.ts';
import { createCallbacks } from './callbacks.ts';
import { type PackedHost, unpackedHost } from './packed-host.ts';
import { remoteOf } from './remote.ts';

/** A worker just started: how to talk to it, when it dies, how to end it. */
export interface SpawnedWorker {
  readonly endpoint: Endpoint;
  /** Calls back once with the cause when the worker fails. */
  onFailure(listener: (cause: Error) => void): void;
  terminate(): void;
}

/**
 * Starts `count` workers and wraps each exactly once. A pending Comlink call never settles when its worker dies, so
 * `failure` is there to race against.
 */
export function createPool(spawn: () => SpawnedWorker, count: number): HostPool {
  let fail: (cause: Error) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failure.catch(() => {});
  let over = false;
  const callbacks = createCallbacks();
  const workers = Array.from({ length: count }, () => {
    const worker = spawn();
    worker.onFailure((cause) => {
      if (!over) fail(cause);
    });
    return { worker, host: remoteOf<PackedHost>('island', worker.endpoint) };
  });
  return {
    // Comlink's remote has the same asynchronous methods; its mapped type cannot be shown to be assignable.
    hosts: workers.map(({ host }) => unpackedHost(host as unknown as PackedHost, callbacks)),
    failure,
    // A host's end wraps what it passes on.
    callback: (listener) => listener,
    terminate() {
      if (over) return;
      over = true;
      callbacks.endAll();
      for (const { worker, host } of workers) {
        host[releaseProxy]();
        worker.terminate();
      }
    },
  };
}
