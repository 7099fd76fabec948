import { createMemo, createUniqueId, For, type JSX, onMount } from 'solid-js';
import type { ListName } from '../../../domain/operations/operation.ts';
import type { Table } from '../../state/table/create-table.ts';
import { rangeOf } from '../../state/table/selection.ts';
import { createTableInput } from '../../state/table/table-input.ts';
import { useText } from '../../text/text.tsx';
import { CellEditor } from './cell-editor.tsx';
import { TableHead } from './table-head.tsx';
import { createVirtualRows, keepCellInSight } from './virtual-rows.ts';

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
  const virtual = createVirtualRows({ count: rows.rowCount, scroller: () => scroller, rowSize });
  const cellId = (row: number, column: number) => `${name}-${row}-${column}`;
  const focused = createMemo(() => props.table.selection().focus, undefined, {
    equals: (a, b) => a.row === b.row && a.column === b.column,
  });
  const width = () => rows.columns().reduce((sum, column) => sum + column.width, rowHeaderSize);
  const focus = () => grid?.focus({ preventScroll: true });
  const input = createTableInput(props.table, () => ({
    page: Math.max(1, Math.floor((scroller?.clientHeight ?? 400) / rowSize) - 3),
    isRightToLeft: grid !== undefined && getComputedStyle(grid).direction === 'rtl',
    focus,
  }));

  onMount(() => props.onReady?.(focus));
  keepCellInSight(virtual, focused, cellId);

  return (
    <div class="data-table-scroll" ref={scroller}>
      <div style={{ 'padding-block': virtual.padding() }}>
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
          <TableHead table={props.table} hasFilters={props.hasFilters} />
          <tbody>
            <For each={virtual.items()}>
              {(item) => <GridRow table={props.table} row={item.index} cellId={cellId} onDone={focus} />}
            </For>
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What concerns the whole row is found out once for its cells: hundreds of them are drawn at a time. */
function GridRow<List extends ListName>(props: {
  readonly table: Table<List>;
  readonly row: number;
  readonly cellId: (row: number, column: number) => string;
  readonly onDone: () => void;
}): JSX.Element {
  const text = useText();
  const { rows } = props.table;
  const { row } = props;
  const isNew = createMemo(() => rows.ids()[row] === undefined);
  const texts = createMemo(() => rows.columns().map((_, column) => rows.textAt(row, column)));
  const range = createMemo(() => {
    const now = rangeOf(props.table.selection());
    return row >= now.firstRow && row <= now.lastRow ? `${now.firstColumn}:${now.lastColumn}` : '';
  });
  const bounds = createMemo(() => (range() === '' ? [] : range().split(':').map(Number)));
  const isSelected = (column: number) => {
    const [first = 0, last = -1] = bounds();
    return column >= first && column <= last;
  };
  const focusedColumn = createMemo(() => {
    const { focus } = props.table.selection();
    return focus.row === row ? focus.column : -1;
  });
  const editedColumn = createMemo(() => {
    const editing = props.table.editing();
    return editing?.row === row ? editing.column : -1;
  });
  return (
    <tr aria-rowindex={row + 2} data-new={isNew() ? '' : undefined}>
      <th scope="row" data-row={row}>
        {isNew() ? text('tableNewRow') : row + 1}
      </th>
      <For each={rows.columns()}>
        {(column, position) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names this cell as the active one.
          <td
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid.
            role="gridcell"
            id={props.cellId(row, position())}
            data-cell={`${row}:${position()}`}
            data-kind={column.kind.type}
            data-focused={focusedColumn() === position() ? '' : undefined}
            aria-colindex={position() + 2}
            aria-selected={isSelected(position())}
            aria-readonly={column.kind.type === 'fixed' ? 'true' : undefined}
          >
            {editedColumn() === position() ? (
              <CellEditor table={props.table} column={column} onDone={props.onDone} />
            ) : (
              texts()[position()]
            )}
          </td>
        )}
      </For>
    </tr>
  );
}
