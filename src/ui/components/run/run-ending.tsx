import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { inSlices } from '../../../domain/steps.ts';
import { timetableDataSteps } from '../../../domain/timetable-data.ts';
import { useAppState } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { exportFile, exportKinds } from '../../state/files/files.ts';
import type { ActiveRun } from '../../state/runs/run.ts';
import { saveEvidence } from '../../state/runs/run-evidence.ts';
import { messageText } from '../../state/words/message-text.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { SaveRun } from './save-run.tsx';

/** Why it ended and what to do next. */
export function RunEnding(props: { readonly run: ActiveRun; readonly onRetry: () => void }): JSX.Element {
  const text = useText();
  return (
    <div aria-live="polite" class="ending-holder">
      <Show when={props.run.outcome()}>
        {(outcome) => (
          <div class="ending" data-failed={props.run.error() === null ? undefined : ''}>
            <strong>{text(`runState_${props.run.state()}`)}</strong>
            <span>
              {props.run.error() === null
                ? text(`stopReason_${outcome().reason}`)
                : text('runFailed', { cause: messageText(props.run.error()) })}
            </span>
            <Show when={props.run.timetableId()} fallback={<NotKept run={props.run} />}>
              {(timetable) => <Kept run={props.run} timetableId={timetable()} />}
            </Show>
            <Show when={outcome().evidence}>
              {(evidence) => (
                <button
                  type="button"
                  onClick={() => saveEvidence(evidence(), props.run.variant, props.run.problem.data)}
                >
                  <Icon name="download" />
                  {text('runSaveEvidence')}
                </button>
              )}
            </Show>
            <Show when={props.run.state() !== 'cancelled' && outcome().best !== null}>
              <SaveRun run={props.run} />
            </Show>
            <Show when={props.run.error() !== null}>
              <button type="button" onClick={() => props.onRetry()}>
                <Icon name="redo" />
                {text('runRetry')}
              </button>
            </Show>
          </div>
        )}
      </Show>
    </div>
  );
}

function Kept(props: { readonly run: ActiveRun; readonly timetableId: string }): JSX.Element {
  const text = useText();
  return (
    <>
      <span class="muted">{text('runKeptBest')}</span>
      <Show when={props.run.variant !== 'balanced'}>
        <span class="muted">{text('runVariant', { name: text(`variant_${props.run.variant}`) })}</span>
      </Show>
      <Show when={props.run.settings.start?.keep}>
        {(keep) => <span class="muted">{text('runKeeps', { keep: keep() })}</span>}
      </Show>
      <span class="grow" />
      <A class="button primary" href={`/p/${props.run.projectId}/timetable?timetable=${props.timetableId}`}>
        <Icon name="grid" />
        {text('generateRead')}
      </A>
      <A class="button" href={`/p/${props.run.projectId}/problems?timetable=${props.timetableId}`}>
        {text('generateProblems')}
      </A>
    </>
  );
}

/** Nothing was found, it was discarded, or it could not be stored: then it can still be saved to a file. */
function NotKept(props: { readonly run: ActiveRun }): JSX.Element {
  const text = useText();
  const services = useServices();
  const { notices } = useAppState();
  const best = () => (props.run.state() === 'cancelled' ? null : (props.run.outcome()?.best ?? null));
  const save = async () => {
    const found = best();
    if (found === null) return;
    const { id, projectName, problem } = props.run;
    const timetable = await inSlices(timetableDataSteps(problem, found));
    const createdAt = services.clock.now().toISOString();
    const timetables = [{ id, name: projectName, createdAt, timetable }];
    const content = { problem: { ...problem.data, name: projectName }, timetables };
    await exportFile(services, notices, exportKinds.project, content, id);
  };
  return (
    <Show when={best() !== null} fallback={<NothingFound run={props.run} />}>
      <button type="button" class="primary" onClick={() => void save()}>
        <Icon name="download" />
        {text('runSaveFile')}
      </button>
    </Show>
  );
}

function NothingFound(props: { readonly run: ActiveRun }): JSX.Element {
  const text = useText();
  return <Show when={props.run.outcome()?.best === null}>{text('runNothingFound')}</Show>;
}
