import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { PackedTimetable } from '../../domain/packed-timetable.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ComparedTimetable } from '../../domain/trade-offs.ts';
import { useServices } from '../services.tsx';
import { wholeNumber } from '../state/numbers.ts';
import { objectiveKeys, pointsOf } from '../state/trade-offs.ts';
import { useText } from '../text/text.tsx';
import { createRuleName } from './rule-name.ts';
import { Scatter } from './scatter.tsx';

/** The individuals of a run's end over two objectives; judged when somebody looks. */
export function TradeOffs(props: {
  readonly problem: Problem;
  readonly population: readonly PackedTimetable[];
}): JSX.Element {
  const text = useText();
  const { analysis } = useServices();
  const [compared, setCompared] = createSignal<readonly ComparedTimetable[] | null>(null);
  const look = () => {
    if (compared() === null) void analysis.compare(props.problem, props.population).then(setCompared);
  };
  return (
    <details class="panel trade-offs" onToggle={(event) => event.currentTarget.open && look()}>
      <summary>{text('tradeOffsTitle')}</summary>
      <Show when={compared()} fallback={<p class="muted">{text('tradeOffsBusy')}</p>}>
        {(timetables) => <Compared problem={props.problem} timetables={timetables()} />}
      </Show>
    </details>
  );
}

function Compared(props: {
  readonly problem: Problem;
  readonly timetables: readonly ComparedTimetable[];
}): JSX.Element {
  const text = useText();
  const name = createRuleName(() => props.problem);
  const keys = createMemo(() => objectiveKeys(props.timetables));
  const [across, setAcross] = createSignal('hard');
  const [up, setUp] = createSignal('soft');
  const points = createMemo(() => pointsOf(props.timetables, across(), up()));
  const label = (key: string) => {
    if (key === 'hard') return text('chartHardLine');
    if (key === 'soft') return text('counterSoft');
    return key.endsWith('!') ? `${name(key.slice(0, -1))} (${text('problemsHard')})` : name(key);
  };
  const choice = (title: 'tradeOffsAcross' | 'tradeOffsUp', value: () => string, choose: (key: string) => void) => (
    <label>
      {text(title)}{' '}
      <select value={value()} onChange={(event) => choose(event.currentTarget.value)}>
        <For each={keys()}>{(key) => <option value={key}>{label(key)}</option>}</For>
      </select>
    </label>
  );
  return (
    <>
      <p class="muted">
        {text('tradeOffsHint', {
          different: wholeNumber(props.timetables.length),
          best: wholeNumber(points().filter(({ marked }) => marked).length),
        })}
      </p>
      <div class="trade-off-choices">
        {choice('tradeOffsAcross', across, setAcross)}
        {choice('tradeOffsUp', up, setUp)}
      </div>
      <Scatter
        points={points()}
        xLabel={label(across())}
        yLabel={label(up())}
        markedLabel={text('tradeOffsMarked')}
        otherLabel={text('tradeOffsOther')}
        height={240}
      />
    </>
  );
}
