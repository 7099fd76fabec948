import { createVirtualizer, type VirtualItem } from '@tanstack/solid-virtual';
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';

export interface VirtualRows {
  /** The rows in sight, and some around them. */
  readonly items: Accessor<readonly VirtualItem[]>;
  /** Room for the rows that are not drawn, as a value of `padding-block`. */
  readonly padding: Accessor<string>;
  /** Brings a row into sight. */
  show(row: number): void;
}

/** Of a long table only the rows in sight are drawn; all are equally high. */
export function createVirtualRows(options: {
  readonly count: Accessor<number>;
  readonly scroller: () => HTMLElement | undefined;
  /** In pixels; the style says the same. */
  readonly rowSize: number;
  readonly overscan?: number;
  /** For a first screen that has no size yet. */
  readonly initialHeight?: number;
}): VirtualRows {
  const { initialHeight } = options;
  const printing = createPrinting();
  const virtual = createVirtualizer({
    get count() {
      return options.count();
    },
    getScrollElement: () => options.scroller() ?? null,
    estimateSize: () => options.rowSize,
    get overscan() {
      return printing() ? mostPrinted : (options.overscan ?? 4);
    },
    ...(initialHeight === undefined ? {} : { initialRect: { width: 1000, height: initialHeight } }),
  });
  const items = () => virtual.getVirtualItems();
  return {
    items,
    padding() {
      const after = virtual.getTotalSize() - (items().at(-1)?.end ?? 0);
      return `${items()[0]?.start ?? 0}px ${Math.max(0, after)}px`;
    },
    show: (row) => virtual.scrollToIndex(row, { align: 'auto' }),
  };
}

/** Rows of a table on paper; more are a matter for a workbook. */
const mostPrinted = 3000;

/** Whether the browser lays the page out for paper. */
function createPrinting(): Accessor<boolean> {
  const [printing, setPrinting] = createSignal(false);
  const follow = ({ type }: Event) => setPrinting(type === 'beforeprint');
  for (const type of ['beforeprint', 'afterprint']) {
    addEventListener(type, follow);
    onCleanup(() => removeEventListener(type, follow));
  }
  return printing;
}

/** Keeps the cell that the keys move in sight, whatever is drawn yet. */
export function keepCellInSight(
  rows: VirtualRows,
  focused: Accessor<{ readonly row: number; readonly column: number }>,
  cellId: (row: number, column: number) => string,
): void {
  createEffect(
    on(
      focused,
      ({ row, column }) => {
        rows.show(row);
        // after the row has been drawn
        requestAnimationFrame(() =>
          document.getElementById(cellId(row, column))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
        );
      },
      { defer: true },
    ),
  );
}
