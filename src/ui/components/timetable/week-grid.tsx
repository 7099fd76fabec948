import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { createGrowing } from '../../state/drawing.ts';
import { columnWidths } from '../../state/timetable/column-widths.ts';
import { extentOf, type GridRow, gridRows } from '../../state/timetable/grid-axis.ts';
import type { GridView } from '../../state/timetable/page.ts';
import { cellKey } from '../../state/timetable/verdicts.ts';
import type { Card } from '../../state/timetable/view.ts';
import { shortNames } from '../../state/words/labels.ts';
import { useText } from '../../text/text.tsx';
import { EventCard } from './event-card.tsx';
import { focusCard } from './focus-card.ts';
import { GridCell } from './grid-cell.tsx';
import { useTimetable } from './timetable-context.ts';

/** A day of minutes has hundreds of rows. */
const rowsOfTurn = 12;

/** The week of one resource: days as columns, slots as rows; the arrow keys move through the cells. */
export function WeekGrid(props: {
  readonly view: GridView;
  /** Days to show. */
  readonly days: readonly number[];
  /** True where there is little room: days may be narrower. */
  readonly compact?: boolean;
}): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  // A problem that was built again has the same rows in most cases: what is drawn, and the focus, stay.
  const rows = createMemo(() => gridRows(selection.problem()), [], { equals: sameContent });
  const shownRows = createGrowing(() => rows().length, rowsOfTurn);
  const allDays = createMemo(() => selection.problem().data.calendar.days.map(({ name }) => name), [], {
    equals: sameContent,
  });
  const startingAt = createMemo(() => byStart(props.view.cards()));
  const widths = createMemo(() => columnWidths(props.view.cards(), props.days, props.compact === true), undefined, {
    equals: sameContent,
  });
  /** Days of different widths: short names for all of them, so that they read alike. */
  const crowded = () => new Set(widths().days).size > 1;
  const shortDays = createMemo(() => shortNames(allDays()));
  const keys = createCellKeys(props, rows);
  return (
    <div class="grid-scroll">
      <table
        ref={keys.ref}
        class="week-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved through by arrow keys is a grid.
        role="grid"
        aria-label={props.view.item()?.name ?? ''}
        data-crowded={crowded() ? '' : undefined}
        data-compact={props.compact === true ? '' : undefined}
        style={{ '--grid-width': `${widths().whole}px`, '--rows': String(rows().length) }}
        onKeyDown={keys.onKeyDown}
      >
        <colgroup>
          <col class="time-column" />
          {/* Alike, they share what the times leave over. */}
          <For each={widths().days}>{(width) => <col style={{ width: crowded() ? `${width}px` : undefined }} />}</For>
        </colgroup>
        <thead>
          <tr>
            <th class="time">{text('gridTime')}</th>
            <For each={props.days}>
              {(day) => (
                <th scope="col">
                  <div class="day-name" title={allDays()[day]}>
                    <span>{allDays()[day] ?? ''}</span>
                    <abbr>{shortDays()[day] ?? ''}</abbr>
                  </div>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={rows().slice(0, shownRows())}>
            {(row) => (
              <Show when={row.band === null} fallback={<BandRow row={row} span={props.days.length} />}>
                <tr>
                  <th scope="row" class="time">
                    {row.start}
                    <small>{row.end}</small>
                  </th>
                  <For each={props.days}>
                    {(day) => (
                      <GridCell
                        state={props.view.states()[day * selection.problem().axis.slotCount + row.slot] ?? 'open'}
                        day={day}
                        slot={row.slot}
                        focusable={keys.isFocusable(day, row.slot)}
                        onFocus={() => keys.focused(day, row.slot)}
                      >
                        <For each={startingAt().get(cellKey(day, row.slot)) ?? []}>
                          {(card) => (
                            <EventCard
                              card={card}
                              kind={props.view.kind()}
                              item={props.view.item()?.index}
                              extent={extentOf(rows(), card.start, card.length)}
                            />
                          )}
                        </For>
                      </GridCell>
                    )}
                  </For>
                </tr>
              </Show>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function BandRow(props: { readonly row: GridRow; readonly span: number }): JSX.Element {
  const text = useText();
  return (
    <tr class="band">
      <th scope="row" class="time">
        {props.row.start}
      </th>
      <td colSpan={props.span}>{props.row.band === '' ? text('gridBreak') : props.row.band}</td>
    </tr>
  );
}

/** Moving through the cells, picking up and putting down by keys. */
function createCellKeys(
  props: { readonly view: GridView; readonly days: readonly number[] },
  rows: () => readonly GridRow[],
) {
  const { actions, pickUp, point, prepare, togglePicked, stepBack } = useTimetable();
  const [cell, setCell] = createSignal<{ readonly day: number; readonly slot: number } | null>(null);
  let table: HTMLTableElement | undefined;
  const focusable = createMemo(() => {
    const current = cell();
    return current !== null && props.days.includes(current.day) ? current : { day: props.days[0] ?? 0, slot: 0 };
  });
  const moveTo = (day: number, slot: number) => {
    setCell({ day, slot });
    table?.querySelector<HTMLElement>(`[data-cell="${cellKey(day, slot)}"]`)?.focus();
  };
  const step = (event: KeyboardEvent, columns: number, slots: number) => {
    event.preventDefault();
    const { day, slot } = focusable();
    const nextDay = props.days[props.days.indexOf(day) + columns];
    const nextSlot = nextSlotOf(rows(), slot, slots);
    if (nextDay !== undefined && nextSlot !== null) moveTo(nextDay, nextSlot);
  };
  /** Picks up the card of the cell, the next one there when one of them is held; else puts the held card down. */
  const enter = () => {
    const { day, slot } = focusable();
    const held = actions.held();
    const here = cardsAt(props.view.cards(), day, slot);
    const next = here[(here.indexOf(held ?? -1) + 1) % here.length];
    if (held !== null && (!here.includes(held) || here.length === 1)) actions.drop(day, slot);
    else if (next !== undefined) pickUp(next);
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: Element }) => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    if (event.key === 'ArrowRight') step(event, forward, 0);
    else if (event.key === 'ArrowLeft') step(event, -forward, 0);
    else if (event.key === 'ArrowDown') step(event, 0, 1);
    else if (event.key === 'ArrowUp') step(event, 0, -1);
    else if (event.key === 'Escape') {
      const held = actions.held();
      stepBack();
      focusCard(held, table);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    } else if (event.key === ' ') {
      event.preventDefault();
      const { day, slot } = focusable();
      const [first] = cardsAt(props.view.cards(), day, slot);
      if (first !== undefined) togglePicked(first);
    }
  };
  return {
    ref: (element: HTMLTableElement) => {
      table = element;
    },
    onKeyDown,
    isFocusable: (day: number, slot: number) => focusable().day === day && focusable().slot === slot,
    focused: (day: number, slot: number) => {
      setCell({ day, slot });
      const here = () => cardsAt(props.view.cards(), day, slot);
      point(here);
      prepare(here()[0] ?? null);
    },
  };
}

function byStart(cards: readonly Card[]): ReadonlyMap<string, readonly Card[]> {
  const found = new Map<string, Card[]>();
  for (const card of cards) {
    const key = cellKey(card.day, card.start);
    const list = found.get(key);
    if (list === undefined) found.set(key, [card]);
    else list.push(card);
  }
  return found;
}

/** The next row in a direction that is not a band; null at the edge. */
function nextSlotOf(rows: readonly GridRow[], slot: number, step: number): number | null {
  if (step === 0) return slot;
  for (let next = slot + step; next >= 0 && next < rows.length; next += step) {
    if (rows[next]?.band === null) return next;
  }
  return null;
}

/** Events whose cards lie over the cell. */
function cardsAt(cards: readonly Card[], day: number, slot: number): readonly number[] {
  return cards
    .filter((card) => card.day === day && card.start <= slot && slot < card.start + card.length)
    .map(({ event }) => event);
}

function sameContent(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
