import { useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Violation } from '../../domain/constraints/definition.ts';
import { explainViolation } from '../../domain/explain.ts';
import { isFeasible } from '../../domain/score.ts';
import { useProject } from '../app-state.tsx';
import { Conflicts } from '../components/conflicts.tsx';
import { MoreButton } from '../components/diagnostic-list.tsx';
import { EventLink } from '../components/event-link.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { InTheWay } from '../components/in-the-way.tsx';
import { NoTimetable } from '../components/no-timetable.tsx';
import { createRuleName } from '../components/rule-name.ts';
import { ScoreLine } from '../components/score-line.tsx';
import { TimetableMenu } from '../components/timetable-menu.tsx';
import { createGrowing } from '../state/drawing.ts';
import type { EvaluatedTimetable } from '../state/evaluation.ts';
import { timeLabel } from '../state/labels.ts';
import { wholeNumber } from '../state/numbers.ts';
import { groupViolations, type ViolationGroup } from '../state/problems-view.ts';
import { useText } from '../text/text.tsx';

/** A group opens with what fits a few screens; every further press shows as much again and more. */
const firstRows = 50;
const rowsOfTurn = 15;
const moreRows = 200;
const cardsShown = 6;

export function ProblemsPage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const [search, setSearch] = useSearchParams<{ timetable?: string }>();
  const record = createMemo(() => project.timetable(search.timetable));
  const evaluated = project.evaluations.follow(record);
  return (
    <section class="page">
      <div class="page-head">
        <h1>{text('problemsTitle')}</h1>
        <span class="grow" />
        <Show when={evaluated()}>{(shown) => <ScoreLine score={shown().score} />}</Show>
        <Show when={record()}>
          {(shown) => <TimetableMenu record={shown()} onChoose={(id) => setSearch({ timetable: id })} />}
        </Show>
        <ExportMenu timetable={record()} />
      </div>
      <Show when={record()} fallback={<NoTimetable projectId={project.id} />}>
        <Show when={evaluated()} fallback={<p class="muted">{text('problemsChecking')}</p>}>
          {(shown) => (
            <>
              <Show when={!isFeasible(shown().score)}>
                {/* Another timetable is another question. */}
                <Show when={shown()} keyed>
                  {(judged) => (
                    <>
                      <Conflicts evaluated={judged} />
                      <InTheWay evaluated={judged} />
                    </>
                  )}
                </Show>
              </Show>
              <Groups evaluated={shown()} />
            </>
          )}
        </Show>
      </Show>
    </section>
  );
}

function Groups(props: { readonly evaluated: EvaluatedTimetable }): JSX.Element {
  const text = useText();
  const groups = createMemo(() => groupViolations(props.evaluated.violations));
  return (
    <Show when={groups().length > 0} fallback={<p>{text('problemsNone')}</p>}>
      <div class="problem-groups">
        <For each={groups()}>
          {(group, index) => <Group group={group} first={index() === 0} evaluated={props.evaluated} />}
        </For>
      </div>
    </Show>
  );
}

function Group(props: {
  readonly group: ViolationGroup;
  readonly first: boolean;
  readonly evaluated: EvaluatedTimetable;
}): JSX.Element {
  const text = useText();
  const name = createRuleName(() => props.evaluated.problem);
  const [open, setOpen] = createSignal(props.first);
  const [limit, setLimit] = createSignal(firstRows);
  const shown = createGrowing(limit, rowsOfTurn);
  return (
    <details class="panel problem-group" open={open()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="tag" data-severity={props.group.hard ? 'error' : 'warning'}>
          {props.group.kind === 'placed'
            ? text('problemsUnplaced')
            : props.group.hard
              ? text('problemsHard')
              : text('problemsSoft')}
        </span>
        <strong>{name(props.group.kind)}</strong>
        <span class="muted">{text('problemsCases', { count: props.group.violations.length })}</span>
        <span class="grow" />
        <span class="group-figure">
          {text('problemsAmount')} <b>{wholeNumber(props.group.amount)}</b>
        </span>
        <Show when={!props.group.hard}>
          <span class="group-figure">
            {text('problemsCost')} <b>{wholeNumber(props.group.cost)}</b>
          </span>
        </Show>
      </summary>
      {/* Only an opened group has its rows in the page. */}
      <Show when={open()}>
        <ul class="violations">
          <For each={props.group.violations.slice(0, shown())}>
            {(violation) => <ViolationRow violation={violation} evaluated={props.evaluated} />}
          </For>
        </ul>
        <MoreButton total={props.group.violations.length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
      </Show>
    </details>
  );
}

function ViolationRow(props: { readonly violation: Violation; readonly evaluated: EvaluatedTimetable }): JSX.Element {
  const text = useText();
  const events = () => [...new Set(props.violation.events)];
  return (
    <li>
      <p>{explainViolation(props.evaluated.problem, props.violation)}</p>
      <Show when={!props.violation.hard}>
        <b class="violation-cost">+{wholeNumber(props.violation.cost)}</b>
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
      </p>
    </li>
  );
}
