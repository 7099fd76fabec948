import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { useAppState, useProject } from '../app-state.tsx';
import { Choose } from '../components/basics/choose.tsx';
import { Icon } from '../components/basics/icon.tsx';
import { AbsentPeople } from '../components/insights/absent-people.tsx';
import { CoverNeed, isCovered } from '../components/insights/cover-need.tsx';
import { InsightTabs } from '../components/insights/insight-tabs.tsx';
import { NoTimetable } from '../components/timetable/no-timetable.tsx';
import { TimetableMenu } from '../components/timetable/timetable-menu.tsx';
import { useServices } from '../services.tsx';
import { type CoverLine, coverLines, coverText } from '../state/insights/cover-list.ts';
import {
  createSubstitutionPage,
  type Plan,
  type SubstitutionPage as State,
} from '../state/insights/substitution-page.ts';
import { longDate } from '../state/words/numbers.ts';
import { useText } from '../text/text.tsx';
import '../styles/insights.css';
import '../styles/substitution.css';
import { messageText } from '../state/words/message-text.ts';
import { listText } from '../state/words/wording.ts';

/** Somebody is away: what is to be covered, by whom, and the list to hand out. */
export function SubstitutionPage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const { notices } = useAppState();
  const { clock } = useServices();
  const state = createSubstitutionPage(project, clock.now, text, ([cause]) => {
    notices.complain(messageText(cause));
  });
  return (
    <>
      <InsightTabs />
      <section class="page insights">
        <div class="page-head screen-only">
          <h1>{text('substitutionTitle')}</h1>
          <span class="grow" />
          <Show when={state.record()}>
            {(chosen) => <TimetableMenu record={chosen()} onChoose={state.chooseTimetable} />}
          </Show>
        </div>
        <Show when={state.record()} fallback={<NoTimetable projectId={project.id} />}>
          <Fields state={state} />
          <Show when={state.absent().length > 0} fallback={<p class="muted">{text('coverNobodyYet')}</p>}>
            <Show when={state.plan()} fallback={<p class="muted">{text('insightsCounting')}</p>}>
              {(plan) => <Needs state={state} plan={plan()} />}
            </Show>
          </Show>
          <Dates state={state} />
        </Show>
      </section>
    </>
  );
}

function Fields(props: { readonly state: State }): JSX.Element {
  const text = useText();
  const project = useProject();
  const calendar = () => project.problem().data.calendar;
  const days = () => calendar().days.map(({ id, name }) => ({ value: id, label: name }));
  const starts = () => calendar().slots.map(({ start }, slot) => ({ value: String(slot), label: start }));
  const ends = () => calendar().slots.map(({ end }, slot) => ({ value: String(slot + 1), label: end }));
  return (
    <div class="insight-tools screen-only">
      <AbsentPeople
        problem={project.problem()}
        absent={props.state.absent()}
        onChange={(absent) => props.state.setAbsent(absent)}
      />
      <label>
        {text('coverDate')}
        <input
          type="date"
          value={props.state.date()}
          onChange={(event) => props.state.setDate(event.currentTarget.value)}
        />
      </label>
      <Choose
        label={text('coverDay')}
        choices={days()}
        value={days()[props.state.absence().day]?.value ?? ''}
        onChoose={props.state.setDay}
      />
      <Show when={props.state.weeks().length > 0}>
        <Choose
          label={text('freeWeek')}
          choices={props.state.weeks()}
          value={String(props.state.absence().week + 1)}
          onChoose={props.state.setWeek}
        />
      </Show>
      <Choose
        label={text('coverFrom')}
        choices={starts()}
        value={String(props.state.absence().from)}
        onChoose={(slot) => props.state.setFrom(Number(slot))}
      />
      <Choose
        label={text('coverUntil')}
        choices={ends()}
        value={String(props.state.absence().until)}
        onChoose={(slot) => props.state.setUntil(Number(slot))}
      />
      <span class="remark" role="status">
        {props.state.dateFits() ? '' : text('coverNoSuchDay')}
        {props.state.holiday() === null ? '' : text('coverHoliday', { name: props.state.holiday() ?? '' })}
      </span>
    </div>
  );
}

function Needs(props: { readonly state: State; readonly plan: Plan }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { notices } = useAppState();
  const [said, setSaid] = createSignal('');
  const needs = () => props.plan.needs;
  const lines = createMemo(() => coverLines(props.plan.placed.problem, needs(), props.plan.notes, text));
  const title = () => titleOf(props.plan, props.state.date());
  const hasCovers = () => needs().some(({ cover }) => cover !== null);
  const cover = (event: number, instructor: number | null) => {
    if (!props.state.setCover(event, instructor)) return;
    const eventName = props.plan.placed.problem.events[event]?.name ?? '';
    const name = props.plan.placed.problem.instructors[instructor ?? -1]?.name ?? '';
    setSaid(
      instructor === null
        ? text('coverGivenBack', { event: eventName })
        : text('coverTaken', { name, event: eventName }),
    );
  };
  const suggest = async () => {
    const count = await props.state.suggest();
    setSaid(count === 0 ? text('coverNothingSuggested') : text('coverSuggested', { count }));
  };
  const copy = () =>
    navigator.clipboard.writeText(coverText(title(), lines(), text)).then(
      () => notices.tell(text('coverCopied')),
      () => notices.complain(text('coverNotCopied')),
    );
  return (
    <Show when={needs().length > 0} fallback={<p>{text('coverNoEvents')}</p>}>
      <div class="insight-tools screen-only">
        <button type="button" class="primary" onClick={() => void suggest()}>
          {text('coverSuggest')}
        </button>
        <button type="button" disabled={!hasCovers()} onClick={() => props.state.clearCovers()}>
          {text('coverClear')}
        </button>
        <span class="count said">
          {text('coverProgress', { covered: needs().filter(isCovered).length, total: needs().length })}
        </span>
        <span class="said muted" role="status">
          {said()}
        </span>
        <span class="grow" />
        <Show when={props.state.date() !== ''}>
          <A class="button" href={`/p/${project.id}/timetable/day?rows=instructor&date=${props.state.date()}`}>
            {text('coverShowDay')}
          </A>
        </Show>
        <button type="button" onClick={() => void copy()}>
          {text('coverCopy')}
        </button>
        <button type="button" onClick={() => print()}>
          <Icon name="print" />
          {text('print')}
        </button>
      </div>
      <ul class="cover-needs screen-only">
        <For each={needs().map(({ placed }) => placed.event.index)}>
          {(event, position) => (
            <Show when={needs()[position()]}>
              {(need) => (
                <CoverNeed
                  placed={props.plan.placed}
                  need={need()}
                  note={props.state.date() === '' ? null : (props.plan.notes.get(event) ?? '')}
                  onCover={(instructor) => cover(event, instructor)}
                  onNote={(note) => {
                    props.state.setNote(event, note);
                    setSaid(text('coverNoted', { event: props.plan.placed.problem.events[event]?.name ?? '' }));
                  }}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
      <p class="muted note screen-only">{text(props.state.date() === '' ? 'coverHint' : 'coverHintDate')}</p>
      <CoverSheet title={title()} lines={lines()} />
    </Show>
  );
}

/** The dates for which covers are arranged; each leads to its list. */
function Dates(props: { readonly state: State }): JSX.Element {
  const text = useText();
  const project = useProject();
  const address = (date: string) => {
    const record = props.state.record();
    return `/p/${project.id}/substitution?date=${date}${record === null ? '' : `&timetable=${record.id}`}`;
  };
  return (
    <Show when={props.state.dates().length > 0}>
      <section class="cover-dates screen-only">
        <h2>{text('coverDates')}</h2>
        <ul>
          <For each={props.state.dates()}>
            {({ date, count }) => (
              <li>
                <A href={address(date)} aria-current={date === props.state.date() ? 'date' : undefined}>
                  {longDate(date)}
                </A>
                <span class="muted">{text('coverDatesCount', { count })}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

/** What is printed. */
function CoverSheet(props: { readonly title: string; readonly lines: readonly CoverLine[] }): JSX.Element {
  const text = useText();
  return (
    <div class="print-only cover-sheet">
      <p class="print-title">{props.title}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('coverColumnTime')}</th>
            <th scope="col">{text('coverColumnEvent')}</th>
            <th scope="col">{text('coverColumnGroups')}</th>
            <th scope="col">{text('coverColumnRoom')}</th>
            <th scope="col">{text('coverColumnInstead')}</th>
            <th scope="col">{text('coverColumnCover')}</th>
            <th scope="col">{text('coverColumnNote')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.lines}>
            {(line) => (
              <tr>
                <td>{line.time}</td>
                <td>{line.event}</td>
                <td>{line.groups}</td>
                <td>{line.rooms}</td>
                <td>{line.instead}</td>
                <td>
                  <b>{line.cover}</b>
                </td>
                <td>{line.note}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

/** The date as it is said, else the day of the week. */
function titleOf({ placed, absence }: Plan, date: string): string {
  const day = placed.problem.data.calendar.days[absence.day]?.name ?? '';
  const names = listText(absence.instructors.map((index) => placed.problem.instructors[index]?.name ?? ''));
  return `${names} · ${date === '' ? day : longDate(date)} · ${placed.problem.name}`;
}
