import { createVirtualizer } from '@tanstack/solid-virtual';
import { createEffect, createMemo, createUniqueId, For, type JSX, on, onMount, Show } from 'solid-js';
import type { ItemLists, ListName } from '../../../domain/operations/operation.ts';
import type { Column } from '../../state/table/column.ts';
import type { Table } from '../../state/table/create-table.ts';
import { isInside, rangeOf } from '../../state/table/selection.ts';
import { createTableInput } from '../../state/table/table-input.ts';
import { useText } from '../../text/text.tsx';
import { CellEditor } from './cell-editor.tsx';
import { TableHead } from './table-head.tsx';

const rowSize = 29;
const rowHeaderSize = 52;

/** The grid: one tab stop; the focused cell is told to screen readers by its id, and drawn. */
export function DataTable<List extends ListName>(props: {
  readonly table: Table<List>;
  readonly hasFilters: boolean;
  /** Gives the function that puts the keyboard into the grid. */
  readonly onReady?: (focus: () => void) => void;
}): JSX.Element {
  const text = useText();
  const name = createUniqueId();
  let scroller: HTMLDivElement | undefined;
  let grid: HTMLTableElement | undefined;
  const { rows } = props.table;
  const virtual = createVirtualizer({
    get count() {
      return rows.rowCount();
    },
    getScrollElement: () => scroller ?? null,
    estimateSize: () => rowSize,
    overscan: 8,
  });
  const items = () => virtual.getVirtualItems();
  const before = () => items()[0]?.start ?? 0;
  const after = () => virtual.getTotalSize() - (items().at(-1)?.end ?? 0);
  const range = createMemo(() => rangeOf(props.table.selection()));
  const cellId = (row: number, column: number) => `${name}-${row}-${column}`;
  const focused = () => props.table.selection().focus;
  const width = () => rows.columns().reduce((sum, column) => sum + column.width, rowHeaderSize);
  const focus = () => grid?.focus({ preventScroll: true });
  const input = createTableInput(props.table, () => ({
    page: Math.max(1, Math.floor((scroller?.clientHeight ?? 400) / rowSize) - 3),
    isRightToLeft: grid !== undefined && getComputedStyle(grid).direction === 'rtl',
    focus,
  }));

  onMount(() => props.onReady?.(focus));
  createEffect(
    on(
      focused,
      ({ row, column }) => {
        virtual.scrollToIndex(row, { align: 'auto' });
        queueMicrotask(() =>
          document.getElementById(cellId(row, column))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
        );
      },
      { defer: true },
    ),
  );

  return (
    <div class="data-table-scroll" ref={scroller}>
      <div style={{ 'padding-block': `${before()}px ${Math.max(0, after())}px` }}>
        <table
          ref={grid}
          class="data-table"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved through by keys is a grid.
          role="grid"
          tabIndex={0}
          aria-label={text(props.table.definition.title)}
          aria-multiselectable="true"
          aria-rowcount={rows.rowCount() + 1}
          aria-colcount={rows.columns().length + 1}
          aria-activedescendant={cellId(focused().row, focused().column)}
          style={{ 'inline-size': `${width()}px` }}
          {...input}
        >
          <TableHead table={props.table} hasFilters={props.hasFilters} rowHeaderSize={rowHeaderSize} />
          <tbody>
            <For each={items()}>
              {(item) => (
                <tr aria-rowindex={item.index + 2} data-new={rows.ids()[item.index] === undefined ? '' : undefined}>
                  <th scope="row" data-row={item.index}>
                    {rows.ids()[item.index] === undefined ? text('tableNewRow') : item.index + 1}
                  </th>
                  <For each={rows.columns()}>
                    {(column, position) => (
                      <GridCell
                        table={props.table}
                        column={column}
                        row={item.index}
                        position={position()}
                        id={cellId(item.index, position())}
                        isSelected={isInside(range(), item.index, position())}
                        onDone={focus}
                      />
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </div>
  );
}

function GridCell<List extends ListName>(props: {
  readonly table: Table<List>;
  readonly column: Column<ItemLists[List]>;
  readonly row: number;
  readonly position: number;
  readonly id: string;
  readonly isSelected: boolean;
  readonly onDone: () => void;
}): JSX.Element {
  const isFocused = () => {
    const { row, column } = props.table.selection().focus;
    return row === props.row && column === props.position;
  };
  const isEdited = () => {
    const editing = props.table.editing();
    return editing !== null && editing.row === props.row && editing.column === props.position;
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names this cell as the active one.
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid.
      role="gridcell"
      id={props.id}
      data-cell={`${props.row}:${props.position}`}
      data-kind={props.column.kind.type}
      data-focused={isFocused() ? '' : undefined}
      aria-colindex={props.position + 2}
      aria-selected={props.isSelected}
      aria-readonly={props.column.kind.type === 'fixed'}
    >
      <Show
        when={isEdited()}
        fallback={<span class="cell-text">{props.table.rows.textAt(props.row, props.position)}</span>}
      >
        <CellEditor table={props.table} column={props.column} onDone={props.onDone} />
      </Show>
    </td>
  );
}
