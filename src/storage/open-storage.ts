import { warning } from '../domain/diagnostic.ts';
import { type Result, success } from '../domain/result.ts';
import { createBackups } from './backup/create-backups.ts';
import { openDatabase } from './database.ts';
import { currentDatabase } from './database-name.ts';
import { createEditingLocks } from './editing-locks.ts';
import { createErrorLog } from './error-log.ts';
import { createHistories } from './histories.ts';
import { createMemoryDatabase } from './memory.ts';
import { createPersistence } from './persistence.ts';
import { createProjects } from './projects.ts';
import type { Recovery } from './recovery/recovery-contract.ts';
import type { Database } from './rows.ts';
import { createCheckpoints } from './runs/checkpoints.ts';
import { createRunHistory } from './runs/run-history.ts';
import { createRunLocks } from './runs/run-locks.ts';
import { createRunTurns } from './runs/run-turns.ts';
import { createRuns } from './runs/runs.ts';
import { createSnapshots } from './snapshots.ts';
import type { Storage } from './storage.ts';
import { createTimetables } from './timetables.ts';
import { createUsage } from './usage.ts';
import { createVersions } from './versions.ts';

export interface StorageEnvironment {
  readonly databaseName?: string;
  /** Absent where the page is not on a secure origin. */
  readonly locks?: LockManager | undefined;
  readonly storageManager?: StorageManager | undefined;
}

/**
 * Opens the storage of this browser. Where IndexedDB is refused, the storage lives in memory (`durable` is false) and
 * a warning `storage.blocked` says so. Fails with `storage.newer` and `storage.waiting`: then reload, or close the
 * other tab; and with `storage.unreadable`: then the database is damaged (`Recovery`). Falling back to memory would hide
 * the user's projects.
 */
export async function openStorage(environment: StorageEnvironment = browserEnvironment()): Promise<Result<Storage>> {
  const opened = await openDatabase(environment.databaseName ?? currentDatabase());
  if (opened.ok) {
    const recovery = () => openRecovery(environment.databaseName);
    return success({ ...storageOn(opened.value, environment), recovery });
  }
  const [cause] = opened.diagnostics;
  if (cause?.code !== 'storage.blocked') return opened;
  return success(memoryStorage(environment), [
    warning('storage.blocked', 'This browser does not store anything for this page; all is gone when the tab closes.', {
      value: cause?.value ?? cause?.message,
      advice: 'Save your projects to files, or allow site data and reload the page.',
    }),
  ]);
}

/** Everything is gone with the tab. */
export function memoryStorage(environment: StorageEnvironment = browserEnvironment()): Storage {
  return storageOn(createMemoryDatabase(), environment);
}

/** Of the app's database, open or not; its code is fetched when it is needed. */
export async function openRecovery(name = currentDatabase(), canBeOpened = true): Promise<Recovery> {
  const { createRecovery } = await import('./recovery/recovery.ts');
  return createRecovery(name, canBeOpened);
}

function browserEnvironment(): StorageEnvironment {
  return { locks: navigator.locks, storageManager: navigator.storage };
}

/** The storage on a database that is open already, as `createMemoryDatabase` makes one. */
export function storageOn(database: Database, { locks, storageManager }: StorageEnvironment = {}): Storage {
  const turns = createRunTurns(database.durable ? locks : undefined);
  return {
    durable: database.durable,
    projects: createProjects(database),
    timetables: createTimetables(database),
    runs: createRuns(database, createRunLocks(locks)),
    // What lives in the memory of a tab is nobody else's.
    turns,
    checkpoints: createCheckpoints(database),
    snapshots: createSnapshots(database),
    histories: createHistories(database),
    editing: createEditingLocks(locks),
    versions: createVersions(database),
    persistence: createPersistence(storageManager),
    runHistory: createRunHistory(database),
    errors: createErrorLog(database),
    backups: createBackups(database),
    recovery: null,
    usage: createUsage(database),
    onOutdated: database.onOutdated,
    close() {
      turns.close();
      database.close();
    },
  };
}
