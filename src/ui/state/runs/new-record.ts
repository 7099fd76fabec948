import type { RunWish } from '../../../domain/runs/run-wish.ts';
import type { VariantName } from '../../../domain/variants.ts';
import { bareSettings, type RunSettings, type RunStart } from '../../../engine/run-contract/run-settings.ts';
import { engineVersion } from '../../../engine/run-contract/run-version.ts';
import type { RunRecord } from '../../../storage/records.ts';

export interface WantedRun {
  readonly projectId: string;
  /** Whose soft rules count more; the timetable is kept with the score of the project's own weights. */
  readonly variant: VariantName;
  /** Complete, or a wish from which they are planned when the turn of the run comes. */
  readonly settings: RunSettings | RunWish;
  /** Where it begins, in place of that of the settings. */
  readonly start?: RunStart | undefined;
  /** Name of the timetable that it starts from. */
  readonly startName?: string | undefined;
}

/** A run that waits for its turn, before anybody has looked at what it searches. */
export function newRunRecord(id: string, createdAt: string, wanted: WantedRun): RunRecord {
  const wish = 'typed' in wanted.settings ? wanted.settings : null;
  const settings = 'typed' in wanted.settings ? provisional(wanted.settings) : wanted.settings;
  return {
    id,
    version: 2,
    projectId: wanted.projectId,
    state: 'queued',
    phase: 'waiting',
    order: 0,
    problemHash: null,
    inputBytes: 0,
    inputHash: null,
    resultKey: null,
    engine: engineVersion,
    settings: wanted.start === undefined ? settings : { ...settings, start: wanted.start },
    wish,
    variant: wanted.variant,
    startName: wanted.startName ?? null,
    createdAt,
    startedAt: null,
    endedAt: null,
    reason: null,
    best: null,
    generation: 0,
    done: 0,
    moves: 0,
    movesPerSecond: 0,
    seconds: 0,
    series: [],
    log: [{ at: createdAt, seconds: 0, kind: 'queued' }],
    error: null,
    timetableId: null,
  };
}

/** Shown while the run waits. */
function provisional({ seconds, pace }: RunWish): RunSettings {
  return { ...bareSettings, pace: pace ?? 'clock', timeLimit: seconds };
}
