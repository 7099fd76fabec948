import { createSignal, For, type JSX, Show } from 'solid-js';
import type { ProjectInBackup } from '../../../storage/backup/backup-contract.ts';
import { useAppState } from '../../app-state.tsx';
import type { BackupOnDesk } from '../../state/trust/backup-desk.ts';
import { fullMoment } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { TitledDialog } from '../basics/titled-dialog.tsx';
import { DiagnosticList } from '../problems/diagnostic-list.tsx';
import '../../styles/trust.css';

/** What is in a backup and what would become of it, before anything is added. */
export function RestoreDialog(props: { readonly opened: BackupOnDesk }): JSX.Element {
  const text = useText();
  const { backup: desk } = useAppState();
  /** Projects of the backup that take the place of those here. */
  const [inPlace, setInPlace] = createSignal<ReadonlySet<string>>(new Set());
  const put = (id: string, takesPlace: boolean) =>
    setInPlace((before) => new Set([...[...before].filter((other) => other !== id), ...(takesPlace ? [id] : [])]));
  const projects = () => props.opened.backup?.projects ?? [];
  const count = () => projects().filter(({ verdict }) => verdict === 'new' || verdict === 'other').length;
  return (
    <TitledDialog open title={text('restoreTitle')} onClose={desk.close}>
      <p role="status">
        <Show when={!props.opened.isReading} fallback={text('restoreReading')}>
          <Show when={props.opened.backup} fallback={props.opened.name}>
            {(backup) => text('restoreOf', { name: props.opened.name, when: fullMoment(backup().savedAt) })}
          </Show>
        </Show>
      </p>
      <DiagnosticList diagnostics={props.opened.remarks} />
      <Show when={props.opened.backup !== null}>
        <Show when={projects().length > 0} fallback={<p>{text('restoreEmpty')}</p>}>
          <div class="scroll">
            <table class="list restore-list">
              <thead>
                <tr>
                  <th>{text('restoreProject')}</th>
                  <th>{text('restoreContents')}</th>
                  <th>{text('restoreChanged')}</th>
                  <th>{text('restoreWhat')}</th>
                </tr>
              </thead>
              <tbody>
                <For each={projects()}>
                  {(project) => (
                    <tr>
                      <td>{project.name || project.id}</td>
                      <td>
                        {text('restoreCounts', {
                          events: project.eventCount,
                          timetables: project.timetables,
                          versions: project.versions,
                          steps: project.steps,
                        })}
                      </td>
                      <td>{fullMoment(project.updatedAt)}</td>
                      <td>
                        <Outcome project={project} onChoose={(takesPlace) => put(project.id, takesPlace)} />
                      </td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
          <Show when={projects().every(({ verdict }) => verdict === 'equal')}>
            <p>{text('restoreNothing')}</p>
          </Show>
        </Show>
      </Show>
      <div class="dialog-buttons">
        <button type="button" onClick={desk.close}>
          {text('cancel')}
        </button>
        <Show when={count() > 0}>
          <button type="button" class="primary" onClick={() => void desk.add(inPlace())}>
            {text('restoreAdd', { count: count() })}
          </button>
        </Show>
      </div>
    </TitledDialog>
  );
}

/** What becomes of a project; of another state of one that is here, which is the newer one, and whether it takes its place. */
function Outcome(props: {
  readonly project: ProjectInBackup;
  readonly onChoose: (takesPlace: boolean) => void;
}): JSX.Element {
  const text = useText();
  const { name, updatedAt, verdict, here } = props.project;
  const verdictText = text(`restoreVerdict_${verdict}`);
  if (here === null) return verdictText;
  const when = fullMoment(here.updatedAt);
  return (
    <>
      <p>{text(here.updatedAt > updatedAt ? 'restoreHereNewer' : 'restoreHereOlder', { when })}</p>
      <select
        aria-label={`${text('restoreWhat')}: ${name}`}
        onChange={(event) => props.onChoose(event.currentTarget.value !== '')}
      >
        <option value="">{verdictText}</option>
        <option value="place">{text('restoreInPlace', { name: here.keptAs })}</option>
      </select>
    </>
  );
}
