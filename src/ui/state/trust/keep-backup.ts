import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import type { Notices } from '../frame/notices.ts';
import type { BackupDesk } from './backup-desk.ts';
import { mayWrite } from './backup-place.ts';
import { isReminderDue } from './reminder.ts';

/** Milliseconds from a change to the file, at least: a file of everything is not written with every edit. */
const pause = 3 * 60_000;
/** A notice of this stays until somebody has an answer to it. */
const noticeSeconds = 3600;

/** Writes the file that was chosen some time after each change; without one it says now and then that one is missing. */
export function keepBackup(
  services: Services,
  desk: Pick<BackupDesk, 'save' | 'writeTo'>,
  notices: Notices,
  text: Translate,
): () => void {
  const { backups, projects } = services.storage;
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function look(): Promise<void> {
    timer = null;
    const [unsaved, note] = await Promise.all([backups.unsaved(), backups.note()]);
    if (!unsaved.ok || !note.ok || unsaved.value.edits === 0) return;
    const { file } = note.value;
    if (file !== null && (await mayWrite(file, false))) {
      await desk.writeTo(file);
      return;
    }
    const now = services.clock.now();
    if (!isReminderDue(unsaved.value, note.value, now)) return;
    await backups.changeNote({ remindedAt: now.toISOString() });
    const label = file === null ? text('backupSave') : text('backupAllowButton');
    const words =
      file === null ? text('backupReminder', { edits: unsaved.value.edits }) : text('backupAllow', { name: file.name });
    const run = async () => {
      if (file === null) await desk.save();
      else if (await mayWrite(file, true)) await desk.writeTo(file);
    };
    notices.offer(words, label, run, noticeSeconds);
  }

  const stop = projects.watch(() => {
    timer ??= setTimeout(() => void look(), pause);
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}
