import { activeStates, isActive, isWaiting } from '../../domain/runs/run-states.ts';
import { restoreAll } from '../backup/restore.ts';
import { timestamp } from '../identifiers.ts';
import type { RunRecord } from '../records.ts';
import type { Database, Rows } from '../rows.ts';
import { restoreRun } from './restore-run.ts';
import { removeLostInputs } from './run-inputs.ts';
import type { RunLocks } from './run-locks.ts';
import { moved } from './run-rows.ts';

/** Rows of before have states of their own. */
const candidateStates = [...activeStates, 'preparing', 'stopping'];

/**
 * Marks the runs whose tab is gone; where tabs share the queue, those that wait need none. Rows are read before the
 * locks: a run that starts in between is then no candidate, and one that ends in between is found finished by the
 * transaction.
 */
export async function markInterrupted(database: Database, locks: RunLocks): Promise<readonly RunRecord[]> {
  const { value: stored } = await restoreAll(await database.runsWhere('state', candidateStates), restoreRun);
  const isCandidate = (run: RunRecord): boolean => isActive(run.state) && !(locks.isShared && isWaiting(run));
  const candidates = stored.filter(isCandidate);
  const alive = candidates.length === 0 ? new Set<string>() : await locks.alive();
  return database.transact(['runs', 'runInputs'], async (rows: Rows) => {
    const marked: RunRecord[] = [];
    for (const { id } of candidates) {
      if (alive.has(id)) continue;
      const run = restoreRun(await rows.get('runs', id));
      if (!run.ok || !isCandidate(run.value)) continue;
      const interrupted = moved(run.value, 'interrupted', { endedAt: timestamp() });
      await rows.put('runs', interrupted);
      marked.push(interrupted);
    }
    await removeLostInputs(rows);
    return marked;
  });
}
