import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { RuleCost } from '../../../engine/run-contract/run-events.ts';
import { costsByKind } from '../../state/problems/problems-view.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { createRuleName } from '../rules/rule-name.ts';

/** What the best timetable costs by rule, as bars. */
export function RuleCosts(props: { readonly problem: Problem; readonly costs: readonly RuleCost[] }): JSX.Element {
  const text = useText();
  const name = createRuleName(() => props.problem);
  const rows = createMemo(() => costsByKind(props.costs));
  const largest = (hard: boolean) => Math.max(1, ...rows().map((row) => (row.hard === hard ? row.cost : 0)));
  return (
    <section class="panel">
      <h2>{text('rulesNow')}</h2>
      <Show when={rows().length > 0} fallback={<p class="muted">{text('rulesNowEmpty')}</p>}>
        <ul class="bars">
          <For each={rows()}>
            {(row) => (
              <li data-hard={row.hard ? '' : undefined}>
                <span>
                  {name(row.kind)} <Show when={row.hard}>({text('problemsHard')})</Show>
                </span>
                <b>{wholeNumber(row.cost)}</b>
                <i style={{ '--share': String(row.cost / largest(row.hard)) }} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
