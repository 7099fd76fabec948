import { createMemo, For, type JSX, Match, Switch } from 'solid-js';
import {
  type Compared,
  type ComparisonState,
  type JudgedSide,
  ruleDifferences,
} from '../../state/versions/comparison.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { createRuleName } from '../rules/rule-name.ts';

/** What both timetables are worth, rule by rule, side by side. */
export function ScoreDifferences(props: {
  readonly compared: Compared;
  readonly judged: ReturnType<ComparisonState['judged']>;
}): JSX.Element {
  const text = useText();
  const judged = () => (props.judged === 'failed' ? null : props.judged);
  return (
    <Switch fallback={<p class="muted">{text('compareScoreBusy')}</p>}>
      <Match when={props.judged === 'failed'}>
        <p>{text('compareScoreFailed')}</p>
      </Match>
      <Match when={judged()}>
        {(both) => <Table compared={props.compared} before={both().before} after={both().after} />}
      </Match>
    </Switch>
  );
}

function Table(props: {
  readonly compared: Compared;
  readonly before: JudgedSide;
  readonly after: JudgedSide;
}): JSX.Element {
  const text = useText();
  const nameAfter = createRuleName(() => props.after.problem);
  const nameBefore = createRuleName(() => props.before.problem);
  const name = (kind: string) => (nameAfter(kind) === kind ? nameBefore(kind) : nameAfter(kind));
  const rows = createMemo(() => ruleDifferences(props.before, props.after));
  const totals = () =>
    (['unplaced', 'hard', 'soft'] as const).map((part) => ({
      label: text(({ unplaced: 'counterUnplaced', hard: 'counterHard', soft: 'counterSoft' } as const)[part]),
      before: props.before.score[part],
      after: props.after.score[part],
    }));
  return (
    <table class="list score-differences">
      <thead>
        <tr>
          <th>{text('compareRule')}</th>
          <th class="number">{props.compared.before.name}</th>
          <th class="number">{props.compared.after.name}</th>
          <th class="number">{text('compareDifference')}</th>
        </tr>
      </thead>
      <tbody>
        <For each={totals()}>
          {(row) => <Row name={row.label} before={row.before} after={row.after} compared={props.compared} total />}
        </For>
        <For each={rows()}>
          {(row) => (
            <Row
              name={`${name(row.kind)}${row.hard ? ` (${text('problemsHard')})` : ''}`}
              before={row.before}
              after={row.after}
              compared={props.compared}
            />
          )}
        </For>
      </tbody>
    </table>
  );
}

function Row(props: {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly compared: Compared;
  readonly total?: boolean;
}): JSX.Element {
  const text = useText();
  const difference = () => props.after - props.before;
  const sign = () => (difference() > 0 ? '+' : difference() < 0 ? '−' : '');
  return (
    <tr classList={{ total: props.total === true }}>
      <td>{props.name}</td>
      <td class="number" data-label={props.compared.before.name}>
        {wholeNumber(props.before)}
      </td>
      <td class="number" data-label={props.compared.after.name}>
        {wholeNumber(props.after)}
      </td>
      <td
        class="number"
        data-label={text('compareDifference')}
        data-change={difference() > 0 ? 'worse' : difference() < 0 ? 'better' : undefined}
      >
        {difference() === 0 ? '=' : `${sign()}${wholeNumber(Math.abs(difference()))}`}
      </td>
    </tr>
  );
}
