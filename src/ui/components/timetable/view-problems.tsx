import { A } from '@solidjs/router';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { explainViolation } from '../../../domain/explain.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useProject } from '../../app-state.tsx';
import { groupViolations } from '../../state/problems/problems-view.ts';
import type { EvaluatedTimetable } from '../../state/timetable/evaluation.ts';
import type { Card } from '../../state/timetable/view.ts';
import { signedNumber, wholeNumber } from '../../state/words/numbers.ts';
import { wording } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { createRuleName } from '../rules/rule-name.ts';

const examplesShown = 2;

/** What is wrong in the view as a whole, by rule; shown while no card is selected. */
export function ViewProblems(props: {
  readonly problem: Problem;
  readonly evaluated: EvaluatedTimetable;
  readonly name: string;
  /** Cards of the view; null for all. */
  readonly cards: readonly Card[] | null;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const ruleName = createRuleName(() => props.problem);
  const groups = createMemo(() => {
    if (props.cards === null) return groupViolations(props.evaluated.violations);
    const shown = new Set(props.cards.flatMap((card) => props.evaluated.ofEvent.get(card.event) ?? []));
    return groupViolations([...shown]);
  });
  const more = (count: number) =>
    count > examplesShown ? text('readinessAndMore', { rest: count - examplesShown }) : '';
  return (
    <>
      <h2>{props.name}</h2>
      <Show when={groups().length > 0} fallback={<p>{text('panelViewFine')}</p>}>
        <ul class="panel-problems">
          <For each={groups()}>
            {(group) => (
              <li>
                <span>{ruleName(group.kind)}</span>
                <b data-hard={group.hard ? '' : undefined}>
                  {group.hard ? `${wholeNumber(group.amount)} ${text('problemsHard')}` : signedNumber(group.cost)}
                </b>
                <For each={group.violations.slice(0, examplesShown)}>
                  {(violation) => <small>{explainViolation(props.problem, violation, wording())}</small>}
                </For>
                <small>{more(group.violations.length)}</small>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="muted">{text('panelNothing')}</p>
      <p>
        <A href={`/p/${project.id}/free?${new URLSearchParams({ timetable: props.evaluated.record.id })}`}>
          {text('freeTitle')}
        </A>
      </p>
    </>
  );
}
