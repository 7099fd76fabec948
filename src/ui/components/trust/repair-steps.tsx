import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import type { RepairDesk } from '../../state/trust/repair-desk.ts';
import { useText } from '../../text/text.tsx';
import { DiagnosticList } from '../problems/diagnostic-list.tsx';
import { RepairReport } from './repair-report.tsx';
import '../../styles/trust.css';

/** What can be done about a damaged storage, the harmless things first. */
export function RepairSteps(props: {
  readonly desk: RepairDesk;
  /** False for a database that does not open: then it cannot be mended where it is. */
  readonly inPlace: boolean;
  /** Absent where the app works with the storage as it is. */
  readonly onMemory?: () => void;
}): JSX.Element {
  onMount(() => void props.desk.examine());
  return (
    <>
      <Show when={props.desk.faults().length > 0}>
        <div role="alert">
          <DiagnosticList diagnostics={props.desk.faults()} />
        </div>
      </Show>
      <SaveStep desk={props.desk} />
      <RepairStep desk={props.desk} inPlace={props.inPlace} />
      <Show when={!props.inPlace && !props.desk.isRepaired()}>
        <NewStep desk={props.desk} />
      </Show>
      <Show when={!props.desk.isRepaired() && props.onMemory}>{(go) => <MemoryStep onMemory={go()} />}</Show>
      <Former desk={props.desk} />
    </>
  );
}

function SaveStep(props: { readonly desk: RepairDesk }): JSX.Element {
  const text = useText();
  return (
    <section class="panel">
      <h2>{text('repairSaveTitle')}</h2>
      <p class="muted">{text('repairSaveHint')}</p>
      <button type="button" disabled={props.desk.busy() !== null} onClick={() => void props.desk.save()}>
        {props.desk.busy() === 'saving' ? text('repairSaving') : text('repairSave')}
      </button>
      <p role="status">
        <Show when={props.desk.saved()}>
          {(saved) => (
            <>
              {text('repairSaved', saved())}{' '}
              {saved().unreadable > 0 ? text('repairUnsaved', { rows: saved().unreadable }) : ''}
            </>
          )}
        </Show>
      </p>
    </section>
  );
}

/** Everything that is stored is read anew: nothing of the former state of the page may be written over it. */
function openProjects(): void {
  location.hash = '#/';
  location.reload();
}

function RepairStep(props: { readonly desk: RepairDesk; readonly inPlace: boolean }): JSX.Element {
  const text = useText();
  const isNeeded = () => !props.inPlace || (props.desk.examination()?.faults.length ?? 0) > 0;
  return (
    <section class="panel">
      <h2>{props.desk.isRepaired() ? text('repairDone') : text('repairFound')}</h2>
      <p role="status">{props.desk.busy() === 'reading' ? text('repairReading') : ''}</p>
      <Show when={props.desk.examination()}>
        {(examination) => (
          <>
            <RepairReport examination={examination()} />
            <Show
              when={!props.desk.isRepaired()}
              fallback={
                <button
                  type="button"
                  class="primary"
                  ref={(element) => queueMicrotask(() => element.focus())}
                  onClick={openProjects}
                >
                  {text('repairOpen')}
                </button>
              }
            >
              <Show when={isNeeded()}>
                <p class="muted">
                  {text('repairHint')} {props.inPlace ? '' : text('repairMoveHint')}
                </p>
                <button
                  type="button"
                  class="primary"
                  disabled={props.desk.busy() !== null}
                  onClick={() => void props.desk.repair()}
                >
                  {props.desk.busy() === 'repairing' ? text('repairBusy') : text('repairButton')}
                </button>
              </Show>
            </Show>
          </>
        )}
      </Show>
    </section>
  );
}

function NewStep(props: { readonly desk: RepairDesk }): JSX.Element {
  const text = useText();
  const [isSure, setSure] = createSignal(false);
  const start = async () => {
    if (await props.desk.startNew()) openProjects();
  };
  return (
    <section class="panel">
      <h2>{text('repairNewTitle')}</h2>
      <p class="muted">{text('repairNewHint')}</p>
      <Show when={props.desk.saved() === null}>
        <label class="check">
          <input type="checkbox" checked={isSure()} onChange={(event) => setSure(event.currentTarget.checked)} />
          {text('repairNewConfirm')}
        </label>
      </Show>
      <button
        type="button"
        disabled={props.desk.busy() !== null || (props.desk.saved() === null && !isSure())}
        onClick={() => void start()}
      >
        {text('repairNewTitle')}
      </button>
    </section>
  );
}

function MemoryStep(props: { readonly onMemory: () => void }): JSX.Element {
  const text = useText();
  return (
    <section class="panel">
      <h2>{text('repairMemoryTitle')}</h2>
      <p class="muted">{text('repairMemoryHint')}</p>
      <button type="button" onClick={() => props.onMemory()}>
        {text('repairMemoryTitle')}
      </button>
    </section>
  );
}

function Former(props: { readonly desk: RepairDesk }): JSX.Element {
  const text = useText();
  return (
    <Show when={props.desk.former().length > 0}>
      <section class="panel">
        <h2>{text('repairFormer')}</h2>
        <p class="muted">{text('repairFormerHint')}</p>
        <ul class="former">
          <For each={props.desk.former()}>
            {(former) => (
              <li>
                <b>{former.name}</b>
                <button
                  type="button"
                  aria-label={`${text('repairSave')}: ${former.name}`}
                  disabled={props.desk.busy() !== null}
                  onClick={() => void props.desk.saveFormer(former)}
                >
                  {text('repairSave')}
                </button>
                <button
                  type="button"
                  aria-label={`${text('repairRemove')}: ${former.name}`}
                  disabled={props.desk.busy() !== null}
                  onClick={() => void props.desk.removeFormer(former)}
                >
                  {text('repairRemove')}
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
