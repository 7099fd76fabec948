import { createIslandHost, type IslandHost } from '../../src/engine/island-host.ts';
import type { HostPool } from '../../src/engine/run/run-request.ts';

export interface LocalPool extends HostPool {
  readonly hosts: readonly IslandHost[];
  /** How often the run ended the pool. */
  readonly terminations: () => number;
  /** What a dying worker does. */
  readonly die: (cause: Error) => void;
}

/** Hosts on this thread, without workers; `wrap` may change what one of them does. */
export function localPool(
  count: number,
  wrap: (host: IslandHost, index: number) => IslandHost = (host) => host,
): LocalPool {
  let die: (cause: Error) => void = () => {};
  let terminations = 0;
  const failure = new Promise<never>((_, reject) => {
    die = reject;
  });
  failure.catch(() => {});
  const hosts = Array.from({ length: count }, (_, index) => wrap(createIslandHost(), index));
  return {
    hosts,
    failure,
    die: (cause) => die(cause),
    terminations: () => terminations,
    callback: (listener) => listener,
    terminate() {
      terminations++;
      // A thread would be gone; a host on this thread is told to end.
      for (const host of hosts) void host.stop().catch(() => {});
    },
  };
}

/** A host whose named methods are replaced. */
export function changedHost(host: IslandHost, changes: Partial<IslandHost>): IslandHost {
  return {
    prepare: (data, start, population) => host.prepare(data, start, population),
    open: (request) => host.open(request),
    change: (request) => host.change(request),
    epoch: (generation, budget, onProgress) => host.epoch(generation, budget, onProgress),
    migrate: (arrivals) => host.migrate(arrivals),
    checkpoint: (completed) => host.checkpoint(completed),
    population: () => host.population(),
    audit: (found) => host.audit(found),
    measure: (module, prepared, milliseconds) => host.measure(module, prepared, milliseconds),
    pause: () => host.pause(),
    resume: () => host.resume(),
    stop: () => host.stop(),
    ...changes,
  };
}
