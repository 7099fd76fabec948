import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** Where a drag may end. */
export type DropTarget = CellTarget | 'tray';

export interface CellTarget {
  readonly day: number;
  readonly slot: number;
  /** Index of the room, where rows are rooms. */
  readonly room?: number;
}

export interface CardDrag {
  /** Where the pointer is while a card is dragged, in pixels of the window; null when none is. */
  readonly at: Accessor<{ readonly x: number; readonly y: number } | null>;
  /** Called by every card; touch scrolls, and taps instead. */
  start(event: PointerEvent, card: number): void;
}

/** So far may the hand slip in a click. */
const slip = 5;
/** Within so many pixels of an edge of a scrolled grid it moves on. */
const edge = 36;
const scrollStep = 14;

/** Dragging by pointer events: `press` when a button goes down, which may become a click; `pickUp` when it begins, `aim` on the way, `drop` or `cancel` at its end. */
export function createCardDrag(actions: {
  readonly press: (card: number) => void;
  readonly pickUp: (card: number) => void;
  readonly aim: (target: DropTarget | null) => void;
  readonly drop: (target: DropTarget) => void;
  readonly cancel: () => void;
}): CardDrag {
  const [at, setAt] = createSignal<{ x: number; y: number } | null>(null);
  let stop: (() => void) | null = null;
  onCleanup(() => stop?.());

  function start(down: PointerEvent, card: number): void {
    if (down.button !== 0 || down.pointerType === 'touch') return;
    stop?.();
    actions.press(card);
    let dragging = false;
    const move = (event: PointerEvent) => {
      if (!dragging && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < slip) return;
      if (!dragging) {
        dragging = true;
        actions.pickUp(card);
      }
      setAt({ x: event.clientX, y: event.clientY });
      actions.aim(targetAt(event.clientX, event.clientY));
      scrollAtEdge(event.clientX, event.clientY);
    };
    const up = (event: PointerEvent) => {
      stop?.();
      if (!dragging) return;
      swallowClick();
      const target = targetAt(event.clientX, event.clientY);
      if (target === null) actions.cancel();
      else actions.drop(target);
    };
    const cancel = () => {
      stop?.();
      if (dragging) actions.cancel();
    };
    stop = listen({ move, up, cancel });
    const listening = stop;
    stop = () => {
      listening();
      setAt(null);
      stop = null;
    };
  }
  return { at, start };
}

function listen({ move, up, cancel }: Record<'move' | 'up' | 'cancel', (event: PointerEvent) => void>): () => void {
  const noSelection = (event: Event) => event.preventDefault();
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', cancel);
  window.addEventListener('selectstart', noSelection);
  return () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('selectstart', noSelection);
  };
}

/** The click that a browser makes of the end of a drag is none. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}

/** The cell or tray under a point, also under a card that lies over several cells. */
export function targetAt(x: number, y: number): DropTarget | null {
  for (const element of document.elementsFromPoint(x, y)) {
    if (!(element instanceof HTMLElement)) continue;
    if (element.dataset.drop === 'tray') return 'tray';
    const cell = cellOf(element.dataset.cell);
    const room = element.closest('tr')?.dataset.room;
    if (cell !== null) return room === undefined ? cell : { ...cell, room: Number(room) };
  }
  return null;
}

/** `day slot`, as cells carry it. */
function cellOf(data: string | undefined): CellTarget | null {
  const [day, slot] = data === undefined ? [] : data.split(' ').map(Number);
  return day === undefined || slot === undefined ? null : { day, slot };
}

function scrollAtEdge(x: number, y: number): void {
  const grid = document.elementFromPoint(x, y)?.closest('.grid-scroll');
  if (!(grid instanceof HTMLElement)) return;
  const { left, right, top, bottom } = grid.getBoundingClientRect();
  const along = (from: number, to: number, place: number) =>
    place - from < edge ? -scrollStep : to - place < edge ? scrollStep : 0;
  grid.scrollBy(along(left, right, x), along(top, bottom, y));
}
