import { type Database, keyOf, type Rows, type TableName, tableNames } from './rows.ts';

type Tables = Map<TableName, Map<string, object>>;

/** Stands in where the browser refuses IndexedDB (private windows, blocked site data). */
export function createMemoryDatabase(): Database {
  let tables: Tables = new Map(tableNames.map((name) => [name, new Map()]));
  const watchers = new Set<() => void>();
  // One transaction after the other; a failed one does not hold up the next.
  let queue: Promise<unknown> = Promise.resolve();

  function transact<T>(_: readonly TableName[], work: (rows: Rows) => Promise<T>): Promise<T> {
    const done = queue.then(async () => {
      const draft: Tables = new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));
      const result = await work(rowsOf(() => draft));
      tables = draft;
      for (const notify of watchers) notify();
      return result;
    });
    queue = done.catch(() => undefined);
    return done;
  }

  function watch(query: () => Promise<unknown[]>, listener: (rows: unknown[]) => void): () => void {
    const notify = (): void => {
      void query().then((rows) => {
        if (watchers.has(notify)) listener(rows);
      });
    };
    watchers.add(notify);
    notify();
    return () => watchers.delete(notify);
  }

  const rows = rowsOf(() => tables);
  return {
    ...rows,
    durable: false,
    outdated: false,
    onOutdated: () => undefined,
    put: (table, row) => transact([table], (draft) => draft.put(table, row)),
    remove: (table, id) => transact([table], (draft) => draft.remove(table, id)),
    transact,
    watchAll: (table, listener) => watch(() => rows.all(table), listener),
    watchProject: (table, projectId, listener) => watch(() => rows.ofProject(table, projectId), listener),
    close: () => watchers.clear(),
  };
}

/** Copies going in and out, as a database does: a row never changes through an object somebody kept. */
function rowsOf(tables: () => Tables): Rows {
  const table = (name: TableName): Map<string, object> => tables().get(name) ?? new Map();
  return {
    get: async (name, id) => structuredClone(table(name).get(id)),
    all: async (name) => structuredClone([...table(name).values()]),
    ofProject: async (name, projectId) =>
      structuredClone([...table(name).values()].filter((row) => field(row, 'projectId') === projectId)),
    put: async (name, row) => void table(name).set(String(field(row, keyOf[name])), structuredClone(row)),
    remove: async (name, id) => void table(name).delete(id),
  };
}

function field(row: object, name: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[name];
}
