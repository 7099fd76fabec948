import { createVirtualizer } from '@tanstack/solid-virtual';
import { createEffect, createMemo, createSignal, For, type JSX, on, onMount } from 'solid-js';
import {
  eventsByRow,
  type MasterColumn,
  masterColumns,
  masterHeights,
  rowsOfEvent,
  withCoversInRows,
} from '../../state/timetable/master.ts';
import { createRoomVerdicts } from '../../state/timetable/room-verdicts.ts';
import { cellKey, type Verdict } from '../../state/timetable/verdicts.ts';
import { type ViewItem, viewItems } from '../../state/timetable/view.ts';
import { shortNames } from '../../state/words/labels.ts';
import { useText } from '../../text/text.tsx';
import { focusCard } from './focus-card.ts';
import { createMasterCells } from './master-cells.ts';
import { MasterRow } from './master-row.tsx';
import { useTimetable } from './timetable-context.ts';

const rowsBeyond = 4;

/** A row for each resource of a kind, a column for each slot of the days; only the rows in sight are drawn. */
export function MasterGrid(props: { readonly days: readonly number[]; readonly label: string }): JSX.Element {
  const text = useText();
  const { selection, point } = useTimetable();
  const [scroll, setScroll] = createSignal<HTMLDivElement | null>(null);
  const kind = selection.rows;
  const items = createMemo(() => viewItems(selection.problem(), kind()), [], { equals: sameItems });
  const columns = createMemo(() => masterColumns(selection.problem(), props.days, selection.density()), [], {
    equals: sameContent,
  });
  const events = createMemo(() => {
    const shown = selection.placed();
    if (shown === null) return [];
    const found = eventsByRow(shown.problem, shown.timetable, kind());
    return kind() === 'instructor' ? withCoversInRows(found, selection.covers()) : found;
  });
  const heights = createMemo(
    () => {
      const shown = selection.placed();
      if (shown === null) return [];
      return masterHeights(shown.problem, shown.timetable, kind(), events(), selection.density(), selection.week());
    },
    [],
    { equals: sameContent },
  );
  const rows = createVirtualizer({
    get count() {
      return items().length;
    },
    getScrollElement: scroll,
    estimateSize: (row) => heights()[row] ?? 0,
    overscan: rowsBeyond,
  });
  createEffect(on(heights, () => rows.measure(), { defer: true }));
  let element: HTMLDivElement | undefined;
  // not before it is in the document: its window is asked for
  onMount(() => setScroll(element ?? null));
  const cells = createMemo(() => createMasterCells(columns()));
  const shown = createMemo(() => rows.getVirtualItems().map(({ index }) => index));
  const verdictsOf = createRowVerdicts(shown);
  const pointing = createPointing(verdictsOf);
  const keys = createMasterKeys({ columns, items, verdictsOf, scrollTo: (row) => rows.scrollToIndex(row), scroll });
  const before = () => rows.getVirtualItems()[0]?.start ?? 0;
  const after = () => rows.getTotalSize() - (rows.getVirtualItems().at(-1)?.end ?? 0);
  return (
    <div class="grid-scroll master-scroll" ref={element}>
      <table
        class="master-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved through by arrow keys is a grid.
        role="grid"
        aria-label={props.label}
        aria-rowcount={items().length + 2}
        data-density={selection.density()}
        style={{
          '--slots-width': `${columns().reduce((sum, { width }) => sum + width, 0)}px`,
          '--tracks': columns()
            .map(({ width }) => `${width}px`)
            .join(' '),
        }}
        onKeyDown={keys.onKeyDown}
        onFocusIn={keys.onFocusIn}
        onFocusOut={() => point(null)}
        onPointerOver={pointing.onPointerOver}
        onClick={pointing.onClick}
      >
        <MasterHead columns={columns()} days={props.days} />
        <tbody
          // biome-ignore lint/a11y/noRedundantRoles: what is laid out otherwise is no part of a table for browsers.
          role="rowgroup"
          style={{ 'padding-block': `${Math.max(0, before())}px ${Math.max(0, after())}px` }}
        >
          <For each={shown()}>
            {(row) => (
              <MasterRow
                row={row}
                height={heights()[row] ?? 0}
                item={items()[row]}
                kind={kind()}
                columns={columns()}
                cells={cells()}
                events={events()[row] ?? []}
                verdicts={verdictsOf(row)}
                focusable={keys.focusable(row)}
              />
            )}
          </For>
        </tbody>
      </table>
      <p class="visually-hidden">{text('gridHint')}</p>
    </div>
  );
}

function MasterHead(props: {
  readonly columns: readonly MasterColumn[];
  readonly days: readonly number[];
}): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const names = () => selection.problem().data.calendar.days.map(({ name }) => name);
  const slotCount = () => selection.problem().axis.slotCount;
  const dayName = (day: number) => (selection.density() === 'small' ? shortNames(names())[day] : names()[day]) ?? '';
  return (
    <thead
      // biome-ignore lint/a11y/noRedundantRoles: what is laid out otherwise is no part of a table for browsers.
      role="rowgroup"
    >
      <tr
        // biome-ignore lint/a11y/noRedundantRoles: what is laid out otherwise is no part of a table for browsers.
        role="row"
      >
        <th
          scope="col"
          class="corner"
          // biome-ignore lint/a11y/noRedundantRoles: what is laid out otherwise is no part of a table for browsers.
          role="columnheader"
        >
          <span class="visually-hidden">{text('viewRows')}</span>
        </th>
        <For each={props.days}>
          {(day) => (
            <th
              scope="col"
              class="day-head"
              // biome-ignore lint/a11y/noRedundantRoles: what is laid out otherwise is no part of a table for browsers.
              role="columnheader"
              aria-colspan={slotCount()}
              style={{ '--span': String(slotCount()) }}
            >
              <span>{dayName(day)}</span>
            </th>
          )}
        </For>
      </tr>
      <tr
        class="slot-head"
        // biome-ignore lint/a11y/noRedundantRoles: what is laid out otherwise is no part of a table for browsers.
        role="row"
      >
        <For each={props.columns}>
          {(column) => (
            <th
              scope="col"
              // biome-ignore lint/a11y/noRedundantRoles: what is laid out otherwise is no part of a table for browsers.
              role="columnheader"
              data-first={column.isFirstOfDay ? '' : undefined}
              data-band={column.band === null ? undefined : ''}
              title={column.band === null ? `${column.start}–${column.end}` : column.band || text('gridBreak')}
            >
              {column.band === null ? (
                selection.density() === 'small' ? (
                  column.slot + 1
                ) : (
                  column.start
                )
              ) : (
                <span class="visually-hidden">{column.band || text('gridBreak')}</span>
              )}
            </th>
          )}
        </For>
      </tr>
    </thead>
  );
}

/** What the cells of each row say of the held card, of rooms each of itself; null for rows that it has nothing to do with. */
function createRowVerdicts(inSight: () => readonly number[]): (row: number) => ReadonlyMap<string, Verdict> | null {
  const { selection, actions, context } = useTimetable();
  const rows = createMemo<ReadonlySet<number> | 'all' | null>(() => {
    const held = actions.held();
    const shown = selection.placed();
    if (held === null || shown === null) return null;
    if (selection.rows() === 'room') return 'all';
    return new Set(rowsOfEvent(shown.problem, shown.timetable, selection.rows(), held));
  });
  const byRoom = createRoomVerdicts(context, actions, () => (rows() === 'all' ? inSight() : noRows));
  return (row) => {
    const taking = rows();
    if (taking === 'all') {
      const known = byRoom().get(row);
      return known === undefined ? noVerdicts : known;
    }
    return taking?.has(row) === true ? actions.verdicts() : null;
  };
}

const noRows: readonly number[] = [];
const noVerdicts: ReadonlyMap<string, Verdict> = new Map();

/** Looking at cells and putting cards down by pointer: the grid hears it for all its cells. */
function createPointing(verdictsOf: (row: number) => ReadonlyMap<string, Verdict> | null) {
  const { actions } = useTimetable();
  const cellOf = (event: Event) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    const row = cell?.closest<HTMLElement>('[data-row]');
    const [day, slot] = (cell?.dataset.cell ?? '').split(' ').map(Number);
    return row === null || row === undefined || day === undefined || slot === undefined ? null : { row, day, slot };
  };
  return {
    onPointerOver(event: PointerEvent): void {
      if (actions.held() === null) return;
      const at = cellOf(event);
      const verdicts = at === null ? null : verdictsOf(Number(at.row.dataset.row));
      if (at !== null && verdicts !== null) actions.aim(at, verdicts.get(cellKey(at.day, at.slot)));
    },
    onClick(event: MouseEvent): void {
      const at = cellOf(event);
      const room = at?.row.dataset.room;
      if (at !== null) actions.drop(at.day, at.slot, room === undefined ? undefined : Number(room));
    },
  };
}

interface MasterKeysContext {
  readonly columns: () => readonly MasterColumn[];
  readonly items: () => readonly ViewItem[];
  readonly verdictsOf: (row: number) => ReadonlyMap<string, Verdict> | null;
  readonly scrollTo: (row: number) => void;
  readonly scroll: () => HTMLElement | null;
}

/** Moving through the cells, picking up and putting down by keys; one cell at a time takes part in the tab order. */
function createMasterKeys({ columns, items, verdictsOf, scrollTo, scroll }: MasterKeysContext) {
  const { selection, actions, pickUp, point, prepare, stepBack } = useTimetable();
  const [at, setAt] = createSignal({ row: 0, key: '' });
  const usable = createMemo(() => columns().filter(({ band }) => band === null));
  const column = () =>
    Math.max(
      0,
      usable().findIndex(({ day, slot }) => cellKey(day, slot) === at().key),
    );
  const move = (event: KeyboardEvent, columnStep: number, rowStep: number) => {
    event.preventDefault();
    const next = usable()[column() + columnStep];
    const row = Math.min(items().length - 1, Math.max(0, at().row + rowStep));
    if (next === undefined) return;
    const key = cellKey(next.day, next.slot);
    setAt({ row, key });
    scrollTo(row);
    const focus = () => scroll()?.querySelector<HTMLElement>(`tr[data-row="${row}"] [data-cell="${key}"]`)?.focus();
    focus();
    // A row that was out of sight is drawn first.
    requestAnimationFrame(focus);
  };
  const enter = () => {
    const { row } = at();
    const { day, slot } = usable()[column()] ?? { day: 0, slot: 0 };
    const card = scroll()?.querySelector<HTMLElement>(
      `tr[data-row="${row}"] [data-cell="${cellKey(day, slot)}"] [data-event]`,
    );
    const held = actions.held();
    if (held !== null) actions.drop(day, slot, selection.rows() === 'room' ? row : undefined);
    else if (card !== null && card !== undefined) pickUp(Number(card.dataset.event));
  };
  return {
    /** Key of the cell of a row that Tab leads to, or null. */
    focusable: (row: number) => {
      const first = usable()[0];
      if (at().key === '') return row === 0 && first !== undefined ? cellKey(first.day, first.slot) : null;
      return at().row === row ? at().key : null;
    },
    onFocusIn(event: FocusEvent) {
      const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null;
      const row = cell?.closest('tr')?.dataset.row;
      if (cell === null || row === undefined) return;
      setAt({ row: Number(row), key: cell.dataset.cell ?? '' });
      const { day, slot } = usable()[column()] ?? { day: 0, slot: 0 };
      if (actions.held() !== null) actions.aim({ day, slot }, verdictsOf(Number(row))?.get(cellKey(day, slot)));
      const here = () =>
        [...cell.querySelectorAll<HTMLElement>('[data-event]')].map(({ dataset }) => Number(dataset.event));
      point(here);
      prepare(here()[0] ?? null);
    },
    onKeyDown(event: KeyboardEvent & { readonly currentTarget: Element }) {
      if (event.key === 'Escape') {
        const held = actions.held();
        stepBack();
        return focusCard(held, event.currentTarget);
      }
      const isInCell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined;
      if (!isInCell || event.altKey || event.metaKey || event.ctrlKey) return;
      const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
      if (event.key === 'ArrowRight') move(event, forward, 0);
      else if (event.key === 'ArrowLeft') move(event, -forward, 0);
      else if (event.key === 'ArrowDown') move(event, 0, 1);
      else if (event.key === 'ArrowUp') move(event, 0, -1);
      else if (event.key === 'PageDown') move(event, 0, 12);
      else if (event.key === 'PageUp') move(event, 0, -12);
      else if (event.key === 'Enter') {
        event.preventDefault();
        enter();
      }
    },
  };
}

function sameContent(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sameItems(a: readonly ViewItem[], b: readonly ViewItem[]): boolean {
  return a.length === b.length && a.every(({ id, name }, row) => id === b[row]?.id && name === b[row]?.name);
}
