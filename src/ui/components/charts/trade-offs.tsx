import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { PackedTimetable } from '../../../domain/packed-timetable.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { ComparedTimetable } from '../../../domain/trade-offs.ts';
import { useServices } from '../../services.tsx';
import { objectiveKeys, pointsOf } from '../../state/runs/trade-offs.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { createRuleName } from '../rules/rule-name.ts';
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
        {(timetables) => (
          <ObjectivesScatter
            problem={props.problem}
            timetables={timetables()}
            hint={(different, best) => text('tradeOffsHint', { different, best })}
            markedLabel={text('tradeOffsMarked')}
          />
        )}
      </Show>
    </details>
  );
}

/** Timetables as points over two objectives, which can be chosen. */
export function ObjectivesScatter(props: {
  readonly problem: Problem;
  readonly timetables: readonly ComparedTimetable[];
  /** What the points are, by their number and the number of those that are marked. */
  readonly hint: string | ((different: string, best: string) => string);
  readonly markedLabel: string;
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
        {typeof props.hint === 'string'
          ? props.hint
          : props.hint(
              wholeNumber(props.timetables.length),
              wholeNumber(points().filter(({ marked }) => marked).length),
            )}
      </p>
      <div class="trade-off-choices">
        {choice('tradeOffsAcross', across, setAcross)}
        {choice('tradeOffsUp', up, setUp)}
      </div>
      <Scatter
        points={points()}
        xLabel={label(across())}
        yLabel={label(up())}
        markedLabel={props.markedLabel}
        otherLabel={text('tradeOffsOther')}
        height={240}
      />
    </>
  );
}
