import { useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import type { Problem } from '../../domain/problem.ts';
import type { TimetableRecord } from '../../storage/records.ts';
import type { EventCardView } from '../components/event-card.tsx';
import type { EvaluatedTimetable } from './evaluation.ts';
import { type CellState, cellStates } from './grid-axis.ts';
import { groupNames, instructorNames, roomNames } from './labels.ts';
import type { OpenProject } from './project.ts';
import {
  type Card,
  cardsOf,
  eventsOfView,
  usableKinds,
  type ViewItem,
  type ViewKind,
  viewItems,
  viewKinds,
} from './timetable-view.ts';

export interface TimetableSelection {
  readonly record: Accessor<TimetableRecord | null>;
  /** The problem whose indices are meant by all that is shown. */
  readonly problem: Accessor<Problem>;
  readonly evaluated: Accessor<EvaluatedTimetable | null>;
  readonly kind: Accessor<ViewKind>;
  readonly items: Accessor<readonly ViewItem[]>;
  readonly item: Accessor<ViewItem | null>;
  readonly cards: Accessor<readonly Card[]>;
  readonly states: Accessor<readonly CellState[]>;
  /** Index of the selected event, or null. */
  readonly event: Accessor<number | null>;
  /** What a card says in the present view. */
  readonly viewOf: (event: number) => EventCardView;
  chooseKind(kind: ViewKind): void;
  chooseItem(item: ViewItem): void;
  chooseTimetable(id: string): void;
  chooseEvent(event: number | null): void;
}

/** What the timetable page shows. All of it is in the address, so that Back works and links lead to a card. */
export function createTimetableSelection(project: OpenProject): TimetableSelection {
  const params = useParams<{ kind?: string }>();
  const [search, setSearch] = useSearchParams<{ resource?: string; timetable?: string; event?: string }>();
  const navigate = useNavigate();

  const record = createMemo(() => project.timetable(search.timetable));
  const evaluated = project.evaluations.follow(record);
  const problem = createMemo(() => evaluated()?.problem ?? project.problem());
  const kind = createMemo(
    () => viewKinds.find((known) => known === params.kind) ?? usableKinds(problem())[0] ?? 'course',
  );
  const items = createMemo(() => viewItems(problem(), kind()));
  const item = createMemo(() => items().find((candidate) => candidate.id === search.resource) ?? items()[0] ?? null);
  const cards = createMemo(() => {
    const shown = evaluated();
    const chosen = item();
    if (shown === null || chosen === null) return [];
    return cardsOf(problem(), shown.timetable, eventsOfView(problem(), shown.timetable, kind(), chosen.index));
  });
  const states = createMemo(() => cellStates(problem(), kind(), item()?.index ?? -1));
  const event = createMemo(() => {
    const found = problem().events.find((candidate) => candidate.id === search.event);
    return found?.index ?? null;
  });

  return {
    record,
    problem,
    evaluated,
    kind,
    items,
    item,
    cards,
    states,
    event,
    viewOf: (index) => cardView(problem(), evaluated(), kind(), index),
    chooseKind(next) {
      const timetable = search.timetable === undefined ? '' : `?timetable=${encodeURIComponent(search.timetable)}`;
      navigate(`/p/${project.id}/timetable/${next}${timetable}`);
    },
    chooseItem: (next) => setSearch({ resource: next.id, event: null }),
    chooseTimetable: (id) => setSearch({ timetable: id }),
    chooseEvent: (index) =>
      setSearch({ event: index === null ? null : (problem().events[index]?.id ?? null) }, { replace: true }),
  };
}

function cardView(
  problem: Problem,
  evaluated: EvaluatedTimetable | null,
  kind: ViewKind,
  index: number,
): EventCardView {
  const event = problem.events[index];
  if (event === undefined || evaluated === null) {
    return { course: 0, title: '', detail: '', hard: 0, soft: 0, locked: false };
  }
  const { timetable, ofEvent } = evaluated;
  const parts = [
    kind === 'group' ? '' : groupNames(problem, index),
    kind === 'instructor' ? '' : instructorNames(problem, timetable, index),
    kind === 'room' ? '' : roomNames(problem, timetable, index),
  ];
  const violations = ofEvent.get(index) ?? [];
  const hard = violations.filter((violation) => violation.hard).length;
  return {
    course: event.course,
    title: event.name,
    detail: parts.filter((part) => part !== '').join(' · '),
    hard,
    soft: violations.length - hard,
    locked: event.lock !== null,
  };
}
