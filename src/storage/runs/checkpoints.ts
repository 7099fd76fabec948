import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import { failure, success } from '../../domain/result.ts';
import { packCheckpoint } from '../../engine/run-contract/run-checkpoint.ts';
import type { Checkpoint } from '../../engine/run-contract/run-events.ts';
import { attempt } from '../attempt.ts';
import { timestamp } from '../identifiers.ts';
import type { Database, Rows } from '../rows.ts';
import type { Checkpoints } from '../runs-contract.ts';
import type { CheckpointRow } from './restore-checkpoint.ts';
import { restoreCheckpoint, restoreOldCheckpoint } from './restore-checkpoint.ts';

/**
 * Two checkpoints of each run: the newer is written over the one before the last, so that the last is whole until the
 * newer is, whatever happens meanwhile. Where the newer is damaged, the older is used.
 */
const slots = [0, 1] as const;

export function createCheckpoints(database: Database): Checkpoints {
  /** Number of the last checkpoint of the runs of this tab. */
  const numbers = new Map<string, number>();
  return {
    put: (runId, checkpoint) =>
      attempt(database, async () => {
        const packed = packCheckpoint(checkpoint);
        await database.transact(['checkpointCopies', 'checkpoints'], async (rows) => {
          const last = numbers.get(runId) ?? (await copiesOf(rows, runId)).good[0]?.number ?? 0;
          await rows.put('checkpointCopies', rowOf(runId, last + 1, packed));
          await rows.remove('checkpoints', runId);
          numbers.set(runId, last + 1);
        });
        return null;
      }),
    async get(runId) {
      const found = await attempt(database, () =>
        database.read(['checkpointCopies', 'checkpoints'], async (rows) => ({
          ...(await copiesOf(rows, runId)),
          old: await rows.get('checkpoints', runId),
        })),
      );
      if (!found.ok) return found;
      const { good, damage, old } = found.value;
      const [newest] = good;
      if (newest !== undefined) return success(newest.checkpoint, damage.length === 0 ? [] : [olderUsed(runId)]);
      if (damage.length > 0) return failure(damage);
      return old === undefined ? success(null) : restoreOldCheckpoint(old);
    },
  };
}

/** The row that keeps the checkpoint of that number of a run, which counts from 1. */
export function checkpointRow(runId: string, number: number, checkpoint: Checkpoint): CheckpointRow {
  return rowOf(runId, number, packCheckpoint(checkpoint));
}

function rowOf(runId: string, number: number, packed: Uint8Array): CheckpointRow {
  return { id: idOf(runId, number % slots.length), version: 1, runId, number, savedAt: timestamp(), packed };
}

/** For transactions over `checkpoints` and `checkpointCopies`. */
export async function removeCheckpoints(rows: Rows, runId: string): Promise<void> {
  for (const id of copyIds(runId)) await rows.remove('checkpointCopies', id);
  await rows.remove('checkpoints', runId);
}

async function copiesOf(rows: Rows, runId: string) {
  const good = [];
  const damage: Diagnostic[] = [];
  for (const id of copyIds(runId)) {
    const row = await rows.get('checkpointCopies', id);
    if (row === undefined) continue;
    const restored = restoreCheckpoint(row);
    if (restored.ok) good.push(restored.value);
    else damage.push(...restored.diagnostics);
  }
  return { good: good.sort((a, b) => b.number - a.number), damage };
}

/** Ids of the rows that a run may have in `checkpointCopies`. */
export function copyIds(runId: string): readonly string[] {
  return slots.map((slot) => idOf(runId, slot));
}

function idOf(runId: string, slot: number): string {
  return `${runId}/${slot}`;
}

function olderUsed(runId: string): Diagnostic {
  return warning(
    'storage.olderCheckpoint',
    'The last checkpoint of this run was damaged; it goes on from the one before.',
    {
      value: runId,
    },
  );
}
