import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';

/** Drawing that can wait, in the order it was asked for. */
const waiting = new Set<() => void>();
let awake = false;

/**
 * Draws in a task of its own, after the present one and after what waits already: what a page needs at once comes
 * first, and clicks come in between. Gives a function that calls it off.
 */
export function drawLater(draw: () => void): () => void {
  const entry = () => draw();
  waiting.add(entry);
  if (!awake) {
    awake = true;
    setTimeout(drawNext);
  }
  return () => waiting.delete(entry);
}

function drawNext(): void {
  const [next] = waiting;
  if (next === undefined) {
    awake = false;
    return;
  }
  waiting.delete(next);
  // Before drawing, so that a failure does not hold up the others.
  setTimeout(drawNext);
  next();
}

/** Does something when the next picture has been drawn: what is to be seen first goes first. Gives a function that calls it off. */
export function afterPaint(work: () => void): () => void {
  if (typeof requestAnimationFrame !== 'function') {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** False until it is the turn of what stands below the first part of a page. */
export function createLater(): Accessor<boolean> {
  const [come, setCome] = createSignal(false);
  onCleanup(drawLater(() => setCome(true)));
  return come;
}

/** How many rows of a long list to show now: `step` at once, then as many more at each turn until all are there. */
export function createGrowing(wanted: Accessor<number>, step: number): Accessor<number> {
  const [shown, setShown] = createSignal(step);
  createEffect(() => {
    if (shown() < wanted()) onCleanup(drawLater(() => setShown((count) => count + step)));
  });
  return () => Math.min(shown(), wanted());
}
