import { createMemo, For, type JSX, Show } from 'solid-js';
import { useServices } from '../../services.tsx';
import { createWayRecords, wayRows } from '../../state/problems/in-the-way.ts';
import type { EvaluatedTimetable } from '../../state/timetable/evaluation.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { EventLink } from './event-link.tsx';

/** Whom the run that found the timetable saw in whose way, while it looked for places that break no hard rule. */
export function InTheWay(props: { readonly evaluated: EvaluatedTimetable }): JSX.Element {
  const text = useText();
  const records = createWayRecords(useServices(), () => props.evaluated.record.runId);
  const pairs = createMemo(() => wayRows(props.evaluated.problem, records()));
  return (
    <section class="panel in-the-way">
      <h2>{text('inTheWayTitle')}</h2>
      <p class="muted">{text(pairs().length > 0 ? 'inTheWayHint' : 'inTheWayNone')}</p>
      <Show when={pairs().length > 0}>
        <ol class="way-list">
          <For each={pairs()}>
            {(pair) => (
              <li>
                <EventLink evaluated={props.evaluated} event={pair.event}>
                  <Hint text={pair.eventHint} />
                </EventLink>{' '}
                {text('inTheWayMiddle')}{' '}
                <EventLink evaluated={props.evaluated} event={pair.other}>
                  <Hint text={pair.otherHint} />
                </EventLink>{' '}
                <span class="muted">
                  {text('inTheWayTimes', { times: wholeNumber(pair.times), count: pair.times })}
                </span>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
}

function Hint(props: { readonly text: string }): JSX.Element {
  return (
    <Show when={props.text !== ''}>
      {' '}
      <small>({props.text})</small>
    </Show>
  );
}
