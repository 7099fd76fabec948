import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { proofText } from '../../../domain/wording/proof-words.ts';
import { useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { createWayRecords } from '../../state/problems/in-the-way.ts';
import { notPlaced, whyUnplaced } from '../../state/problems/why-unplaced.ts';
import type { EvaluatedTimetable } from '../../state/timetable/evaluation.ts';
import { groupNames } from '../../state/words/labels.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { wording } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';
import { EventLink } from './event-link.tsx';

/** Why one event is not placed: what it may use, who took its place, and what counting proves. */
export function WhyUnplaced(props: { readonly evaluated: EvaluatedTimetable; readonly event: number }): JSX.Element {
  const text = useText();
  const project = useProject();
  const records = createWayRecords(useServices(), () => props.evaluated.record.runId);
  const why = createMemo(() =>
    whyUnplaced(props.evaluated.problem, props.event, records(), project.readiness() ?? [], project.countedProblem()),
  );
  return (
    <div class="why-unplaced">
      <For each={why().proofs}>
        {(proof) => (
          <p>
            <b>{text('whyProved')}</b> {proofText(project.countedProblem(), proof, wording())}
          </p>
        )}
      </For>
      <Show when={why().takenBy.length > 0}>
        <p>
          {text('whyTaken')}{' '}
          <For each={why().takenBy}>
            {(row, position) => (
              <>
                {position() === 0 ? '' : ', '}
                <EventLink evaluated={props.evaluated} event={row.event}>
                  <Show when={row.eventHint !== ''}>
                    {' '}
                    <small>({row.eventHint})</small>
                  </Show>
                </EventLink>{' '}
                <span class="muted">{text('inTheWayTimes', { times: wholeNumber(row.times), count: row.times })}</span>
              </>
            )}
          </For>
        </p>
      </Show>
      <Show when={why().takenBy.length === 0 && why().proofs.length === 0}>
        <p class="muted">{text('whyUnknown')}</p>
      </Show>
      <p class="muted">
        {text('whyTimes', { count: why().times })}
        <Show when={why().rooms !== null}> · {text('whyRooms', { count: why().rooms ?? 0 })}</Show>
      </p>
    </div>
  );
}

const eventsShown = 10;

/** Every event without a place, with the reason behind its name. */
export function UnplacedReasons(props: { readonly evaluated: EvaluatedTimetable }): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(eventsShown);
  // Without a time, but without a room or instructor as well: those that the score counts.
  const events = createMemo(() => notPlaced(props.evaluated.violations));
  return (
    <Show when={events().length > 0}>
      <section class="panel unplaced-reasons">
        <h2>
          {text('whyUnplacedTitle')} <span class="count">{events().length}</span>
        </h2>
        <ul>
          <For each={events().slice(0, limit())}>
            {(event) => <UnplacedReason evaluated={props.evaluated} event={event} />}
          </For>
        </ul>
        <MoreButton total={events().length} limit={limit()} onMore={() => setLimit(limit() * 3)} />
      </section>
    </Show>
  );
}

function UnplacedReason(props: { readonly evaluated: EvaluatedTimetable; readonly event: number }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <strong>{props.evaluated.problem.events[props.event]?.name}</strong>{' '}
          <span class="muted">{groupNames(props.evaluated.problem, props.event)}</span>
        </summary>
        <Show when={open()}>
          <WhyUnplaced evaluated={props.evaluated} event={props.event} />
        </Show>
      </details>
    </li>
  );
}
