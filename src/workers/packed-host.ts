import { packValue, unpackValue } from '../domain/packed.ts';
import { type PackedProblem, packProblem, unpackProblem } from '../domain/packed-problem.ts';
import { type PackedTimetable, packTimetable, unpackTimetable } from '../domain/packed-timetable.ts';
import type { HostProgress, HostReport, IslandHost, OpenRequest } from '../engine/island-host.ts';
import type { RuleCost } from '../engine/run-events.ts';

type Improved = NonNullable<HostReport['improved']>;

interface PackedProgress extends Omit<HostProgress, 'timetable'> {
  readonly timetable: PackedTimetable | null;
}

interface PackedReport extends Omit<HostReport, 'improved'> {
  readonly improved:
    | (Pick<Improved, 'island' | 'score'> & { readonly timetable: PackedTimetable; readonly byRule: Uint8Array })
    | null;
}

/** An island host as it is reached through messages: what grows with the problem goes as bytes. */
export interface PackedHost extends Omit<IslandHost, 'open' | 'measure' | 'epoch'> {
  openPacked(request: Omit<OpenRequest, 'data'>, problem: PackedProblem): Promise<void>;
  measurePacked(module: WebAssembly.Module, problem: PackedProblem, milliseconds: number): Promise<number>;
  epochPacked(
    generation: number,
    budget: number | null,
    onProgress: (progress: PackedProgress) => void,
  ): Promise<PackedReport>;
}

/** The worker's end. */
export function packedHost(host: IslandHost): PackedHost {
  return {
    openPacked: (request, problem) => host.open({ ...request, data: unpackProblem(problem) }),
    measurePacked: (module, problem, milliseconds) => host.measure(module, unpackProblem(problem), milliseconds),
    epochPacked: async (generation, budget, onProgress) =>
      packReport(await host.epoch(generation, budget, (progress) => onProgress(packProgress(progress)))),
    migrate: (arrivals) => host.migrate(arrivals),
    checkpoint: () => host.checkpoint(),
    population: () => host.population(),
    pause: () => host.pause(),
    resume: () => host.resume(),
    stop: () => host.stop(),
  };
}

/** The other end; `callback` makes a function callable from there. */
export function unpackedHost(
  host: PackedHost,
  callback: <T extends (progress: never) => void>(listener: T) => T,
): IslandHost {
  return {
    open: ({ data, ...request }) => host.openPacked(request, packProblem(data)),
    measure: (module, data, milliseconds) => host.measurePacked(module, packProblem(data), milliseconds),
    epoch: async (generation, budget, onProgress) =>
      unpackReport(
        await host.epochPacked(
          generation,
          budget,
          callback((progress: PackedProgress) => onProgress(unpackProgress(progress))),
        ),
      ),
    migrate: (arrivals) => host.migrate(arrivals),
    checkpoint: () => host.checkpoint(),
    population: () => host.population(),
    pause: () => host.pause(),
    resume: () => host.resume(),
    stop: () => host.stop(),
  };
}

function packProgress(progress: HostProgress): PackedProgress {
  return { ...progress, timetable: progress.timetable === null ? null : packTimetable(progress.timetable) };
}

function unpackProgress(progress: PackedProgress): HostProgress {
  return { ...progress, timetable: progress.timetable === null ? null : unpackTimetable(progress.timetable) };
}

function packReport({ improved, ...report }: HostReport): PackedReport {
  if (improved === null) return { ...report, improved };
  const { timetable, byRule, ...rest } = improved;
  return { ...report, improved: { ...rest, timetable: packTimetable(timetable), byRule: packValue(byRule) } };
}

function unpackReport({ improved, ...report }: PackedReport): HostReport {
  if (improved === null) return { ...report, improved };
  const { timetable, byRule, ...rest } = improved;
  // Packed by `packReport`.
  const costs = unpackValue(byRule) as readonly RuleCost[];
  return { ...report, improved: { ...rest, timetable: unpackTimetable(timetable), byRule: costs } };
}
