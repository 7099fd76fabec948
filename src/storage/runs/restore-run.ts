import type { ProblemData } from '../../domain/problem-data.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { RunState } from '../../domain/runs/run-states.ts';
import type { StopReason } from '../../engine/run-contract/run-events.ts';
import type { RunSettings } from '../../engine/run-contract/run-settings.ts';
import { damaged, restore, unpacked } from '../backup/restore.ts';
import type { RunInputRecord, RunRecord } from '../records.ts';
import { isObject } from '../shapes.ts';
import { oldRunShape, runInputShape, runShape } from './run-shapes.ts';

/** A run from before there was a queue. */
type OldRun = Pick<RunRecord, 'id' | 'projectId' | 'endedAt' | 'reason' | 'best' | 'moves' | 'seconds' | 'series'> &
  Pick<RunRecord, 'timetableId' | 'inTheWay'> & {
    readonly state: RunState | 'preparing' | 'stopping' | 'stopped';
    readonly settings: StoredSettings;
    readonly variant?: RunRecord['variant'];
    readonly startedAt: string;
    readonly failure: string | null;
  };

/** Before the pace could be chosen, every budget was a number of moves. */
type StoredSettings = Omit<RunSettings, 'pace'> & Partial<Pick<RunSettings, 'pace'>>;

export function restoreRun(row: unknown): Result<RunRecord> {
  if (isObject(row) && row.version === 1) {
    const old = restore<OldRun>('run', oldRunShape, row);
    return old.ok ? success(fromOld(old.value)) : old;
  }
  const run = restore<RunRecord>('run', runShape, row, 2);
  return run.ok ? success({ ...run.value, settings: withPace(run.value.settings) }) : run;
}

function withPace(settings: StoredSettings): RunSettings {
  return { ...settings, pace: settings.pace ?? 'moves' };
}

function fromOld({ state, settings, variant, failure: cause, ...run }: OldRun): RunRecord {
  const ended = oldStates[state as keyof typeof oldStates] as [RunState, StopReason | null] | undefined;
  const [now, reason] = ended ?? [state as RunState, run.reason];
  return {
    ...run,
    version: 2,
    state: now,
    reason: run.reason ?? reason,
    phase: now === 'running' || now === 'paused' ? 'improving' : 'finishing',
    order: 0,
    problemHash: null,
    inputBytes: 0,
    inputHash: null,
    resultKey: null,
    engine: null,
    settings: withPace(settings),
    wish: null,
    // Before variants, weights were as they are.
    variant: variant ?? 'balanced',
    startName: null,
    createdAt: run.startedAt,
    generation: run.series.at(-1)?.generation ?? 0,
    done: now === 'completed' ? 1 : 0,
    movesPerSecond: run.seconds > 0 ? run.moves / run.seconds : 0,
    log: [],
    error: cause === null ? null : { code: 'run.failed', message: cause },
  };
}

/** States that had names of their own: phases and reasons now. */
const oldStates = {
  preparing: ['running', null],
  stopping: ['cancelling', null],
  stopped: ['completed', 'stopped'],
} as const satisfies Partial<Record<OldRun['state'], readonly [RunState, StopReason | null]>>;

/** The problem of a run, read and checked in slices. */
export async function restoreRunInput(row: unknown): Promise<Result<ProblemData>> {
  const input = restore<RunInputRecord>('run', runInputShape, row);
  if (!input.ok) return input;
  return isObject(row) ? unpacked('run', row, input.value.packed) : failure([damaged('run', row, 'packed')]);
}
