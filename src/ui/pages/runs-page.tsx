import { A, useParams } from '@solidjs/router';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { useAppState } from '../app-state.tsx';
import { keepFocus } from '../components/basics/keep-focus.ts';
import { RunFilters } from '../components/run-history/run-filters.tsx';
import { RunList } from '../components/run-history/run-list.tsx';
import { useServices } from '../services.tsx';
import { createRunHistory } from '../state/run-history/create-run-history.ts';
import { type Retention, retentionChoices } from '../state/run-history/retention.ts';
import { isFiltered, noFilter } from '../state/run-history/run-list.ts';
import { wholeNumber } from '../state/words/numbers.ts';
import { useText } from '../text/text.tsx';
import '../styles/run-history.css';

/** Every run of a project, or of all: found again, repeated, deleted. */
export function RunsPage(): JSX.Element {
  const text = useText();
  const { notices, run, projectList } = useAppState();
  const params = useParams<{ id?: string }>();
  const projectId = createMemo(() => params.id ?? null);
  const changed = () => [run.busy(), run.current()?.id, run.current()?.outcome() ?? null];
  const state = createRunHistory(useServices(), notices, text, projectId, changed);
  const names = createMemo(() => new Map((projectList.projects() ?? []).map(({ id, name }) => [id, name])));
  return (
    <section class="page wide runs-page" ref={keepFocus('h1')}>
      <div class="page-head">
        <h1 tabindex="-1">{text(projectId() === null ? 'runHistoryAllTitle' : 'runHistoryTitle')}</h1>
        <Show when={state.runs()}>
          {(runs) => (
            <span class="muted" aria-live="polite">
              {text('runHistoryCount', {
                shown: wholeNumber(state.shown().length),
                all: wholeNumber(runs().length),
              })}
            </span>
          )}
        </Show>
        <span class="grow" />
        <label class="run-retention" title={text('runRetentionHint')}>
          {text('runRetention')}
          <select onChange={(event) => void state.keepFor(retentionOf(event.currentTarget.value))}>
            <For each={retentionChoices}>
              {(days) => (
                <option value={String(days)} selected={state.retention() === days}>
                  {days === null ? text('runRetentionAlways') : text('runRetentionDays', { days })}
                </option>
              )}
            </For>
          </select>
        </label>
        <Show when={projectId()} fallback={<A href="/settings/diagnostics">{text('diagnosticsTitle')}</A>}>
          <A href="/runs">{text('runHistoryAll')}</A>
        </Show>
      </div>
      <Show when={state.runs()}>
        {(runs) => (
          <Show when={runs().length > 0} fallback={<p class="muted">{text('runHistoryNone')}</p>}>
            <RunFilters state={state} runs={runs()} names={projectId() === null ? names() : null} />
            <Show
              when={state.shown().length > 0}
              fallback={
                <p>
                  {text('runHistoryFiltered')}{' '}
                  <button type="button" onClick={() => state.choose(noFilter)}>
                    {text('runHistoryClear')}
                  </button>
                </p>
              }
            >
              <RunList state={state} names={projectId() === null ? names() : null} />
            </Show>
            <Show when={isFiltered(state.filter()) && state.shown().length > 0}>
              <button type="button" onClick={() => state.choose(noFilter)}>
                {text('runHistoryClear')}
              </button>
            </Show>
          </Show>
        )}
      </Show>
    </section>
  );
}

function retentionOf(value: string): Retention {
  return retentionChoices.find((days) => String(days) === value) ?? null;
}
