import uPlot from 'uplot';
import type { ChartMark } from '../../state/charts/chart-files.ts';
import { logarithmicRange, logarithmicSplits } from '../../state/charts/log-axis.ts';
import { stacked } from '../../state/watch/run-series.ts';

export interface ChartLine {
  readonly label: string;
  /** Name of a colour token of the theme, without the dashes. */
  readonly colour: string;
  readonly width?: number;
  readonly stepped?: boolean;
  /** Lengths of dashes and gaps, so that lines can be told apart without colours. */
  readonly dash?: readonly number[];
  /** Said at the end of the line. */
  readonly end?: string;
}

/** Seconds, then a column for each line; null leaves a gap. */
export type ChartColumns = readonly [readonly number[], ...(readonly (number | null)[])[]];

/** What a chart over time shows. */
export interface ChartShape {
  readonly title: string;
  readonly timeLabel: string;
  readonly lines: readonly ChartLine[];
  readonly columns: ChartColumns;
  readonly logarithmic: boolean;
  /** Fixed range of the values. */
  readonly range?: readonly [number, number];
  /** Fills between two lines, given by their positions. */
  readonly band?: readonly [number, number];
  /** The lines are layers that lie on each other, the first at the bottom. */
  readonly stacked?: boolean;
  readonly marks?: readonly ChartMark[];
  /** Names in place of numbers at the axis of the values. */
  readonly rows?: readonly { readonly at: number; readonly label: string }[];
  readonly height: number;
  /** Charts with the same name share the cursor. */
  readonly sync: string;
}

/** A colour token of the theme as it is now. */
export function colourOfPage(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim();
}

/** The columns as they are drawn. */
export function drawnColumns({ columns, stacked: isStacked }: ChartShape): uPlot.AlignedData {
  const [x, ...values] = columns;
  // uPlot only reads the columns.
  return [x, ...(isStacked === true ? stacked(values) : values)] as unknown as uPlot.AlignedData;
}

/** Room at the right for what is said at the ends of lines. */
const roomForEnds = 76;

export function optionsOf(props: ChartShape, width: number): uPlot.Options {
  const axis: uPlot.Axis = {
    stroke: colourOfPage('muted'),
    grid: { stroke: colourOfPage('line'), width: 1 },
    ticks: { stroke: colourOfPage('line'), width: 1 },
    font: '11px system-ui, sans-serif',
  };
  const { range, rows } = props;
  const scale: uPlot.Scale = props.logarithmic
    ? { distr: 4, asinh: 1, range: (_, min, max) => logarithmicRange(min, max) }
    : range === undefined
      ? { range: (_, __, max) => [0, Math.max(1, max * 1.04)] }
      : { range: [range[0], range[1]] };
  const hasEnds = props.lines.some(({ end }) => end !== undefined);
  return {
    width,
    height: props.height,
    padding: [props.marks === undefined ? 8 : 14, hasEnds ? roomForEnds : 12, 0, 0],
    scales: { x: { time: false, range: (_, min, max) => [min ?? 0, Math.max(max ?? 0, (min ?? 0) + 1)] }, y: scale },
    axes: [
      { ...axis, size: 26, values: (_, splits) => splits.map((value) => `${value}`) },
      rows === undefined
        ? {
            ...axis,
            size: 46,
            space: 28,
            ...(props.logarithmic
              ? { splits: (_: uPlot, __: number, min: number, max: number) => logarithmicSplits(min, max) }
              : {}),
            values: (_, splits) => splits.map(axisLabel),
          }
        : { ...axis, size: 62, splits: () => rows.map(({ at }) => at), values: () => rows.map(({ label }) => label) },
    ],
    legend: {
      show: true,
      live: true,
      // the edge of a layer has the colour of the paper
      ...(props.stacked === true
        ? { markers: { fill: (_: uPlot, at: number) => colourOfPage(props.lines[at - 1]?.colour ?? 'muted') } }
        : {}),
    },
    cursor: { sync: { key: props.sync }, points: { size: 6 }, drag: { x: false, y: false } },
    series: [
      { label: props.timeLabel, value: (_, value) => (value === null ? '' : value.toFixed(1)) },
      ...seriesOf(props),
    ],
    ...bandsOf(props),
    hooks: { draw: [(chart) => drawMarks(chart, props), (chart) => drawEnds(chart, props)] },
  };
}

function seriesOf(props: ChartShape): uPlot.Series[] {
  return props.lines.map((line, at): uPlot.Series => {
    const isLayer = props.stacked === true;
    return {
      label: line.label,
      stroke: colourOfPage(isLayer ? 'surface' : line.colour),
      width: isLayer ? 1 : (line.width ?? 1.5),
      ...(isLayer && at === 0 ? { fill: colourOfPage(line.colour) } : {}),
      ...(line.dash === undefined ? {} : { dash: [...line.dash] }),
      points: { show: false },
      // a layer tells what it is itself, not where its edge lies
      value: (_, value, __, index) =>
        index === null ? '' : axisLabel(isLayer ? (props.columns[at + 1]?.[index] ?? null) : value) || '–',
      ...(line.stepped === true && uPlot.paths.stepped !== undefined
        ? { paths: uPlot.paths.stepped({ align: 1 }) }
        : {}),
    };
  });
}

function bandsOf({ band, stacked: isStacked, lines }: ChartShape): Pick<uPlot.Options, 'bands'> {
  if (isStacked === true) {
    const upper = lines.slice(1);
    return { bands: upper.map(({ colour }, at) => ({ series: [at + 2, at + 1], fill: colourOfPage(colour) })) };
  }
  if (band === undefined) return {};
  return { bands: [{ series: [band[0] + 1, band[1] + 1], fill: colourOfPage('accent-soft') }] };
}

/** A sign above a dashed line, each at its moment. */
function drawMarks(chart: uPlot, { marks = [] }: ChartShape): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colourOfPage('muted');
  ctx.fillStyle = colourOfPage('ink');
  ctx.font = `${10 * ratio}px system-ui, sans-serif`;
  ctx.textAlign = 'center';
  ctx.setLineDash([2 * ratio, 3 * ratio]);
  for (const { at, sign } of marks) {
    const x = Math.round(chart.valToPos(at, 'x', true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(sign, x, bbox.top - 3 * ratio);
  }
  ctx.restore();
}

/** Lines end with what they are; where two would cover each other, the later one is left to the legend. */
function drawEnds(chart: uPlot, { lines }: ChartShape): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  const taken: number[] = [];
  ctx.save();
  ctx.fillStyle = colourOfPage('ink');
  ctx.font = `${11 * ratio}px system-ui, sans-serif`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  for (const [at, { end }] of lines.entries()) {
    const value = chart.data[at + 1]?.at(-1);
    if (end === undefined || typeof value !== 'number') continue;
    const y = chart.valToPos(value, 'y', true);
    if (taken.some((other) => Math.abs(other - y) < 11 * ratio)) continue;
    taken.push(y);
    ctx.fillText(end, bbox.left + bbox.width + 5 * ratio, y, (roomForEnds - 6) * ratio);
  }
  ctx.restore();
}

function axisLabel(value: number | null): string {
  if (value === null) return '';
  if (value >= 10_000) return `${Math.round(value / 1000)}k`;
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
