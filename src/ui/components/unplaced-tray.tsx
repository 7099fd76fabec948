import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Problem } from '../../domain/problem.ts';
import type { Timetable } from '../../domain/timetable.ts';
import { createGrowing } from '../state/drawing.ts';
import { courseHue, groupNames } from '../state/labels.ts';
import { unplacedEvents } from '../state/timetable-view.ts';
import { useText } from '../text/text.tsx';
import { MoreButton } from './diagnostic-list.tsx';

const pageSize = 60;
const cardsOfTurn = 20;

/** Events without a time. */
export function UnplacedTray(props: {
  readonly problem: Problem;
  readonly timetable: Timetable;
  readonly selected: number | null;
  readonly onSelect: (event: number) => void;
}): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(pageSize);
  const shown = createGrowing(limit, cardsOfTurn);
  const events = createMemo(() => unplacedEvents(props.problem, props.timetable));
  return (
    <Show when={events().length > 0}>
      <section class="tray">
        <h2>
          {text('unplacedTitle')} <span class="count">{events().length}</span>
        </h2>
        <ul>
          <For each={events().slice(0, shown())}>
            {(event) => (
              <li>
                <button
                  type="button"
                  class="tray-card"
                  aria-pressed={props.selected === event}
                  style={{ '--hue': String(courseHue(props.problem.events[event]?.course ?? 0)) }}
                  onClick={() => props.onSelect(event)}
                >
                  <b>{props.problem.events[event]?.name ?? ''}</b>
                  <span>{groupNames(props.problem, event)}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
        <MoreButton total={events().length} limit={limit()} onMore={() => setLimit(limit() + pageSize)} />
      </section>
    </Show>
  );
}
