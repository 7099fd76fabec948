import type { ListName } from '../../../domain/operations/operation.ts';
import type { Table } from './create-table.ts';
import { type Cell, stepOfKey } from './selection.ts';

export interface GridPlace {
  /** Rows of a page. */
  readonly page: number;
  readonly isRightToLeft: boolean;
  readonly focus: () => void;
}

/** What keys, mouse and clipboard do in the grid: handlers to be spread on its element. */
export function createTableInput<List extends ListName>(table: Table<List>, place: () => GridPlace) {
  let isDragging = false;
  /** A finger has touched the chosen cell again: it wants to edit it, unless it goes on to scroll. */
  let isAskedToEdit = false;

  function onKeyDown(event: KeyboardEvent): void {
    if (table.editing() !== null || event.altKey || event.isComposing) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    const { page, isRightToLeft } = place();
    const step = stepOfKey(event.key, withCtrl, isRightToLeft);
    if (step !== null) table.move(step, event.shiftKey, page);
    else if (withCtrl) {
      if (!shortcut(table, event.key.toLowerCase())) return;
    } else if (event.key === 'Enter' || event.key === 'F2') table.edit();
    else if (event.key === 'Delete' || event.key === 'Backspace') table.clear();
    else if (event.key === 'Escape') table.select({ anchor: table.selection().focus, focus: table.selection().focus });
    else if (event.key === ' ' && event.shiftKey) selectRows(table);
    else if (event.key.length === 1 && event.key !== '?') table.edit(event.key);
    else return;
    event.preventDefault();
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 || isInEditor(event.target)) return;
    const row = rowHeaderAt(event.target);
    const cell = row ?? cellAt(event.target);
    if (cell === null) return;
    if (table.editing() !== null && !table.commit(null)) {
      event.preventDefault();
      return;
    }
    const { anchor, focus } = table.selection();
    const last = table.rows.columns().length - 1;
    const isAgain = focus.row === cell.row && focus.column === cell.column;
    if (row !== null)
      table.select({ anchor: { row: event.shiftKey ? anchor.row : row.row, column: last }, focus: row });
    else table.select({ anchor: event.shiftKey ? anchor : cell, focus: cell });
    isDragging = event.pointerType === 'mouse';
    isAskedToEdit = isAgain && row === null && event.pointerType !== 'mouse';
    place().focus();
    if (event.pointerType === 'mouse') event.preventDefault();
  }

  return {
    onKeyDown,
    onPointerDown,
    onPointerMove(event: PointerEvent): void {
      if (!isDragging) return;
      if (event.buttons === 0) isDragging = false;
      const cell = isDragging ? cellAt(event.target) : null;
      if (cell !== null) table.select({ anchor: table.selection().anchor, focus: cell });
    },
    onPointerUp(): void {
      isDragging = false;
    },
    // Not before: the focus goes to what is pressed after that is heard, and no keyboard comes up for one that moves by itself.
    onClick(): void {
      if (isAskedToEdit && table.editing() === null) table.edit();
      isAskedToEdit = false;
    },
    onDblClick(event: MouseEvent): void {
      if (cellAt(event.target) !== null && !isInEditor(event.target) && table.editing() === null) table.edit();
    },
    onCopy: (event: ClipboardEvent) => copy(table, event),
    onCut(event: ClipboardEvent): void {
      if (copy(table, event)) table.clear();
    },
    onPaste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (table.editing() !== null || text === '') return;
      event.preventDefault();
      table.paste(text);
    },
  };
}

function shortcut<List extends ListName>(table: Table<List>, key: string): boolean {
  if (key === 'a') table.selectAll();
  else if (key === 'd') table.fillDown();
  else return false;
  return true;
}

function selectRows<List extends ListName>(table: Table<List>): void {
  const { anchor, focus } = table.selection();
  const last = table.rows.columns().length - 1;
  table.select({ anchor: { row: anchor.row, column: last }, focus: { row: focus.row, column: 0 } });
}

function copy<List extends ListName>(table: Table<List>, event: ClipboardEvent): boolean {
  if (table.editing() !== null) return false;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', table.copied());
  return true;
}

function cellAt(target: EventTarget | null): Cell | null {
  const found = target instanceof Element ? target.closest('[data-cell]')?.getAttribute('data-cell') : null;
  const [row, column] = (found ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

function rowHeaderAt(target: EventTarget | null): Cell | null {
  const found = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : null;
  return found == null ? null : { row: Number(found), column: 0 };
}

function isInEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cell-editor') !== null;
}
