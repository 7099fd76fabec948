import { createSignal, For, type JSX, Show } from 'solid-js';
import { useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { createGrowing } from '../../state/drawing.ts';
import { createHistoryList, type HistoryEntry } from '../../state/history/list.ts';
import { moment } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';

const firstRows = 40;
const moreRows = 400;

/** Every operation, newest first; pressing one goes back to the state after it. */
export function HistoryList(): JSX.Element {
  const text = useText();
  const project = useProject();
  const { clock } = useServices();
  const list = createHistoryList(project, text);
  const [limit, setLimit] = createSignal(firstRows);
  const shown = createGrowing(limit, firstRows);
  return (
    <section class="panel history">
      <div class="panel-head">
        <h2>{text('historyTitle')}</h2>
        <input
          type="search"
          placeholder={text('historySearch')}
          aria-label={text('historySearch')}
          value={list.search()}
          onInput={(event) => list.setSearch(event.currentTarget.value)}
        />
      </div>
      <p class="muted">
        {text('historyHint')}{' '}
        <Show when={project.editor.since()} fallback={text('historyWhole')}>
          {(since) => text('historySince', { time: moment(since(), clock.now()) })}
        </Show>
      </p>
      <Show when={list.entries().length > 0} fallback={<p>{text('historyNothingFound')}</p>}>
        <ol class="history-list">
          <For each={list.entries().slice(0, shown())}>{(entry) => <Entry entry={entry} />}</For>
        </ol>
        <MoreButton total={list.entries().length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
      </Show>
    </section>
  );
}

function Entry(props: { readonly entry: HistoryEntry }): JSX.Element {
  const text = useText();
  const { clock } = useServices();
  const { editor } = useProject();
  const isNow = () => editor.position() === props.entry.position;
  const isUndone = () => props.entry.position > editor.position();
  return (
    <li>
      <button
        type="button"
        class="plain"
        aria-current={isNow() ? 'step' : undefined}
        data-undone={isUndone() ? '' : undefined}
        disabled={editor.right() !== 'editing'}
        onClick={() => editor.goTo(props.entry.position)}
      >
        <time dateTime={props.entry.at ?? undefined}>
          {props.entry.at === null ? '' : moment(props.entry.at, clock.now())}
        </time>
        <span class="history-what">{props.entry.sentence}</span>
        <Show when={isNow()}>
          <span class="tag">{text('historyNow')}</span>
        </Show>
        <Show when={isUndone()}>
          <span class="muted">{text('historyUndone')}</span>
        </Show>
      </button>
    </li>
  );
}
