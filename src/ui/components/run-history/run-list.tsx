import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { isActive } from '../../../domain/runs/run-states.ts';
import type { RunSummary } from '../../../storage/records.ts';
import { useServices } from '../../services.tsx';
import type { RunHistoryState } from '../../state/run-history/create-run-history.ts';
import { type RunColumn, removable, runColumns } from '../../state/run-history/run-list.ts';
import { messageText } from '../../state/words/message-text.ts';
import { duration, moment, scoreText, shortNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { createVirtualRows } from '../table/virtual-rows.ts';

/** Of a row, in pixels; the style says the same (`--row`), so that nothing moves while it is scrolled. */
const rowSize = 38;
const numbers: ReadonlySet<RunColumn> = new Set(['seconds', 'moves', 'seed'] as const);

/** Only the rows in sight are drawn. */
export function RunList(props: {
  readonly state: RunHistoryState;
  readonly names: ReadonlyMap<string, string> | null;
}): JSX.Element {
  const text = useText();
  let scroller: HTMLDivElement | undefined;
  const { state } = props;
  const virtual = createVirtualRows({
    count: () => state.shown().length,
    scroller: () => scroller,
    rowSize,
    overscan: 6,
    initialHeight: 600,
  });
  const rows = () => virtual.items().flatMap(({ index }) => state.shown()[index] ?? []);
  const ofMarkable = () => removable(state.shown()).length;
  return (
    <>
      <div class="run-tools">
        <button
          type="button"
          disabled={state.marked().size === 0}
          onClick={() => void state.remove([...state.marked()])}
        >
          {text('runsRemoveMarked', { count: state.marked().size })}
        </button>
      </div>
      <div class="run-scroll" ref={scroller}>
        <div style={{ 'padding-block': virtual.padding() }}>
          <table class="run-list" aria-rowcount={state.shown().length + 1}>
            <thead>
              <tr aria-rowindex={1}>
                <th>
                  <input
                    type="checkbox"
                    aria-label={text('runMarkAll')}
                    disabled={ofMarkable() === 0}
                    checked={ofMarkable() > 0 && state.marked().size === ofMarkable()}
                    onChange={(event) => state.markAll(event.currentTarget.checked)}
                  />
                </th>
                <Show when={props.names}>
                  <th>{text('runFilterProject')}</th>
                </Show>
                <For each={runColumns}>{(column) => <Head state={state} column={column} />}</For>
                <th>
                  <span class="visually-hidden">{text('runActions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>{(run) => <Row state={state} run={run} names={props.names} />}</For>
            </tbody>
          </table>
        </div>
      </div>
    </>
  );
}

function Head(props: { readonly state: RunHistoryState; readonly column: RunColumn }): JSX.Element {
  const text = useText();
  const order = () => (props.state.order().column === props.column ? props.state.order() : null);
  const sorted = () => {
    const now = order();
    return now === null ? undefined : now.descending ? 'descending' : 'ascending';
  };
  return (
    <th classList={{ number: numbers.has(props.column) }} aria-sort={sorted()}>
      <button type="button" onClick={() => props.state.sortBy(props.column)}>
        {text(`runColumn_${props.column}`)}
      </button>
    </th>
  );
}

function Row(props: {
  readonly state: RunHistoryState;
  readonly run: RunSummary;
  readonly names: ReadonlyMap<string, string> | null;
}): JSX.Element {
  const text = useText();
  const { clock } = useServices();
  const { run } = props;
  const when = () => moment(run.createdAt, clock.now());
  const isOn = isActive(run.state);
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={text('runMark', { when: when() })}
          disabled={isOn}
          checked={props.state.marked().has(run.id)}
          onChange={(event) => props.state.mark(run.id, event.currentTarget.checked)}
        />
      </td>
      <Show when={props.names}>
        {(names) => <td class="ellipsis">{names().get(run.projectId) ?? text('meterLost')}</td>}
      </Show>
      <td>
        <A href={`/p/${run.projectId}/run/${run.id}`}>{when()}</A>
      </td>
      <td title={messageText(run.error)}>
        {text(`runState_${run.state}`)}
        <Show when={run.reason !== run.state ? run.reason : null}>
          {(reason) => <small class="muted"> {text(`runReason_${reason()}`)}</small>}
        </Show>
      </td>
      <td>
        <Show when={run.best} fallback="–">
          {(best) => scoreText(text, best())}
        </Show>
      </td>
      <td>{text(`variant_${run.variant}`)}</td>
      <td class="number">{duration(run.seconds)}</td>
      <td class="number">{shortNumber(run.moves)}</td>
      <td class="number">{run.settings.seed}</td>
      <td class="actions">
        <A class="button" href={`/p/${run.projectId}/run/${run.id}`}>
          {text('runsCharts')}
        </A>
        <Show when={run.timetableId}>
          {(timetable) => (
            <A class="button" href={`/p/${run.projectId}/timetable?timetable=${timetable()}`}>
              {text('runRead')}
            </A>
          )}
        </Show>
        <A class="button" href={`/p/${run.projectId}/generate?repeat=${run.id}`} title={text('runRepeatHint')}>
          {text('runRepeat')}
        </A>
        <button type="button" disabled={isOn} onClick={() => void props.state.remove([run.id])}>
          {text('runRemove')}
        </button>
      </td>
    </tr>
  );
}
