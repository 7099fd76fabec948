import { type Database, keyOf, type Rows, type TableName, tableNames } from './rows.ts';

type Tables = Map<TableName, Map<string, object>>;

/** Stands in where the browser refuses IndexedDB (private windows, blocked site data). */
export function createMemoryDatabase(): Database {
  let tables: Tables = new Map(tableNames.map((name) => [name, new Map()]));
  const watchers = new Set<() => void>();
  // One transaction after the other; a failed one does not hold up the next.
  let queue: Promise<unknown> = Promise.resolve();

  const transact: Database['transact'] = (_, work) => {
    const done = queue.then(async () => {
      const draft: Tables = new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));
      const result = await work(rowsOf(() => draft));
      tables = draft;
      for (const notify of watchers) notify();
      return result;
    });
    queue = done.catch(() => undefined);
    return done;
  };

  function watch<T>(query: () => Promise<T>, listener: (found: T) => void): () => void {
    const notify = (): void => {
      void query().then((found) => {
        if (watchers.has(notify)) listener(found);
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
    add: (table, row) => transact([table], (draft) => draft.add(table, row)),
    remove: (table, id) => transact([table], (draft) => draft.remove(table, id)),
    removeRange: (table, first, last) => transact([table], (draft) => draft.removeRange(table, first, last)),
    transact,
    // Tables are replaced, never changed: these are of one moment.
    read: (_, work) => {
      const moment = tables;
      return work(rowsOf(() => moment));
    },
    watchAll: (table, listener) => watch(() => rows.all(table), listener),
    watchProject: (table, projectId, listener) => watch(() => rows.ofProject(table, projectId), listener),
    watchRuns: (field, values, listener) => watch(() => rows.runsWhere(field, values), listener),
    watchLastId: (table, first, last, listener) => watch(() => rows.lastId(table, first, last), listener),
    close: () => watchers.clear(),
  };
}

/** Copies going in and out, as a database does: a row never changes through an object somebody kept. */
function rowsOf(tables: () => Tables): Rows {
  const table = (name: TableName): Map<string, object> => tables().get(name) ?? new Map();
  const between = (name: TableName, first: string, last: string): string[] =>
    [...table(name).keys()].filter((id) => id >= first && id <= last).sort();
  return {
    get: async (name, id) => structuredClone(table(name).get(id)),
    all: async (name) => structuredClone([...table(name).values()]),
    ofProject: async (name, projectId) =>
      structuredClone([...table(name).values()].filter((row) => field(row, 'projectId') === projectId)),
    runsWhere: async (name, values) =>
      structuredClone([...table('runs').values()].filter((row) => values.includes(String(field(row, name))))),
    ids: async (name) => [...table(name).keys()],
    range: async (name, first, last, limit) =>
      structuredClone(
        between(name, first, last)
          .slice(0, limit)
          .map((id) => table(name).get(id)),
      ),
    lastId: async (name, first, last) => between(name, first, last).at(-1) ?? null,
    put: async (name, row) => void table(name).set(String(field(row, keyOf[name])), structuredClone(row)),
    add: async (name, row) => {
      const id = String(field(row, keyOf[name]));
      if (table(name).has(id)) throw new DOMException(`There is a row "${id}" already`, 'ConstraintError');
      table(name).set(id, structuredClone(row));
    },
    remove: async (name, id) => void table(name).delete(id),
    removeRange: async (name, first, last) => {
      for (const id of between(name, first, last)) table(name).delete(id);
    },
  };
}

function field(row: object, name: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[name];
}
