import { createMemo, type JSX, Show } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { EpochPoint } from '../../../engine/run-contract/run-events.ts';
import type { ChartContent, ChartMark } from '../../state/charts/chart-files.ts';
import { createThrottled } from '../../state/throttled.ts';
import { marksIn, softSpread } from '../../state/watch/run-series.ts';
import { useText } from '../../text/text.tsx';
import { Chart, type ChartColumns } from '../charts/chart.tsx';
import { AllCharts } from '../watch/all-charts.tsx';
import { LaneChart } from '../watch/lane-chart.tsx';
import { RuleCharts } from '../watch/rule-charts.tsx';
import { SoftLayers } from '../watch/soft-layers.tsx';

/** Canvases are redrawn four times a second at most. */
const redrawMilliseconds = 250;

/** Signs of what happened at a barrier; none of them says anything by its colour. */
const markSigns = { migration: '▲', resumed: '▶', steered: '◆' } as const;

/** A run over time: what is broken, what it costs and by which rule, how the islands differ; one time axis. */
export function RunCharts(props: {
  readonly problem: Problem;
  readonly series: readonly EpochPoint[];
  /** Shows a moment of the run. */
  readonly onPick?: (point: EpochPoint) => void;
  /** Stands between the two main charts and the others. */
  readonly children?: JSX.Element;
}): JSX.Element {
  const text = useText();
  const points = createThrottled(() => props.series, redrawMilliseconds);
  const seconds = createMemo(() => points().map((point) => point.seconds));
  const column = (value: (point: EpochPoint) => number) => points().map(value);
  const marks = createMemo<readonly ChartMark[]>(() =>
    marksIn(points()).map(({ seconds: at, kind }) => ({ at, sign: markSigns[kind], label: text(`watchMark_${kind}`) })),
  );
  const hard = createMemo<ChartColumns>(() => [seconds(), column((point) => point.best.unplaced + point.best.hard)]);
  const soft = createMemo<ChartColumns>(() => {
    const { worst, median, best } = softSpread(points());
    return [seconds(), worst, median, best];
  });
  const diversity = createMemo<ChartColumns>(() => [seconds(), column((point) => point.diversity)]);
  const book = new Set<() => ChartContent>();
  const pick = (index: number) => {
    const point = points()[index];
    if (point !== undefined) props.onPick?.(point);
  };
  const shared = () => ({ timeLabel: text('chartTime'), marks: marks(), sync: 'run', book, onPick: pick });
  return (
    <>
      <div class="charts">
        <Chart
          {...shared()}
          title={text('chartHard')}
          lines={[{ label: text('chartHardLine'), colour: 'bad', stepped: true }]}
          columns={hard()}
          logarithmic
          height={170}
        />
        <Chart
          {...shared()}
          title={text('chartSoft')}
          lines={[
            { label: text('chartWorst'), colour: 'strong', width: 1, dash: [2, 3] },
            { label: text('chartMedian'), colour: 'muted', width: 1, dash: [6, 3] },
            { label: text('chartBest'), colour: 'accent', width: 2, stepped: true },
          ]}
          columns={soft()}
          logarithmic
          band={[0, 1]}
          height={170}
        />
        <MarkKey marks={marks()} canPick={props.onPick !== undefined} />
      </div>
      {props.children}
      <div class="charts">
        <SoftLayers problem={props.problem} points={points()} shared={shared()} />
        <LaneChart points={points()} shared={shared()} />
      </div>
      <div class="charts">
        <Chart
          {...shared()}
          title={text('chartDiversity')}
          lines={[{ label: text('chartDiversityLine'), colour: 'ok' }]}
          columns={diversity()}
          logarithmic={false}
          range={[0, 1]}
          height={90}
        />
      </div>
      <RuleCharts problem={props.problem} points={points()} shared={shared()} />
      <AllCharts problem={props.problem} series={() => props.series} book={book} />
    </>
  );
}

/** What the signs above the charts mean, as far as there are any. */
function MarkKey(props: { readonly marks: readonly ChartMark[]; readonly canPick: boolean }): JSX.Element {
  const text = useText();
  const kinds = () => [...new Map(props.marks.map(({ sign, label }) => [sign, label]))];
  return (
    <p class="mark-key muted">
      {kinds()
        .map(([sign, label]) => `${sign} ${label}`)
        .join(' · ')}
      <Show when={props.canPick}>
        <span>{text('watchPickHint')}</span>
      </Show>
    </p>
  );
}
