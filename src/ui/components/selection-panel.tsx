import { createSignal, For, type JSX, Show } from 'solid-js';
import { explainViolation } from '../../domain/explain.ts';
import type { Problem } from '../../domain/problem.ts';
import type { EvaluatedTimetable } from '../state/evaluation.ts';
import { groupNames, instructorNames, roomNames, timeLabel } from '../state/labels.ts';
import { wholeNumber } from '../state/numbers.ts';
import { useText } from '../text/text.tsx';
import { MoreButton } from './diagnostic-list.tsx';
import { createRuleName } from './rule-name.ts';
import { WhyUnplaced } from './why-unplaced.tsx';

const pageSize = 20;

/** Everything about the selected card: course, people, room, time, and what is wrong with it. */
export function SelectionPanel(props: {
  readonly problem: Problem;
  readonly evaluated: EvaluatedTimetable;
  readonly event: number;
}): JSX.Element {
  const text = useText();
  const event = () => props.problem.events[props.event];
  const assignment = () => props.evaluated.timetable.assignments[props.event];
  const rooms = () => roomNames(props.problem, props.evaluated.timetable, props.event);
  const seats = () =>
    (assignment()?.rooms ?? []).reduce((sum, room) => sum + (props.problem.rooms[room]?.capacity ?? 0), 0);
  return (
    <Show when={event()}>
      {(shown) => (
        <>
          <h2>{shown().name}</h2>
          <dl class="facts">
            <Fact label={text('panelCourse')} value={props.problem.courses[shown().course]?.name ?? ''} />
            <Fact
              label={text('panelTime')}
              value={timeLabel(props.problem, assignment()?.time ?? -1) || text('panelUnplaced')}
            />
            <Fact
              label={text('panelRooms')}
              value={rooms() === '' ? '–' : `${rooms()} (${text('panelSeats', { seats: seats() })})`}
            />
            <Fact
              label={text('panelInstructors')}
              value={instructorNames(props.problem, props.evaluated.timetable, props.event) || '–'}
            />
            <Fact label={text('panelGroups')} value={groupNames(props.problem, props.event) || '–'} />
            <Fact label={text('panelSize')} value={wholeNumber(shown().size)} />
            <Fact label={text('panelDuration')} value={String(shown().duration)} />
          </dl>
          <Show when={assignment() !== undefined && (assignment()?.time ?? -1) < 0}>
            <h2>{text('whyTitle')}</h2>
            <WhyUnplaced evaluated={props.evaluated} event={props.event} />
          </Show>
          <PanelProblems problem={props.problem} evaluated={props.evaluated} event={props.event} />
        </>
      )}
    </Show>
  );
}

function Fact(props: { readonly label: string; readonly value: string }): JSX.Element {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

function PanelProblems(props: {
  readonly problem: Problem;
  readonly evaluated: EvaluatedTimetable;
  readonly event: number;
}): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(pageSize);
  const ruleName = createRuleName(() => props.problem);
  const list = () =>
    (props.evaluated.ofEvent.get(props.event) ?? []).toSorted(
      (a, b) => Number(b.hard) - Number(a.hard) || b.cost - a.cost,
    );
  return (
    <>
      <h2>
        {text('panelProblems')} <span class="count">{list().length}</span>
      </h2>
      <Show when={list().length > 0} fallback={<p class="muted">{text('panelNoProblems')}</p>}>
        <ul class="panel-problems">
          <For each={list().slice(0, limit())}>
            {(violation) => (
              <li>
                <span>{ruleName(violation.kind)}</span>
                <b data-hard={violation.hard ? '' : undefined}>
                  {violation.hard ? text('problemsHard') : `+${wholeNumber(violation.cost)}`}
                </b>
                <small>{explainViolation(props.problem, violation)}</small>
              </li>
            )}
          </For>
        </ul>
        <MoreButton total={list().length} limit={limit()} onMore={() => setLimit(limit() + pageSize)} />
      </Show>
    </>
  );
}
