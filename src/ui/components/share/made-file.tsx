import { A } from '@solidjs/router';
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { handoutTexts } from '../../../handout/handout-texts.ts';
import { longestLink } from '../../../handout/link.ts';
import { peopleOf, withWeek } from '../../../handout/people.ts';
import { type Paper, papers, printSheets } from '../../../viewer/print-sheets.ts';
import { useAppState, useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { download } from '../../state/files/files.ts';
import { canChoosePlace, canSend, type NamedFile, saveAs, send } from '../../state/files/save-file.ts';
import type { Made, Making } from '../../state/share/share-page.ts';
import { byteSize, wholeNumber } from '../../state/words/numbers.ts';
import { spokenTexts } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { DiagnosticList } from '../problems/diagnostic-list.tsx';

type Ready = Extract<Made, { readonly status: 'ready' }>;

/** What came of the choices: its size, what is to be said about it, and the ways out. */
export function MadeFile(props: { readonly making: Making; readonly onInstead: () => void }): JSX.Element {
  const text = useText();
  const project = useProject();
  const made = () => props.making.made();
  // One reading for each check: narrowing does not outlive a call.
  const of = <Status extends Made['status']>(status: Status) => {
    const now = made();
    return now.status === status ? (now as Extract<Made, { readonly status: Status }>) : null;
  };
  const failed = () => of('failed');
  const ready = () => of('ready');
  return (
    <section class="panel share-made" aria-busy={made().status === 'busy'}>
      <h2>{text('shareResult')}</h2>
      <Switch>
        <Match when={of('busy')}>
          {(busy) => <Busy share={busy().share()} onCancel={() => props.making.cancel()} />}
        </Match>
        <Match when={of('ended')}>
          <p role="status">{text('shareEnded')}</p>
          <button type="button" ref={focusLater} onClick={() => props.making.again()}>
            {text('shareAgain')}
          </button>
        </Match>
        <Match when={failed()}>
          {(failure) => (
            <div role="alert">
              <p>{text('shareFailed')}</p>
              <DiagnosticList diagnostics={failure().diagnostics} />
              <Show when={failure().diagnostics.some(({ code }) => code === 'write.noTerm')}>
                <A class="button primary" href={`/p/${project.id}/data/calendar`}>
                  {text('calendarTermAdd')}
                </A>
              </Show>
              <Show when={failure().diagnostics.some(({ code }) => code === 'link.tooLong')}>
                <button type="button" class="primary" onClick={() => props.onInstead()}>
                  {text('shareInstead')}
                </button>
              </Show>
            </div>
          )}
        </Match>
        <Match when={ready()}>
          {(done) => (
            <>
              <Switch fallback={<FileTools made={done()} />}>
                <Match when={done().form.id === 'link'}>
                  <LinkTools made={done()} />
                </Match>
                <Match when={done().form.id === 'print'}>
                  <PrintTools made={done()} />
                </Match>
              </Switch>
              <Show when={done().diagnostics.length > 0}>
                <h3>{text('shareRemarks')}</h3>
                <DiagnosticList diagnostics={done().diagnostics} />
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}

/** How far it is; long work can be ended. */
function Busy(props: { readonly share: number | null; readonly onCancel: () => void }): JSX.Element {
  const text = useText();
  return (
    <>
      <p class="muted">{text('shareBusy')}</p>
      <Show when={props.share !== null}>
        <div class="share-progress">
          <progress aria-label={text('shareBusy')} value={props.share ?? 0} max="1" />
          <button type="button" onClick={() => props.onCancel()}>
            {text('cancel')}
          </button>
        </div>
      </Show>
    </>
  );
}

/** The button that was pressed is gone: what takes it back stands where it was. */
function focusLater(button: HTMLButtonElement): void {
  queueMicrotask(() => button.focus());
}

function FileTools(props: { readonly made: Ready }): JSX.Element {
  const text = useText();
  const services = useServices();
  const { notices, storage } = useAppState();
  const project = useProject();

  async function saved(file: NamedFile, said: 'shareSaved' | 'shareSent') {
    notices.tell(text(said, { name: file.name }));
    if (!props.made.form.id.startsWith('horarium')) return;
    await services.storage.projects.update(project.id, { savedAt: services.clock.now().toISOString() });
    await storage.protect();
  }

  async function out(way: (file: NamedFile) => Promise<boolean>, said: 'shareSaved' | 'shareSent' = 'shareSaved') {
    const { file } = props.made;
    try {
      if (await way(file)) await saved(file, said);
    } catch (cause) {
      notices.complain(`${text('exportFailed')} ${String(cause)}`);
    }
  }

  return (
    <>
      <p role="status">
        <Size made={props.made} />
      </p>
      <div class="share-buttons">
        <button
          type="button"
          class="primary"
          onClick={() =>
            void out(async ({ name, bytes, mediaType }) => {
              download(name, bytes, mediaType);
              return true;
            })
          }
        >
          <Icon name="download" />
          {text('shareDownload')}
        </button>
        <Show when={canChoosePlace()}>
          <button type="button" onClick={() => void out(saveAs)}>
            {text('shareSaveAs')}
          </button>
        </Show>
        <Show when={canSend(props.made.file)}>
          <button type="button" onClick={() => void out(send, 'shareSent')}>
            <Icon name="share" />
            {text('shareSend')}
          </button>
        </Show>
      </div>
    </>
  );
}

function Size(props: { readonly made: Ready }): JSX.Element {
  const text = useText();
  return <bdi>{text('shareReady', { name: props.made.file.name, size: byteSize(props.made.file.bytes.length) })}</bdi>;
}

function LinkTools(props: { readonly made: Ready }): JSX.Element {
  const text = useText();
  const { notices } = useAppState();
  const link = () => new TextDecoder().decode(props.made.file.bytes);
  const size = () => link().length - link().indexOf('#');
  async function copy() {
    try {
      await navigator.clipboard.writeText(link());
      notices.tell(text('shareCopied'));
    } catch {
      notices.complain(text('shareCopyFailed'));
    }
  }
  return (
    <>
      <p role="status">{text('shareLinkReady', { size: wholeNumber(size()), most: wholeNumber(longestLink) })}</p>
      <input
        class="share-link"
        readOnly
        aria-label={text('shareLinkLabel')}
        value={link()}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="share-buttons">
        <button type="button" class="primary" onClick={() => void copy()}>
          {text('shareCopy')}
        </button>
        <a class="button" href={link()} target="_blank" rel="noopener">
          {text('shareOpen')}
        </a>
      </div>
      <p class="muted">{text('shareLinkHint')}</p>
    </>
  );
}

function PrintTools(props: { readonly made: Ready }): JSX.Element {
  const text = useText();
  const [paper, setPaper] = createSignal<Paper>('A4');
  const people = () => {
    const { handout } = props.made;
    return handout === null ? [] : withWeek(handout, peopleOf(handout));
  };
  const run = () => {
    const { handout } = props.made;
    if (handout !== null) printSheets(handout, people(), paper(), spokenTexts() ?? handoutTexts);
  };
  return (
    <>
      <p role="status">{text('shareSheets', { count: people().length })}</p>
      <div class="share-buttons">
        <label class="inline-field">
          {text('sharePaper')}
          <select
            onChange={(event) => {
              // One of the options below.
              setPaper(event.currentTarget.value as Paper);
            }}
          >
            <For each={papers}>{(name) => <option value={name}>{name}</option>}</For>
          </select>
        </label>
        <button type="button" class="primary" disabled={people().length === 0} onClick={run}>
          <Icon name="print" />
          {text('sharePrint')}
        </button>
      </div>
      <p class="muted">{text('sharePrintHint')}</p>
    </>
  );
}
