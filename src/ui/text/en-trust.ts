import { one } from './plural.ts';

/** Texts of backups; a part of `en`. */
export const trustTexts = {
  backupTitle: 'Backup',
  backupHint:
    'One file with all projects, their timetables, versions, history and runs. What it brings back is added beside what is here; nothing is replaced.',
  backupSave: 'Save a backup',
  backupSaving: 'Saving…',
  backupRestore: 'Restore a backup…',
  backupLast: 'Last backup',
  backupNever: 'never',
  backupUnsaved: 'Edits in no file yet',
  backupFile: 'Written by itself to',
  backupFileWaits: 'Chosen file, not written now',
  backupAgain: 'Try again',
  backupDenied: 'The browser does not allow this page to write to the file.',
  backupGone: 'The file or its folder is not there any more.',
  backupFull: 'The disk is full.',
  backupInUse: 'Another program is using the file.',
  backupFileChoose: 'Keep a file up to date…',
  backupFileStop: 'Stop writing the file',
  backupFileHint:
    'The file is written a few minutes after a change, as long as the browser lets this page write to it.',
  backupSaved: (p: { name: string; projects: number }) =>
    `${one(p.projects, 'project', 'projects')} saved as ${p.name}.`,
  backupFailed: (p: { cause: string }) => `The backup could not be written: ${p.cause}`,
  backupReminder: (p: { edits: number }) =>
    `${one(p.edits, 'edit is', 'edits are')} only in this browser. Save a backup?`,
  backupAllow: (p: { name: string }) => `The browser has to be asked again before ${p.name} is kept up to date.`,
  backupAllowButton: 'Allow',
  restoreTitle: 'Restore a backup',
  restoreReading: 'Reading…',
  restoreOf: (p: { name: string; when: string }) => `${p.name}, saved ${p.when}`,
  restoreProject: 'Project',
  restoreContents: 'Contents',
  restoreCounts: (p: { events: number; timetables: number; versions: number; steps: number }) =>
    [
      one(p.events, 'event', 'events'),
      one(p.timetables, 'timetable', 'timetables'),
      one(p.versions, 'version', 'versions'),
      one(p.steps, 'edit', 'edits'),
    ].join(', '),
  restoreChanged: 'Last change',
  restoreWhat: 'What happens',
  restoreVerdict_new: 'is added',
  restoreVerdict_other: 'is added beside the one that is here',
  restoreHereNewer: (p: { when: string }) => `The one here is newer: last changed ${p.when}.`,
  restoreHereOlder: (p: { when: string }) => `The one here is older: last changed ${p.when}.`,
  restoreInPlace: (p: { name: string }) => `takes its place; the one here stays as ${p.name}`,
  restoreVerdict_equal: 'is here already',
  restoreVerdict_damaged: 'cannot be opened',
  restoreNothing: 'Everything in this backup is here already.',
  restoreEmpty: 'There is no project in this backup.',
  restoreAdd: (p: { count: number }) => `Add ${one(p.count, 'project', 'projects')}`,
  restoreAdded: (p: { count: number }) => `${one(p.count, 'project was', 'projects were')} added.`,
};
