import { success } from '../../domain/result.ts';
import { activeStates, isWaiting } from '../../domain/runs/run-states.ts';
import { attempt } from '../attempt.ts';
import { restoreAll, watchRestored } from '../backup/restore.ts';
import type { RunRecord } from '../records.ts';
import type { Database } from '../rows.ts';
import type { Runs } from '../runs-contract.ts';
import { isObject } from '../shapes.ts';
import { restoreRun } from './restore-run.ts';

/** Row of the table `meta` that says whether the queue is held. */
const queueRow = 'run-queue';

type QueueOfRuns = Pick<Runs, 'active' | 'watchActive' | 'reorder' | 'holdQueue' | 'watchHeld'>;

/** The runs that wait or are on, of all projects. */
export function createStoredQueue(database: Database): QueueOfRuns {
  return {
    async active() {
      const rows = await attempt(database, () => database.runsWhere('state', activeStates));
      if (!rows.ok) return rows;
      const restored = await restoreAll(rows.value, restoreRun);
      return success(inOrder(restored.value), restored.diagnostics);
    },
    watchActive: (listener) =>
      watchRestored(
        (next) => database.watchRuns('state', activeStates, next),
        restoreRun,
        (runs) => listener(inOrder(runs)),
      ),
    reorder: (ids) => attempt(database, () => reorder(database, ids)),
    holdQueue: (isHeld) => attempt(database, () => database.put('meta', { id: queueRow, isHeld }).then(() => null)),
    watchHeld: (listener) =>
      database.watchAll('meta', (rows) =>
        listener(rows.some((row) => isObject(row) && row.id === queueRow && row.isHeld === true)),
      ),
  };
}

function inOrder(records: readonly RunRecord[]): readonly RunRecord[] {
  return [...records].sort((a, b) => a.order - b.order || (a.createdAt < b.createdAt ? -1 : 1));
}

function reorder(database: Database, ids: readonly string[]): Promise<null> {
  return database.transact(['runs'], async (rows) => {
    for (const [place, id] of ids.entries()) {
      const run = restoreRun(await rows.get('runs', id));
      if (run.ok && isWaiting(run.value)) await rows.put('runs', { ...run.value, order: place + 1 });
    }
    return null;
  });
}
