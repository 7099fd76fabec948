import { failure, type Result, success } from '../../domain/result.ts';
import { storageError } from '../attempt.ts';
import { formerDatabases, freeDatabase, moveToDatabase } from '../database-name.ts';
import { copyInto } from './copy-over.ts';
import { type Diagnosis, diagnose, examinationOf } from './diagnose.ts';
import { openRaw, type RawWrite, removeDatabase, writeRaw } from './raw-database.ts';
import { packRaw } from './raw-file.ts';
import type { RawCopy, Recovery } from './recovery-contract.ts';

/**
 * Recovery of the database of that name. `canBeOpened`: the app can work with it once its rows are good; else what is
 * good goes to a new one.
 */
export function createRecovery(name: string, canBeOpened: boolean): Recovery {
  return {
    saveRaw: (projectId) => saveRaw(name, projectId),
    examine: (projectId) =>
      withDatabase(name, async (database) => success(examinationOf(await diagnose(database, projectId)))),
    repair: (projectId) =>
      withDatabase(name, async (database) => {
        const diagnosis = await diagnose(database, projectId);
        if (canBeOpened) await writeRaw(database, writesOf(diagnosis));
        else {
          const copied = await copyInto(database, diagnosis);
          if (!copied.ok) return copied;
        }
        return success(examinationOf(diagnosis));
      }),
    async startNew() {
      try {
        moveToDatabase(await freeDatabase());
        return success(null);
      } catch (cause) {
        return failure([storageError(cause)]);
      }
    },
    former: async () =>
      (await formerDatabases()).map((left) => ({
        name: left,
        saveRaw: () => saveRaw(left, null),
        remove: () =>
          removeDatabase(left).then(
            () => success(null),
            (cause: unknown) => failure([storageError(cause)]),
          ),
      })),
  };
}

function saveRaw(name: string, projectId: string | null): Promise<Result<RawCopy>> {
  return withDatabase(name, async (database) => success(await packRaw(database, projectId)));
}

function writesOf({ patients, others }: Diagnosis): readonly RawWrite[] {
  const removed = [...patients.flatMap(({ mended }) => mended.findings), ...others.findings]
    .filter(({ outcome }) => outcome === 'setAside')
    .map(({ table, key }): RawWrite => ({ table, key }));
  const written = patients
    .flatMap(({ mended }) => mended.puts)
    .map(({ table, row }): RawWrite => ({ table, key: String(row.id), row }));
  return [...removed, ...written];
}

/** Opens the database for one piece of work; what the browser throws meanwhile is a result, too. */
async function withDatabase<T>(name: string, work: (database: IDBDatabase) => Promise<Result<T>>): Promise<Result<T>> {
  const opened = await openRaw(name);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } catch (cause) {
    return failure([storageError(cause)]);
  } finally {
    opened.value.close();
  }
}
