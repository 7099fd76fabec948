import { type Result, success } from '../domain/result.ts';
import { attempt } from './attempt.ts';
import { restore, restoreAll } from './backup/restore.ts';
import type { SnapshotRecord } from './records.ts';
import type { Database, Rows } from './rows.ts';
import { snapshotShape } from './runs/run-shapes.ts';
import type { Snapshots } from './runs-contract.ts';

/** First and last id that snapshots of a run can have, see `snapshotId`. */
export function snapshotRange(runId: string): readonly [string, string] {
  return [`${runId}/`, `${runId}/:`];
}

export function createSnapshots(database: Database): Snapshots {
  return {
    add: (record, dropped) =>
      attempt(database, () =>
        database.transact(['runSnapshots'], async (rows) => {
          await rows.put('runSnapshots', record);
          if (dropped !== null) await rows.remove('runSnapshots', dropped);
          return null;
        }),
      ),
    async list(runId) {
      const rows = await attempt(database, () => database.range('runSnapshots', ...snapshotRange(runId)));
      if (!rows.ok) return rows;
      const restored = await restoreAll(rows.value, restoreSnapshot);
      return success(restored.value, restored.diagnostics);
    },
    removeOf: (runId) => attempt(database, () => removeSnapshots(database, runId).then(() => null)),
  };
}

export function restoreSnapshot(row: unknown): Result<SnapshotRecord> {
  return restore<SnapshotRecord>('snapshot', snapshotShape, row);
}

/** For whoever removes a run. */
export function removeSnapshots(rows: Rows, runId: string): Promise<void> {
  return rows.removeRange('runSnapshots', ...snapshotRange(runId));
}
