import type { Problem } from '../../../domain/problem.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { weekLabel } from '../words/labels.ts';

export type ViewKind = 'group' | 'instructor' | 'room' | 'course';
export const viewKinds: readonly ViewKind[] = ['group', 'instructor', 'room', 'course'];

/** What can be looked at; `index` into the problem's list of that kind. */
export interface ViewItem {
  readonly id: string;
  readonly name: string;
  readonly index: number;
}

/** One meeting of an event on one day of the grid. */
export interface Card {
  readonly event: number;
  readonly day: number;
  readonly start: number;
  readonly length: number;
  /** Cards that overlap in a day stand side by side: lane of so many lanes. */
  readonly lane: number;
  readonly lanes: number;
  /** Letters of the weeks it meets in, empty when in all. */
  readonly weeks: string;
}

export function viewItems(problem: Problem, kind: ViewKind): readonly ViewItem[] {
  switch (kind) {
    case 'group':
      return problem.groups.map((group) => ({ id: group.data.id, name: group.data.name, index: group.index }));
    case 'instructor':
      return problem.instructors.map(({ id, name }, index) => ({ id, name, index }));
    case 'room':
      return problem.rooms.map(({ id, name }, index) => ({ id, name, index }));
    case 'course':
      return problem.courses.map(({ id, name }, index) => ({ id, name, index }));
  }
}

/** The group that is shown until one is chosen: the first without others inside, whose lessons do not stand side by side. */
export function usualGroup(groups: ProblemData['groups']): string | undefined {
  const parents = new Set(groups.map(({ parentId }) => parentId));
  return (groups.find(({ id }) => !parents.has(id)) ?? groups[0])?.id;
}

/** What is shown until something is chosen. */
export function usualItem(problem: Problem, kind: ViewKind, items: readonly ViewItem[]): ViewItem | null {
  const group = kind === 'group' ? usualGroup(problem.data.groups) : undefined;
  return items.find(({ id }) => id === group) ?? items[0] ?? null;
}

/** Kinds that have anything to show. */
export function usableKinds(problem: Problem): readonly ViewKind[] {
  return viewKinds.filter((kind) => viewItems(problem, kind).length > 0);
}

/** Events that the chosen group, instructor, room or course takes part in, placed or not. */
export function eventsOfView(problem: Problem, timetable: Timetable, kind: ViewKind, index: number): readonly number[] {
  const belongs = belongingTest(problem, timetable, kind, index);
  return problem.events.filter((event) => belongs(event.index)).map((event) => event.index);
}

function belongingTest(problem: Problem, timetable: Timetable, kind: ViewKind, index: number) {
  switch (kind) {
    case 'group': {
      const leaves = new Set(problem.groups[index]?.leaves ?? []);
      const near = problem.groups.map((group) => group.leaves.some((leaf) => leaves.has(leaf)));
      return (event: number) => (problem.events[event]?.groups ?? []).some((group) => near[group] === true);
    }
    case 'instructor':
      return (event: number) => {
        const chosen = timetable.assignments[event]?.instructors ?? [];
        const pool = problem.events[event];
        return (
          chosen.includes(index) ||
          (pool?.instructorsFixed === true && pool.instructors.some((item) => item.index === index))
        );
      };
    case 'room':
      return (event: number) => (timetable.assignments[event]?.rooms ?? []).includes(index);
    case 'course':
      return (event: number) => problem.events[event]?.course === index;
  }
}

/** Whether weeks differ: some event meets in one of them and not in another. */
export function hasWeeks({ times, data }: Problem): boolean {
  return times.some(({ weeks }) => weeks.length < data.calendar.weekCount);
}

/** Whether an event is held in a week of the cycle; null is every week. One without a time is held in none. */
export function isHeldIn(problem: Problem, timetable: Timetable, event: number, week: number | null): boolean {
  const time = problem.times[timetable.assignments[event]?.time ?? -1];
  return time !== undefined && (week === null || time.weeks.includes(week));
}

/** The cards of these events: of one week of the cycle, or (null) of all of them laid over each other. */
export function cardsOf(
  problem: Problem,
  timetable: Timetable,
  events: readonly number[],
  week: number | null = null,
): readonly Card[] {
  const cards: Card[] = [];
  for (const event of events) {
    const time = problem.times[timetable.assignments[event]?.time ?? -1];
    if (time === undefined || !isHeldIn(problem, timetable, event, week)) continue;
    const weeks = weekLabel(time.weeks, problem.data.calendar.weekCount);
    for (const day of time.days) {
      cards.push({ event, day, start: time.start, length: time.length, lane: 0, lanes: 1, weeks });
    }
  }
  const halves = problem.data.calendar.weekCount === 2 && week === null;
  return withLanes(cards, problem.axis.dayCount).map((card) => (halves ? asHalf(card) : card));
}

/** With two weeks, what meets in one of them takes its half also where the other half is empty. */
function asHalf(card: Card): Card {
  if (card.lanes > 1 || card.weeks === '') return card;
  return { ...card, lane: card.weeks === 'A' ? 0 : 1, lanes: 2 };
}

/** The same cards, those that are as before as the same objects: what is drawn of them stays. */
export function keepCards(cards: readonly Card[], before: readonly Card[]): readonly Card[] {
  const known = new Map(before.map((card) => [`${card.event} ${card.day}`, card]));
  return cards.map((card) => {
    const former = known.get(`${card.event} ${card.day}`);
    return former !== undefined && sameCard(card, former) ? former : card;
  });
}

function sameCard(a: Card, b: Card): boolean {
  return (
    a.start === b.start && a.length === b.length && a.lane === b.lane && a.lanes === b.lanes && a.weeks === b.weeks
  );
}

/** Puts cards that overlap beside each other: each stretch of overlapping cards shares one number of lanes. */
function withLanes(cards: readonly Card[], dayCount: number): readonly Card[] {
  const placed: Card[] = [];
  for (let day = 0; day < dayCount; day++) {
    const ofDay = cards
      .filter((card) => card.day === day)
      .sort((a, b) => a.start - b.start || b.length - a.length || compareText(a.weeks, b.weeks) || a.event - b.event);
    let stretch: Card[] = [];
    let laneEnds: number[] = [];
    const close = () => {
      for (const card of stretch) placed.push({ ...card, lanes: laneEnds.length });
      stretch = [];
      laneEnds = [];
    };
    for (const card of ofDay) {
      if (laneEnds.length > 0 && laneEnds.every((end) => end <= card.start)) close();
      const free = laneEnds.findIndex((end) => end <= card.start);
      const lane = free === -1 ? laneEnds.length : free;
      laneEnds[lane] = card.start + card.length;
      stretch.push({ ...card, lane });
    }
    close();
  }
  return placed;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export function unplacedEvents(problem: Problem, timetable: Timetable): readonly number[] {
  return problem.events
    .filter((event) => (timetable.assignments[event.index]?.time ?? -1) < 0)
    .map((event) => event.index);
}

/** The view in which an event can be found, for links from a problem: the usual order, group first. */
export function viewOfEvent(
  problem: Problem,
  timetable: Timetable,
  event: number,
): { readonly kind: ViewKind; readonly id: string } | null {
  const data = problem.events[event];
  if (data === undefined) return null;
  const group = problem.groups[data.groups[0] ?? -1];
  if (group !== undefined) return { kind: 'group', id: group.data.id };
  const room = problem.rooms[timetable.assignments[event]?.rooms[0] ?? -1];
  if (room !== undefined) return { kind: 'room', id: room.id };
  const course = problem.courses[data.course];
  return course === undefined ? null : { kind: 'course', id: course.id };
}
