import { type Accessor, createSignal } from 'solid-js';
import {
  type Cell,
  clamped,
  type Extent,
  type Range,
  rangeOf,
  type Selection,
  single,
  stepOfKey,
  stepped,
} from '../table/selection.ts';

export interface PaintingOptions<Level extends string> {
  readonly extent: () => Extent;
  /** Rows of a page, and the reading direction. */
  readonly place: () => { readonly page: number; readonly isRightToLeft: boolean };
  /** Keys that paint at once, by level. */
  readonly keys: Readonly<Record<string, Level>>;
  readonly first: Level;
  readonly paint: (range: Range, level: Level) => void;
  /** Ctrl+D, where it means something. */
  readonly copyDown?: (range: Range) => void;
}

/** A grid of cells that take one of a few levels: chosen with mouse or keys, painted as rectangles. */
export interface Painting<Level extends string> {
  readonly selection: Accessor<Selection>;
  readonly range: () => Range;
  select(selection: Selection): void;
  /** What the mouse paints. */
  readonly tool: Accessor<Level>;
  setTool(level: Level): void;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onPointerDown: (event: PointerEvent & { readonly currentTarget: HTMLElement }) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onClick: (event: MouseEvent) => void;
  };
}

export function createPainting<Level extends string>(options: PaintingOptions<Level>): Painting<Level> {
  const [wanted, setSelection] = createSignal<Selection>(single({ row: 0, column: 0 }));
  const [tool, setTool] = createSignal<Level>(options.first);
  let isDragging = false;
  let wasMouse = false;
  const selection = () => clamped(wanted(), options.extent());
  const range = () => rangeOf(selection());
  const select = (next: Selection) => void setSelection(clamped(next, options.extent()));

  function onKeyDown(event: KeyboardEvent): void {
    const withCtrl = event.ctrlKey || event.metaKey;
    const { page, isRightToLeft } = options.place();
    const step = stepOfKey(event.key, withCtrl, isRightToLeft);
    const level = withCtrl ? undefined : options.keys[event.key.toLowerCase()];
    if (step !== null) select(stepped(selection(), step, options.extent(), page, event.shiftKey));
    else if (level !== undefined) options.paint(range(), level);
    else if (event.key === 'Enter' || event.key === ' ') options.paint(range(), tool());
    else if (event.key === 'Escape') select(single(selection().focus));
    else if (withCtrl && event.key.toLowerCase() === 'd' && options.copyDown !== undefined) options.copyDown(range());
    else if (withCtrl && event.key.toLowerCase() === 'a') {
      const { rows, columns } = options.extent();
      select({ anchor: { row: 0, column: 0 }, focus: { row: rows - 1, column: columns - 1 } });
    } else return;
    event.preventDefault();
  }

  return {
    selection,
    range,
    select,
    tool,
    setTool: (level) => void setTool(() => level),
    handlers: {
      onKeyDown,
      onPointerDown(event) {
        wasMouse = event.pointerType === 'mouse';
        const cell = paintedCell(event.target);
        if (event.button !== 0 || cell === null) return;
        select({ anchor: event.shiftKey ? selection().anchor : cell, focus: cell });
        // a finger scrolls; its tap paints
        if (!wasMouse) return;
        isDragging = true;
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
      },
      onPointerMove(event) {
        if (isDragging && event.buttons === 0) isDragging = false;
        const cell = isDragging ? paintedCell(event.target) : null;
        if (cell !== null) select({ anchor: selection().anchor, focus: cell });
      },
      onPointerUp() {
        if (isDragging) options.paint(range(), tool());
        isDragging = false;
      },
      onClick(event) {
        const cell = wasMouse ? null : paintedCell(event.target);
        if (cell !== null) options.paint(rangeOf(single(cell)), tool());
      },
    },
  };
}

function paintedCell(target: EventTarget | null): Cell | null {
  const found = target instanceof Element ? target.closest('[data-paint]')?.getAttribute('data-paint') : null;
  const [row, column] = (found ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}
