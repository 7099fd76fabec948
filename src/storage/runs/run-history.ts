import { success } from '../../domain/result.ts';
import { isActive, isFinal } from '../../domain/runs/run-states.ts';
import { attempt } from '../attempt.ts';
import { restoreAll } from '../backup/restore.ts';
import type { RunRecord, RunSummary } from '../records.ts';
import type { Database, Rows, TableName } from '../rows.ts';
import type { RemovedRuns, RunHistory } from '../runs-contract.ts';
import { isObject } from '../shapes.ts';
import { removeSnapshots, snapshotRange } from '../snapshots.ts';
import { copyIds, removeCheckpoints } from './checkpoints.ts';
import { restoreRun } from './restore-run.ts';
import { hasDetails, putDetached } from './run-details.ts';

/** All that goes with a run. */
const tables = [
  'runs',
  'runDetails',
  'checkpoints',
  'checkpointCopies',
  'runSnapshots',
] as const satisfies readonly TableName[];

/** The runs of the past: read in one go, removed with all that hangs on them, never while they are on. */
export function createRunHistory(database: Database): RunHistory {
  return {
    async summaries(projectId) {
      const rows = await attempt(database, () => database.range('runs', '', '\uffff'));
      if (!rows.ok) return rows;
      const wanted = rows.value.filter((row) => projectId === null || (isObject(row) && row.projectId === projectId));
      const restored = await restoreAll(wanted, restoreRun);
      return success(restored.value.map(summaryOf).sort(newestFirst), restored.diagnostics);
    },
    remove: (ids) =>
      attempt(database, () =>
        database.transact(tables, async (rows) => {
          const removed: RemovedRuns['rows'][number][] = [];
          for (const id of ids) {
            const run = restoreRun(await rows.get('runs', id));
            if (run.ok && !isActive(run.value.state)) removed.push(...(await take(rows, id)));
          }
          return { rows: removed };
        }),
      ),
    restore: (removed) =>
      attempt(database, () =>
        database.transact(tables, async (rows) => {
          for (const { table, row } of removed.rows) {
            if ((tables as readonly string[]).includes(table)) await rows.put(table as TableName, row);
          }
          return null;
        }),
      ),
    removeExpired: (before) => attempt(database, () => removeExpired(database, before)),
  };
}

/** The long parts may still be there where the run is on, or was stored by an older version of the app. */
function summaryOf({ series: _, log: __, ...summary }: RunRecord): RunSummary {
  return summary;
}

function newestFirst(a: RunSummary, b: RunSummary): number {
  return a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0;
}

async function take(rows: Rows, id: string): Promise<RemovedRuns['rows']> {
  const removed: RemovedRuns['rows'][number][] = [];
  for (const row of await rows.range('runSnapshots', ...snapshotRange(id))) {
    if (isObject(row)) removed.push({ table: 'runSnapshots', row });
  }
  await removeSnapshots(rows, id);
  for (const table of ['runs', 'runDetails', 'checkpoints', 'checkpointCopies'] as const) {
    for (const key of table === 'checkpointCopies' ? copyIds(id) : [id]) {
      const row = await rows.get(table, key);
      if (isObject(row)) removed.push({ table, row });
      await rows.remove(table, key);
    }
  }
  return removed;
}

/**
 * What a run leaves when its time is over: the record stays where somebody kept its timetable, and only checkpoint
 * and moments go. Runs that are on, and those that may be resumed, stay whole until their time is over, too.
 */
export function expiryOf(
  run: Pick<RunSummary, 'state' | 'endedAt' | 'createdAt' | 'timetableId'>,
  before: string,
  isKept: (timetableId: string) => boolean,
): 'stays' | 'checkpointGoes' | 'goes' {
  if (isActive(run.state) || (run.endedAt ?? run.createdAt) >= before) return 'stays';
  return run.timetableId !== null && isKept(run.timetableId) ? 'checkpointGoes' : 'goes';
}

async function removeExpired(database: Database, before: string): Promise<number> {
  return database.transact([...tables, 'timetables'], async (rows) => {
    const kept = new Set(await rows.ids('timetables'));
    let gone = 0;
    for (const row of await rows.range('runs', '', '\uffff')) {
      const run = restoreRun(row);
      // What cannot be read is not judged either.
      if (!run.ok) continue;
      const expiry = expiryOf(run.value, before, (id) => kept.has(id));
      if (expiry === 'goes') {
        await take(rows, run.value.id);
        gone++;
      } else if (expiry === 'checkpointGoes') {
        await removeCheckpoints(rows, run.value.id);
        await removeSnapshots(rows, run.value.id);
      }
      // Rows of an older version of the app carry their series.
      if (expiry !== 'goes' && isFinal(run.value.state) && hasDetails(run.value)) await putDetached(rows, run.value);
    }
    return gone;
  });
}
