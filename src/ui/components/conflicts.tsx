import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Conflict } from '../../engine/conflicts/conflicts.ts';
import { useProject } from '../app-state.tsx';
import { useServices } from '../services.tsx';
import { type ConflictSearchState, createConflictSearch } from '../state/conflict-search.ts';
import type { EvaluatedTimetable } from '../state/evaluation.ts';
import { useText } from '../text/text.tsx';
import { EventLink } from './event-link.tsx';

const namesShown = 8;

/** Which rules cannot hold together, looked for on demand: it takes seconds to minutes of one worker. */
export function Conflicts(props: { readonly evaluated: EvaluatedTimetable }): JSX.Element {
  const text = useText();
  const project = useProject();
  const search = createConflictSearch(useServices().explainer, project.problem());
  return (
    <section class="panel conflicts">
      <div class="conflicts-head">
        <h2>{text('conflictsTitle')}</h2>
        <span class="grow" />
        <Show
          when={search.busy()}
          fallback={
            <button type="button" onClick={() => search.start(props.evaluated.timetable)}>
              {text('conflictsStart')}
            </button>
          }
        >
          <button type="button" onClick={() => search.stop()}>
            {text('conflictsStop')}
          </button>
        </Show>
      </div>
      <p class="muted" aria-live="polite">
        {remark(search, text)}
      </p>
      <ol class="conflict-list">
        <For each={search.conflicts()}>
          {(conflict) => <ConflictItems conflict={conflict} evaluated={props.evaluated} />}
        </For>
      </ol>
    </section>
  );
}

function remark(search: ConflictSearchState, text: ReturnType<typeof useText>): string {
  if (search.busy()) return text('conflictsBusy', { tests: search.tests() });
  const outcome = search.outcome();
  if (outcome === null) return text('conflictsHint');
  if (outcome.kind === 'failed') return text('conflictsFailed', { cause: outcome.cause });
  if (outcome.kind === 'stopped') return text('conflictsStopped');
  if (search.conflicts().length === 0) return text('conflictsNone');
  return text(outcome.hasUnexplained ? 'conflictsMore' : 'conflictsAll');
}

function ConflictItems(props: { readonly conflict: Conflict; readonly evaluated: EvaluatedTimetable }): JSX.Element {
  const text = useText();
  const project = useProject();
  /** One event of each name: dozens of lessons are called alike. */
  const named = createMemo(() => {
    const nameOf = (event: number) => project.problem().events[event]?.name;
    const { events } = props.conflict;
    return events.filter((event, at) => events.findIndex((other) => nameOf(other) === nameOf(event)) === at);
  });
  const proved = () => props.conflict.proof === 'counting';
  return (
    <li>
      <p>
        <span class="tag" data-severity={proved() ? 'error' : 'warning'}>
          {text(proved() ? 'conflictProved' : 'conflictSearched')}
        </span>{' '}
        {props.conflict.reason ?? text('conflictTogether')}
      </p>
      <ul>
        <For each={props.conflict.items}>
          {(item) => (
            <li>
              {item.sentence}{' '}
              <span class="muted">
                {item.gain > 0 ? text('conflictGain', { count: item.gain }) : text('conflictNoGain')}
              </span>
            </li>
          )}
        </For>
      </ul>
      <p class="muted">
        {text('readinessConcerned')}{' '}
        <For each={named().slice(0, namesShown)}>
          {(event, position) => (
            <>
              {position() === 0 ? '' : ' · '}
              <EventLink evaluated={props.evaluated} event={event} />
            </>
          )}
        </For>{' '}
        <Show when={named().length > namesShown}>
          {text('readinessAndMore', { rest: named().length - namesShown })}
        </Show>
      </p>
    </li>
  );
}
