import { createMemo, For, type JSX, Show } from 'solid-js';
import { isWaiting } from '../../../domain/runs/run-states.ts';
import { useAppState } from '../../app-state.tsx';
import type { QueuedRun } from '../../state/runs/run-queue.ts';
import { remainingSeconds } from '../../state/runs/run-time.ts';
import { duration, percentage, scoreText } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { Icon, type IconName } from '../basics/icon.tsx';

/** Runs of all projects and tabs that wait or are on; nothing to see while there is only the one that is shown anyway. */
export function RunQueuePanel(props: {
  /** Id of the run that is shown on the page. */
  readonly shown: string | null;
}): JSX.Element {
  const text = useText();
  const { run, attention } = useAppState();
  const { queue } = run;
  const isUseful = () => queue.isHeld() || queue.runs().some(({ record }) => record.id !== props.shown);
  const ids = createMemo(() => queue.runs().map(({ record }) => record.id));
  return (
    <Show when={isUseful() || queue.runs().length > 0}>
      <section class="panel run-queue">
        <div class="run-queue-head">
          <h2>{text('queueTitle')}</h2>
          <span class="muted" aria-live="polite">
            {text('queueCount', { count: queue.runs().length })}
          </span>
          <span class="grow" />
          <label class="check">
            <input
              type="checkbox"
              checked={attention.tells()}
              onChange={(event) => void attention.tell(event.currentTarget.checked)}
            />
            {text('tellAtEnd')}
          </label>
          <Show when={isUseful()}>
            <button type="button" onClick={() => queue.hold(!queue.isHeld())}>
              <Icon name={queue.isHeld() ? 'play' : 'pause'} />
              {text(queue.isHeld() ? 'queueGoOn' : 'queueHold')}
            </button>
          </Show>
        </div>
        <Show when={attention.isDenied()}>
          <p class="muted">{text('tellDenied')}</p>
        </Show>
        <Show when={queue.isHeld()}>
          <p class="remark">{text('queueIsHeld')}</p>
        </Show>
        <Show when={isUseful()}>
          <ol class="run-queue-list">
            <For each={ids()}>{(id, place) => <Row id={id} isFirst={place() === 0} />}</For>
          </ol>
        </Show>
        <p class="muted">{text('queueBackground')}</p>
      </section>
    </Show>
  );
}

function Row(props: { readonly id: string; readonly isFirst: boolean }): JSX.Element {
  const { run } = useAppState();
  const item = () => run.queue.runs().find(({ record }) => record.id === props.id);
  return <Show when={item()}>{(found) => <RowOf item={found()} />}</Show>;
}

function RowOf(props: { readonly item: QueuedRun }): JSX.Element {
  const text = useText();
  const { projectList } = useAppState();
  const record = () => props.item.record;
  const name = () => {
    const project = projectList.projects()?.find(({ id }) => id === record().projectId)?.name ?? '';
    return record().variant === 'balanced' ? project : `${project} · ${text(`variant_${record().variant}`)}`;
  };
  const isOn = () => !isWaiting(record());
  const phase = () => props.item.progress()?.phase ?? record().phase;
  const best = () => props.item.progress()?.best ?? record().best;
  const seconds = () => props.item.progress()?.seconds ?? record().seconds;
  const remaining = () => {
    const progress = props.item.progress();
    const left = progress === null ? null : remainingSeconds(progress, record().settings);
    return left === null ? '–' : duration(left);
  };
  return (
    <li class="run-queue-row" data-state={record().state}>
      <span class="run-dot" data-state={record().state} />
      <span class="run-queue-name">
        <strong>{name()}</strong>
        <small class="muted">
          {record().state === 'running' ? text(`runPhase_${phase()}`) : text(`runState_${record().state}`)}
          <Show when={isOn() && props.item.own === null}> · {text('queueElsewhere')}</Show>
        </small>
      </span>
      <Show when={isOn()} fallback={<span class="grow" />}>
        <progress max="1" value={props.item.done()} aria-label={`${text('queueDone')}: ${name()}`} />
        <span class="run-queue-figures">
          <span>{percentage(props.item.done())}</span>
          <Show when={best()}>{(score) => <span>{scoreText(text, score())}</span>}</Show>
          <span title={text('queueTime')}>{duration(seconds())}</span>
          <span class="muted" title={text('queueRemaining')}>
            {remaining()}
          </span>
        </span>
      </Show>
      <RowVerbs item={props.item} name={name()} />
    </li>
  );
}

function RowVerbs(props: { readonly item: QueuedRun; readonly name: string }): JSX.Element {
  const text = useText();
  const { queue } = useAppState().run;
  const record = () => props.item.record;
  const named = () => ({ name: props.name });
  return (
    <span class="run-queue-verbs">
      <Show when={isWaiting(record())}>
        <Verb icon="up" label={text('queueEarlier', named())} onClick={() => queue.shift(record().id, -1)} />
        <Verb icon="down" label={text('queueLater', named())} onClick={() => queue.shift(record().id, 1)} />
      </Show>
      <Show
        when={record().state === 'paused'}
        fallback={
          <Show when={record().state !== 'cancelling'}>
            <Verb icon="pause" label={text('queuePause', named())} onClick={() => queue.tell(record().id, 'pause')} />
          </Show>
        }
      >
        <Verb icon="play" label={text('queueResume', named())} onClick={() => queue.tell(record().id, 'resume')} />
      </Show>
      <Show when={!isWaiting(record()) && record().state !== 'cancelling'}>
        <Verb icon="stop" label={text('queueStop', named())} onClick={() => queue.tell(record().id, 'stop')} />
      </Show>
      <Show when={isWaiting(record())}>
        <Verb icon="close" label={text('queueRemove', named())} onClick={() => queue.tell(record().id, 'cancel')} />
      </Show>
    </span>
  );
}

function Verb(props: { readonly icon: IconName; readonly label: string; readonly onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="plain" aria-label={props.label} title={props.label} onClick={() => props.onClick()}>
      <Icon name={props.icon} />
    </button>
  );
}
