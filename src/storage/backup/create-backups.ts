import { attempt } from '../attempt.ts';
import type { Database } from '../rows.ts';
import type { Backups } from './backup-contract.ts';
import { createBackupNotes } from './backup-notes.ts';

/** What writes and reads the file is fetched when it is needed: every start asks for the notes, few for more. */
export function createBackups(database: Database): Backups {
  return {
    ...createBackupNotes(database),
    pack: () => attempt(database, async () => (await import('./backups.ts')).pack(database)),
    async open(bytes) {
      const fetched = await attempt(database, () => import('./backups.ts'));
      return fetched.ok ? fetched.value.open(database, bytes) : fetched;
    },
  };
}
