import { A } from '@solidjs/router';
import { createMemo, type JSX, Show } from 'solid-js';
import { isWaiting } from '../../../domain/runs/run-states.ts';
import { useAppState } from '../../app-state.tsx';
import type { QueuedRun } from '../../state/runs/run-queue.ts';
import { percentage, scoreText } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';

/** The run that is on, wherever the user is and whichever tab it is in; also what a screen reader hears of it. */
export function RunStatus(): JSX.Element {
  const text = useText();
  const { run } = useAppState();
  const first = createMemo((): QueuedRun | null => {
    const runs = run.queue.runs();
    return runs.find(({ record }) => !isWaiting(record)) ?? runs[0] ?? null;
  });
  const others = () => run.queue.runs().length - 1;
  return (
    <Show when={first()}>
      {(shown) => (
        <A class="run-status" href={`/p/${shown().record.projectId}/generate`}>
          <span class="run-dot" data-state={shown().state()} />
          <span aria-live="polite">{text(`runState_${shown().state()}`)}</span>
          <Show when={shown().done() > 0}>
            <span>{percentage(shown().done())}</span>
          </Show>
          <Show when={shown().progress()?.best ?? shown().record.best}>
            {(best) => <span class="run-status-score">{scoreText(text, best())}</span>}
          </Show>
          <Show when={others() > 0}>
            <span class="muted" title={text('runStatusMoreLong', { count: others() })}>
              {text('runStatusMore', { count: others() })}
            </span>
          </Show>
        </A>
      )}
    </Show>
  );
}
