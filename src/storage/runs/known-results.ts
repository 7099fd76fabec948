import { attempt } from '../attempt.ts';
import type { RunRecord } from '../records.ts';
import type { Database, Rows } from '../rows.ts';
import type { Runs } from '../runs-contract.ts';
import { isObject } from '../shapes.ts';
import { restoreRun } from './restore-run.ts';

/** Row of the table `meta` that counts the results that were found again. */
const hitsRow = 'result-hits';

/** Results that are there already when somebody asks for them again. */
export function createKnownResults(database: Database): Pick<Runs, 'findResult' | 'resultHits' | 'countResultHit'> {
  return {
    findResult: (resultKey) => attempt(database, () => findResult(database, resultKey)),
    resultHits: () => attempt(database, () => resultHits(database)),
    countResultHit: () =>
      attempt(database, () =>
        database.transact(['meta'], async (rows) => {
          const hits = (await resultHits(rows)) + 1;
          await rows.put('meta', { id: hitsRow, version: 1, hits });
          return hits;
        }),
      ),
  };
}

async function findResult(database: Database, resultKey: string): Promise<RunRecord | null> {
  for (const row of await database.runsWhere('resultKey', [resultKey])) {
    const run = restoreRun(row);
    if (!run.ok || run.value.state !== 'completed' || run.value.timetableId === null) continue;
    // It would have gone on.
    if (run.value.reason === 'stopped') continue;
    if ((await database.get('timetables', run.value.timetableId)) !== undefined) return run.value;
  }
  return null;
}

async function resultHits(rows: Pick<Rows, 'get'>): Promise<number> {
  const row = await rows.get('meta', hitsRow);
  return isObject(row) && typeof row.hits === 'number' && row.hits > 0 ? Math.floor(row.hits) : 0;
}
