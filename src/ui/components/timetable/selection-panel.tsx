import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { attendeesIn } from '../../../domain/enrolments.ts';
import { explainViolation } from '../../../domain/explain.ts';
import { useProject } from '../../app-state.tsx';
import { freeAddress } from '../../state/insights/insight-address.ts';
import { notPlaced } from '../../state/problems/why-unplaced.ts';
import { itemOf, type LockPart, lockableParts, lockLevels, lockParts, locksOf } from '../../state/timetable/locks.ts';
import type { Placed } from '../../state/timetable/placement.ts';
import { groupNames, instructorNames, roomNames, timeLabel } from '../../state/words/labels.ts';
import { signedNumber, wholeNumber } from '../../state/words/numbers.ts';
import { wording } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { Choices } from '../basics/choices.tsx';
import { Icon } from '../basics/icon.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';
import { useTimetable } from './timetable-context.ts';
import { WhyUnplaced } from './why-unplaced.tsx';

const pageSize = 20;

/** Everything about the selected card: what can be done with it, course, people, room, time, and what is wrong with it. */
export function SelectionPanel(props: { readonly placed: Placed; readonly event: number }): JSX.Element {
  const text = useText();
  const project = useProject();
  const state = useTimetable();
  const event = () => props.placed.problem.events[props.event];
  const assignment = () => props.placed.timetable.assignments[props.event];
  const isPlaced = () => (assignment()?.time ?? -1) >= 0;
  const isMissing = () =>
    !isPlaced() || notPlaced(state.selection.evaluated()?.ofEvent.get(props.event) ?? []).length > 0;
  const rooms = () => roomNames(props.placed.problem, props.placed.timetable, props.event);
  const attendees = createMemo(() => attendeesIn(props.placed.problem, props.placed.timetable, props.event));
  const seats = () =>
    (assignment()?.rooms ?? []).reduce((sum, room) => sum + (props.placed.problem.rooms[room]?.capacity ?? 0), 0);
  const freeThen = () => {
    const { problem } = props.placed;
    const meeting = problem.times[assignment()?.time ?? -1];
    const day = problem.data.calendar.days[meeting?.days[0] ?? -1]?.id;
    if (meeting === undefined || day === undefined) return null;
    const week = meeting.weeks.length === problem.data.calendar.weekCount ? undefined : (meeting.weeks[0] ?? 0) + 1;
    const timetable = state.selection.record()?.id;
    const moment = { day, slot: meeting.start, slots: meeting.length };
    return freeAddress(project.id, {
      ...moment,
      ...(week === undefined ? {} : { week }),
      ...(timetable === undefined ? {} : { timetable }),
    });
  };
  const choose = (kind: 'rooms' | 'instructors') => state.choose(state.choosing() === kind ? null : kind);
  return (
    <Show when={event()}>
      {(shown) => (
        <>
          <h2>{shown().name}</h2>
          <CardActions event={props.event} isPlaced={isPlaced()} />
          <dl class="facts">
            <Fact label={text('panelCourse')} value={props.placed.problem.courses[shown().course]?.name ?? ''} />
            <Fact
              label={text('panelTime')}
              value={timeLabel(props.placed.problem, assignment()?.time ?? -1) || text('panelUnplaced')}
            />
            <Fact
              label={text('panelRooms')}
              value={rooms() === '' ? '–' : `${rooms()} (${text('panelSeats', { seats: seats() })})`}
              change={shown().rooms.length > 1 && isPlaced() ? () => choose('rooms') : undefined}
            />
            <Show when={state.choosing() === 'rooms' && isPlaced()}>
              <Choices event={props.event} kind="rooms" />
            </Show>
            <Fact
              label={text('panelInstructors')}
              value={instructorNames(props.placed.problem, props.placed.timetable, props.event) || '–'}
              change={
                !shown().instructorsFixed && shown().instructors.length > 1 ? () => choose('instructors') : undefined
              }
            />
            <Show when={state.choosing() === 'instructors'}>
              <Choices event={props.event} kind="instructors" />
            </Show>
            <Fact label={text('panelGroups')} value={groupNames(props.placed.problem, props.event) || '–'} />
            <Fact label={text('panelSize')} value={wholeNumber(attendees())} />
            <Fact label={text('panelDuration')} value={wholeNumber(shown().duration)} />
          </dl>
          <Show when={freeThen()}>
            {(address) => (
              <p>
                <A href={address()}>{text('profileFree')}</A>
              </p>
            )}
          </Show>
          <Show when={isMissing() && state.selection.evaluated()}>
            {(evaluated) => (
              <>
                <h2>{text('whyNotPlaced')}</h2>
                <WhyUnplaced evaluated={evaluated()} event={props.event} />
              </>
            )}
          </Show>
          <PanelProblems event={props.event} />
        </>
      )}
    </Show>
  );
}

function CardActions(props: { readonly event: number; readonly isPlaced: boolean }): JSX.Element {
  const text = useText();
  const state = useTimetable();
  return (
    <>
      <p class="card-actions">
        <button type="button" onClick={() => state.pickUp(props.event)}>
          {text('panelMove')} <kbd>M</kbd>
        </button>
        <button type="button" onClick={() => state.suggestions.ask(props.event)}>
          {text('suggestionsTitle')} <kbd>S</kbd>
        </button>
        <Show when={props.isPlaced}>
          <button type="button" onClick={() => state.unplace([props.event])}>
            {text('panelToTray')} <kbd>U</kbd>
          </button>
        </Show>
      </p>
      <Locks event={props.event} />
    </>
  );
}

/** Time, room and instructor, locked each on its own. */
function Locks(props: { readonly event: number }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { selection, lock } = useTimetable();
  const locked = () => locksOf(itemOf(project.data(), selection.problem(), props.event));
  const lockable = () => {
    const shown = selection.placed();
    return shown === null ? new Set<LockPart>() : lockableParts(shown.problem, shown.timetable, props.event);
  };
  return (
    <fieldset class="locks">
      <legend>
        <Icon name="lock" /> {text('panelLocks')} <kbd>L</kbd>
      </legend>
      <For each={lockParts}>
        {(part) => (
          <label class="lock-part">
            <span>{text(`lock_${part}`)}</span>
            <select
              disabled={!locked().has(part) && !lockable().has(part)}
              onChange={(event) => {
                const level = lockLevels.find((own) => own === event.currentTarget.value) ?? null;
                lock([props.event], { parts: new Set([part]), level });
              }}
            >
              <option value="" selected={!locked().has(part)}>
                {text('lockLevel_none')}
              </option>
              <For each={lockLevels.toReversed()}>
                {(level) => (
                  <option value={level} selected={locked().get(part) === level}>
                    {text(`lockLevel_${level}`)}
                  </option>
                )}
              </For>
            </select>
          </label>
        )}
      </For>
    </fieldset>
  );
}

function Fact(props: {
  readonly label: string;
  readonly value: string;
  readonly change?: (() => void) | undefined;
}): JSX.Element {
  const text = useText();
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        {props.value}
        <Show when={props.change}>
          {(change) => (
            <button
              type="button"
              class="plain"
              aria-label={`${text('panelChange')} ${props.label}`}
              onClick={() => change()()}
            >
              {text('panelChange')}
            </button>
          )}
        </Show>
      </dd>
    </div>
  );
}

function PanelProblems(props: { readonly event: number }): JSX.Element {
  const text = useText();
  const { selection, context } = useTimetable();
  const [limit, setLimit] = createSignal(pageSize);
  const list = () =>
    (selection.evaluated()?.ofEvent.get(props.event) ?? []).toSorted(
      (a, b) => Number(b.hard) - Number(a.hard) || b.cost - a.cost,
    );
  return (
    <Show when={selection.evaluated()}>
      <h2>
        {text('panelProblems')} <span class="count">{list().length}</span>
        <Show when={!selection.isCurrent()}>
          <small class="muted"> {text('panelPrevious')}</small>
        </Show>
      </h2>
      <Show when={list().length > 0} fallback={<p class="muted">{text('panelNoProblems')}</p>}>
        <ul class="panel-problems">
          <For each={list().slice(0, limit())}>
            {(violation) => (
              <li>
                <span>{context.ruleNames(violation.kind)}</span>
                <b data-hard={violation.hard ? '' : undefined}>
                  {violation.hard ? text('problemsHard') : signedNumber(violation.cost)}
                </b>
                <small>{explainViolation(selection.problem(), violation, wording())}</small>
              </li>
            )}
          </For>
        </ul>
        <MoreButton total={list().length} limit={limit()} onMore={() => setLimit(limit() + pageSize)} />
      </Show>
    </Show>
  );
}
