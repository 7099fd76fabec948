import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { slotAtMinute } from '../../domain/weekdays.ts';
import { useProject } from '../app-state.tsx';
import { Icon } from '../components/basics/icon.tsx';
import { Segmented } from '../components/basics/segmented.tsx';
import { FigureTable } from '../components/charts/figure-table.tsx';
import { type ProfileMeasure, profileMeasures, WeekProfile } from '../components/charts/week-profile.tsx';
import { InsightTabs } from '../components/insights/insight-tabs.tsx';
import { NoTimetable } from '../components/timetable/no-timetable.tsx';
import { TimetableMenu } from '../components/timetable/timetable-menu.tsx';
import { useQuery } from '../state/frame/query.ts';
import { freeAddress } from '../state/insights/insight-address.ts';
import {
  type FigureTable as FigureTableView,
  type Overview,
  type StatisticsKind,
  type StatisticsView,
  statisticsViewSteps,
} from '../state/insights/statistics-tables.ts';
import { createComputed, createPlaced, type PlacedTimetable } from '../state/timetable/placed-timetable.ts';
import { foldedMatch } from '../state/words/folded-match.ts';
import { hoursOf, percentage, tenthsOf, wholeNumber } from '../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../text/text.tsx';
import '../styles/insights.css';

type Shown = StatisticsKind | 'week';
const titles: Readonly<Record<Shown, PlainTextKey>> = {
  instructor: 'statisticsInstructors',
  group: 'statisticsGroups',
  room: 'statisticsRooms',
  week: 'statisticsWeek',
};

export function StatisticsPage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const [search, setSearch] = useQuery<{ timetable?: string; of?: string }>();
  const record = createMemo(() => project.timetable(search.timetable));
  const placed = createPlaced(project, record);
  const statistics = createComputed(placed, ({ problem, timetable }) => statisticsViewSteps(problem, timetable));
  const shown = () => {
    const of = search.of ?? '';
    return of in titles ? (of as Shown) : null;
  };
  return (
    <>
      <InsightTabs />
      <section class="page wide insights">
        <div class="page-head">
          <h1>{text('statisticsTitle')}</h1>
          <span class="grow" />
          <Show when={record()}>
            {(chosen) => <TimetableMenu record={chosen()} onChoose={(id) => setSearch({ timetable: id })} />}
          </Show>
          <button type="button" class="screen-only" onClick={() => print()}>
            <Icon name="print" />
            {text('print')}
          </button>
        </div>
        <Show when={record()} fallback={<NoTimetable projectId={project.id} />}>
          <Show when={statistics()} fallback={<p class="muted">{text('insightsCounting')}</p>}>
            {(counted) => (
              <Counted
                placed={counted().source}
                view={counted().value}
                shown={shown()}
                onShow={(of) => setSearch({ of })}
              />
            )}
          </Show>
        </Show>
      </section>
    </>
  );
}

function Counted(props: {
  readonly placed: PlacedTimetable;
  readonly view: StatisticsView;
  readonly shown: Shown | null;
  readonly onShow: (shown: Shown) => void;
}): JSX.Element {
  const text = useText();
  const usable = createMemo((): readonly Shown[] => [
    ...(props.view.statistics.instructors.length > 0 ? ['instructor' as const] : []),
    ...(props.view.statistics.groups.length > 0 ? ['group' as const] : []),
    ...(props.view.statistics.rooms.length > 0 ? ['room' as const] : []),
    'week',
  ]);
  const [filter, setFilter] = createSignal('');
  const [onlyBreached, setOnlyBreached] = createSignal(false);
  const project = useProject();
  const freeAt = (day: number, minute: number) => {
    const { calendar } = props.placed.problem.data;
    return freeAddress(project.id, {
      day: calendar.days[day]?.id ?? '',
      slot: slotAtMinute(calendar, minute) ?? 0,
      timetable: props.placed.record.id,
    });
  };
  const [measure, setMeasure] = createSignal<ProfileMeasure>('events');
  const shown = () => (props.shown !== null && usable().includes(props.shown) ? props.shown : (usable()[0] ?? 'week'));
  return (
    <>
      <p class="print-only print-title">
        {text(titles[shown()])} · {props.placed.record.name} · {props.placed.problem.name}
      </p>
      <OverviewFigures placed={props.placed} overview={props.view.overview} />
      <div class="insight-tools screen-only">
        <Segmented
          label={text('statisticsOf')}
          options={usable().map((value) => ({ value, text: text(titles[value]) }))}
          value={shown()}
          onChoose={props.onShow}
        />
        <Show
          when={shown() !== 'week'}
          fallback={
            <Segmented
              label={text('profileLabel')}
              options={profileMeasures.map(({ value, title }) => ({ value, text: text(title) }))}
              value={measure()}
              onChoose={setMeasure}
            />
          }
        >
          <input
            type="search"
            aria-label={text('statisticsFilter')}
            placeholder={text('statisticsFilter')}
            value={filter()}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
          <Show when={props.view.statistics.limits.size > 0}>
            <label class="check">
              <input
                type="checkbox"
                checked={onlyBreached()}
                onChange={(event) => setOnlyBreached(event.currentTarget.checked)}
              />
              {text('statisticsOnlyBreaches')}
            </label>
          </Show>
        </Show>
      </div>
      <Show
        when={shown() !== 'week'}
        fallback={
          <WeekProfile
            problem={props.placed.problem}
            profile={props.view.statistics.profile}
            measure={measure()}
            addressOf={freeAt}
          />
        }
      >
        {/* Another kind has other columns: it begins anew. */}
        <For each={[shown() as StatisticsKind]}>
          {(kind) => (
            <KindTable
              kind={kind}
              placed={props.placed}
              table={props.view.tables[kind]}
              filter={filter()}
              onlyBreached={onlyBreached()}
            />
          )}
        </For>
      </Show>
    </>
  );
}

function KindTable(props: {
  readonly kind: StatisticsKind;
  readonly placed: PlacedTimetable;
  readonly table: FigureTableView;
  readonly filter: string;
  readonly onlyBreached: boolean;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const rows = createMemo(() => {
    const matches = foldedMatch(props.filter);
    return props.table.rows.filter(({ name, breached }) => matches(name) && (breached || !props.onlyBreached));
  });
  const address = (id: string) =>
    `/p/${project.id}/timetable/${props.kind}?${new URLSearchParams({ resource: id, timetable: props.placed.record.id })}`;
  return (
    <>
      <Show
        when={rows().length > 0}
        fallback={<p class="muted">{props.onlyBreached ? text('statisticsNoBreaches') : text('statisticsNone')}</p>}
      >
        <FigureTable
          table={props.table}
          rows={rows()}
          caption={text(titles[props.kind])}
          addressOf={({ id }) => address(id)}
        />
      </Show>
      <p class="muted note">
        {props.kind === 'group' ? text('statisticsLeaves') : ''}{' '}
        {props.placed.problem.data.calendar.weekCount > 1 ? text('statisticsWeeks') : ''}
      </p>
    </>
  );
}

function OverviewFigures(props: { readonly placed: PlacedTimetable; readonly overview: Overview }): JSX.Element {
  const text = useText();
  const figures = () => {
    const { placed, events, minutes, roomTime, seats, groupGaps, breaches } = props.overview;
    return [
      {
        title: text('statisticsPlaced'),
        value: text('counterOf', { value: wholeNumber(placed), total: wholeNumber(events) }),
        bad: placed < events,
      },
      { title: text('statisticsHours'), value: hoursOf(minutes), bad: false },
      ...(roomTime === null ? [] : [{ title: text('statisticsRoomTime'), value: percentage(roomTime), bad: false }]),
      ...(seats === null ? [] : [{ title: text('statisticsSeats'), value: percentage(seats), bad: false }]),
      ...(props.placed.problem.axis.cellsAreSlots && props.placed.problem.groups.length > 0
        ? [{ title: text('statisticsGroupGaps'), value: tenthsOf(groupGaps), bad: false }]
        : []),
      { title: text('statisticsBreaches'), value: wholeNumber(breaches), bad: breaches > 0 },
    ];
  };
  return (
    <dl class="counters">
      <For each={figures()}>
        {({ title, value, bad }) => (
          <div data-bad={bad ? '' : undefined}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
