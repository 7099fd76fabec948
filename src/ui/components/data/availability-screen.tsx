import { createMemo, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { AvailabilityLevel, AvailabilityList, CellAvailability } from '../../../domain/operations/availability.ts';
import { useProject } from '../../app-state.tsx';
import {
  type AvailabilityMatrix,
  type AvailabilityRow,
  createAvailability,
} from '../../state/data/create-availability.ts';
import { createPainting, type Painting } from '../../state/data/painting.ts';
import { useText } from '../../text/text.tsx';
import { Segmented } from '../basics/segmented.tsx';
import { createVirtualRows, keepCellInSight } from '../table/virtual-rows.ts';
import '../../styles/availability.css';

const rowSize = 27;
const nameSize = 190;
const countSize = 88;
const lists: readonly AvailabilityList[] = ['instructors', 'rooms', 'groups'];
const titles = { instructors: 'dataInstructors', rooms: 'dataRooms', groups: 'dataGroups' } as const;
/** A letter in each cell, so that nothing depends on colour alone. */
const marks: Readonly<Record<AvailabilityLevel, string>> = {
  neutral: '',
  blocked: '×',
  avoid: '–',
  dislike: '·',
  prefer: '+',
};

/** Who can when: everybody in a row, the week in columns, painted. */
export function AvailabilityScreen(): JSX.Element {
  const text = useText();
  const matrix = createAvailability(useProject());
  const message = () => {
    const painted = matrix.painted();
    if (painted === null) return '';
    const { names, cells: count, level } = painted;
    const who = names.length === 1 ? (names[0] ?? '') : text('availabilityRows', { count: names.length });
    return level === null
      ? text('availabilityCopied', { who })
      : text('availabilityPainted', { who, count, level: text(`availability_${level}`) });
  };
  return (
    <div class="list-screen">
      <Show when={matrix.list()} keyed>
        <Matrix matrix={matrix} />
      </Show>
      <p class="table-status">
        <span aria-live="polite">{message()}</span>
        <span class="muted availability-keys">{text('availabilityKeys')}</span>
      </p>
    </div>
  );
}

function Matrix(props: { readonly matrix: AvailabilityMatrix }): JSX.Element {
  const text = useText();
  const project = useProject();
  const name = createUniqueId();
  let scroller: HTMLDivElement | undefined;
  let grid: HTMLTableElement | undefined;
  const { matrix } = props;
  const calendar = createMemo(() => project.data().calendar);
  const slotCount = createMemo(() => calendar().slots.length);
  const columnCount = createMemo(() => calendar().days.length * slotCount());
  const columns = createMemo(() => Array.from({ length: columnCount() }, (_, cell) => cell));
  const virtual = createVirtualRows({ count: () => matrix.rows().length, scroller: () => scroller, rowSize });
  const painting = createPainting<AvailabilityLevel>({
    extent: () => ({ rows: matrix.rows().length, columns: columnCount() }),
    place: () => ({
      page: Math.max(1, Math.floor((scroller?.clientHeight ?? 400) / rowSize) - 3),
      isRightToLeft: grid !== undefined && getComputedStyle(grid).direction === 'rtl',
    }),
    keys: {
      x: 'blocked',
      '1': 'blocked',
      '2': 'avoid',
      '3': 'dislike',
      '0': 'neutral',
      delete: 'neutral',
      '4': 'prefer',
    },
    first: 'blocked',
    // wishes to meet at a time are known of groups only
    paint: (range, level) => {
      if (level !== 'prefer' || matrix.list() === 'groups') matrix.paint(range, level);
    },
    copyDown: matrix.copyDown,
  });
  const cellId = (row: number, cell: number) => `${name}-${row}-${cell}`;
  const focused = () => painting.selection().focus;
  keepCellInSight(virtual, focused, cellId);
  return (
    <>
      <Tools matrix={matrix} painting={painting} />
      <Show when={matrix.rows().length > 0} fallback={<p class="table-hint">{text('tableNothingFound')}</p>}>
        <div class="data-table-scroll" ref={scroller}>
          <div style={{ 'padding-block': virtual.padding() }}>
            <table
              ref={grid}
              class="availability"
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is painted with keys is a grid.
              role="grid"
              tabIndex={0}
              aria-label={text('dataAvailability')}
              aria-multiselectable="true"
              aria-rowcount={matrix.rows().length + 2}
              aria-colcount={columnCount() + 2}
              aria-activedescendant={cellId(focused().row, focused().column)}
              style={{ 'inline-size': `${nameSize + countSize + columnCount() * 24}px` }}
              {...painting.handlers}
            >
              <Head />
              <tbody>
                <For each={virtual.items()}>
                  {(item) => (
                    <Show when={matrix.rows()[item.index]} keyed>
                      {(row) => (
                        <Row
                          matrix={matrix}
                          painting={painting}
                          row={row}
                          at={item.index}
                          columns={columns()}
                          slotCount={slotCount()}
                          cellId={cellId}
                        />
                      )}
                    </Show>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        </div>
      </Show>
    </>
  );
}

function Tools(props: {
  readonly matrix: AvailabilityMatrix;
  readonly painting: Painting<AvailabilityLevel>;
}): JSX.Element {
  const text = useText();
  const levels = (): readonly AvailabilityLevel[] => [
    'blocked',
    'avoid',
    'dislike',
    'neutral',
    ...(props.matrix.list() === 'groups' ? (['prefer'] as const) : []),
  ];
  const selectedRows = () => props.painting.range().lastRow - props.painting.range().firstRow + 1;
  return (
    <div class="table-tools">
      <Segmented
        label={text('availabilityOf')}
        options={lists.map((value) => ({ value, text: text(titles[value]) }))}
        value={props.matrix.list()}
        onChoose={(list) => props.matrix.setList(list)}
      />
      <input
        type="search"
        class="table-search"
        placeholder={text('pickerSearch')}
        aria-label={text('pickerSearch')}
        value={props.matrix.search()}
        onInput={(event) => props.matrix.setSearch(event.currentTarget.value)}
      />
      <span class="grow" />
      <Segmented
        label={text('calendarPaintLabel')}
        options={levels().map((value) => ({ value, text: `${marks[value]} ${text(`availability_${value}`)}`.trim() }))}
        value={props.painting.tool()}
        onChoose={props.painting.setTool}
      />
      <button type="button" disabled={selectedRows() < 2} onClick={() => props.matrix.copyDown(props.painting.range())}>
        {text('availabilityCopy')}
      </button>
    </div>
  );
}

/** Days above, beginnings of the slots below. */
function Head(): JSX.Element {
  const text = useText();
  const project = useProject();
  const calendar = () => project.data().calendar;
  return (
    <thead>
      <tr aria-rowindex="1">
        <th scope="col" rowspan="2" class="availability-name">
          {text('columnName')}
        </th>
        <th scope="col" rowspan="2" class="availability-count">
          {text('availabilityNeeded')}
        </th>
        <For each={calendar().days}>
          {(day) => (
            <th scope="colgroup" colspan={calendar().slots.length} class="availability-day">
              {day.name}
            </th>
          )}
        </For>
      </tr>
      <tr aria-rowindex="2">
        <For each={calendar().days}>
          {() => (
            <For each={calendar().slots}>
              {(slot, index) => (
                <th scope="col" data-first={index() === 0 ? '' : undefined} title={`${slot.start}–${slot.end}`}>
                  <span class="availability-time">{slot.start}</span>
                </th>
              )}
            </For>
          )}
        </For>
      </tr>
    </thead>
  );
}

/** Found out for a whole row at once: there are more than a thousand cells in sight. */
function Row(props: {
  readonly matrix: AvailabilityMatrix;
  readonly painting: Painting<AvailabilityLevel>;
  readonly row: AvailabilityRow;
  readonly at: number;
  readonly columns: readonly number[];
  readonly slotCount: number;
  readonly cellId: (row: number, cell: number) => string;
}): JSX.Element {
  const text = useText();
  const { matrix, row, at } = props;
  const count = createMemo(() => matrix.countOf(row.index));
  const isShort = () => count().needed > count().available;
  const cells = createMemo(() => {
    const levels = matrix.levels();
    return props.columns.map((cell) => levels.at(row.index, cell));
  });
  const bounds = createMemo(
    () => {
      const { firstRow, lastRow, firstColumn, lastColumn } = props.painting.range();
      return at >= firstRow && at <= lastRow ? [firstColumn, lastColumn] : null;
    },
    undefined,
    { equals: (a, b) => a?.[0] === b?.[0] && a?.[1] === b?.[1] },
  );
  const isSelected = (cell: number) => {
    const [first = 0, last = -1] = bounds() ?? [];
    return cell >= first && cell <= last;
  };
  const focusedCell = createMemo(() => {
    const { focus } = props.painting.selection();
    return focus.row === at ? focus.column : -1;
  });
  return (
    <tr aria-rowindex={at + 3}>
      <th scope="row" title={row.name}>
        {row.name}
      </th>
      <td
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: what the row comes to.
        role="gridcell"
        tabIndex={-1}
        class="availability-count"
        data-bad={isShort() ? '' : undefined}
      >
        {text('availabilityCount', { needed: count().needed, available: count().available })}
      </td>
      <For each={props.columns}>
        {(cell) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names this cell.
          <td
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid.
            role="gridcell"
            id={props.cellId(at, cell)}
            data-paint={`${at}:${cell}`}
            data-level={levelAt(cells()[cell])}
            data-shared={cells()[cell]?.isShared === true ? '' : undefined}
            data-shut={matrix.isOpen(cell) ? undefined : ''}
            data-first={cell % props.slotCount === 0 ? '' : undefined}
            data-focused={focusedCell() === cell ? '' : undefined}
            aria-selected={isSelected(cell)}
            aria-label={text(`availability_${levelAt(cells()[cell])}`)}
            title={cells()[cell]?.isShared === true ? text('availabilityShared') : undefined}
            textContent={marks[levelAt(cells()[cell])]}
          />
        )}
      </For>
    </tr>
  );
}

function levelAt(cell: CellAvailability | undefined): AvailabilityLevel {
  return cell?.level ?? 'neutral';
}
