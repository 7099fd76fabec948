import { createEffect, type JSX, onCleanup, onMount } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { useAppState } from '../../app-state.tsx';
import { drawLater } from '../../state/drawing.ts';
import { clashCell, createMiniature, freeCell, type MiniatureGrid, miniatureKind } from '../../state/miniature.ts';
import { createThrottled } from '../../state/throttled.ts';
import { courseHue } from '../../state/words/labels.ts';
import { useText } from '../../text/text.tsx';

const redrawMilliseconds = 400;

/** The timetable while it improves, small: drawn on a canvas, because thousands of cells change at once. */
export function Miniature(props: {
  readonly problem: Problem;
  readonly timetable: Timetable;
  readonly title?: string;
}): JSX.Element {
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
      onCleanup(drawLater(draw));
    });
    const observer = new ResizeObserver(draw);
    if (canvas !== undefined) observer.observe(canvas);
    onCleanup(() => observer.disconnect());
  });
  const title = () => props.title ?? text('miniatureTitle');
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
  const style = getComputedStyle(canvas);
  const token = (name: string) => style.getPropertyValue(name).trim();
  context.imageSmoothingEnabled = false;
  context.drawImage(pixelsOf(grid, dark, token('--bad')), 0, 0, canvas.width, canvas.height);
  context.scale(ratio, ratio);
  const columnSize = width / grid.columns;
  const gap = rowSize > 4 ? 1 : 0;
  for (let column = 1; column <= grid.columns; column++) context.clearRect(column * columnSize - 0.5, 0, 0.5, height);
  for (let row = 1; row <= grid.rows; row++) context.clearRect(0, row * rowSize - gap, width, gap);
  context.fillStyle = token('--line');
  for (let row = 1; row <= grid.rows; row++) context.fillRect(0, row * rowSize - 0.5, width, 0.5);
  context.fillStyle = token('--strong');
  for (let column = 1; column < grid.columns; column++) {
    if (dayIndexOfCell(problem, column) !== dayIndexOfCell(problem, column - 1)) {
      context.fillRect(column * columnSize - 1, 0, 1, height);
    }
  }
}

function dayIndexOfCell({ axis }: Problem, cell: number): number {
  return axis.cellsAreSlots ? Math.floor(cell / axis.slotCount) : (axis.dayIndexOfCell[cell] ?? 0);
}

/** A pixel per cell, to be enlarged at once: tens of thousands of rectangles would take too long to draw one by one. */
function pixelsOf(grid: MiniatureGrid, dark: boolean, clash: string): OffscreenCanvas {
  const canvas = new OffscreenCanvas(grid.columns, grid.rows);
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const palette = paletteOf(dark, clash);
  const image = context.createImageData(grid.columns, grid.rows);
  const pixels = new Uint32Array(image.data.buffer);
  for (let cell = 0; cell < pixels.length; cell++) {
    const course = grid.courses[cell] ?? freeCell;
    if (course !== freeCell) pixels[cell] = palette[course === clashCell ? clashColour : courseHue(course)] ?? 0;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Pixels of all hues in whole degrees, then the one of a clash. */
const clashColour = 361;
const palettes = new Map<string, Uint32Array>();

/** The browser turns colours into pixels; a palette is asked for once. */
function paletteOf(dark: boolean, clash: string): Uint32Array {
  const key = `${dark} ${clash}`;
  const known = palettes.get(key);
  if (known !== undefined) return known;
  const canvas = new OffscreenCanvas(clashColour + 1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new Uint32Array();
  const lightness = dark ? 0.66 : 0.72;
  for (let hue = 0; hue <= clashColour; hue++) {
    context.fillStyle = hue === clashColour ? clash : `oklch(${lightness} 0.11 ${hue})`;
    context.fillRect(hue, 0, 1, 1);
  }
  const palette = new Uint32Array(context.getImageData(0, 0, clashColour + 1, 1).data.buffer);
  palettes.set(key, palette);
  return palette;
}
