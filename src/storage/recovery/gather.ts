import { keyOf, type TableName, tableNames } from '../rows.ts';
import { isObject } from '../shapes.ts';
import { adoptedKey } from '../timetables.ts';
import { keysOf, type RowPlace, readRow } from './raw-database.ts';

/** Where the rows of a database are, by the project they belong to. */
export interface Places {
  readonly ofProject: ReadonlyMap<string, readonly AppPlace[]>;
  /** Rows of no project that is there, those with keys that the app never gives among them. */
  readonly others: readonly AppPlace[];
  /** Tables that cannot be read, with the browser's reason, and tables that are missing. */
  readonly unreadable: readonly { readonly table: string; readonly fault: string }[];
}

export interface AppPlace extends RowPlace {
  readonly table: TableName;
}

/** Of a table: the id of the project or, with `of`, of the run or version that a row belongs to; null when it has none. */
interface Owning {
  readonly of?: 'runs' | 'versions';
  readonly owner: (key: string) => string | null;
}

const beforeSlash = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')));
const itself = (key: string): string => key;
const nobody = (): null => null;
/** Told by the row: see `ownersOf`. */
const told = nobody;

const owning: Readonly<Record<TableName, Owning>> = {
  projects: { owner: itself },
  problems: { owner: itself },
  operations: { owner: beforeSlash },
  timetables: { owner: told },
  versions: { owner: told },
  versionContents: { of: 'versions', owner: itself },
  runs: { owner: told },
  runDetails: { of: 'runs', owner: itself },
  checkpoints: { of: 'runs', owner: itself },
  runSnapshots: { of: 'runs', owner: (key) => key.split('/')[0] ?? key },
  checkpointCopies: { of: 'runs', owner: beforeSlash },
  runInputs: { owner: nobody },
  meta: { owner: (key) => (key.startsWith(adoptedKey('')) ? key.slice(adoptedKey('').length) : null) },
};

export async function placesIn(database: IDBDatabase): Promise<Places> {
  const keys = new Map<TableName, readonly IDBValidKey[]>();
  const unreadable: { table: string; fault: string }[] = [];
  for (const table of tableNames) {
    try {
      keys.set(table, await keysOf(database, table));
    } catch (cause) {
      unreadable.push({ table, fault: String(cause) });
    }
  }
  const told = {
    timetables: await ownersOf(database, 'timetables', keys),
    versions: await ownersOf(database, 'versions', keys),
    runs: await ownersOf(database, 'runs', keys),
  };
  const ofProject = new Map<string, AppPlace[]>();
  for (const table of ['projects', 'problems'] as const) {
    for (const key of keys.get(table) ?? []) if (typeof key === 'string') ofProject.set(key, []);
  }
  const others: AppPlace[] = [];
  for (const [table, all] of keys) {
    const { of, owner } = owning[table];
    for (const key of all) {
      const id = typeof key === 'string' ? owner(key) : null;
      const known = table in told ? told[table as keyof typeof told].get(key) : of === undefined ? id : null;
      const projectId = of === undefined || id === null ? known : told[of].get(id);
      // A damaged project may be kept under any text, an empty one too.
      const places = projectId == null ? undefined : ofProject.get(projectId);
      (places ?? others).push({ table, key });
    }
  }
  return { ofProject, others, unreadable };
}

/** Ids of the projects that rows of a table say they belong to; a row under a key that is no text belongs to none. */
async function ownersOf(
  database: IDBDatabase,
  table: 'timetables' | 'versions' | 'runs',
  keys: ReadonlyMap<TableName, readonly IDBValidKey[]>,
): Promise<ReadonlyMap<IDBValidKey, string>> {
  const owners = new Map<IDBValidKey, string>();
  for (const key of keys.get(table) ?? []) {
    const { row } = await readRow(database, { table, key });
    const isUsual = typeof key === 'string' && isObject(row) && row[keyOf[table]] === key;
    if (isUsual && typeof row.projectId === 'string') owners.set(key, row.projectId);
  }
  return owners;
}
