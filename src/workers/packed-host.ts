import { transfer } from 'comlink';
import { packValue, unpackValue } from '../domain/packed.ts';
import { type PackedProblem, packProblem, unpackProblem } from '../domain/packed-problem.ts';
import { type PackedTimetable, packTimetable, unpackTimetable } from '../domain/packed-timetable.ts';
import type { Timetable } from '../domain/timetable.ts';
import type {
  AuditAnswer,
  ChangeRequest,
  FoundTimetable,
  HostProgress,
  HostReport,
  IslandHost,
  OpenRequest,
} from '../engine/island-host.ts';
import type { PreparedProblem } from '../engine/prepared.ts';
import type { RunStart } from '../engine/run-contract/run-settings.ts';
import type { Callbacks } from './callbacks.ts';

interface PackedProgress extends Omit<HostProgress, 'timetable'> {
  readonly timetable: PackedTimetable | null;
}

interface PackedFound extends Omit<FoundTimetable, 'timetable'> {
  readonly timetable: PackedTimetable;
}

interface PackedReport extends Omit<HostReport, 'improved'> {
  readonly improved: PackedFound | null;
}

/** An island host as it is reached through messages: what grows with the problem goes as bytes. */
export interface PackedHost extends Omit<IslandHost, 'prepare' | 'open' | 'change' | 'measure' | 'epoch' | 'audit'> {
  preparePacked(
    problem: PackedProblem,
    start: RunStart | null,
    population?: readonly PackedTimetable[],
  ): Promise<PreparedProblem>;
  openPacked(
    request: Omit<OpenRequest, 'prepared' | 'audited'>,
    prepared: PreparedProblem,
    audited: PackedProblem | null,
  ): Promise<void>;
  changePacked(
    request: Omit<ChangeRequest, 'prepared' | 'audited'>,
    prepared: PreparedProblem,
    audited: PackedProblem | null,
  ): Promise<PackedReport>;
  measurePacked(module: WebAssembly.Module, prepared: PreparedProblem, milliseconds: number): Promise<number>;
  epochPacked(
    generation: number,
    budget: number | null,
    onProgress: (progress: PackedProgress) => void,
  ): Promise<PackedReport>;
  auditPacked(found: PackedFound): Promise<Uint8Array>;
}

/** The worker's end. */
export function packedHost(host: IslandHost): PackedHost {
  return {
    async preparePacked(problem, start, population) {
      const prepared = await host.prepare(unpackProblem(problem), start, population);
      return transfer(prepared, [prepared.image.bytes]);
    },
    async openPacked(request, prepared, audited) {
      await host.open({ ...request, prepared, audited: audited === null ? null : () => unpackProblem(audited) });
      giveBack(prepared);
    },
    async changePacked(request, prepared, audited) {
      const change = { ...request, prepared, audited: audited === null ? null : () => unpackProblem(audited) };
      const report = packReport(await host.change(change));
      giveBack(prepared);
      return report;
    },
    async measurePacked(module, prepared, milliseconds) {
      const speed = await host.measure(module, prepared, milliseconds);
      giveBack(prepared);
      return speed;
    },
    epochPacked: async (generation, budget, onProgress) =>
      packReport(await host.epoch(generation, budget, (progress) => onProgress(packProgress(progress)))),
    auditPacked: async (found) => packValue(await host.audit(unpackFound(found))),
    migrate: (arrivals) => host.migrate(arrivals),
    async checkpoint(completed) {
      const held = await host.checkpoint(completed);
      return transfer(
        held,
        held.map(({ memory }) => memory.buffer),
      );
    },
    population: () => host.population(),
    pause: () => host.pause(),
    resume: () => host.resume(),
    stop: () => host.stop(),
  };
}

/** The other end. */
export function unpackedHost(host: PackedHost, callbacks: Pick<Callbacks, 'offer' | 'end'>): IslandHost {
  return {
    prepare: (data, start, population) => host.preparePacked(packProblem(data), start, population),
    open: ({ prepared, audited, ...request }) =>
      host.openPacked(request, ownCopy(prepared), audited === null ? null : packProblem(audited())),
    change: async ({ prepared, audited, ...request }) =>
      unpackReport(
        await host.changePacked(request, ownCopy(prepared), audited === null ? null : packProblem(audited())),
      ),
    measure: (module, prepared, milliseconds) => host.measurePacked(module, ownCopy(prepared), milliseconds),
    async epoch(generation, budget, onProgress) {
      const tell = (progress: PackedProgress) => onProgress(unpackProgress(progress));
      try {
        return unpackReport(await host.epochPacked(generation, budget, callbacks.offer(tell)));
      } finally {
        callbacks.end(tell);
      }
    },
    // Packed by `packedHost`.
    audit: async (found) => unpackValue(await host.auditPacked(packFound(found))) as AuditAnswer,
    migrate: (arrivals) => host.migrate(arrivals),
    checkpoint: (completed) => host.checkpoint(completed),
    population: () => host.population(),
    pause: () => host.pause(),
    resume: () => host.resume(),
    stop: () => host.stop(),
  };
}

/** The image is copied once and given away: cloning it would copy it at both ends. */
function ownCopy(prepared: PreparedProblem): PreparedProblem {
  const bytes = prepared.image.bytes.slice(0);
  return transfer({ ...prepared, image: { ...prepared.image, bytes } }, [bytes]);
}

/** The islands have copied the image. A worker that leaves little garbage would keep the first copy for long. */
function giveBack({ image }: PreparedProblem): void {
  // ES2024: where it is missing, the collector comes by some day.
  const bytes: ArrayBuffer & { readonly transfer?: (length: number) => ArrayBuffer } = image.bytes;
  bytes.transfer?.(0);
}

function packProgress(progress: HostProgress): PackedProgress {
  return { ...progress, timetable: progress.timetable === null ? null : packTimetable(progress.timetable) };
}

function unpackProgress(progress: PackedProgress): HostProgress {
  return { ...progress, timetable: progress.timetable === null ? null : unpackTimetable(progress.timetable) };
}

function packReport({ improved, ...report }: HostReport): PackedReport {
  return { ...report, improved: improved === null ? null : packFound(improved) };
}

function unpackReport({ improved, ...report }: PackedReport): HostReport {
  return { ...report, improved: improved === null ? null : unpackFound(improved) };
}

/** What a host has reported goes to the one that audits. */
const packedOf = new WeakMap<Timetable, PackedTimetable>();

function packFound(found: FoundTimetable): PackedFound {
  return { ...found, timetable: packedOf.get(found.timetable) ?? packTimetable(found.timetable) };
}

function unpackFound(found: PackedFound): FoundTimetable {
  const timetable = unpackTimetable(found.timetable);
  packedOf.set(timetable, found.timetable);
  return { ...found, timetable };
}
