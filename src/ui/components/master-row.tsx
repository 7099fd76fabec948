import { createMemo, For, type JSX, Show } from 'solid-js';
import { type CellState, cellStates } from '../state/grid-axis.ts';
import type { MasterColumn } from '../state/timetable-master.ts';
import { cellKey } from '../state/timetable-verdicts.ts';
import { type Card, cardsOf, keepCards, type ViewItem, type ViewKind } from '../state/timetable-view.ts';
import { CellVerdict } from './cell-verdict.tsx';
import { EventCard } from './event-card.tsx';
import { useTimetable } from './timetable-context.ts';

/** One resource of a master grid: its slots and its cards. */
export function MasterRow(props: {
  readonly row: number;
  readonly item: ViewItem | undefined;
  readonly kind: ViewKind;
  readonly columns: readonly MasterColumn[];
  readonly events: readonly number[];
  /** True when the held card could be put into this row. */
  readonly takes: boolean;
  /** Key of the cell that Tab leads to, when it is in this row. */
  readonly focusable: string | null;
}): JSX.Element {
  const { selection } = useTimetable();
  const cards = createMemo<readonly Card[]>((before) => {
    const shown = selection.placed();
    return shown === null ? [] : keepCards(cardsOf(shown.problem, shown.timetable, props.events), before);
  }, []);
  const starting = createMemo(() => {
    const found = new Map<string, Card[]>();
    for (const card of cards()) {
      const key = cellKey(card.day, card.start);
      found.set(key, [...(found.get(key) ?? []), card]);
    }
    return found;
  });
  const states = createMemo(() => cellStates(selection.problem(), props.kind, props.item?.index ?? -1));
  const slotCount = () => selection.problem().axis.slotCount;
  const takes = createMemo(() => props.takes);
  return (
    <tr
      data-row={props.row}
      data-room={props.kind === 'room' ? props.item?.index : undefined}
      aria-rowindex={props.row + 3}
    >
      <th scope="row">
        <button
          type="button"
          class="plain row-name"
          title={props.item?.name}
          onClick={() => selection.first.choose(props.kind, props.item ?? null)}
        >
          {props.item?.name ?? ''}
        </button>
      </th>
      <For each={props.columns}>
        {(column) => (
          <MasterCell
            column={column}
            room={props.kind === 'room' ? (props.item?.index ?? -1) : null}
            state={states()[column.day * slotCount() + column.slot] ?? 'open'}
            takes={takes()}
            focusable={props.focusable === cellKey(column.day, column.slot)}
          >
            <For each={starting().get(cellKey(column.day, column.slot)) ?? noCards}>
              {(card) => (
                <div class="master-card" style={{ '--card-width': `${widthOf(props.columns, column, card)}px` }}>
                  <EventCard card={card} kind={props.kind} />
                </div>
              )}
            </For>
          </MasterCell>
        )}
      </For>
    </tr>
  );
}

const noCards: readonly Card[] = [];

function widthOf(columns: readonly MasterColumn[], first: MasterColumn, { length }: Card): number {
  const at = columns.indexOf(first);
  const last = columns[Math.min(columns.length, at + length) - 1];
  return last === undefined ? first.width : last.at + last.width - first.at;
}

function MasterCell(props: {
  readonly column: MasterColumn;
  readonly room: number | null;
  readonly state: CellState;
  readonly takes: boolean;
  readonly focusable: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const { actions } = useTimetable();
  const key = cellKey(props.column.day, props.column.slot);
  const isBand = () => props.column.band !== null;
  /** Of rooms only the best one for a place says so; the others take the card, too. */
  const verdict = () => {
    const found = props.takes && !isBand() ? actions.verdicts().get(key) : undefined;
    const isHere = props.room === null || (found?.place.assignment.rooms.includes(props.room) ?? false);
    return isHere ? found : undefined;
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: it is focusable; Solid spells the attribute tabindex.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of all its cells.
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid takes the focus.
      role="gridcell"
      data-cell={isBand() ? undefined : key}
      data-state={props.state}
      data-first={props.column.isFirstOfDay ? '' : undefined}
      data-tone={verdict()?.tone}
      data-aimed={props.takes && actions.aimed() === key ? '' : undefined}
      title={verdict()?.words}
      tabindex={props.focusable ? 0 : -1}
      onPointerEnter={() => {
        if (props.takes) actions.aim({ day: props.column.day, slot: props.column.slot });
      }}
      onClick={() => actions.drop(props.column.day, props.column.slot, props.room ?? undefined)}
    >
      {props.children}
      <Show when={verdict()}>{(shown) => <CellVerdict verdict={shown()} short />}</Show>
    </td>
  );
}
