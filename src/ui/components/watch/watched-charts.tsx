import { createSignal, type JSX, Show } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { EpochPoint } from '../../../engine/run-contract/run-events.ts';
import type { SnapshotRecord } from '../../../storage/records.ts';
import { momentAt } from '../../state/watch/run-moments.ts';
import { RunCharts } from '../run/run-charts.tsx';
import { MomentDialog } from './moment-dialog.tsx';

/** The charts of a run, now or long ago, whose points open the moment that was kept last before them. */
export function WatchedCharts(props: {
  readonly problem: Problem;
  readonly series: readonly EpochPoint[];
  readonly moments: readonly SnapshotRecord[];
  readonly children?: JSX.Element;
}): JSX.Element {
  const [moment, setMoment] = createSignal<SnapshotRecord | null>(null);
  return (
    <>
      <RunCharts
        problem={props.problem}
        series={props.series}
        {...(props.moments.length > 0
          ? { onPick: (point: EpochPoint) => void setMoment(momentAt(props.moments, point.seconds)) }
          : {})}
      >
        {props.children}
      </RunCharts>
      <Show when={moment()} keyed>
        {(shown) => <MomentDialog problem={props.problem} moment={shown} onClose={() => setMoment(null)} />}
      </Show>
    </>
  );
}
