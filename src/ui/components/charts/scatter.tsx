import { createEffect, type JSX, on, onCleanup, onMount } from 'solid-js';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useAppState } from '../../app-state.tsx';
import type { ChartContent } from '../../state/charts/chart-files.ts';
import { drawLater } from '../../state/drawing.ts';
import { ChartFiles } from './chart-files.tsx';
import { colourOfPage } from './chart-options.ts';

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Drawn larger, in another colour. */
  readonly marked: boolean;
}

/** Points over two amounts. */
export function Scatter(props: {
  readonly points: readonly ScatterPoint[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly markedLabel: string;
  readonly otherLabel: string;
  readonly height: number;
}): JSX.Element {
  const { theme } = useAppState();
  let holder: HTMLDivElement | undefined;
  let chart: uPlot | undefined;
  const width = () => Math.max(200, holder?.clientWidth ?? 0);

  function draw() {
    if (holder === undefined) return;
    chart?.destroy();
    chart = new uPlot(optionsOf(props, width()), dataOf(props.points), holder);
  }

  onMount(() => {
    onCleanup(drawLater(draw));
    const observer = new ResizeObserver(() => chart?.setSize({ width: width(), height: props.height }));
    if (holder !== undefined) observer.observe(holder);
    onCleanup(() => {
      observer.disconnect();
      chart?.destroy();
      holder = undefined;
    });
  });
  // Axes carry the names of what is compared, so everything is drawn anew; there are some dozens of points.
  createEffect(on(() => [props.points, props.xLabel, props.yLabel], draw, { defer: true }));
  createEffect(on(theme.dark, () => requestAnimationFrame(() => drawLater(draw)), { defer: true }));

  return (
    <figure class="chart scatter">
      <ChartFiles content={() => contentOf(props)} />
      <div ref={holder} class="chart-holder" />
    </figure>
  );
}

function contentOf({ points, xLabel, yLabel, markedLabel, otherLabel }: Parameters<typeof Scatter>[0]): ChartContent {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const series = (label: string, colour: string, marked: boolean) => ({
    label,
    colour: colourOfPage(colour),
    width: marked ? 5 : 3,
    stepped: false,
    dots: true,
    y: sorted.map((point) => (point.marked === marked ? point.y : null)),
  });
  return {
    title: `${yLabel} – ${xLabel}`,
    xLabel,
    yLabel,
    x: sorted.map(({ x }) => x),
    series: [series(otherLabel, 'muted', false), series(markedLabel, 'accent', true)],
    logarithmic: false,
  };
}

/** One column of x, ascending, and one of y for each kind of point. */
function dataOf(points: readonly ScatterPoint[]): uPlot.AlignedData {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const column = (marked: boolean) => sorted.map((point) => (point.marked === marked ? point.y : null));
  return [sorted.map(({ x }) => x), column(false), column(true)];
}

function optionsOf(props: Parameters<typeof Scatter>[0], width: number): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const axis = (label: string): uPlot.Axis => ({
    label,
    labelSize: 18,
    stroke: colour('muted'),
    grid: { stroke: colour('line'), width: 1 },
    ticks: { stroke: colour('line'), width: 1 },
    font: '11px system-ui, sans-serif',
    labelFont: '11px system-ui, sans-serif',
  });
  const series = (label: string, name: string, size: number): uPlot.Series => ({
    label,
    stroke: colour(name),
    paths: () => null,
    points: { show: true, size, fill: colour(name), stroke: colour(name) },
  });
  const roomy = (_: uPlot, min: number | null, max: number | null): [number, number] => {
    const [low, high] = [min ?? 0, max ?? 0];
    const margin = Math.max(1, (high - low) * 0.08);
    // amounts are never negative: what is at 0 only has to be seen whole
    return [Math.max(low - margin, -margin / 4), high + margin];
  };
  return {
    width,
    height: props.height,
    padding: [8, 12, 0, 0],
    scales: { x: { time: false, range: roomy }, y: { range: roomy } },
    axes: [
      { ...axis(props.xLabel), size: 26 },
      { ...axis(props.yLabel), size: 46 },
    ],
    cursor: { drag: { x: false, y: false } },
    series: [{ label: props.xLabel }, series(props.otherLabel, 'muted', 6), series(props.markedLabel, 'accent', 9)],
  };
}
