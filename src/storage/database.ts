import Dexie, { type Collection, type EntityTable, liveQuery } from 'dexie';
import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { errorNames, newerStored, storageError } from './attempt.ts';
import { NoSpace, noting, sizeOf } from './row-size.ts';
import { type Database, keyOf, type Rows, type TableName, tableNames } from './rows.ts';

/** Number of the newest schema below. It is also stored as a row, because Dexie opens newer schemas without a word. */
export const schemaNumber = 3;

/** Some browsers never answer an open request on a damaged profile. */
const openTimeout = 10_000;
const blockedTimeout = 2000;

/** Every version there ever was. Only indexed fields are named; rows are restored when read (`restore.ts`). */
function declareVersions(dexie: Dexie): void {
  dexie.version(1).stores({
    projects: 'id',
    problems: 'id',
    timetables: 'id, projectId',
    runs: 'id, projectId',
    checkpoints: 'runId',
    meta: 'id',
  });
  dexie.version(2).stores({
    operations: 'id',
    versions: 'id, projectId',
    versionContents: 'id',
  });
  dexie.version(3).stores({
    runs: 'id, projectId, state, resultKey',
    runInputs: 'id',
    runDetails: 'id',
    runSnapshots: 'id, runId',
    checkpointCopies: 'id',
  });
}

/**
 * Opens IndexedDB. Fails with `storage.blocked` (the browser stores nothing for this page), `storage.unreadable` (there is
 * a database, and it cannot be opened), `storage.waiting` (an old tab holds it), `storage.newer`.
 */
export async function openDatabase(name: string): Promise<Result<Database>> {
  if ((await storedVersion(name)) > schemaNumber) return failure([newerStored()]);
  const dexie = new Dexie(name);
  declareVersions(dexie);
  const opened = await openInTime(dexie);
  if (!opened.ok) {
    dexie.close({ disableAutoOpen: true });
    return opened;
  }
  try {
    const meta: unknown = await dexie.table('meta').get('schema');
    const stored = typeof meta === 'object' && meta !== null ? (meta as { readonly number?: unknown }).number : 0;
    if (typeof stored === 'number' && stored > schemaNumber) {
      dexie.close({ disableAutoOpen: true });
      return failure([newerStored()]);
    }
    if (stored !== schemaNumber) await dexie.table('meta').put({ id: 'schema', number: schemaNumber });
    // What cannot even be listed cannot be worked with.
    await dexie.table('projects').toCollection().primaryKeys();
  } catch (cause) {
    dexie.close({ disableAutoOpen: true });
    return failure([unreadable(cause)]);
  }
  return success(wrap(dexie));
}

/** Version of the database that is there, 0 when there is none or the browser cannot tell without opening it. */
async function storedVersion(name: string): Promise<number> {
  const version = (await databasesThere())?.find((database) => database.name === name)?.version ?? 0;
  // Dexie multiplies its version numbers by ten.
  return Math.floor(version / 10);
}

/** Null where the browser does not tell; some will not even be asked by a page that may store nothing. */
async function databasesThere(): Promise<readonly IDBDatabaseInfo[] | null> {
  try {
    return (await indexedDB.databases?.()) ?? null;
  } catch {
    return null;
  }
}

function openInTime(dexie: Dexie): Promise<Result<null>> {
  return new Promise((resolve) => {
    const fail = (fault: Diagnostic): void => resolve(failure([fault]));
    const timer = setTimeout(
      () => fail(unreadable('The browser does not answer when asked for stored data.')),
      openTimeout,
    );
    // Also said of a connection of our own that is about to be closed: only who is blocked for long waits for another tab.
    let blocked: ReturnType<typeof setTimeout> | undefined;
    dexie.on('blocked', () => {
      blocked ??= setTimeout(() => fail(oldTab()), blockedTimeout);
    });
    dexie
      .open()
      .then(
        () => resolve(success(null)),
        (cause: unknown) => openingFault(dexie.name, cause).then(fail),
      )
      .finally(() => {
        clearTimeout(timer);
        clearTimeout(blocked);
      });
  });
}

function oldTab(): Diagnostic {
  return error(
    'storage.waiting',
    'Another tab still runs an older version of Horarium. Close it and reload this page.',
  );
}

/** A browser that stores nothing for this page is no loss; a database that is there and does not open is damaged. */
async function openingFault(name: string, cause: unknown): Promise<Diagnostic> {
  if (storageError(cause).code === 'storage.newer') return newerStored();
  const isRefused = refusesEverything() || errorNames(cause).some((known) => refusals.includes(known));
  const isThere = (await databasesThere())?.some((database) => database.name === name);
  if (!isRefused && isThere !== false) return unreadable(cause);
  return error('storage.blocked', 'The browser does not let this page store data.', { value: String(cause) });
}

/** Where site data is blocked, Chromium says of a database no more than of a damaged one (`UnknownError`). */
function refusesEverything(): boolean {
  try {
    void globalThis.localStorage;
    return false;
  } catch {
    return true;
  }
}

/** Private windows and blocked site data. */
const refusals = ['SecurityError', 'InvalidStateError', 'MissingAPIError', 'InvalidAccessError'];

function unreadable(cause: unknown): Diagnostic {
  return error('storage.unreadable', 'The projects in this browser are there, but the browser cannot open them.', {
    value: String(cause),
  });
}

function wrap(dexie: Dexie): Database {
  const listeners: (() => void)[] = [];
  let outdated = false;
  dexie.on('versionchange', () => {
    // Without disableAutoOpen Dexie would reopen at the newer version and let this old code write into it.
    outdated = true;
    dexie.close({ disableAutoOpen: true });
    for (const listener of listeners) listener();
    // Dexie's own answer comes after this one and would let it open again: anew and empty, where it was deleted.
    return false;
  });
  const rows = rowsOf(dexie);
  const watch = <T>(query: () => Promise<T>, listener: (found: T) => void): (() => void) => {
    const subscription = liveQuery(query).subscribe({
      next: listener,
      error: (cause: unknown) => console.warn('Stored data can no longer be watched.', cause),
    });
    return () => subscription.unsubscribe();
  };
  return {
    ...rows,
    durable: true,
    get outdated() {
      return outdated;
    },
    onOutdated: (listener) => void listeners.push(listener),
    // Async for Dexie's sake: it follows native promises only in a scope that is an async function; in another one, a few
    // awaits after the last request are "committed too early".
    transact: (tables, work) => {
      const given: object[] = [];
      const noted = noting(rows, given);
      return dexie
        .transaction('rw', [...tables], async () => work(noted))
        .catch((cause: unknown) => {
          throw errorNames(cause).includes('QuotaExceededError') ? new NoSpace(cause, sizeOf(given)) : cause;
        });
    },
    read: (tables, work) => dexie.transaction('r', [...tables], async () => work(rows)),
    watchAll: (table, listener) => watch(() => rows.all(table), listener),
    watchProject: (table, projectId, listener) => watch(() => rows.ofProject(table, projectId), listener),
    watchRuns: (field, values, listener) => watch(() => rows.runsWhere(field, values), listener),
    watchLastId: (table, first, last, listener) => watch(() => rows.lastId(table, first, last), listener),
    close: () => dexie.close({ disableAutoOpen: true }),
  };
}

/** What browsers say of a row that they have and cannot read: its file is gone or damaged. */
const unreadableRow = ['NotReadableError', 'DataError', 'UnknownError', 'DataCloneError'];

/**
 * Each row in a task of its own: the timetables or runs of a project, read at once, would hold up the page. Of one that
 * the browser cannot read only the key is there, which no check lets pass: it does not take the others with it.
 */
async function oneByOne(table: EntityTable<object>, wanted: Collection<object>): Promise<object[]> {
  const rows: object[] = [];
  for (const key of await wanted.primaryKeys()) {
    const unreadable = { [table.schema.primKey.keyPath as string]: key }; // Every table has one field as its key.
    // The key is one of this table's.
    const row = await table.get(key as never).catch((cause: Error) => {
      if (unreadableRow.includes(cause.name)) return unreadable;
      throw cause;
    });
    // Another tab may have removed it meanwhile.
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** In one request; one by one where the browser cannot read some of them. */
function together(table: EntityTable<object>, wanted: Collection<object>): Promise<object[]> {
  return wanted.toArray().catch((cause: Error) => {
    if (unreadableRow.includes(cause.name)) return oneByOne(table, wanted);
    throw cause;
  });
}

function rowsOf(dexie: Dexie): Rows {
  const tables = Object.fromEntries(tableNames.map((name) => [name, dexie.table(name)])) as Record<
    TableName,
    EntityTable<object> // Rows of any shape: they are checked when read.
  >;
  const between = (table: TableName, first: string, last: string): Collection<object> =>
    tables[table].where(keyOf[table]).between(first, last, true, true);
  return {
    get: (table, id) => tables[table].get({ [keyOf[table]]: id }),
    all: (table) => together(tables[table], tables[table].toCollection()),
    ofProject: (table, projectId) => oneByOne(tables[table], tables[table].where('projectId').equals(projectId)),
    // All asked at once, and no cursor: a transaction ends when a long chain of awaits has nothing to read.
    runsWhere: (field, values) =>
      Dexie.Promise.all(values.map((value) => tables.runs.where(field).equals(value).toArray())).then((found) =>
        found.flat(),
      ),
    ids: (table) =>
      tables[table]
        .toCollection()
        .primaryKeys()
        .then((keys) => keys.map(String)),
    range: (table, first, last, limit = Number.POSITIVE_INFINITY) =>
      together(tables[table], between(table, first, last).limit(limit)),
    lastId: async (table, first, last) => {
      const keys = await between(table, first, last).reverse().limit(1).primaryKeys();
      return keys.length === 0 ? null : String(keys[0]);
    },
    put: async (table, row) => void (await tables[table].put(row)),
    add: async (table, row) => void (await tables[table].add(row)),
    removeRange: async (table, first, last) => void (await between(table, first, last).delete()),
    remove: (table, id) =>
      tables[table]
        .where(keyOf[table])
        .equals(id)
        .delete()
        .then(() => undefined),
  };
}
