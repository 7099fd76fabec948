import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Problem } from '../../domain/problem.ts';
import { createGrowing } from '../state/drawing.ts';
import { type CellState, extentOf, type GridRow, gridRows } from '../state/grid-axis.ts';
import { shortNames } from '../state/labels.ts';
import type { Card } from '../state/timetable-view.ts';
import { type PlainTextKey, useText } from '../text/text.tsx';
import { EventCard, type EventCardView } from './event-card.tsx';

export interface WeekGridProps {
  readonly problem: Problem;
  readonly cards: readonly Card[];
  readonly states: readonly CellState[];
  /** Days to show. */
  readonly days: readonly number[];
  readonly viewOf: (event: number) => EventCardView;
  readonly selected: number | null;
  readonly onSelect: (event: number | null) => void;
  readonly label: string;
}

const stateNames: Readonly<Record<CellState, PlainTextKey | null>> = {
  open: null,
  break: 'gridBreak',
  closed: 'gridClosed',
  unavailable: 'gridUnavailable',
};

/** Narrowest lane of a card, in pixels; days with many cards side by side get wider. */
const laneWidth = 72;
const dayWidth = 100;
/** A day of minutes has hundreds of rows. */
const rowsOfTurn = 12;

/** The week of one resource: days as columns, slots as rows; the arrow keys move through the cells. */
export function WeekGrid(props: WeekGridProps): JSX.Element {
  const text = useText();
  const rows = createMemo(() => gridRows(props.problem));
  const shownRows = createGrowing(() => rows().length, rowsOfTurn);
  const [cell, setCell] = createSignal<{ readonly day: number; readonly slot: number } | null>(null);
  const [hovered, setHovered] = createSignal<number | null>(null);
  let table: HTMLTableElement | undefined;

  const startingAt = createMemo(() => {
    const found = new Map<string, Card[]>();
    for (const card of props.cards) {
      const key = `${card.day} ${card.start}`;
      const list = found.get(key);
      if (list === undefined) found.set(key, [card]);
      else list.push(card);
    }
    return found;
  });
  const widths = createMemo(() => {
    const lanes = props.problem.data.calendar.days.map(() => 1);
    for (const card of props.cards) lanes[card.day] = Math.max(lanes[card.day] ?? 1, card.lanes);
    return props.days.map((day) => Math.max(dayWidth, (lanes[day] ?? 1) * laneWidth));
  });
  /** Days of different widths: short names for all of them, so that they read alike. */
  const crowded = () => new Set(widths()).size > 1;
  const shortDays = createMemo(() => shortNames(props.problem.data.calendar.days.map((day) => day.name)));
  const focusable = () => {
    const current = cell();
    return current !== null && props.days.includes(current.day) ? current : { day: props.days[0] ?? 0, slot: 0 };
  };

  function moveTo(day: number, slot: number) {
    setCell({ day, slot });
    table?.querySelector<HTMLElement>(`[data-cell="${day} ${slot}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const { day, slot } = focusable();
    const column = props.days.indexOf(day);
    const forward = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -1 : 1;
    const step = (columns: number, slots: number) => {
      event.preventDefault();
      const nextDay = props.days[column + columns];
      const nextSlot = nextSlotOf(rows(), slot, slots);
      if (nextDay !== undefined && nextSlot !== null) moveTo(nextDay, nextSlot);
    };
    if (event.key === 'ArrowRight') step(forward, 0);
    else if (event.key === 'ArrowLeft') step(-forward, 0);
    else if (event.key === 'ArrowDown') step(0, 1);
    else if (event.key === 'ArrowUp') step(0, -1);
    else if (event.key === 'Escape') props.onSelect(null);
    else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      props.onSelect(nextCard(props.cards, day, slot, props.selected));
    }
  }

  return (
    <div class="grid-scroll">
      <table
        ref={table}
        class="week-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved through by arrow keys is a grid.
        role="grid"
        aria-label={props.label}
        data-crowded={crowded() ? '' : undefined}
        style={{ '--grid-width': `${widths().reduce((sum, width) => sum + width, 62)}px` }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col class="time-column" />
          <For each={widths()}>
            {(width) => <col style={{ width: props.days.length > 1 ? `${width}px` : undefined }} />}
          </For>
        </colgroup>
        <thead>
          <tr>
            <th class="time">{text('gridTime')}</th>
            <For each={props.days}>
              {(day) => (
                <th scope="col">
                  <div class="day-name" title={props.problem.data.calendar.days[day]?.name}>
                    <span>{props.problem.data.calendar.days[day]?.name ?? ''}</span>
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
              <Show
                when={row.band === null}
                fallback={
                  <tr class="band">
                    <th scope="row" class="time">
                      {row.start}
                    </th>
                    <td colSpan={props.days.length}>{row.band === '' ? text('gridBreak') : row.band}</td>
                  </tr>
                }
              >
                <tr>
                  <th scope="row" class="time">
                    {row.start}
                    <small>{row.end}</small>
                  </th>
                  <For each={props.days}>
                    {(day) => (
                      <GridCell
                        state={props.states[day * props.problem.axis.slotCount + row.slot] ?? 'open'}
                        cell={`${day} ${row.slot}`}
                        focusable={focusable().day === day && focusable().slot === row.slot}
                        onFocus={() => setCell({ day, slot: row.slot })}
                      >
                        <For each={startingAt().get(`${day} ${row.slot}`) ?? []}>
                          {(card) => (
                            <EventCard
                              card={card}
                              view={props.viewOf(card.event)}
                              extent={extentOf(rows(), card.start, card.length)}
                              selected={props.selected === card.event}
                              related={hovered() !== null && hovered() === props.viewOf(card.event).course}
                              onHover={setHovered}
                              onSelect={() => props.onSelect(card.event)}
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

function GridCell(props: {
  readonly state: CellState;
  readonly cell: string;
  readonly focusable: boolean;
  readonly onFocus: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  const stateName = () => {
    const key = stateNames[props.state];
    return key === null ? undefined : text(key);
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: it is focusable; Solid spells the attribute tabindex.
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid takes the focus.
      role="gridcell"
      data-cell={props.cell}
      data-state={props.state}
      title={stateName()}
      tabindex={props.focusable ? 0 : -1}
      onFocus={() => props.onFocus()}
    >
      {props.children}
    </td>
  );
}

/** The next row in a direction that is not a band; null at the edge. */
function nextSlotOf(rows: readonly GridRow[], slot: number, step: number): number | null {
  if (step === 0) return slot;
  for (let next = slot + step; next >= 0 && next < rows.length; next += step) {
    if (rows[next]?.band === null) return next;
  }
  return null;
}

/** Card lying over the cell; Enter again goes on to the next one there. */
function nextCard(cards: readonly Card[], day: number, slot: number, selected: number | null): number | null {
  const here = cards.filter((card) => card.day === day && card.start <= slot && slot < card.start + card.length);
  const at = here.findIndex((card) => card.event === selected);
  return here[(at + 1) % here.length]?.event ?? null;
}
