import { useNavigate, useParams } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import { dayOfDate } from '../../../domain/weekdays.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Editing } from '../../../workers/editing-client.ts';
import { useQuery } from '../frame/query.ts';
import { type CoverOnDay, coversOnDay } from '../insights/cover-plan.ts';
import type { OpenProject } from '../project/project.ts';
import { type ColourMode, colourModes } from './colours.ts';
import { type CellState, cellStates } from './grid-axis.ts';
import { createPlacement, type Placement } from './placement.ts';
import {
  type Card,
  cardsOf,
  eventsOfView,
  hasWeeks,
  isHeldIn,
  keepCards,
  usableKinds,
  usualItem,
  type ViewItem,
  type ViewKind,
  viewItems,
  viewKinds,
  viewOfEvent,
} from './view.ts';

export type Layout = 'week' | 'master' | 'day';
export const densities = ['small', 'medium', 'large'] as const;
export type Density = (typeof densities)[number];

/** The week of one resource. */
export interface GridView {
  readonly kind: Accessor<ViewKind>;
  readonly items: Accessor<readonly ViewItem[]>;
  readonly item: Accessor<ViewItem | null>;
  readonly cards: Accessor<readonly Card[]>;
  readonly states: Accessor<readonly CellState[]>;
  choose(kind: ViewKind, item: ViewItem | null): void;
}

export interface TimetableSelection extends Placement {
  readonly record: Accessor<TimetableRecord | null>;
  /** The problem whose indices are meant by all that is shown. */
  readonly problem: Accessor<Problem>;
  readonly layout: Accessor<Layout>;
  /** What the rows of the master grid are, and of the grid of a day. */
  readonly rows: Accessor<ViewKind>;
  readonly first: GridView;
  readonly second: GridView;
  readonly hasSecond: Accessor<boolean>;
  /** Of the grid of a day, and of a week on a phone. */
  readonly day: Accessor<number>;
  /** The date of that day (`yyyy-mm-dd`), or null when it is any such day. */
  readonly date: Accessor<string | null>;
  /** Who stands in on that date, by event. */
  readonly covers: Accessor<ReadonlyMap<number, CoverOnDay>>;
  /** Index of the week that is shown; null: all of them, laid over each other. */
  readonly week: Accessor<number | null>;
  /** How many there are to choose from; 0 where all are alike. */
  readonly weekCount: Accessor<number>;
  readonly density: Accessor<Density>;
  readonly colour: Accessor<ColourMode>;
  /** Id of the timetable that changes are counted from, or `opened`; null for the published version, if there is one. */
  readonly against: Accessor<string | null>;
  /** Index of the selected event, or null. */
  readonly event: Accessor<number | null>;
  chooseLayout(layout: Layout, kind: ViewKind): void;
  /** Opens or closes the second view. */
  split(on: boolean): void;
  chooseTimetable(id: string): void;
  chooseEvent(event: number | null): void;
  /** Selects an event and goes to a view in which it is. */
  showEvent(event: number): void;
  chooseDay(day: number): void;
  /** Empty: any day like the one that is shown. */
  chooseDate(date: string): void;
  chooseWeek(week: number | null): void;
  chooseDensity(density: Density): void;
  chooseColour(colour: ColourMode): void;
  chooseAgainst(id: string | null): void;
}

type Search = {
  readonly resource?: string;
  readonly timetable?: string;
  readonly event?: string;
  /** `room:r1`: kind and id of the second view. */
  readonly second?: string;
  readonly rows?: string;
  readonly day?: string;
  /** `yyyy-mm-dd`: a day as it is held then, with its covers. */
  readonly date?: string;
  /** Counted from 1. */
  readonly week?: string;
  readonly size?: string;
  readonly colour?: string;
  readonly against?: string;
};

/** What the timetable page shows. All of it is in the address, so that Back works and links lead to a card. */
export function createTimetableSelection(project: OpenProject, editing: Editing): TimetableSelection {
  const address = createAddress(project);
  const { kind, search, setSearch, go } = address;
  const record = createMemo(() => project.timetable(search.timetable));
  const placement = createPlacement(project, editing, record);
  const problem = createMemo(() => placement.placed()?.problem ?? project.problem());
  const layout = createMemo<Layout>(() => (kind() === 'master' ? 'master' : kind() === 'day' ? 'day' : 'week'));
  const shownDay = createShownDay(project, address, problem, layout);
  const { dateWeek, ...day } = shownDay;
  const weeks = createShownWeek(address, problem, dateWeek);
  const { first, second } = createGridViews(address, placement, problem, weeks.week);
  return {
    ...placement,
    record,
    problem,
    layout,
    rows: createMemo(() => kindNamed(search.rows, problem())),
    first,
    second,
    hasSecond: () => layout() === 'week' && search.second !== undefined,
    ...day,
    ...weeks,
    ...createShownEvent(
      address,
      placement,
      problem,
      weeks.week,
      (event) => layout() !== 'week' || first.cards().some((card) => card.event === event),
    ),
    ...createLook(address),
    chooseLayout(next, of) {
      if (next === 'week') return go(of, {});
      go(next, { rows: of, ...(search.day === undefined ? {} : { day: search.day }) });
    },
    split: (on) => setSearch({ second: on ? otherKind(problem(), first.kind()) : null }),
    chooseTimetable: (id) => setSearch({ timetable: id }),
  };
}

type Address = ReturnType<typeof createAddress>;

/** The address of the page, and how to go to another one; what is no matter of one view goes with it. */
function createAddress(project: OpenProject) {
  const params = useParams<{ kind?: string }>();
  const [search, setSearch] = useQuery<Search>();
  const navigate = useNavigate();
  const keep = (more: Search) => {
    const { timetable, colour, against, size, week } = search;
    const kept = { timetable, colour, against, size, week };
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({ ...kept, ...more })) if (value) query.set(key, value);
    return `?${query}`;
  };
  const go = (kind: string, more: Search) => navigate(`/p/${project.id}/timetable/${kind}${keep(more)}`);
  return { kind: () => params.kind, search, setSearch, go };
}

/** The kind of that name, else the first that the problem has. */
function kindNamed(name: string | undefined, problem: Problem): ViewKind {
  return viewKinds.find((kind) => kind === name) ?? usableKinds(problem)[0] ?? 'course';
}

function createGridViews(
  { kind, search, setSearch, go }: Address,
  placement: Placement,
  problem: Accessor<Problem>,
  week: Accessor<number | null>,
) {
  const first = createGridView(placement, problem, week, {
    kind: () => kindNamed(kind(), problem()),
    id: () => search.resource,
    choose: (next, item) => {
      const resource = item === null ? {} : { resource: item.id };
      if (next === kind()) setSearch({ resource: item?.id ?? null, event: null });
      else go(next, { ...resource, ...(search.second === undefined ? {} : { second: search.second }) });
    },
  });
  const secondParts = createMemo(() => /^([a-z]+)(?::(.*))?$/.exec(search.second ?? '') ?? []);
  const second = createGridView(placement, problem, week, {
    kind: () => kindNamed(secondParts()[1], problem()),
    id: () => secondParts()[2],
    choose: (next, item) => setSearch({ second: item === null ? next : `${next}:${item.id}` }),
  });
  return { first, second };
}

/** Any such day, or the one of a date with its covers. */
function createShownDay(
  project: OpenProject,
  { search, setSearch }: Address,
  problem: Accessor<Problem>,
  layout: Accessor<Layout>,
): Pick<TimetableSelection, 'day' | 'date' | 'covers' | 'chooseDay' | 'chooseDate'> & {
  /** The week of the cycle that the date is in, where it tells. */
  readonly dateWeek: Accessor<number | null>;
} {
  const dayOf = (date: string) => dayOfDate(problem().data.calendar, date, [...navigator.languages, 'en']);
  const dated = createMemo(() => {
    const { date } = search;
    if (layout() !== 'day' || date === undefined) return null;
    const found = dayOf(date);
    return found === null ? null : { date, ...found };
  });
  return {
    day: createMemo(
      () => dated()?.day ?? Math.min(Math.max(0, Math.trunc(Number(search.day)) || 0), problem().axis.dayCount - 1),
    ),
    date: () => dated()?.date ?? null,
    dateWeek: () => dated()?.week ?? null,
    covers: createMemo(() => coversOnDay(problem(), project.data(), dated()?.date ?? null)),
    chooseDay: (next) => setSearch({ day: String(next), date: null }, { replace: true }),
    chooseDate(date) {
      const found = dayOf(date);
      setSearch({ date: date || null, ...(found === null ? {} : { day: String(found.day) }) }, { replace: true });
    },
  };
}

/** The week that was chosen, or that of the date. */
function createShownWeek(
  { search, setSearch }: Address,
  problem: Accessor<Problem>,
  dateWeek: Accessor<number | null>,
): Pick<TimetableSelection, 'week' | 'weekCount' | 'chooseWeek'> {
  const weekCount = createMemo(() => (hasWeeks(problem()) ? problem().data.calendar.weekCount : 0));
  const chosen = () => {
    const week = Number(search.week) - 1;
    return Number.isInteger(week) && week >= 0 && week < weekCount() ? week : null;
  };
  return {
    week: createMemo(() => dateWeek() ?? chosen()),
    weekCount,
    chooseWeek: (week) => setSearch({ week: week === null ? null : String(week + 1) }, { replace: true }),
  };
}

/** The selected event; a view and a week that do not show it are left for others that do. */
function createShownEvent(
  { search, setSearch, go }: Address,
  { placed }: Placement,
  problem: Accessor<Problem>,
  week: Accessor<number | null>,
  isShown: (event: number) => boolean,
): Pick<TimetableSelection, 'event' | 'chooseEvent' | 'showEvent'> {
  const indices = createMemo(() => new Map(problem().events.map(({ id, index }) => [id, index])));
  const idOf = (index: number) => problem().events[index]?.id ?? null;
  return {
    event: createMemo(() => indices().get(search.event ?? '') ?? null),
    chooseEvent: (index) => setSearch({ event: index === null ? null : idOf(index) }, { replace: true }),
    showEvent(index) {
      const shown = placed();
      const id = idOf(index);
      if (shown === null || id === null) return;
      const isHeld = isHeldIn(shown.problem, shown.timetable, index, week());
      const view = isShown(index) ? null : viewOfEvent(shown.problem, shown.timetable, index);
      if (view === null) setSearch({ event: id, ...(isHeld ? {} : { week: null }) }, { replace: true });
      else go(view.kind, { resource: view.id, event: id, ...(isHeld ? {} : { week: '' }) });
    },
  };
}

type Look = Pick<
  TimetableSelection,
  'density' | 'colour' | 'against' | 'chooseDensity' | 'chooseColour' | 'chooseAgainst'
>;

function createLook({ search, setSearch }: Address): Look {
  return {
    density: () => densities.find((size) => size === search.size) ?? 'medium',
    colour: () => colourModes.find((mode) => mode === search.colour) ?? 'course',
    against: () => search.against ?? null,
    chooseDensity: (next) => setSearch({ size: next === 'medium' ? null : next }, { replace: true }),
    chooseColour: (next) => setSearch({ colour: next === 'course' ? null : next }, { replace: true }),
    chooseAgainst: (id) => setSearch({ against: id }, { replace: true }),
  };
}

/** Instructors beside groups, groups beside anything else, where there are any. */
function otherKind(problem: Problem, kind: ViewKind): ViewKind {
  return usableKinds(problem).find((other) => other !== kind) ?? kind;
}

function createGridView(
  { placed }: Placement,
  problem: Accessor<Problem>,
  week: Accessor<number | null>,
  address: {
    readonly kind: Accessor<ViewKind>;
    readonly id: Accessor<string | undefined>;
    readonly choose: (kind: ViewKind, item: ViewItem | null) => void;
  },
): GridView {
  const kind = createMemo(address.kind);
  const items = createMemo(() => viewItems(problem(), kind()));
  const item = createMemo(() => items().find(({ id }) => id === address.id()) ?? usualItem(problem(), kind(), items()));
  const cards = createMemo<readonly Card[]>((before) => {
    const shown = placed();
    const chosen = item();
    if (shown === null || chosen === null) return [];
    const events = eventsOfView(shown.problem, shown.timetable, kind(), chosen.index);
    return keepCards(cardsOf(shown.problem, shown.timetable, events, week()), before);
  }, []);
  const states = createMemo(() => cellStates(problem(), kind(), item()?.index ?? -1));
  return { kind, items, item, cards, states, choose: address.choose };
}
