import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Violation } from '../../../domain/constraints/definition.ts';
import { explainViolation } from '../../../domain/explain.ts';
import { useProject } from '../../app-state.tsx';
import { createGrowing } from '../../state/drawing.ts';
import { inOrderOfTime } from '../../state/problems/problems-view.ts';
import { ruleAddress } from '../../state/problems/readiness-links.ts';
import type { EvaluatedTimetable } from '../../state/timetable/evaluation.ts';
import { timeLabel } from '../../state/words/labels.ts';
import { signedNumber } from '../../state/words/numbers.ts';
import { wording } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { EventLink } from '../timetable/event-link.tsx';
import { MoreButton } from './diagnostic-list.tsx';

/** A group opens with what fits a few screens; every further press shows as much again and more. */
const firstRows = 50;
const rowsOfTurn = 15;
const moreRows = 200;
const cardsShown = 6;

/** Violations that stand together below a line that can be opened; only an opened group has its rows in the page. */
export function ProblemGroup(props: {
  readonly name: string;
  readonly tag: string;
  readonly isHard: boolean;
  readonly figures: JSX.Element;
  readonly violations: readonly Violation[];
  readonly isFirst: boolean;
  readonly evaluated: EvaluatedTimetable;
}): JSX.Element {
  const text = useText();
  const [open, setOpen] = createSignal(props.isFirst);
  const [limit, setLimit] = createSignal(firstRows);
  const shown = createGrowing(limit, rowsOfTurn);
  return (
    <details class="panel problem-group" open={open()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="tag" data-severity={props.isHard ? 'error' : 'warning'}>
          {props.tag}
        </span>
        <strong>{props.name}</strong>
        <span class="muted">{text('problemsCases', { count: props.violations.length })}</span>
        <span class="grow" />
        {props.figures}
      </summary>
      <Show when={open()}>
        <ul class="violations">
          <For each={props.violations.slice(0, shown())}>
            {(violation) => <ViolationRow violation={violation} evaluated={props.evaluated} />}
          </For>
        </ul>
        <MoreButton total={props.violations.length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
      </Show>
    </details>
  );
}

function ViolationRow(props: { readonly violation: Violation; readonly evaluated: EvaluatedTimetable }): JSX.Element {
  const text = useText();
  const project = useProject();
  const events = createMemo(() =>
    inOrderOfTime(props.evaluated.problem, props.evaluated.timetable, props.violation.events),
  );
  const rule = () => props.evaluated.problem.rules[props.violation.rule];
  return (
    <li>
      <p>{explainViolation(props.evaluated.problem, props.violation, wording())}</p>
      <Show when={!props.violation.hard}>
        <b class="violation-cost">{signedNumber(props.violation.cost)}</b>
      </Show>
      <p class="violation-cards">
        <For each={events().slice(0, cardsShown)}>
          {(event) => (
            <EventLink evaluated={props.evaluated} event={event}>
              <small class="card-time">
                {timeLabel(props.evaluated.problem, props.evaluated.timetable.assignments[event]?.time ?? -1) ||
                  text('panelUnplaced')}
              </small>
            </EventLink>
          )}
        </For>
        <Show when={events().length > cardsShown}>
          <span class="muted">{text('readinessAndMore', { rest: events().length - cardsShown })}</span>
        </Show>
        <Show when={rule()}>
          {(found) => (
            <A class="violation-rule" href={ruleAddress(project.id, found().data.id)}>
              {text('problemsOpenRule')}
            </A>
          )}
        </Show>
      </p>
    </li>
  );
}
