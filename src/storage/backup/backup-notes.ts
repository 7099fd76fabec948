import { attempt } from '../attempt.ts';
import type { Database, Rows } from '../rows.ts';
import { isObject } from '../shapes.ts';
import { lastStepId, seqOfId, stepId } from '../steps.ts';
import type { BackupNote, Backups, UnsavedEdits } from './backup-contract.ts';
import { restoreSummary } from './restore.ts';

/** Id of the row of the table `meta`. */
const noteKey = 'backup';

export function createBackupNotes(database: Database): Pick<Backups, 'note' | 'changeNote' | 'unsaved'> {
  return {
    note: () => attempt(database, () => readNote(database)),
    changeNote: (changes) =>
      attempt(database, () =>
        database.transact(['meta'], async (rows) => {
          await rows.put('meta', { ...(await readNote(rows)), ...changes, id: noteKey, version: 1 });
          return null;
        }),
      ),
    unsaved: () =>
      attempt(database, () => database.read(['meta', 'projects', 'operations'], (rows) => countUnsaved(rows))),
  };
}

async function readNote(rows: Pick<Rows, 'get'>): Promise<BackupNote> {
  const row = await rows.get('meta', noteKey);
  const { savedAt, remindedAt, steps, file } = isObject(row) ? row : {};
  return {
    savedAt: typeof savedAt === 'string' ? savedAt : null,
    remindedAt: typeof remindedAt === 'string' ? remindedAt : null,
    steps: isObject(steps) ? (steps as Readonly<Record<string, number>>) : {}, // Compared with numbers only.
    // The browser stores these as they are; whether it still may be written is asked of the browser.
    file: isObject(file) ? (file as unknown as FileSystemFileHandle) : null,
  };
}

async function countUnsaved(rows: Rows): Promise<UnsavedEdits> {
  const note = await readNote(rows);
  let edits = 0;
  let oldest: string | null = null;
  for (const id of await rows.ids('projects')) {
    const summary = restoreSummary(await rows.get('projects', id));
    // Whoever saves a project to a file of its own needs no backup of it.
    if (!summary.ok || (summary.value.savedAt ?? '') >= summary.value.updatedAt) continue;
    const last = await rows.lastId('operations', stepId(id, 0), lastStepId(id));
    const saved = note.steps[id];
    const added = Math.max(0, (last === null ? 0 : seqOfId(last)) - (saved ?? -1));
    if (added === 0) continue;
    edits += added;
    const since = saved === undefined ? summary.value.createdAt : note.savedAt;
    if (oldest === null || (since !== null && since < oldest)) oldest = since;
  }
  return { edits, since: oldest };
}
