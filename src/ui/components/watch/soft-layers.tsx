import { createMemo, type JSX, Show } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { EpochPoint } from '../../../engine/run-contract/run-events.ts';
import { otherKinds, softLayers } from '../../state/watch/run-series.ts';
import { useText } from '../../text/text.tsx';
import { Chart, type ChartColumns } from '../charts/chart.tsx';
import { createRuleName } from '../rules/rule-name.ts';
import { layerColour, type SharedChart } from './shared-chart.ts';

/** What the soft cost of the best is made of, a layer for each kind of rule. */
export function SoftLayers(props: {
  readonly problem: Problem;
  readonly points: readonly EpochPoint[];
  readonly shared: SharedChart;
}): JSX.Element {
  const text = useText();
  const name = createRuleName(() => props.problem);
  const layers = createMemo(() => softLayers(props.points));
  const columns = createMemo<ChartColumns>(() => [
    props.points.map(({ seconds }) => seconds),
    ...layers().map(({ values }) => values),
  ]);
  const lines = () =>
    layers().map(({ key }, at) => {
      const label = key === otherKinds ? text('watchOtherRules') : name(key);
      return { label, colour: layerColour(at), end: label };
    });
  return (
    <Show when={layers().length > 0}>
      <Chart
        {...props.shared}
        title={text('watchSoftLayers')}
        lines={lines()}
        columns={columns()}
        stacked
        logarithmic={false}
        height={220}
      />
    </Show>
  );
}
