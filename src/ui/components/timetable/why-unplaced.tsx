import { createMemo, createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { proofText } from '../../../domain/wording/proof-words.ts';
import { useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { createWayRecords } from '../../state/problems/in-the-way.ts';
import { notPlaced, presentWay, whyUnplaced } from '../../state/problems/why-unplaced.ts';
import type { EvaluatedTimetable } from '../../state/timetable/evaluation.ts';
import { groupNames } from '../../state/words/labels.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { listText, wording } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';
import { createRuleName } from '../rules/rule-name.ts';
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
        <PresentWay evaluated={props.evaluated} event={props.event} />
      </Show>
      <p class="muted">
        {text('whyTimes', { count: why().times })}
        <Show when={why().rooms !== null}> · {text('whyRooms', { count: why().rooms ?? 0 })}</Show>
      </p>
    </div>
  );
}

/** Where no run left a trace of who was in its way, as of what was taken out by hand: what is in its way now. */
function PresentWay(props: { readonly evaluated: EvaluatedTimetable; readonly event: number }): JSX.Element {
  const text = useText();
  const { editing } = useServices();
  const ruleNames = createRuleName(() => props.evaluated.problem);
  /** Null while the evaluation is about a former state, in which it had its place. */
  const asked = () => {
    const { problem, timetable, ofEvent } = props.evaluated;
    return notPlaced(ofEvent.get(props.event) ?? []).length > 0 ? { problem, timetable, event: props.event } : null;
  };
  const [way] = createResource(asked, async ({ problem, timetable, event }) => {
    const result = await editing.places(problem, timetable, event);
    return result.ok ? presentWay(problem, result.value.places, ruleNames) : null;
  });
  return (
    <Switch>
      <Match when={way.latest?.free}>{(count) => <p>{text('whyFree', { count: count() })}</p>}</Match>
      <Match when={(way.latest?.names.length ?? 0) > 0}>
        <p>{text('whyInItsWay', { names: listText(way.latest?.names ?? []) })}</p>
      </Match>
    </Switch>
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
