import { For, type JSX, Show } from 'solid-js';
import type { Suggestion } from '../../../engine/editing/answers.ts';
import { costWords, directionOf } from '../../state/timetable/verdicts.ts';
import { timeLabel } from '../../state/words/labels.ts';
import { listText } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { MoveList } from './move-list.tsx';
import { useTimetable } from './timetable-context.ts';

/** Ranked places and chains for one card, each applied as one edit. */
export function SuggestionsPanel(props: { readonly event: number }): JSX.Element {
  const text = useText();
  const { suggestions, selection } = useTimetable();
  return (
    <section class="suggestions" aria-label={text('suggestionsTitle')}>
      <h2>
        {text('suggestionsTitle')}
        <button type="button" class="plain" aria-label={text('close')} onClick={() => suggestions.close()}>
          <Icon name="close" />
        </button>
      </h2>
      <Show when={selection.event() !== props.event}>
        <p class="muted">{selection.problem().events[props.event]?.name ?? ''}</p>
      </Show>
      <Show when={suggestions.list()} fallback={<p class="muted">{text('suggestionsWait')}</p>}>
        {(list) => (
          <Show when={list().length > 0} fallback={<p class="muted">{text('suggestionsNone')}</p>}>
            <ol class="suggestion-list">
              <For each={list()}>{(suggestion) => <SuggestionRow suggestion={suggestion} />}</For>
            </ol>
          </Show>
        )}
      </Show>
    </section>
  );
}

function SuggestionRow(props: { readonly suggestion: Suggestion }): JSX.Element {
  const text = useText();
  const { suggestions, selection } = useTimetable();
  const first = () => props.suggestion.moves[0];
  const title = () => {
    const problem = selection.problem();
    const rooms = (first()?.assignment.rooms ?? []).map((room) => problem.rooms[room]?.name ?? '');
    return listText([timeLabel(problem, first()?.assignment.time ?? -1), ...rooms]);
  };
  return (
    <li>
      <div>
        <span>{title()}</span>
        <b data-direction={directionOf(props.suggestion.change)}>{costWords(props.suggestion.change, text)}</b>
        <small>
          <Show when={props.suggestion.moves.length > 1}>
            <Icon name="swap" />{' '}
          </Show>
          {text('suggestionMoves', { count: props.suggestion.moves.length })}
        </small>
        <Show when={props.suggestion.moves.length > 1}>
          <MoveList moves={props.suggestion.moves.slice(1)} />
        </Show>
      </div>
      <button
        type="button"
        aria-label={`${text('suggestionApply')}: ${title()}`}
        onClick={() => suggestions.apply(props.suggestion)}
      >
        {text('suggestionApply')}
      </button>
    </li>
  );
}
