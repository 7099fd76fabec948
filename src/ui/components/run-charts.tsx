import { createMemo, type JSX } from 'solid-js';
import type { EpochPoint } from '../../engine/run-events.ts';
import { createThrottled } from '../state/throttled.ts';
import { useText } from '../text/text.tsx';
import { Chart } from './chart.tsx';

/** Canvases are redrawn four times a second at most. */
const redrawMilliseconds = 250;

/** Convergence of a run: hard amount beside soft cost with the spread of the population, diversity; one time axis. */
export function RunCharts(props: {
  readonly series: readonly EpochPoint[];
  /** Stands between the two main charts and the one about diversity. */
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  const points = createThrottled(() => props.series, redrawMilliseconds);
  const seconds = createMemo(() => points().map((point) => point.seconds));
  const column = (value: (point: EpochPoint) => number) => points().map(value);
  const hard = createMemo(() => [seconds(), column((point) => point.best.unplaced + point.best.hard)]);
  const soft = createMemo(() => [
    seconds(),
    column((point) => point.worst.soft),
    column((point) => point.median.soft),
    column((point) => point.best.soft),
  ]);
  const diversity = createMemo(() => [seconds(), column((point) => point.diversity)]);
  return (
    <>
      <div class="charts">
        <Chart
          title={text('chartHard')}
          timeLabel={text('chartTime')}
          lines={[{ label: text('chartHardLine'), colour: 'bad', stepped: true }]}
          columns={hard()}
          logarithmic
          height={170}
          sync="run"
        />
        <Chart
          title={text('chartSoft')}
          timeLabel={text('chartTime')}
          lines={[
            { label: text('chartWorst'), colour: 'strong', width: 1 },
            { label: text('chartMedian'), colour: 'muted', width: 1 },
            { label: text('chartBest'), colour: 'accent', width: 2, stepped: true },
          ]}
          columns={soft()}
          logarithmic
          band={[0, 1]}
          height={170}
          sync="run"
        />
      </div>
      {props.children}
      <div class="charts">
        <Chart
          title={text('chartDiversity')}
          timeLabel={text('chartTime')}
          lines={[{ label: text('chartDiversityLine'), colour: 'ok' }]}
          columns={diversity()}
          logarithmic={false}
          range={[0, 1]}
          height={90}
          sync="run"
        />
      </div>
    </>
  );
}
