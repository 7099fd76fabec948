import { type ListName, listNames } from '../operations/operation.ts';
import { sameData } from '../operations/same-data.ts';
import type { EventData } from '../problem-data.ts';
import { finish, type Steps } from '../steps.ts';
import { type Affected, affectedSteps } from './affected.ts';
import { type Place, type ProjectState, placesOf } from './place.ts';

/** An event that is elsewhere, at another time, or with somebody else. */
export interface CardChange {
  readonly eventId: string;
  /** As it is after, or as it was when it is gone. */
  readonly event: EventData;
  /** `moved`: to another time; `changed`: the same time with another room or instructor. */
  readonly kind: 'placed' | 'unplaced' | 'moved' | 'changed';
  readonly before: Place | null;
  readonly after: Place | null;
}

export interface ItemDifference {
  readonly id: string;
  readonly name: string;
  readonly kind: 'added' | 'changed' | 'removed';
  /** Names of the fields that differ, for a changed one. */
  readonly fields: readonly string[];
}

export interface ListDifference {
  readonly list: ListName;
  readonly items: readonly ItemDifference[];
}

export interface Comparison {
  readonly cards: readonly CardChange[];
  /** Lists in which something differs. */
  readonly lists: readonly ListDifference[];
  /** Parts of the problem beside the lists that differ. */
  readonly fields: readonly ('name' | 'calendar' | 'notEnforced')[];
  readonly affected: Affected;
}

export function compareStates(before: ProjectState, after: ProjectState): Comparison {
  return finish(compareSteps(before, after));
}

/** `compareStates` in short steps, for the page. */
export function* compareSteps(before: ProjectState, after: ProjectState): Steps<Comparison> {
  const cards = yield* cardSteps(before, after);
  const lists: ListDifference[] = [];
  for (const list of listNames) {
    const items = yield* itemSteps(list, before, after);
    if (items.length > 0) lists.push({ list, items });
  }
  const fields = (['name', 'calendar', 'notEnforced'] as const).filter(
    (name) => !sameData(before.problem[name], after.problem[name]),
  );
  yield;
  return { cards, lists, fields, affected: yield* affectedSteps(cards, before, after) };
}

function* cardSteps(before: ProjectState, after: ProjectState): Steps<CardChange[]> {
  const [old, now] = [placesOf(before), placesOf(after)];
  const cards: CardChange[] = [];
  const look = (event: EventData): void => {
    const [was, is] = [old.of(event.id), now.of(event.id)];
    if (was === null && is === null) return;
    const kind = was === null ? 'placed' : is === null ? 'unplaced' : kindOf(was, is);
    if (kind !== null) cards.push({ eventId: event.id, event, kind, before: was, after: is });
  };
  for (const event of after.problem.events) {
    look(event);
    yield;
  }
  for (const event of before.problem.events) {
    if (now.event(event.id) === null) look(event);
    yield;
  }
  return cards;
}

function kindOf(was: Place, is: Place): CardChange['kind'] | null {
  if (!sameData(was.time, is.time)) return 'moved';
  return sameSet(was.rooms, is.rooms) && sameSet(was.instructors, is.instructors) ? null : 'changed';
}

export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

interface AnyItem {
  readonly id: string;
  readonly name?: string;
}

function* itemSteps(list: ListName, before: ProjectState, after: ProjectState): Steps<ItemDifference[]> {
  const olds: readonly AnyItem[] = before.problem[list];
  const news: readonly AnyItem[] = after.problem[list];
  if (olds === news) return [];
  const differences: ItemDifference[] = [];
  const left = new Map(olds.map((item) => [item.id, item]));
  const nameIn = ({ problem }: ProjectState, item: AnyItem) => itemName(list, problem, item);
  for (const item of news) {
    const old = left.get(item.id);
    left.delete(item.id);
    if (old === undefined) differences.push({ id: item.id, name: nameIn(after, item), kind: 'added', fields: [] });
    else if (!sameData(old, item)) {
      differences.push({ id: item.id, name: nameIn(after, item), kind: 'changed', fields: fieldsOf(old, item) });
    }
    yield;
  }
  for (const item of left.values()) {
    differences.push({ id: item.id, name: nameIn(before, item), kind: 'removed', fields: [] });
  }
  return differences;
}

function fieldsOf(a: object, b: object): string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.filter((name) => !sameData(Reflect.get(a, name), Reflect.get(b, name)));
}

function itemName(list: ListName, problem: ProjectState['problem'], item: AnyItem): string {
  if (item.name !== undefined) return item.name;
  if (list !== 'events') return item.id;
  const { courseId } = item as EventData; // An item of the list of events.
  return problem.courses.find(({ id }) => id === courseId)?.name ?? item.id;
}
