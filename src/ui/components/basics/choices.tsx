import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import type { Choice } from '../../../engine/editing/answers.ts';
import { type ChoiceKind, choiceEdit } from '../../state/timetable/moves.ts';
import { costWords, directionOf, obstacleNames } from '../../state/timetable/verdicts.ts';
import { messageText } from '../../state/words/message-text.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { useTimetable } from '../timetable/timetable-context.ts';

const choicesShown = 12;

/** Other rooms or instructors for a card where it is, best first; one list for each that it needs. */
export function Choices(props: { readonly event: number; readonly kind: ChoiceKind }): JSX.Element {
  const { selection } = useTimetable();
  const positions = () =>
    (selection.placed()?.timetable.assignments[props.event]?.[props.kind] ?? []).map((_, at) => at);
  return <For each={positions()}>{(position) => <ChoiceList {...props} position={position} />}</For>;
}

function ChoiceList(props: {
  readonly event: number;
  readonly kind: ChoiceKind;
  readonly position: number;
}): JSX.Element {
  const text = useText();
  const state = useTimetable();
  const [list, setList] = createSignal<readonly Choice[] | null>(null);
  let first: HTMLButtonElement | undefined;
  createEffect(
    on([() => state.selection.placed()?.timetable, () => props.event, () => props.kind], () => {
      const shown = state.selection.placed();
      if (shown === null) return;
      let wanted = true;
      onCleanup(() => {
        wanted = false;
      });
      const ask = state.context.editing[props.kind];
      void ask(shown.problem, shown.timetable, props.event, -1, props.position).then((result) => {
        if (!wanted) return;
        if (!result.ok) return state.context.complain(messageText(result.diagnostics[0]));
        const isFirst = list() === null && props.position === 0;
        setList(result.value);
        if (isFirst) first?.focus();
      });
    }),
  );
  const nameOf = (index: number) => state.selection.problem()[props.kind][index]?.name ?? '';
  const seats = (index: number) => {
    const { rooms, events } = state.selection.problem();
    const size = wholeNumber(events[props.event]?.size ?? 0);
    return props.kind === 'rooms' ? text('choiceSeats', { size, seats: wholeNumber(rooms[index]?.capacity ?? 0) }) : '';
  };
  const take = (index: number) => {
    const shown = state.selection.placed();
    if (shown === null) return;
    const name = shown.problem.events[props.event]?.name ?? '';
    const edit = choiceEdit(shown, props.event, props.kind, props.position, index);
    const message =
      props.kind === 'rooms'
        ? text('saidRoom', { name, room: nameOf(index) })
        : text('saidInstructor', { name, instructor: nameOf(index) });
    state.choose(null);
    state.actions.apply(edit, message);
  };
  return (
    <section class="choices">
      <h3>{text(`choiceTitle_${props.kind}`)}</h3>
      <Show when={list()} fallback={<p class="muted">{text('suggestionsWait')}</p>}>
        {(choices) => (
          <Show when={choices().length > 0} fallback={<p class="muted">{text('choiceNone')}</p>}>
            <ul>
              <For each={choices().slice(0, choicesShown)}>
                {(choice, at) => (
                  <li>
                    <button
                      type="button"
                      ref={(element) => {
                        if (at() === 0) first = element;
                      }}
                      disabled={choice.isPresent}
                      onClick={() => take(choice.index)}
                    >
                      <span>{nameOf(choice.index)}</span>
                      <b data-direction={directionOf(choice.change)}>
                        {choice.isPresent ? text('choicePresent') : costWords(choice.change, text)}
                      </b>
                      <small>
                        {[
                          seats(choice.index),
                          ...obstacleNames(state.selection.problem(), choice.obstacles, state.context.ruleNames),
                        ]
                          .filter((part) => part !== '')
                          .join(' · ')}
                      </small>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
    </section>
  );
}
