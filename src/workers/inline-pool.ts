import type { Problem } from '../domain/problem.ts';
import { createIslandHost } from '../engine/island-host.ts';
import type { HostPool } from '../engine/run/run-request.ts';

/** One host on this very thread: for short runs from the command line, where starting a thread takes longer than the run. */
export function inlinePool(problem: Problem): HostPool {
  return {
    hosts: [createIslandHost(problem)],
    // a thread may die, this one cannot without the rest
    failure: new Promise<never>(() => {}),
    terminate() {},
    callback: (listener) => listener,
  };
}
