import { createMemo, type JSX, Show } from 'solid-js';
import type { EpochPoint } from '../../../engine/run-contract/run-events.ts';
import { type Lane, lanes } from '../../state/watch/run-series.ts';
import { useText } from '../../text/text.tsx';
import { Chart, type ChartColumns } from '../charts/chart.tsx';
import type { SharedChart } from './shared-chart.ts';

const laneHeight = 44;

/** The best of each island over time, in a row of its own. */
export function LaneChart(props: {
  readonly points: readonly EpochPoint[];
  readonly shared: SharedChart;
}): JSX.Element {
  const text = useText();
  const rows = createMemo(() => lanes(props.points));
  const count = () => rows().length;
  /** Islands from the top down; a row is 1 high and its line fills nine tenths of it. */
  const bottomOf = (lane: Lane) => count() - 1 - lane.island;
  const columns = createMemo<ChartColumns>(() => [
    props.points.map(({ seconds }) => seconds),
    ...rows().map((lane) => lane.heights.map((height) => bottomOf(lane) + 0.05 + height * 0.9)),
  ]);
  const nameOf = (lane: Lane) => text('islandName', { index: lane.island + 1 });
  const lines = () =>
    rows().map((lane) => {
      const last = lane.scores.at(-1);
      const broken = (last?.unplaced ?? 0) + (last?.hard ?? 0);
      const end = broken > 0 ? text('watchLaneHard', { amount: broken }) : `${last?.soft ?? ''}`;
      return { label: nameOf(lane), colour: broken > 0 ? 'bad' : 'accent', stepped: true, end };
    });
  const table = () => ({
    head: [
      text('chartTime'),
      ...rows().flatMap((lane) => [
        `${nameOf(lane)}: ${text('chartHardLine')}`,
        `${nameOf(lane)}: ${text('counterSoft')}`,
      ]),
    ],
    rows: props.points.map(({ seconds }, at) => [
      seconds,
      ...rows().flatMap(({ scores }) => {
        const score = scores[at];
        return [(score?.unplaced ?? 0) + (score?.hard ?? 0), score?.soft ?? 0];
      }),
    ]),
  });
  return (
    <Show when={count() > 1 ? count() : null} keyed>
      {(islands) => (
        <div class="lanes">
          <Chart
            {...props.shared}
            title={text('watchLanes')}
            lines={lines()}
            columns={columns()}
            logarithmic={false}
            range={[0, islands]}
            rows={rows().map((lane) => ({ at: bottomOf(lane) + 0.5, label: nameOf(lane) }))}
            table={table()}
            height={Math.max(220, 40 + islands * laneHeight)}
          />
          <small class="muted">{text('watchLanesHint')}</small>
        </div>
      )}
    </Show>
  );
}
