import { type JSX, Show } from 'solid-js';
import { isActive } from '../../../domain/runs/run-states.ts';
import type { ActiveRun } from '../../state/runs/run.ts';
import { shareDone } from '../../state/runs/run-time.ts';
import { messageText } from '../../state/words/message-text.ts';
import { percentage } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';

/** How far a run is, and what it is busy with; also what keeps it from being stored. */
export function RunMeter(props: { readonly run: ActiveRun }): JSX.Element {
  const text = useText();
  const done = () => {
    const progress = props.run.progress();
    return progress === null ? 0 : shareDone(progress, props.run.settings);
  };
  return (
    <>
      <Show when={isActive(props.run.state())}>
        <div class="run-meter">
          <progress max="1" value={done()} aria-label={text('queueDone')} />
          <span>{text('runPercent', { percent: percentage(done()) })}</span>
          <span class="muted">
            {props.run.state() === 'running'
              ? text(`runPhase_${props.run.phase()}`)
              : text(`runState_${props.run.state()}`)}
          </span>
          <Show when={props.run.phase() === 'waiting'}>
            <span class="muted">{text('runWaiting')}</span>
          </Show>
        </div>
      </Show>
      <Show when={props.run.notStored()}>
        {(cause) => (
          <p class="remark" role="alert">
            {text('runNotStored', { cause: messageText(cause()) })}
          </p>
        )}
      </Show>
    </>
  );
}
