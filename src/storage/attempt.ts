import { type Diagnostic, error, warning } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { NoSpace, sizeOf } from './row-size.ts';
import type { Database } from './rows.ts';
import { isObject } from './shapes.ts';

/** Thrown inside a transaction to undo it and to fail with `diagnostics`. Never leaves this folder. */
export class Refusal extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'refused');
    this.diagnostics = diagnostics;
  }
}

/** Runs a database operation and turns what a browser may throw into diagnostics. */
export async function attempt<T>(database: Database, operation: () => Promise<T>): Promise<Result<T>> {
  if (database.outdated) return failure([newerVersion()]);
  try {
    return success(await operation());
  } catch (cause) {
    if (cause instanceof Refusal) return failure(cause.diagnostics);
    const flaw = storageError(cause, database.outdated);
    if (flaw.code !== 'storage.quota') return failure([flaw]);
    return withoutCheckpoints(database, operation, flaw, cause instanceof NoSpace ? cause.bytes : 0);
  }
}

/** Greater than every id. */
const lastId = '\uffff';

const checkpointTables = ['checkpoints', 'checkpointCopies'] as const;

/**
 * Checkpoints only save time: they give way to everything else, those that are missed least before the others, and come
 * back where that does not help. What failed has changed nothing, so it can be done again. A browser that is past its
 * quota does not take them back (Chromium lets a site grow past it by a whole transaction, and tells nobody its size):
 * none goes where all of them are less than the `bytes` that are to be stored.
 */
async function withoutCheckpoints<T>(
  database: Database,
  operation: () => Promise<T>,
  flaw: Diagnostic,
  bytes: number,
): Promise<Result<T>> {
  const gone: { readonly table: (typeof checkpointTables)[number]; readonly row: Row }[] = [];
  try {
    const [ofBefore, copies] = await Promise.all(
      checkpointTables.map(async (table) => (await database.range(table, '', lastId)).filter(isObject)),
    );
    if (sizeOf([ofBefore, copies]) < bytes) return failure([flaw]);
    for (const row of ofBefore ?? []) gone.push({ table: 'checkpoints', row });
    await database.removeRange('checkpoints', '', lastId);
    for (const { rows, isMissed } of expendable(copies ?? [])) {
      if (rows.length === 0 && (isMissed || gone.length === 0)) continue;
      for (const row of rows) {
        await database.remove('checkpointCopies', String(row.id));
        gone.push({ table: 'checkpointCopies', row });
      }
      const done = await unlessFull(operation);
      if (done !== null) return success(done.value, isMissed ? [checkpointsDropped()] : []);
    }
  } catch {
    // What failed first is what is told.
  }
  // A newer one may be in its place by now.
  for (const { table, row } of gone) await database.add(table, row).catch(() => {});
  return failure([flaw]);
}

/** Null where there is no space. */
async function unlessFull<T>(operation: () => Promise<T>): Promise<{ readonly value: T } | null> {
  try {
    return { value: await operation() };
  } catch (cause) {
    if (errorNames(cause).includes('QuotaExceededError')) return null;
    throw cause;
  }
}

type Row = Readonly<Record<string, unknown>>;

interface Expendable {
  /** Of `checkpointCopies`. */
  readonly rows: readonly Row[];
  /** Whether some run cannot go on from where it was without them. */
  readonly isMissed: boolean;
}

/** Second copies; then the checkpoints of all runs but the one that was kept last; then that one. Steps may be empty. */
function expendable(copies: readonly Row[]): readonly Expendable[] {
  const isOld = ({ runId, number }: Row) =>
    copies.some((other) => other.runId === runId && Number(other.number) > Number(number));
  const needed = copies.filter((copy) => !isOld(copy));
  const moments = needed.map(({ savedAt }) => String(savedAt)).sort();
  const isLatest = ({ savedAt }: Row) => String(savedAt) === moments.at(-1);
  return [
    { rows: copies.filter(isOld), isMissed: false },
    { rows: needed.filter((copy) => !isLatest(copy)), isMissed: true },
    { rows: needed.filter(isLatest), isMissed: true },
  ];
}

function checkpointsDropped(): Diagnostic {
  return warning('storage.checkpointsDropped', 'The browser had no space left, so checkpoints of runs were removed.', {
    advice: 'Runs go on, but would begin anew after a reload. Delete projects or free disk space.',
  });
}

export function storageError(cause: unknown, outdated = false): Diagnostic {
  const names = errorNames(cause);
  if (names.includes('QuotaExceededError')) {
    return error('storage.quota', 'The browser has no space left for this site; nothing was changed.', {
      advice: 'Save the projects you need to files, then delete projects or free disk space.',
    });
  }
  if (names.includes('ConstraintError')) return moved();
  if (outdated || names.includes('VersionError')) return newerVersion();
  return error('storage.failed', 'The browser could not store or read the data; nothing was changed.', {
    value: cause instanceof Error ? `${cause.name}: ${cause.message}` : cause,
    advice: 'Save the project to a file and reload the page.',
  });
}

function newerVersion(): Diagnostic {
  return error('storage.newer', 'A newer version of Horarium is open in another tab.', {
    advice: 'Reload this page.',
  });
}

/** The database was upgraded by a newer version, whose tab may long be closed. */
export function newerStored(): Diagnostic {
  return error('storage.newer', 'The projects in this browser were stored by a newer version of Horarium.', {
    advice: 'Nothing was changed. Reload this page to get the newest version.',
  });
}

/** A row of that number is there already. */
export function moved(): Diagnostic {
  return error('history.moved', 'This project was changed in another tab meanwhile; your last edit was not made.', {
    advice: 'Look at what was changed and do it again.',
  });
}

export function notFound(what: string, id: string): Diagnostic {
  return error('storage.notFound', `This ${what} is not stored in this browser any more.`, { value: id });
}

/** Dexie wraps the browser's error: a full disk arrives as AbortError with the cause inside. */
export function errorNames(cause: unknown): string[] {
  const names: string[] = [];
  let current: unknown = cause;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    const { name, inner } = current as { readonly name?: unknown; readonly inner?: unknown };
    if (typeof name === 'string') names.push(name);
    current = inner;
  }
  return names;
}
