import { type PackedProblem, packProblem, unpackProblem } from '../domain/packed-problem.ts';
import type { IslandHost, OpenRequest } from '../engine/island-host.ts';

/** An island host as it is reached through messages: the problem comes as bytes, because every worker gets it. */
export interface PackedHost extends Omit<IslandHost, 'open' | 'measure'> {
  openPacked(request: Omit<OpenRequest, 'data'>, problem: PackedProblem): Promise<void>;
  measurePacked(module: WebAssembly.Module, problem: PackedProblem, milliseconds: number): Promise<number>;
}

/** The worker's end. */
export function packedHost(host: IslandHost): PackedHost {
  return {
    openPacked: (request, problem) => host.open({ ...request, data: unpackProblem(problem) }),
    measurePacked: (module, problem, milliseconds) => host.measure(module, unpackProblem(problem), milliseconds),
    epoch: (generation, budget, onProgress) => host.epoch(generation, budget, onProgress),
    migrate: (arrivals) => host.migrate(arrivals),
    checkpoint: () => host.checkpoint(),
    pause: () => host.pause(),
    resume: () => host.resume(),
    stop: () => host.stop(),
  };
}

/** The other end. */
export function unpackedHost(host: PackedHost): IslandHost {
  return {
    open: ({ data, ...request }) => host.openPacked(request, packProblem(data)),
    measure: (module, data, milliseconds) => host.measurePacked(module, packProblem(data), milliseconds),
    epoch: (generation, budget, onProgress) => host.epoch(generation, budget, onProgress),
    migrate: (arrivals) => host.migrate(arrivals),
    checkpoint: () => host.checkpoint(),
    pause: () => host.pause(),
    resume: () => host.resume(),
    stop: () => host.stop(),
  };
}
