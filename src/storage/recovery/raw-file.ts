import { lineOf, packLines } from '../backup/backup-text.ts';
import { headerLine } from '../backup/backups.ts';
import { keyOf } from '../rows.ts';
import { isObject } from '../shapes.ts';
import { placesIn } from './gather.ts';
import { keysOf, type RowPlace, readRow } from './raw-database.ts';
import type { RawCopy } from './recovery-contract.ts';

/**
 * A backup with all rows in it, damaged ones, checkpoints and rows of unknown tables included. What could not be read
 * has a line with its reason. Restoring a backup takes from it what can be opened.
 */
export async function packRaw(database: IDBDatabase, projectId: string | null): Promise<RawCopy> {
  let rows = 0;
  let unreadable = 0;
  async function* lines(): AsyncGenerator<string> {
    yield headerLine();
    for await (const place of placesOf(database, projectId)) {
      const { line, isRead } = 'fault' in place ? unread(place) : await rowLine(database, place);
      if (isRead) rows++;
      else unreadable++;
      yield line;
    }
    yield lineOf({ end: rows + unreadable });
  }
  const bytes = await packLines(lines());
  return { bytes, rows, unreadable };
}

interface Line {
  readonly line: string;
  readonly isRead: boolean;
}

async function rowLine(database: IDBDatabase, place: RowPlace): Promise<Line> {
  const { table, key } = place;
  const { row, fault } = await readRow(database, place);
  if (fault !== null) return unread({ table, key, fault });
  try {
    const isUsual = isObject(row) && row[keyOf[table as keyof typeof keyOf]] === key;
    return { line: lineOf(isUsual ? { table, row } : { table, key, row }), isRead: true };
  } catch (cause) {
    // What goes round in a circle, which nothing that the app stores does.
    return unread({ table, key, fault: String(cause) });
  }
}

function unread(fault: { readonly table: string; readonly key?: IDBValidKey; readonly fault: string }): Line {
  return { line: lineOf(fault), isRead: false };
}

/** All places, table by table; one that cannot be read is a fault. */
async function* placesOf(
  database: IDBDatabase,
  projectId: string | null,
): AsyncGenerator<RowPlace | { readonly fault: string; readonly table: string }> {
  if (projectId !== null) {
    yield* (await placesIn(database)).ofProject.get(projectId) ?? [];
    return;
  }
  for (const table of database.objectStoreNames) {
    try {
      for (const key of await keysOf(database, table)) yield { table, key };
    } catch (cause) {
      yield { fault: String(cause), table };
    }
  }
}
