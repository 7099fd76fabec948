import type { GroupData } from '../problem-data.ts';
import { finish, type Steps } from '../steps.ts';
import { ancestorsOf } from './affected.ts';
import type { CardChange } from './compare-states.ts';
import type { ProjectState } from './place.ts';

/** What one person or group has to know. */
export interface PersonChanges {
  readonly of: 'instructor' | 'group';
  readonly id: string;
  readonly name: string;
  readonly changes: readonly PersonChange[];
}

export interface PersonChange {
  readonly card: CardChange;
  /** `gone`: it was theirs and is not any more; `new`: it was not; `other`: it is elsewhere or at another time. */
  readonly kind: 'gone' | 'new' | 'other';
}

/** For everybody whose timetable is another one, instructors first, in the order of the data. */
export function changeLists(
  cards: readonly CardChange[],
  before: ProjectState,
  after: ProjectState,
): readonly PersonChanges[] {
  return finish(changeListSteps(cards, before, after));
}

/** `changeLists` in short steps, for the page. */
export function* changeListSteps(
  cards: readonly CardChange[],
  before: ProjectState,
  after: ProjectState,
): Steps<readonly PersonChanges[]> {
  const inOrder = cards.toSorted(byMoment(before, after));
  const instructors = yield* instructorLists(inOrder, before, after);
  return [...instructors, ...(yield* groupLists(inOrder, before, after))];
}

/** In the order of the week as it was; what is new comes where it is now. */
function byMoment(before: ProjectState, after: ProjectState): (a: CardChange, b: CardChange) => number {
  const [old, now] = [before, after].map(
    ({ problem }) => new Map(problem.calendar.days.map(({ id }, day) => [id, day])),
  );
  const moment = (card: CardChange): number => {
    const place = card.before ?? card.after;
    const days = card.before === null ? now : old;
    return (days?.get(place?.time.days[0] ?? '') ?? 0) * 1000 + (place?.time.start ?? 0);
  };
  return (a, b) => moment(a) - moment(b);
}

function* instructorLists(
  cards: readonly CardChange[],
  before: ProjectState,
  after: ProjectState,
): Steps<PersonChanges[]> {
  const changes = new Map<string, PersonChange[]>();
  for (const card of cards) {
    const [was, is] = [card.before?.instructors ?? [], card.after?.instructors ?? []];
    for (const id of new Set([...was, ...is])) {
      const kind = !is.includes(id) ? 'gone' : !was.includes(id) ? 'new' : 'other';
      push(changes, id, { card, kind });
    }
    yield;
  }
  return listed('instructor', changes, after.problem.instructors, before.problem.instructors);
}

/** A group attends what the groups around it attend, and its timetable shows what its parts attend. */
function* groupLists(cards: readonly CardChange[], before: ProjectState, after: ProjectState): Steps<PersonChanges[]> {
  const changes = new Map<string, PersonChange[]>();
  const groups = new Map<string, GroupData>();
  for (const group of [...before.problem.groups, ...after.problem.groups]) groups.set(group.id, group);
  const concerned = new Map<string, string[]>();
  for (const group of groups.values()) {
    const around = ancestorsOf(group, groups);
    for (const other of around) {
      push(concerned, other, group.id);
      push(concerned, group.id, other);
    }
    yield;
  }
  for (const card of cards) {
    const kind = card.before === null ? 'new' : card.after === null ? 'gone' : 'other';
    const named = card.event.groupIds;
    const all = new Set([...named, ...named.flatMap((id) => concerned.get(id) ?? [])]);
    for (const id of all) push(changes, id, { card, kind });
    yield;
  }
  return listed('group', changes, after.problem.groups, before.problem.groups);
}

function listed(
  of: PersonChanges['of'],
  changes: ReadonlyMap<string, readonly PersonChange[]>,
  ...lists: (readonly { readonly id: string; readonly name: string }[])[]
): PersonChanges[] {
  const seen = new Set<string>();
  return lists.flat().flatMap(({ id, name }) => {
    const found = changes.get(id);
    if (found === undefined || seen.has(id)) return [];
    seen.add(id);
    return [{ of, id, name, changes: found }];
  });
}

function push<T>(lists: Map<string, T[]>, id: string, item: T): void {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [item]);
  else list.push(item);
}
