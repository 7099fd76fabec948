import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { createGrowing } from '../../state/drawing.ts';
import type { Placed } from '../../state/timetable/placement.ts';
import { eventsOfView, unplacedEvents } from '../../state/timetable/view.ts';
import { courseHue, groupNames } from '../../state/words/labels.ts';
import { useText } from '../../text/text.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';
import { useTimetable } from './timetable-context.ts';

const pageSize = 60;
const cardsOfTurn = 20;
/** From so many cards on there is a filter. */
const manyCards = 8;

/** Events without a time: picked up from here, and dragged back to here. */
export function UnplacedTray(props: { readonly placed: Placed }): JSX.Element {
  const text = useText();
  const state = useTimetable();
  const { selection, actions } = state;
  const [limit, setLimit] = createSignal(pageSize);
  const [search, setSearch] = createSignal('');
  const [ofView, setOfView] = createSignal(false);
  const shown = createGrowing(limit, cardsOfTurn);
  const all = createMemo(() => unplacedEvents(props.placed.problem, props.placed.timetable));
  const events = createMemo(() => {
    const words = search().toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const item = selection.first.item();
    const view =
      ofView() && item !== null
        ? new Set(eventsOfView(props.placed.problem, props.placed.timetable, selection.first.kind(), item.index))
        : null;
    return all().filter((event) => {
      const name = `${props.placed.problem.events[event]?.name} ${groupNames(props.placed.problem, event)}`;
      return (view?.has(event) ?? true) && words.every((word) => name.toLocaleLowerCase().includes(word));
    });
  });
  const isDragging = () => state.drag.at() !== null;
  return (
    <Show when={all().length > 0 || isDragging()}>
      <section
        class="tray"
        data-drop="tray"
        data-dragging={isDragging() ? '' : undefined}
        aria-label={text('trayTitle')}
      >
        <header>
          <h2>
            {text('unplacedTitle')} <span class="count">{all().length}</span>
          </h2>
          <Show when={all().length > manyCards}>
            <input
              type="search"
              aria-label={text('trayFilter')}
              placeholder={text('pickerSearch')}
              value={search()}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
            <label>
              <input type="checkbox" checked={ofView()} onChange={(event) => setOfView(event.currentTarget.checked)} />
              {text('trayOfView')}
            </label>
          </Show>
        </header>
        <Show when={isDragging()}>
          <p class="muted">{text('trayDrop')}</p>
        </Show>
        <ul>
          <For each={events().slice(0, shown())}>
            {(event) => (
              <li>
                <button
                  type="button"
                  class="tray-card"
                  aria-pressed={selection.event() === event}
                  data-held={actions.held() === event ? '' : undefined}
                  data-event={event}
                  style={{ '--hue': String(courseHue(props.placed.problem.events[event]?.course ?? 0)) }}
                  onPointerDown={(down) => state.drag.start(down, event)}
                  onClick={() => (actions.held() === event ? actions.putBack() : state.pickUp(event))}
                >
                  <b>{props.placed.problem.events[event]?.name ?? ''}</b>
                  <span>{groupNames(props.placed.problem, event)}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
        <Show when={events().length === 0 && all().length > 0}>
          <p class="muted">{text('trayNothing')}</p>
        </Show>
        <MoreButton total={events().length} limit={limit()} onMore={() => setLimit(limit() + pageSize)} />
      </section>
    </Show>
  );
}
