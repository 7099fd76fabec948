import { failure, type Result, success } from '../../domain/result.ts';
import { unpackCheckpoint } from '../../engine/run-contract/run-checkpoint.ts';
import type { Checkpoint } from '../../engine/run-contract/run-events.ts';
import { damaged, restore } from '../backup/restore.ts';
import { scoreShape } from '../row-shapes.ts';
import { amount, bytes, listOf, oneOf, optional, record, text } from '../shapes.ts';

/** A row of the table `checkpointCopies`. */
export interface CheckpointRow {
  /** Run and slot. */
  readonly id: string;
  readonly version: 1;
  readonly runId: string;
  /** Counts up with each checkpoint of the run. */
  readonly number: number;
  readonly savedAt: string;
  /** `packCheckpoint`, with a checksum of its own. */
  readonly packed: Uint8Array;
}

const rowShape = record({
  id: text,
  version: oneOf([1]),
  runId: text,
  number: amount,
  savedAt: text,
  packed: bytes,
});

export function restoreCheckpoint(
  row: unknown,
): Result<{ readonly number: number; readonly savedAt: string; readonly checkpoint: Checkpoint }> {
  const restored = restore<CheckpointRow>('checkpoint', rowShape, row);
  if (!restored.ok) return restored;
  const { number, savedAt, packed } = restored.value;
  const checkpoint = unpackCheckpoint(packed);
  return checkpoint === null
    ? failure([damaged('checkpoint', row, 'packed')])
    : success({ number, savedAt, checkpoint });
}

/** A row of the table `checkpoints`, from before there were two of each run. */
interface OldCheckpointRow {
  readonly checkpoint: Omit<Checkpoint, 'engine' | 'islands' | 'settled'> & { readonly layout: number };
}

const amounts = listOf(amount);

const oldShape = record({
  runId: text,
  version: oneOf([1]),
  savedAt: text,
  checkpoint: record({
    layout: amount,
    generation: amount,
    improvedAt: amount,
    moves: amount,
    seconds: amount,
    islands: listOf(bytes),
    best: record({
      assignments: listOf(record({ time: amount, rooms: amounts, instructors: amounts })),
      enrolment: optional(amounts),
    }),
    score: scoreShape,
  }),
});

/** Its islands cannot go on with this engine, but a run can begin with its best. */
export function restoreOldCheckpoint(row: unknown): Result<Checkpoint> {
  const restored = restore<OldCheckpointRow>('checkpoint', oldShape, row);
  if (!restored.ok) return restored;
  const { layout, ...standing } = restored.value.checkpoint;
  return success({ ...standing, engine: String(layout), islands: [], settled: null });
}
