import { success } from '../domain/result.ts';
import { attempt } from './attempt.ts';
import { timestamp } from './identifiers.ts';
import type { CheckpointRecord } from './records.ts';
import { restoreCheckpoint } from './restore.ts';
import type { Database } from './rows.ts';
import type { Checkpoints } from './storage.ts';

export function createCheckpoints(database: Database): Checkpoints {
  return {
    put: (runId, checkpoint) =>
      attempt(database, () => {
        const record: CheckpointRecord = { runId, version: 1, savedAt: timestamp(), checkpoint };
        return database.put('checkpoints', record).then(() => null);
      }),
    async get(runId) {
      const row = await attempt(database, () => database.get('checkpoints', runId));
      if (!row.ok) return row;
      if (row.value === undefined) return success(null);
      const restored = restoreCheckpoint(row.value);
      return restored.ok ? success(restored.value.checkpoint) : restored;
    },
    remove: (runId) => attempt(database, () => database.remove('checkpoints', runId).then(() => null)),
  };
}
