export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: from where it was begun to where the keys are. */
export interface Selection {
  readonly anchor: Cell;
  readonly focus: Cell;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export interface Range {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export type Step =
  | 'up'
  | 'down'
  | 'start'
  | 'end'
  | 'pageUp'
  | 'pageDown'
  | 'rowStart'
  | 'rowEnd'
  | 'tableStart'
  | 'tableEnd'
  | 'next'
  | 'previous';

export function single(cell: Cell): Selection {
  return { anchor: cell, focus: cell };
}

export function rangeOf({ anchor, focus }: Selection): Range {
  return {
    firstRow: Math.min(anchor.row, focus.row),
    lastRow: Math.max(anchor.row, focus.row),
    firstColumn: Math.min(anchor.column, focus.column),
    lastColumn: Math.max(anchor.column, focus.column),
  };
}

export function isInside(range: Range, row: number, column: number): boolean {
  return row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn;
}

/** Inside the table, also after rows or columns have gone. */
export function clamped({ anchor, focus }: Selection, extent: Extent): Selection {
  const inside = ({ row, column }: Cell): Cell => ({
    row: Math.max(0, Math.min(row, extent.rows - 1)),
    column: Math.max(0, Math.min(column, extent.columns - 1)),
  });
  return { anchor: inside(anchor), focus: inside(focus) };
}

/** Where a key leads; `page` is the number of rows of a page. `extend` keeps the anchor. */
export function stepped(selection: Selection, step: Step, extent: Extent, page: number, extend = false): Selection {
  const { row, column } = selection.focus;
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  const targets: Readonly<Record<Step, Cell>> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    start: { row, column: column - 1 },
    end: { row, column: column + 1 },
    pageUp: { row: row - page, column },
    pageDown: { row: row + page, column },
    rowStart: { row, column: 0 },
    rowEnd: { row, column: last.column },
    tableStart: { row: 0, column: 0 },
    tableEnd: last,
    next: column < last.column ? { row, column: column + 1 } : { row: row + 1, column: 0 },
    previous: column > 0 ? { row, column: column - 1 } : { row: row - 1, column: last.column },
  };
  const focus = targets[step];
  return clamped({ anchor: extend ? selection.anchor : focus, focus }, extent);
}

const stepsOfKeys: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'rowStart',
  End: 'rowEnd',
};

/** The step of a key, or null; the arrows to the sides follow the reading direction. */
export function stepOfKey(key: string, withCtrl: boolean, isRightToLeft: boolean): Step | null {
  if (key === 'ArrowLeft') return isRightToLeft ? 'end' : 'start';
  if (key === 'ArrowRight') return isRightToLeft ? 'start' : 'end';
  if (withCtrl && (key === 'Home' || key === 'ArrowUp')) return 'tableStart';
  if (withCtrl && (key === 'End' || key === 'ArrowDown')) return 'tableEnd';
  return stepsOfKeys[key] ?? null;
}
