import { createEffect, type JSX, onCleanup, onMount } from 'solid-js';
import type { Problem } from '../../domain/problem.ts';
import type { Timetable } from '../../domain/timetable.ts';
import { useAppState } from '../app-state.tsx';
import { courseHue } from '../state/labels.ts';
import { clashCell, createMiniature, freeCell, type MiniatureGrid, miniatureKind } from '../state/miniature.ts';
import { createThrottled } from '../state/throttled.ts';
import { useText } from '../text/text.tsx';

const redrawMilliseconds = 400;

/** The timetable while it improves, small: drawn on a canvas, because thousands of cells change at once. */
export function Miniature(props: { readonly problem: Problem; readonly timetable: Timetable }): JSX.Element {
  const text = useText();
  const { theme } = useAppState();
  let canvas: HTMLCanvasElement | undefined;
  const layOut = createMiniature(props.problem);
  const shown = createThrottled(() => props.timetable, redrawMilliseconds);
  const draw = () => {
    if (canvas !== undefined) paint(canvas, props.problem, layOut(shown()), theme.dark());
  };
  onMount(() => {
    createEffect(() => {
      shown();
      theme.dark();
      requestAnimationFrame(draw);
    });
    const observer = new ResizeObserver(draw);
    if (canvas !== undefined) observer.observe(canvas);
    onCleanup(() => observer.disconnect());
  });
  const title = () => text('miniatureTitle');
  return (
    <figure class="miniature">
      <figcaption>{title()}</figcaption>
      <canvas ref={canvas} role="img" aria-label={title()} />
      <small class="muted">
        {miniatureKind(props.problem) === 'groups' ? text('miniatureGroups') : text('miniatureRooms')}
      </small>
    </figure>
  );
}

function paint(canvas: HTMLCanvasElement, problem: Problem, grid: MiniatureGrid, dark: boolean): void {
  const context = canvas.getContext('2d');
  if (context === null || grid.rows === 0 || grid.columns === 0) return;
  const width = canvas.clientWidth;
  const rowSize = Math.max(3, Math.min(14, Math.floor(320 / grid.rows)));
  const height = grid.rows * rowSize;
  const ratio = devicePixelRatio;
  canvas.style.blockSize = `${height}px`;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const [bad, line, strong] = [token('--bad'), token('--line'), token('--strong')];
  const columnSize = width / grid.columns;
  const lightness = dark ? 0.66 : 0.72;
  const gap = rowSize > 4 ? 1 : 0;
  context.fillStyle = line;
  for (let row = 0; row < grid.rows; row++) context.fillRect(0, (row + 1) * rowSize - 0.5, width, 0.5);
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const course = grid.courses[row * grid.columns + column] ?? freeCell;
      if (course === freeCell) continue;
      context.fillStyle = course === clashCell ? bad : `oklch(${lightness} 0.11 ${courseHue(course)})`;
      context.fillRect(column * columnSize, row * rowSize, columnSize - 0.5, rowSize - gap);
    }
  }
  context.fillStyle = strong;
  for (let day = 1; day < problem.axis.dayIndexCount; day++) {
    context.fillRect(day * problem.axis.slotCount * columnSize - 1, 0, 1, height);
  }
}
