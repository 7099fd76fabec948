import { error } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';

/** IndexedDB itself, without Dexie: for databases that Dexie does not open, and for rows of any key. */

export interface RowPlace {
  readonly table: string;
  readonly key: IDBValidKey;
}

/** A row as it lies there. `fault` says why the browser could not read it, and is null when it could. */
export interface RawRow extends RowPlace {
  readonly row: unknown;
  readonly fault: string | null;
}

/** Without `row` the row of that key is removed. */
export interface RawWrite extends RowPlace {
  readonly row?: object;
}

/** Milliseconds after which a browser is taken not to answer any more. */
const patience = 15_000;

/** Opens the database in the version it has. Fails with `storage.unreadable`; never makes one that is not there. */
export async function openRaw(name: string): Promise<Result<IDBDatabase>> {
  try {
    const request = indexedDB.open(name);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0) request.transaction?.abort();
    };
    const database = await answerOf(request);
    // Whoever upgrades or deletes it is not held up.
    database.onversionchange = () => database.close();
    return success(database);
  } catch (cause) {
    return failure([
      error('storage.unreadable', 'The browser cannot open what is stored for this page.', { value: String(cause) }),
    ]);
  }
}

/** Keys of a table; rejects when the browser cannot read it. */
export function keysOf(database: IDBDatabase, table: string): Promise<IDBValidKey[]> {
  return answered(() => database.transaction(table).objectStore(table).getAllKeys());
}

export async function readRow(database: IDBDatabase, { table, key }: RowPlace): Promise<RawRow> {
  try {
    const row: unknown = await answered(() => database.transaction(table).objectStore(table).get(key));
    return { table, key, row, fault: null };
  } catch (cause) {
    return { table, key, row: undefined, fault: String(cause) };
  }
}

/** One transaction: all or nothing. */
export function writeRaw(database: IDBDatabase, writes: readonly RawWrite[]): Promise<void> {
  if (writes.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const tables = [...new Set(writes.map(({ table }) => table))];
    const transaction = database.transaction(tables, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    for (const { table, key, row } of writes) {
      const store = transaction.objectStore(table);
      if (row === undefined) store.delete(key);
      else store.put(row);
    }
  });
}

export async function removeDatabase(name: string): Promise<void> {
  await answerOf(indexedDB.deleteDatabase(name));
}

function answered<T>(ask: () => IDBRequest<T>): Promise<T> {
  try {
    return answerOf(ask());
  } catch (cause) {
    return Promise.reject(cause);
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('No answer', 'TimeoutError')), patience);
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}
