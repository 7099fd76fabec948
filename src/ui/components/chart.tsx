import { createEffect, type JSX, on, onCleanup, onMount } from 'solid-js';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useAppState } from '../app-state.tsx';
import type { ChartContent } from '../state/chart-files.ts';
import { drawLater } from '../state/drawing.ts';
import { logarithmicRange, logarithmicSplits } from '../state/log-axis.ts';
import { ChartFiles, colourOfPage } from './chart-files.tsx';

export interface ChartLine {
  readonly label: string;
  /** Name of a colour token of the theme, without the dashes. */
  readonly colour: string;
  readonly width?: number;
  readonly stepped?: boolean;
}

/** Lines over time; columns are seconds, then one column per line. */
export function Chart(props: {
  readonly title: string;
  readonly timeLabel: string;
  readonly lines: readonly ChartLine[];
  readonly columns: readonly (readonly number[])[];
  readonly logarithmic: boolean;
  /** Fixed range of the values. */
  readonly range?: readonly [number, number];
  /** Fills between two lines, given by their positions. */
  readonly band?: readonly [number, number];
  readonly height: number;
  /** Charts with the same name share the cursor. */
  readonly sync: string;
}): JSX.Element {
  const { theme } = useAppState();
  let holder: HTMLDivElement | undefined;
  let chart: uPlot | undefined;
  let callOff = () => {};

  function draw() {
    if (holder === undefined) return;
    chart?.destroy();
    const width = Math.max(200, holder.clientWidth);
    chart = new uPlot(optionsOf(props, width), dataOf(props.columns), holder);
    requestAnimationFrame(showNewest);
  }

  /** The legend tells the newest values while nothing is pointed at. */
  function showNewest() {
    // What is drawn may be older than the columns.
    const last = (chart?.data[0].length ?? 0) - 1;
    if (chart !== undefined && last >= 0 && (chart.cursor.left ?? -1) < 0) chart.setLegend({ idx: last });
  }

  // Each chart in a task of its own: a page has several.
  onMount(() => {
    onCleanup(drawLater(draw));
    const observer = new ResizeObserver(() => {
      if (holder !== undefined) chart?.setSize({ width: Math.max(200, holder.clientWidth), height: props.height });
      // uPlot clears its legend when it draws the new size.
      requestAnimationFrame(showNewest);
    });
    if (holder !== undefined) observer.observe(holder);
    onCleanup(() => {
      observer.disconnect();
      callOff();
      chart?.destroy();
      holder = undefined;
    });
  });
  createEffect(
    on(
      () => props.columns,
      () => {
        callOff();
        callOff = drawLater(() => {
          chart?.setData(dataOf(props.columns));
          showNewest();
        });
      },
      { defer: true },
    ),
  );
  // The canvas does not follow the colour tokens by itself; the new ones hold after the next frame.
  createEffect(on(theme.dark, () => requestAnimationFrame(() => drawLater(draw)), { defer: true }));

  return (
    <figure class="chart">
      <figcaption>{props.title}</figcaption>
      <ChartFiles content={() => contentOf(props)} />
      <div ref={holder} class="chart-holder" />
    </figure>
  );
}

function dataOf(columns: readonly (readonly number[])[]): uPlot.AlignedData {
  // uPlot only reads the columns.
  return columns as unknown as uPlot.AlignedData;
}

type ChartProps = Parameters<typeof Chart>[0];

function contentOf({ title, timeLabel, lines, columns, logarithmic, range }: ChartProps): ChartContent {
  return {
    title,
    xLabel: timeLabel,
    x: columns[0] ?? [],
    series: lines.map(({ label, colour, width = 1.5, stepped = false }, at) => ({
      label,
      colour: colourOfPage(colour),
      width,
      stepped,
      dots: false,
      y: columns[at + 1] ?? [],
    })),
    logarithmic,
    ...(range === undefined ? {} : { range }),
  };
}

function optionsOf(props: ChartProps, width: number): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const axis: uPlot.Axis = {
    stroke: colour('muted'),
    grid: { stroke: colour('line'), width: 1 },
    ticks: { stroke: colour('line'), width: 1 },
    font: '11px system-ui, sans-serif',
  };
  const { range, band } = props;
  const scale: uPlot.Scale = props.logarithmic
    ? { distr: 4, asinh: 1, range: (_, min, max) => logarithmicRange(min, max) }
    : range === undefined
      ? { range: (_, __, max) => [0, Math.max(1, max)] }
      : { range: [range[0], range[1]] };
  return {
    width,
    height: props.height,
    padding: [8, 12, 0, 0],
    scales: { x: { time: false, range: (_, min, max) => [min ?? 0, Math.max(max ?? 0, (min ?? 0) + 1)] }, y: scale },
    axes: [
      { ...axis, size: 26, values: (_, splits) => splits.map((value) => `${value}`) },
      {
        ...axis,
        size: 46,
        space: 28,
        ...(props.logarithmic
          ? { splits: (_: uPlot, __: number, min: number, max: number) => logarithmicSplits(min, max) }
          : {}),
        values: (_, splits) => splits.map(axisLabel),
      },
    ],
    legend: { show: true, live: true },
    cursor: { sync: { key: props.sync }, points: { size: 6 }, drag: { x: false, y: false } },
    series: [
      { label: props.timeLabel, value: (_, value) => (value === null ? '' : value.toFixed(1)) },
      ...props.lines.map(
        (line): uPlot.Series => ({
          label: line.label,
          stroke: colour(line.colour),
          width: line.width ?? 1.5,
          points: { show: false },
          value: (_, value) => (value === null ? '' : axisLabel(value)),
          ...(line.stepped === true && uPlot.paths.stepped !== undefined
            ? { paths: uPlot.paths.stepped({ align: 1 }) }
            : {}),
        }),
      ),
    ],
    ...(band === undefined ? {} : { bands: [{ series: [band[0] + 1, band[1] + 1], fill: colour('accent-soft') }] }),
  };
}

function axisLabel(value: number | null): string {
  if (value === null) return '';
  if (value >= 10_000) return `${Math.round(value / 1000)}k`;
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
