import { failure, type Result, success } from '../../domain/result.ts';
import { attempt } from '../attempt.ts';
import { keyOfRow, type TableRow } from '../backup/backup-rows.ts';
import { openDatabase } from '../database.ts';
import { freeDatabase, moveToDatabase } from '../database-name.ts';
import { isObject } from '../shapes.ts';
import type { Diagnosis, OtherFinding } from './diagnose.ts';
import type { AppPlace } from './gather.ts';
import { readRow } from './raw-database.ts';

/**
 * Writes all that is good or mended to a new database, in which the app works from the next start on. The old one is not
 * touched; where anything fails, the app stays with it.
 */
export async function copyInto(from: IDBDatabase, { patients, others }: Diagnosis): Promise<Result<null>> {
  const name = await freeDatabase();
  const opened = await openDatabase(name);
  if (!opened.ok) return opened;
  const into = opened.value;
  const copied = await attempt(into, async () => {
    for (const { places, mended } of patients) {
      const rows = [...(await goodRows(from, places, mended.findings)), ...mended.puts];
      await into.transact([...new Set(rows.map(({ table }) => table))], async (to) => {
        for (const { table, row } of rows) await to.put(table, row);
      });
    }
    const rows = await goodRows(from, others.places, others.findings);
    for (const { table, row } of rows) {
      // The new one has its own.
      if (table !== 'meta' || keyOfRow({ table, row }) !== 'schema') await into.put(table, row);
    }
    moveToDatabase(name);
    return null;
  });
  into.close();
  return copied.ok ? success(null) : failure(copied.diagnostics);
}

async function goodRows(
  from: IDBDatabase,
  places: readonly AppPlace[],
  findings: readonly OtherFinding[],
): Promise<readonly TableRow[]> {
  const gone = findings.filter(({ outcome }) => outcome !== 'newer');
  const without = new Set(gone.map(({ table, key }) => `${table}/${String(key)}`));
  const rows: TableRow[] = [];
  for (const place of places) {
    if (without.has(`${place.table}/${String(place.key)}`)) continue;
    const { row } = await readRow(from, place);
    if (isObject(row)) rows.push({ table: place.table, row });
  }
  return rows;
}
