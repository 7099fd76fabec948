import { createEffect, createResource, type JSX, on, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { canKeepFile, chooseBackupFile, mayWrite } from '../../state/trust/backup-place.ts';
import { fullMoment } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { FileButton } from '../basics/file-button.tsx';
import { Icon } from '../basics/icon.tsx';
import '../../styles/trust.css';
import { remarkText } from '../../state/words/message-text.ts';

/** A file of everything: saved, brought back, or kept up to date where the browser can. */
export function BackupPanel(): JSX.Element {
  const text = useText();
  const { backups } = useServices().storage;
  const { backup, notices } = useAppState();
  const [facts, { refetch }] = createResource(async () => {
    const [note, unsaved] = await Promise.all([backups.note(), backups.unsaved()]);
    if (!note.ok || !unsaved.ok) return null;
    const { file } = note.value;
    return { ...note.value, edits: unsaved.value.edits, isAllowed: file !== null && (await mayWrite(file, false)) };
  });
  createEffect(on([backup.written, backup.failed], () => void refetch(), { defer: true }));
  const file = () => facts.latest?.file ?? null;
  /** Why the file that was chosen is not kept up to date; null when it is. */
  const hindrance = () => (facts.latest?.isAllowed === false ? text('backupDenied') : backup.failed());
  const resume = async (kept: FileSystemFileHandle) => {
    if (await mayWrite(kept, true)) await backup.writeTo(kept);
    void refetch();
  };
  const keep = async (chosen: FileSystemFileHandle | null) => {
    const stored = await backups.changeNote({ file: chosen });
    if (!stored.ok) notices.complain(remarkText(stored.diagnostics[0]));
    else if (chosen !== null && (await mayWrite(chosen, true))) await backup.writeTo(chosen);
    void refetch();
  };
  const choose = async () => {
    const chosen = await chooseBackupFile();
    if (chosen !== null) await keep(chosen);
  };
  return (
    <section class="backup" aria-labelledby="backup-title">
      <h3 id="backup-title">{text('backupTitle')}</h3>
      <p class="muted">{text('backupHint')}</p>
      <dl class="facts">
        <div>
          <dt>{text('backupLast')}</dt>
          <dd>{momentText(facts.latest?.savedAt ?? null) ?? text('backupNever')}</dd>
        </div>
        <div>
          <dt>{text('backupUnsaved')}</dt>
          <dd>{facts.latest?.edits ?? ''}</dd>
        </div>
        <Show when={file()}>
          {(kept) => (
            <div>
              <dt>{text(hindrance() === null ? 'backupFile' : 'backupFileWaits')}</dt>
              <dd>
                {kept().name}
                <Show when={hindrance()}>
                  {(cause) => (
                    <p class="remark">
                      {cause()}{' '}
                      <button type="button" onClick={() => void resume(kept())}>
                        {text(facts.latest?.isAllowed ? 'backupAgain' : 'backupAllowButton')}
                      </button>
                    </p>
                  )}
                </Show>
              </dd>
            </div>
          )}
        </Show>
      </dl>
      <div class="backup-buttons">
        <button type="button" class="primary" disabled={backup.isSaving()} onClick={() => void backup.save()}>
          <Icon name="download" />
          {backup.isSaving() ? text('backupSaving') : text('backupSave')}
        </button>
        <FileButton
          label={text('backupRestore')}
          accept=".horarium-backup"
          onFiles={([chosen]) => chosen !== undefined && void backup.open(chosen)}
        />
        <Show when={canKeepFile()}>
          <Show
            when={file() === null}
            fallback={
              <button type="button" onClick={() => void keep(null)}>
                {text('backupFileStop')}
              </button>
            }
          >
            <button type="button" onClick={() => void choose()}>
              {text('backupFileChoose')}
            </button>
          </Show>
        </Show>
      </div>
      <Show when={canKeepFile()}>
        <p class="muted">{text('backupFileHint')}</p>
      </Show>
    </section>
  );
}

function momentText(moment: string | null): string | null {
  return moment === null ? null : fullMoment(moment);
}
