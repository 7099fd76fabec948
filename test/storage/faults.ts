import type { Database, Rows } from '../../src/storage/rows.ts';

/** What happens to the writes of a database. Writes are counted from 1, over everything it is asked. */
export interface Faults {
  /** The write that fails; none where it is null. */
  readonly failsAt: number | null;
  /** As browsers say it. */
  readonly cause: () => unknown;
  /** Whether every write after it fails as well, as on a full disk. */
  readonly goesOn?: boolean;
  /** Milliseconds before a transaction begins. */
  readonly delay?: number;
}

export interface FaultyDatabase extends Database {
  /** So far. */
  readonly writes: () => number;
}

/** A database whose writes fail as planned; transactions that do are undone by the database beneath. */
export function withFaults(database: Database, faults: Faults): FaultyDatabase {
  let count = 0;
  const wait = () => new Promise<void>((resolve) => setTimeout(resolve, faults.delay ?? 0));
  const faulty = (rows: Rows): Rows => {
    const written =
      <Given extends readonly unknown[]>(write: (...given: Given) => Promise<void>) =>
      (...given: Given): Promise<void> => {
        count++;
        const { failsAt, goesOn = false } = faults;
        const fails = failsAt !== null && (count === failsAt || (goesOn && count > failsAt));
        return fails ? Promise.reject(faults.cause()) : write(...given);
      };
    return {
      ...rows,
      put: written(rows.put),
      add: written(rows.add),
      remove: written(rows.remove),
      removeRange: written(rows.removeRange),
    };
  };
  const transact: Database['transact'] = async (tables, work) => {
    if (faults.delay !== undefined) await wait();
    return database.transact(tables, (rows) => work(faulty(rows)));
  };
  const alone = faulty(database);
  return { ...database, ...alone, transact, writes: () => count };
}

/** A full disk, as Dexie passes it on. */
export function quotaError(): Error {
  return Object.assign(new Error('aborted'), {
    name: 'AbortError',
    inner: new DOMException('full', 'QuotaExceededError'),
  });
}
