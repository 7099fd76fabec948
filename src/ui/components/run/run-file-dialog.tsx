import { useNavigate } from '@solidjs/router';
import { createResource, createSignal, type JSX, Show } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import type { Result } from '../../../domain/result.ts';
import { useAppState } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import type { OpenedRunFile } from '../../state/files/importer.ts';
import { addProject, addTimetable, continueRun, lookAt, type RunInFile } from '../../state/run-file/open-run.ts';
import { duration, scoreText, wholeNumber } from '../../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { TitledDialog } from '../basics/titled-dialog.tsx';
import { DiagnosticList } from '../problems/diagnostic-list.tsx';

const continuations = {
  exact: 'runFileExact',
  reseeded: 'runFileReseeded',
  fresh: 'runFileFresh',
  over: 'runFileOver',
} as const satisfies Record<RunInFile['continuation'], PlainTextKey>;

/** What a file with a run holds, and what is to become of it. */
export function RunFileDialog(props: { readonly opened: OpenedRunFile }): JSX.Element {
  const text = useText();
  const services = useServices();
  const { importer, run: runs } = useAppState();
  const navigate = useNavigate();
  const [looked] = createResource(
    () => props.opened,
    (opened) => lookAt(services, opened),
  );
  const [isBusy, setBusy] = createSignal(false);
  const [flaws, setFlaws] = createSignal<readonly Diagnostic[]>([]);
  const isThere = () => looked()?.project != null;
  const hasTimetable = () => props.opened.content.timetables.length > 0;

  /** The value, or null with the reasons shown. */
  function taken<T>(result: Result<T>): T | null {
    if (result.ok) return result.value;
    setFlaws(result.diagnostics);
    return null;
  }

  async function act(work: (found: RunInFile, projectId: string) => Promise<string | null>): Promise<void> {
    const found = looked();
    if (found === undefined || isBusy()) return;
    setBusy(true);
    try {
      const projectId = found.project?.id ?? taken(await addProject(services, props.opened));
      const address = projectId === null ? null : await work(found, projectId);
      if (address === null) return;
      importer.closeRun();
      navigate(address);
    } finally {
      setBusy(false);
    }
  }

  const goOn = () =>
    act(async ({ checkpoint }, projectId) => {
      const begun = await continueRun(services, runs, props.opened, checkpoint, projectId);
      if (begun.ok) return `/p/${projectId}/generate`;
      setFlaws(begun.diagnostics);
      return null;
    });
  const openOnly = () =>
    act(async ({ project }, projectId) => {
      // What is added as a whole brings its timetables.
      if (project === null || !hasTimetable()) return `/p/${projectId}/data`;
      const id = taken(await addTimetable(services, props.opened, projectId));
      return id === null ? null : `/p/${projectId}/timetable?timetable=${id}`;
    });

  return (
    <TitledDialog open title={text('runFileTitle')} onClose={importer.closeRun}>
      <p>
        {text('runFileOf', {
          name: props.opened.name,
          project: props.opened.run.record?.projectName ?? props.opened.content.problem.name,
          events: wholeNumber(props.opened.content.problem.events.length),
        })}
      </p>
      <Show when={looked()} fallback={<p role="status">{text('restoreReading')}</p>}>
        {(found) => (
          <>
            <RunFacts opened={props.opened} found={found()} />
            <p>{text(continuations[found().continuation])}</p>
            <p>{isThere() ? text('runFileHere', { name: found().project?.name ?? '' }) : text('runFileNew')}</p>
          </>
        )}
      </Show>
      <DiagnosticList diagnostics={flaws()} />
      <div class="dialog-buttons">
        <button type="button" onClick={importer.closeRun}>
          {text('cancel')}
        </button>
        <Show when={looked()}>
          {(found) => (
            <>
              <button
                type="button"
                classList={{ primary: found().continuation === 'over' }}
                disabled={isBusy()}
                onClick={() => void openOnly()}
              >
                {text(isThere() && hasTimetable() ? 'runFileTimetable' : 'runFileProject')}
              </button>
              <Show when={found().continuation !== 'over'}>
                <button type="button" class="primary" disabled={isBusy()} onClick={() => void goOn()}>
                  {text('runFileContinue')}
                </button>
              </Show>
            </>
          )}
        </Show>
      </div>
    </TitledDialog>
  );
}

function RunFacts(props: { readonly opened: OpenedRunFile; readonly found: RunInFile }): JSX.Element {
  const text = useText();
  const settings = () => props.opened.run.settings;
  return (
    <dl class="facts">
      <div>
        <dt>{text('variantLabel')}</dt>
        <dd>{text(`variant_${props.opened.run.variant}`)}</dd>
      </div>
      <div>
        <dt>{text('runsSeed')}</dt>
        <dd>{settings().seed}</dd>
      </div>
      <Show when={props.found.checkpoint}>
        {(checkpoint) => (
          <>
            <div>
              <dt>{text('runFileReached')}</dt>
              <dd>
                {text('runFileGenerations', {
                  generation: wholeNumber(checkpoint().generation),
                  of: wholeNumber(settings().generations),
                })}
                {' · '}
                {duration(checkpoint().seconds)}
              </dd>
            </div>
            <div>
              <dt>{text('runsResult')}</dt>
              <dd>{scoreText(text, checkpoint().score)}</dd>
            </div>
          </>
        )}
      </Show>
    </dl>
  );
}
