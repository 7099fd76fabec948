import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { EpochPoint } from '../../../engine/run-contract/run-events.ts';
import { comparedBests, type KindSeries, kindSeries } from '../../state/watch/run-series.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { Chart, type ChartColumns } from '../charts/chart.tsx';
import { ObjectivesScatter } from '../charts/trade-offs.tsx';
import { createRuleName } from '../rules/rule-name.ts';
import { dashOf, layerColour, type SharedChart } from './shared-chart.ts';

/** Every kind of rule over the run; drawn when somebody looks. */
export function RuleCharts(props: {
  readonly problem: Problem;
  readonly points: readonly EpochPoint[];
  readonly shared: SharedChart;
}): JSX.Element {
  const text = useText();
  const [open, setOpen] = createSignal(false);
  return (
    <details class="panel rule-charts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('watchRules')}</summary>
      <Show when={open()}>
        <Opened problem={props.problem} points={props.points} shared={props.shared} />
      </Show>
    </details>
  );
}

function Opened(props: Parameters<typeof RuleCharts>[0]): JSX.Element {
  const text = useText();
  const name = createRuleName(() => props.problem);
  const hard = createMemo(() => kindSeries(props.points, true));
  const soft = createMemo(() => kindSeries(props.points, false));
  const seconds = createMemo(() => props.points.map((point) => point.seconds));
  const totals = createMemo<ChartColumns>(() => [
    seconds(),
    props.points.map(({ best }) => best.unplaced),
    props.points.map(({ best }) => best.hard),
    props.points.map(({ best }) => best.soft),
  ]);
  const nameOf = ({ key }: KindSeries) => name(key.replace('!', ''));
  const overlaid = (kinds: readonly KindSeries[], title: string) => (
    <Show when={kinds.length > 0}>
      <Chart
        {...props.shared}
        title={title}
        lines={kinds.map((kind, at) => ({
          label: nameOf(kind),
          colour: layerColour(at),
          dash: dashOf(at),
          end: nameOf(kind),
        }))}
        columns={[seconds(), ...kinds.map(({ values }) => values)]}
        logarithmic
        height={200}
      />
    </Show>
  );
  return (
    <>
      <div class="charts">
        {overlaid(hard(), text('watchHardRules'))}
        {overlaid(soft(), text('watchSoftRules'))}
        <Chart
          {...props.shared}
          title={text('watchTotals')}
          lines={[
            { label: text('counterUnplaced'), colour: 'bad', dash: [2, 3], stepped: true },
            { label: text('counterHard'), colour: 'bad', stepped: true },
            { label: text('counterSoft'), colour: 'accent', stepped: true },
          ]}
          columns={totals()}
          logarithmic
          height={200}
        />
      </div>
      <Trends kinds={[...hard(), ...soft()]} nameOf={nameOf} />
      <h2>{text('watchPath')}</h2>
      <ObjectivesScatter
        problem={props.problem}
        timetables={comparedBests(props.points)}
        hint={text('watchPathHint')}
        markedLabel={text('tradeOffsMarked')}
      />
    </>
  );
}

/** One small line for each kind of rule, from its first value to its last. */
function Trends(props: {
  readonly kinds: readonly KindSeries[];
  readonly nameOf: (kind: KindSeries) => string;
}): JSX.Element {
  const text = useText();
  return (
    <div class="scroll">
      <table class="figures trends">
        <thead>
          <tr>
            <th scope="col">{text('problemsRule')}</th>
            <th scope="col">{text('watchTrend')}</th>
            <th scope="col">{text('watchFirst')}</th>
            <th scope="col">{text('watchNow')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.kinds}>
            {(kind) => (
              <tr>
                <th scope="row">
                  {props.nameOf(kind)} <Show when={kind.key.endsWith('!')}>({text('problemsHard')})</Show>
                </th>
                <td>
                  <svg class="trend" viewBox="0 0 120 24" preserveAspectRatio="none" aria-hidden="true">
                    <polyline points={trendPoints(kind.values)} />
                  </svg>
                </td>
                <td>{wholeNumber(kind.values[0] ?? 0)}</td>
                <td>{wholeNumber(kind.values.at(-1) ?? 0)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function trendPoints(values: readonly number[]): string {
  const most = values.reduce((a, b) => Math.max(a, b), 1);
  const step = 120 / Math.max(1, values.length - 1);
  return values.map((value, at) => `${(at * step).toFixed(1)},${(22 - (value / most) * 20).toFixed(1)}`).join(' ');
}
