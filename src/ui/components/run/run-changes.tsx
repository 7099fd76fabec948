import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { changesFrom, type EventChange } from '../../../domain/changes.ts';
import { unpackTimetable } from '../../../domain/packed-timetable.ts';
import { isFeasible } from '../../../domain/score.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import type { RunStart } from '../../../engine/run-contract/run-settings.ts';
import type { ActiveRun, RunBest } from '../../state/runs/run.ts';
import { eventAddress } from '../../state/timetable/event-address.ts';
import { groupNames, instructorNames, roomNames, timeLabel } from '../../state/words/labels.ts';
import { useText } from '../../text/text.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';

const firstRows = 20;
const moreRows = 200;

/** What a run that started from a timetable has changed of it, once it is over. */
export function RunChanges(props: { readonly run: ActiveRun }): JSX.Element {
  const found = () => (props.run.outcome() === null ? null : props.run.best());
  return (
    <Show when={props.run.settings.start}>
      {(start) => <Show when={found()}>{(best) => <Changes run={props.run} start={start()} best={best()} />}</Show>}
    </Show>
  );
}

function Changes(props: { readonly run: ActiveRun; readonly start: RunStart; readonly best: RunBest }): JSX.Element {
  const text = useText();
  const reference = createMemo(() => unpackTimetable(props.start.timetable));
  const changes = createMemo(() => changesFrom(props.run.problem, reference(), props.best.timetable));
  const [limit, setLimit] = createSignal(firstRows);
  const isLimiting = () => props.start.cap !== null && !isFeasible(props.best.score);
  return (
    <section class="panel run-changes">
      <h2>{text('changesTitle')}</h2>
      <p>
        {text('changesCount', { count: changes().length, total: props.run.problem.events.length })}{' '}
        <Show when={isLimiting()}>
          <strong class="bad">{text('changesLimiting', { cap: props.start.cap ?? 0 })}</strong>
        </Show>
      </p>
      <ul class="change-list">
        <For each={changes().slice(0, limit())}>
          {(change) => <ChangeRow run={props.run} change={change} from={reference()} to={props.best.timetable} />}
        </For>
      </ul>
      <MoreButton total={changes().length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
    </section>
  );
}

function ChangeRow(props: {
  readonly run: ActiveRun;
  readonly change: EventChange;
  readonly from: Timetable;
  readonly to: Timetable;
}): JSX.Element {
  const text = useText();
  const { problem } = props.run;
  const name = () => problem.events[props.change.event]?.name ?? '';
  const placeIn = (timetable: Timetable) => {
    const { event, time, rooms, instructors } = props.change;
    return [
      time ? timeLabel(problem, timetable.assignments[event]?.time ?? -1) || text('panelUnplaced') : '',
      rooms ? roomNames(problem, timetable, event) : '',
      instructors ? instructorNames(problem, timetable, event) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
  return (
    <li>
      <Show when={props.run.timetableId()} fallback={<b>{name()}</b>}>
        {(id) => <A href={eventAddress(props.run.projectId, problem, id(), props.to, props.change.event)}>{name()}</A>}
      </Show>{' '}
      <Show when={groupNames(problem, props.change.event)}>
        {(groups) => <small class="muted">({groups()})</small>}
      </Show>{' '}
      <span class="muted">{placeIn(props.from)}</span> <span class="arrow" aria-hidden="true" />
      <span class="visually-hidden">{text('changesTo')}</span> {placeIn(props.to)}
    </li>
  );
}
