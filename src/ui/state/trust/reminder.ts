import type { BackupNote, UnsavedEdits } from '../../../storage/backup/backup-contract.ts';

const reminderRules = { edits: 100, days: 7, daysBetween: 1 } as const;

const day = 86_400_000;

/** Whether it is time to say that something is only in this browser: much of it, or for long, and never twice a day. */
export function isReminderDue(unsaved: UnsavedEdits, note: Pick<BackupNote, 'remindedAt'>, now: Date): boolean {
  if (unsaved.edits === 0) return false;
  const daysSince = (moment: string | null) => {
    const days = moment === null ? -1 : (now.getTime() - Date.parse(moment)) / day;
    // Noted while the clock was ahead: nobody knows how long ago, and waiting for it could take years.
    return days < 0 ? Number.POSITIVE_INFINITY : days;
  };
  if (daysSince(note.remindedAt) < reminderRules.daysBetween) return false;
  return (
    unsaved.edits >= reminderRules.edits || (unsaved.since !== null && daysSince(unsaved.since) >= reminderRules.days)
  );
}
