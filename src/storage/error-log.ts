import { success } from '../domain/result.ts';
import { attempt } from './attempt.ts';
import type { Database } from './rows.ts';
import { amount, isObject, listOf, oneOf, record, text } from './shapes.ts';
import type { ErrorLog, LoggedError } from './storage.ts';

/** Errors that are kept at most; of more, the ones that have not come for longest go. */
export const longestErrorLog = 50;
const longestMessage = 300;

const key = 'errors';
const errorShape = record({
  at: text,
  source: oneOf(['window', 'promise', 'worker']),
  name: text,
  message: text,
  place: text,
  version: text,
  count: amount,
});
const logShape = record({ errors: listOf(errorShape) });

/** One row of the table `meta`. What cannot be read any more is forgotten: it is a help, not the user's work. */
export function createErrorLog(database: Database): ErrorLog {
  const read = async (): Promise<readonly LoggedError[]> => {
    const row: unknown = await database.get('meta', key);
    // The shape was just checked; TypeScript cannot see that it is the shape of the errors.
    return isObject(row) && logShape(row, '') === null ? (row.errors as readonly LoggedError[]) : [];
  };
  const write = (errors: readonly LoggedError[]) => database.put('meta', { id: key, version: 1, errors });
  // One after the other: each reads what the one before has written.
  let queue: Promise<unknown> = Promise.resolve();
  return {
    list: () => attempt(database, read),
    add(error) {
      const added = queue.then(() => attempt(database, async () => write(withError(await read(), error))));
      queue = added;
      return added.then((result) => (result.ok ? success(null) : result));
    },
    clear: () => attempt(database, () => database.remove('meta', key).then(() => null)),
  };
}

/** Newest first; one that came before is counted with it. */
function withError(errors: readonly LoggedError[], error: Omit<LoggedError, 'count'>): readonly LoggedError[] {
  const cut = { ...error, message: error.message.slice(0, longestMessage) };
  const isSame = (other: LoggedError): boolean =>
    other.source === cut.source &&
    other.name === cut.name &&
    other.message === cut.message &&
    other.place === cut.place;
  const before = errors.find(isSame)?.count ?? 0;
  return [{ ...cut, count: before + 1 }, ...errors.filter((other) => !isSame(other))].slice(0, longestErrorLog);
}
