import { For, type JSX, Show } from 'solid-js';
import type { Timetable } from '../../domain/timetable.ts';
import type { Conflict } from '../../engine/conflicts/conflicts.ts';
import { useProject } from '../app-state.tsx';
import { useServices } from '../services.tsx';
import { type ConflictSearchState, createConflictSearch } from '../state/conflict-search.ts';
import { useText } from '../text/text.tsx';

const namesShown = 8;

/** Which rules cannot hold together, looked for on demand: it takes seconds to minutes of one worker. */
export function Conflicts(props: { readonly timetable: Timetable }): JSX.Element {
  const text = useText();
  const project = useProject();
  const search = createConflictSearch(useServices().explainer, project.problem);
  return (
    <section class="panel conflicts">
      <div class="conflicts-head">
        <h2>{text('conflictsTitle')}</h2>
        <span class="grow" />
        <Show
          when={search.busy()}
          fallback={
            <button type="button" onClick={() => search.start(props.timetable)}>
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
        <For each={search.conflicts()}>{(conflict) => <ConflictItems conflict={conflict} />}</For>
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

function ConflictItems(props: { readonly conflict: Conflict }): JSX.Element {
  const text = useText();
  const project = useProject();
  const proved = () => props.conflict.proof === 'counting';
  const names = () => [...new Set(props.conflict.events.map((event) => project.problem.events[event]?.name ?? ''))];
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
        {text('readinessConcerned')} {names().slice(0, namesShown).join(' · ')}{' '}
        <Show when={names().length > namesShown}>
          {text('readinessAndMore', { rest: names().length - namesShown })}
        </Show>
      </p>
    </li>
  );
}
