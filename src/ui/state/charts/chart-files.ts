import { element, type Markup, type MarkupElement, xmlText } from '../../../handout/markup.ts';
import { evenTicks } from './even-ticks.ts';
import { logarithmicRange, logarithmicSplits } from './log-axis.ts';

/** The numbers of a chart and how they are drawn, whatever draws them on the screen. */
export interface ChartContent {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel?: string;
  readonly x: readonly number[];
  readonly series: readonly ChartSeries[];
  readonly logarithmic: boolean;
  /** Of the values; absent: from 0, or what the points need. */
  readonly range?: readonly [number, number];
  /** Moments on the x axis. */
  readonly marks?: readonly ChartMark[];
  /** Names at the y axis in place of numbers, at these values. */
  readonly rows?: readonly { readonly at: number; readonly label: string }[];
  /** The numbers behind the drawing where it shows something else than `x` and `y`. */
  readonly table?: ChartTable;
}

export interface ChartMark {
  readonly at: number;
  /** One sign, and what it stands for. */
  readonly sign: string;
  readonly label: string;
}

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
}

export interface ChartSeries {
  readonly label: string;
  /** As SVG has it. */
  readonly colour: string;
  readonly width: number;
  readonly stepped: boolean;
  /** Dots instead of a line. */
  readonly dots: boolean;
  /** Lengths of dashes and gaps. */
  readonly dash?: readonly number[];
  /** The lower edge of an area that is filled with the colour; then `y` is the upper one. */
  readonly below?: readonly number[];
  /** What the series itself has where `y` is the edge of a layer. */
  readonly own?: readonly (number | null)[];
  /** Said at the end of the line. */
  readonly end?: string;
  /** One for each x; null where there is none. */
  readonly y: readonly (number | null)[];
}

/** Colours of what is not a series. */
export interface ChartInk {
  readonly paper: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
}

/** A column of x, then one for each series. Numbers as programs read them. */
export function chartCsv(content: ChartContent): string {
  const { head, rows } = chartTable(content);
  return [head, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

export function chartTable({ xLabel, x, series, table }: ChartContent): ChartTable {
  return (
    table ?? {
      head: [xLabel, ...series.map(({ label }) => label)],
      rows: x.map((value, at) => [value, ...series.map(({ y, own }) => (own ?? y)[at] ?? '')]),
    }
  );
}

/** Names come from the project: one that begins like a formula must not be one in a spreadsheet. */
function csvField(value: number | string): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Pixels. */
const box = { width: 760, height: 320, left: 62, right: 20, top: 76, bottom: 44 } as const;
const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** The chart as a picture of its own (SVG), legend and axes included. */
export function chartSvg(content: ChartContent, ink: ChartInk): string {
  const scale = scalesOf(content);
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: box.width,
      height: box.height,
      viewBox: `0 0 ${box.width} ${box.height}`,
      'font-family': font,
    },
    element('rect', { width: box.width, height: box.height, fill: ink.paper }),
    words(content.title, box.left, 24, { 'font-size': 15, 'font-weight': 600, fill: ink.text }),
    ...legend(content, ink),
    ...axes(content, scale, ink),
    ...content.series.flatMap((series) => drawn(series, content.x, scale, ink)),
    ...(content.marks ?? []).flatMap(({ at, sign }) => [
      element('line', {
        ...{ x1: scale.x(at), y1: box.top, x2: scale.x(at), y2: box.height - box.bottom },
        ...{ stroke: ink.muted, 'stroke-dasharray': '2 3' },
      }),
      words(sign, scale.x(at), box.top - 2, { 'font-size': 10, fill: ink.muted, 'text-anchor': 'middle' }),
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(root)}\n`;
}

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

function scalesOf({ x, series, logarithmic, range }: ChartContent): Scales {
  const values = series.flatMap(({ y }) => y.filter((value) => value !== null));
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const least = values.reduce((a, b) => Math.min(a, b), most);
  const [low, high] = range ?? (logarithmic ? logarithmicRange(least, most) : [0, Math.max(1, most)]);
  const bend = logarithmic ? Math.asinh : (value: number) => value;
  const [bottom, top] = [bend(low), bend(high)];
  const first = x.reduce((a, b) => Math.min(a, b), x[0] ?? 0);
  const last = x.reduce((a, b) => Math.max(a, b), first + 1);
  const [width, height] = [box.width - box.left - box.right, box.height - box.top - box.bottom];
  return {
    x: (value) => rounded(box.left + ((value - first) / (last - first)) * width),
    y: (value) => rounded(box.top + height - ((bend(value) - bottom) / (top - bottom || 1)) * height),
    xTicks: evenTicks(first, last, 6),
    yTicks: logarithmic ? logarithmicSplits(low, high) : evenTicks(low, high, 6),
  };
}

function axes({ xLabel, yLabel, rows }: ChartContent, { x, y, xTicks, yTicks }: Scales, ink: ChartInk): Markup[] {
  const bottom = box.height - box.bottom;
  const small = { 'font-size': 11, fill: ink.muted };
  return [
    ...(rows ?? yTicks.map((at) => ({ at, label: String(at) }))).flatMap(({ at, label }): Markup[] => [
      line(box.left, y(at), box.width - box.right, y(at), ink.line),
      words(label, box.left - 8, y(at) + 4, { ...small, 'text-anchor': 'end' }),
    ]),
    ...xTicks.map((tick) => words(String(tick), x(tick), bottom + 16, { ...small, 'text-anchor': 'middle' })),
    line(box.left, bottom, box.width - box.right, bottom, ink.muted),
    words(xLabel, box.width - box.right, box.height - 10, { ...small, 'text-anchor': 'end' }),
    words(yLabel ?? '', box.left, box.top - 8, small),
  ];
}

function legend({ series }: ChartContent, ink: ChartInk): Markup[] {
  let left: number = box.left;
  let top = 42;
  return series.flatMap(({ label, colour, dash, below }) => {
    // Letters of the device's font are not known here.
    const length = 32 + label.length * 7;
    if (left > box.left && left + length > box.width) [left, top] = [box.left, top + 13];
    const at = left;
    left += length;
    return [
      below === undefined
        ? element('line', {
            ...{ x1: at, y1: top - 4, x2: at + 18, y2: top - 4, stroke: colour, 'stroke-width': 3 },
            ...dashOf(dash),
          })
        : element('rect', { x: at, y: top - 9, width: 18, height: 9, fill: colour }),
      words(label, at + 22, top, { 'font-size': 12, fill: ink.text }),
    ];
  });
}

function dashOf(dash: readonly number[] | undefined): Readonly<Record<string, string>> {
  return dash === undefined || dash.length === 0 ? {} : { 'stroke-dasharray': dash.join(' ') };
}

function drawn(series: ChartSeries, x: readonly number[], scale: Scales, ink: ChartInk): Markup[] {
  const { y, colour, width, stepped, dots, dash, below, end } = series;
  const points = x.flatMap((value, at) => {
    const amount = y[at];
    if (amount === null || amount === undefined) return [];
    const joins = typeof y[at - 1] === 'number';
    return [[scale.x(value), scale.y(amount), joins] as const];
  });
  if (dots) return points.map(([cx, cy]) => element('circle', { cx, cy, r: width, fill: colour }));
  const path = points.map(([left, top, joins]) => {
    if (!joins) return `M${left} ${top}`;
    return stepped ? `H${left}V${top}` : `L${left} ${top}`;
  });
  const [right, height] = points.at(-1) ?? [0, 0];
  const said =
    end === undefined || points.length === 0
      ? []
      : [words(end, right - 4, height - 4, { 'font-size': 11, fill: ink.text, 'text-anchor': 'end' })];
  if (below === undefined) {
    const stroke = { fill: 'none', stroke: colour, 'stroke-width': width, ...dashOf(dash) };
    return [element('path', { d: path.join(''), ...stroke }), ...said];
  }
  const back = x.map((value, at) => `L${scale.x(value)} ${scale.y(below[at] ?? 0)}`).reverse();
  const area = { d: `${path.join('')}${back.join('')}Z`, fill: colour, stroke: ink.paper, 'stroke-width': 1 };
  return points.length === 0 ? [] : [element('path', area), ...said];
}

function words(text: string, x: number, y: number, style: Readonly<Record<string, string | number>>): MarkupElement {
  return element('text', { x, y, ...style }, text);
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string): MarkupElement {
  return element('line', { x1, y1, x2, y2, stroke });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
