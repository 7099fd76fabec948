import { createEffect, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useAppState } from '../../app-state.tsx';
import type { ChartContent, ChartTable } from '../../state/charts/chart-files.ts';
import { drawLater } from '../../state/drawing.ts';
import { stacked } from '../../state/watch/run-series.ts';
import { duration } from '../../state/words/numbers.ts';
import { listText } from '../../state/words/wording.ts';
import { ChartNumbers } from '../watch/chart-numbers.tsx';
import { ChartFiles } from './chart-files.tsx';
import { type ChartShape, colourOfPage, drawnColumns, optionsOf } from './chart-options.ts';

export type { ChartColumns, ChartLine } from './chart-options.ts';

type ChartProps = ChartShape & {
  /** Opens a point, by its place in the columns; makes the points reachable with the keys. */
  readonly onPick?: (index: number) => void;
  /** Numbers behind the drawing, where they are others than the columns. */
  readonly table?: ChartTable;
  /** Where the chart puts what can be saved of it, while it is shown. */
  readonly book?: Set<() => ChartContent>;
};

/** Lines or layers over time. */
export function Chart(props: ChartProps): JSX.Element {
  const { theme } = useAppState();
  let holder: HTMLDivElement | undefined;
  let chart: uPlot | undefined;
  let callOff = () => {};

  function draw() {
    if (holder === undefined) return;
    chart?.destroy();
    const width = Math.max(200, holder.clientWidth);
    chart = new uPlot(optionsOf(props, width), drawnColumns(props), holder);
    chart.over.addEventListener('click', () => pick(chart?.cursor.idx ?? null));
    requestAnimationFrame(showNewest);
  }

  function pick(index: number | null) {
    if (index !== null) props.onPick?.(index);
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
    const { book } = props;
    const content = () => contentOf(props);
    book?.add(content);
    onCleanup(() => {
      book?.delete(content);
      observer.disconnect();
      callOff();
      chart?.destroy();
      holder = undefined;
    });
  });
  createEffect(
    on(
      () => [props.columns, props.lines] as const,
      ([, lines], former) => {
        callOff();
        // other lines need another legend, other columns only other numbers
        const isSame = former !== undefined && sameLabels(lines, former[1]);
        callOff = drawLater(() => {
          if (!isSame) return draw();
          chart?.setData(drawnColumns(props));
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
      <Show when={props.onPick !== undefined} fallback={<div ref={holder} class="chart-holder" />}>
        <PickedByKeys {...pickerOf(props)} chart={() => chart} onPick={pick}>
          <div ref={holder} class="chart-holder pickable" />
        </PickedByKeys>
      </Show>
      <ChartNumbers content={() => contentOf(props)} />
    </figure>
  );
}

function sameLabels(lines: ChartProps['lines'], former: ChartProps['lines'] = []): boolean {
  return lines.length === former.length && lines.every(({ label }, at) => label === former[at]?.label);
}

function pickerOf(props: ChartProps) {
  return {
    label: props.title,
    last: () => (props.columns[0]?.length ?? 1) - 1,
    said: (index: number) =>
      listText([
        duration(props.columns[0]?.[index] ?? 0),
        ...props.lines.map(({ label }, at) => `${label} ${props.columns[at + 1]?.[index] ?? '–'}`),
      ]),
  };
}

/** Arrows move from point to point, Enter opens one. */
function PickedByKeys(props: {
  readonly label: string;
  readonly last: () => number;
  readonly said: (index: number) => string;
  readonly chart: () => uPlot | undefined;
  readonly onPick: (index: number) => void;
  readonly children: JSX.Element;
}): JSX.Element {
  let slider: HTMLDivElement | undefined;
  let at = 0;
  const move = (to: number) => {
    at = Math.max(0, Math.min(props.last(), to));
    slider?.setAttribute('aria-valuenow', String(at));
    slider?.setAttribute('aria-valuetext', props.said(at));
    const chart = props.chart();
    const seconds = chart?.data[0][at];
    const top = chart?.data[chart.data.length - 1]?.[at];
    if (chart === undefined || seconds === undefined) return;
    chart.setCursor({ left: chart.valToPos(seconds, 'x'), top: chart.valToPos(top ?? 0, 'y') });
  };
  const steps: Readonly<Record<string, () => number>> = {
    ArrowRight: () => at + 1,
    ArrowUp: () => at + 1,
    ArrowLeft: () => at - 1,
    ArrowDown: () => at - 1,
    PageUp: () => at + 10,
    PageDown: () => at - 10,
    Home: () => 0,
    End: () => props.last(),
  };
  return (
    <div
      ref={slider}
      class="chart-keys"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin="0"
      aria-valuemax={Math.max(0, props.last())}
      aria-valuenow="0"
      aria-valuetext={props.said(0)}
      onFocus={() => move(at === 0 ? props.last() : at)}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (step !== undefined) move(step());
        else if (event.key === 'Enter') props.onPick(at);
        else return;
        event.preventDefault();
      }}
    >
      {props.children}
    </div>
  );
}

function contentOf(props: ChartProps): ChartContent {
  const { title, timeLabel, lines, columns, logarithmic, range, marks, rows, table } = props;
  const [x, ...values] = columns;
  const edges = props.stacked === true ? stacked(values) : null;
  return {
    title,
    xLabel: timeLabel,
    x,
    series: lines.map(({ label, colour, width = 1.5, stepped = false, dash, end }, at) => ({
      label,
      colour: colourOfPage(colour),
      width,
      stepped,
      dots: false,
      ...(dash === undefined ? {} : { dash }),
      ...(end === undefined ? {} : { end }),
      ...(edges === null
        ? { y: values[at] ?? [] }
        : { y: edges[at] ?? [], below: edges[at - 1] ?? x.map(() => 0), own: values[at] ?? [] }),
    })),
    logarithmic,
    ...(range === undefined ? {} : { range }),
    ...(marks === undefined ? {} : { marks }),
    ...(rows === undefined ? {} : { rows }),
    ...(table === undefined ? {} : { table }),
  };
}
