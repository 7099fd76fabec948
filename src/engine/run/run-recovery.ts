import { causeText } from '../../domain/cause-text.ts';
import { checksumOf } from '../../domain/checksum.ts';
import { packValue } from '../../domain/packed.ts';
import { packTimetable } from '../../domain/packed-timetable.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import type { Score } from '../../domain/score.ts';
import type { FoundTimetable } from '../island-host.ts';
import type { AuditEvidence, Checkpoint } from '../run-contract/run-events.ts';
import type { RunSettings } from '../run-contract/run-settings.ts';
import { engineVersion } from '../run-contract/run-version.ts';
import type { HostPool } from './run-request.ts';

/** A worker is gone: by chance, unlike what a host says itself, which it would say again. */
class HostLost extends Error {}

/** Somebody wants no more of the run. */
export class Cancelled extends Error {}

/** Milliseconds to wait before each new try after a worker was lost. */
const backOff: readonly number[] = [500, 2000];

/** How long to wait before the run is tried again after `retries` times; null: it has failed. */
export function waitAfter(cause: unknown, retries: number): number | null {
  return cause instanceof HostLost ? (backOff[retries] ?? null) : null;
}

/** Rejects with `HostLost` when a host of the pool dies. */
export function lossOf(pool: HostPool): Promise<never> {
  const lost = pool.failure.catch((cause: unknown) => {
    throw new HostLost(causeText(cause));
  });
  lost.catch(() => {});
  return lost;
}

/**
 * How a run goes on from a checkpoint: with its islands where this engine has made it, else anew from its best timetable.
 * A run that began with a timetable begins with that one again, because changes are counted from there.
 */
export function continued(
  settings: RunSettings,
  checkpoint: Checkpoint | null,
): { readonly settings: RunSettings; readonly checkpoint: Checkpoint | null } {
  if (checkpoint === null || checkpoint.engine === engineVersion) return { settings, checkpoint };
  if (settings.start !== undefined && (settings.start.cap !== null || settings.start.keep > 0)) {
    return { settings, checkpoint: null };
  }
  const start = { timetable: packTimetable(checkpoint.best), keep: 0, cap: null };
  return { settings: { ...settings, start }, checkpoint: null };
}

/** What is kept of a wrong score, so that it can be shown again. */
export function evidenceOf(
  { data, settings }: { readonly data: ProblemData; readonly settings: RunSettings },
  generation: number,
  { score, timetable }: FoundTimetable,
  evaluated: Score,
): AuditEvidence {
  return {
    problemHash: checksumOf(packValue(data)),
    settings,
    seed: settings.seed,
    engine: engineVersion,
    generation,
    timetable: packTimetable(timetable),
    claimed: score,
    evaluated,
  };
}
