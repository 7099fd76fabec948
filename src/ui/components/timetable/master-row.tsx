import { createEffect, createMemo, createRenderEffect, type JSX, mapArray, onCleanup } from 'solid-js';
import { cellStates } from '../../state/timetable/grid-axis.ts';
import type { MasterColumn } from '../../state/timetable/master.ts';
import { cellKey, type Verdict } from '../../state/timetable/verdicts.ts';
import { type Card, cardsOf, keepCards, type ViewItem, type ViewKind } from '../../state/timetable/view.ts';
import { EventCard } from './event-card.tsx';
import { type MasterCells, showVerdict } from './master-cells.ts';
import { useTimetable } from './timetable-context.ts';

/**
 * One resource of a master grid: its slots and its cards. A screen has more than a thousand cells and they come and go
 * while somebody scrolls, so they are copies of one row of cells, and what they show is written by the row: an effect for
 * each cell took ten times as long.
 */
export function MasterRow(props: {
  readonly row: number;
  readonly height: number;
  readonly item: ViewItem | undefined;
  readonly kind: ViewKind;
  readonly columns: readonly MasterColumn[];
  readonly cells: MasterCells;
  readonly events: readonly number[];
  /** What its cells say of the held card, by `cellKey`; null where the card has nothing to do with the row. */
  readonly verdicts: ReadonlyMap<string, Verdict> | null;
  /** Key of the cell that Tab leads to, when it is in this row. */
  readonly focusable: string | null;
}): JSX.Element {
  const { selection, actions } = useTimetable();
  const cells = createMemo(() => props.cells.copy());
  const cellAt = (key: string) => cells()[props.cells.positionOf.get(key) ?? -1];
  createStates(props, cells);
  createVerdicts(props, cells, cellAt);
  createEffect((former: HTMLElement | undefined) => {
    const cell = props.focusable === null ? undefined : cellAt(props.focusable);
    if (former !== cell) former?.setAttribute('tabindex', '-1');
    cell?.setAttribute('tabindex', '0');
    return cell;
  });
  createCards(props, cellAt);
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: what is laid out otherwise is no part of a table for browsers.
      role="row"
      data-row={props.row}
      style={{ '--master-row': `${props.height}px` }}
      data-apart={actions.held() !== null && actions.verdicts().size > 0 && props.verdicts === null ? '' : undefined}
      data-room={props.kind === 'room' ? props.item?.index : undefined}
      aria-rowindex={props.row + 3}
    >
      <th
        scope="row"
        // biome-ignore lint/a11y/noRedundantRoles: what is laid out otherwise is no part of a table for browsers.
        role="rowheader"
      >
        <button
          type="button"
          class="plain row-name"
          title={props.item?.name}
          onClick={() => selection.first.choose(props.kind, props.item ?? null)}
        >
          {props.item?.name ?? ''}
        </button>
      </th>
      {[...cells()]}
    </tr>
  );
}

type RowProps = Parameters<typeof MasterRow>[0];
type Cells = () => readonly HTMLElement[];

function createStates(props: RowProps, cells: Cells): void {
  const { selection } = useTimetable();
  const states = createMemo(() => cellStates(selection.problem(), props.kind, props.item?.index ?? -1));
  createRenderEffect(() => {
    const { slotCount } = selection.problem().axis;
    const known = states();
    for (const [position, cell] of cells().entries()) {
      const column = props.columns[position];
      const state = known[(column?.day ?? 0) * slotCount + (column?.slot ?? 0)] ?? 'open';
      if (cell.dataset.state !== state) cell.dataset.state = state;
    }
  });
}

function createVerdicts(props: RowProps, cells: Cells, cellAt: (key: string) => HTMLElement | undefined): void {
  const { actions } = useTimetable();
  const verdicts = createMemo(() => props.verdicts);
  createEffect(() => {
    const known = verdicts();
    if (known === null || known.size === 0) return;
    const shown: (() => void)[] = [];
    for (const [position, cell] of cells().entries()) {
      const column = props.columns[position];
      if (column === undefined || column.band !== null) continue;
      const verdict = known.get(cellKey(column.day, column.slot));
      if (verdict !== undefined) shown.push(showVerdict(cell, verdict));
    }
    onCleanup(() => {
      for (const hide of shown) hide();
    });
  });
  createEffect((former: HTMLElement | undefined) => {
    const isLookedAt =
      verdicts() !== null &&
      (props.kind !== 'room' || actions.target()?.place.assignment.rooms.includes(props.item?.index ?? -1) === true);
    const aimed = isLookedAt ? actions.aimed() : null;
    const cell = aimed === null ? undefined : cellAt(aimed);
    if (former !== cell) former?.removeAttribute('data-aimed');
    cell?.setAttribute('data-aimed', '');
    return cell;
  });
}

function createCards(props: RowProps, cellAt: (key: string) => HTMLElement | undefined): void {
  const { selection } = useTimetable();
  const cards = createMemo<readonly Card[]>((before) => {
    const shown = selection.placed();
    return shown === null
      ? []
      : keepCards(cardsOf(shown.problem, shown.timetable, props.events, selection.week()), before);
  }, []);
  const drawn = mapArray(cards, (card) => {
    const width = () => `${widthOf(props.columns, card)}px`;
    const element = (
      <div class="master-card" style={{ '--card-width': width() }}>
        <EventCard card={card} kind={props.kind} item={props.item?.index} />
      </div>
    ) as HTMLElement; // what an element of the page is made of
    createRenderEffect(() => cellAt(cellKey(card.day, card.start))?.append(element));
    onCleanup(() => element.remove());
    return element;
  });
  createRenderEffect(drawn);
}

/** Up to the end of its last slot. */
function widthOf(columns: readonly MasterColumn[], { day, start, length }: Card): number {
  const at = columns.findIndex((column) => column.day === day && column.slot === start);
  const first = columns[at];
  const last = columns[Math.min(columns.length, at + length) - 1];
  return first === undefined || last === undefined ? 0 : last.at + last.width - first.at;
}
