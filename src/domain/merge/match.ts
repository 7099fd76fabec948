import { newIdFor } from '../operations/new-id.ts';
import type { ListName } from '../operations/operation.ts';
import { sameData } from '../operations/same-data.ts';
import type { CalendarData, EventData, ProblemData, RuleData } from '../problem-data.ts';
import { plainName } from '../sheets/bench.ts';
import { type Renaming, renamedEvent, renamedProblem } from './rename.ts';

type Item = { readonly id: string; readonly name?: string };
type Ids = Map<string, string>;

const namedLists = ['courses', 'rooms', 'instructors', 'groups', 'students'] as const;

/**
 * What the ids of another project are in this one. An item is the one of the same id where the ids of the list evidently
 * come from one project: most items of the same id have the same name. Else it is the one of the same name; events, the one of
 * the same course, name and groups; rules, the one that asks for the same. The rest is new, with an id that is free.
 */
export function matchedIds(mine: ProblemData, theirs: ProblemData): Renaming {
  const ids = new Map<ListName, Ids>();
  const days = matchedDays(mine.calendar, theirs.calendar);
  for (const list of namedLists) ids.set(list, matchedNames(list, mine[list], theirs[list]));
  const times = new Map(
    mine.meetingTimes.map((time) => [JSON.stringify([time.days, time.start, time.length, time.weeks]), time.id]),
  );
  const takenTimes = new Set(mine.meetingTimes.map(({ id }) => id));
  ids.set(
    'meetingTimes',
    new Map(
      theirs.meetingTimes.map((time) => {
        const own = time.days.map((day) => days?.get(day) ?? day);
        const same = times.get(JSON.stringify([own, time.start, time.length, time.weeks]));
        return [time.id, same ?? freeId(time.id, takenTimes)];
      }),
    ),
  );
  ids.set('events', matchedEvents(mine, theirs, { ids, days }));
  ids.set('rules', matchedRules(mine, theirs, { ids, days }));
  return { ids, days };
}

/** Days one to one, when the weeks have the same days and slots; else null. */
function matchedDays(mine: CalendarData, theirs: CalendarData): ReadonlyMap<string, string> | null {
  const clock = ({ slots }: CalendarData) => slots.map(({ start, end }) => `${start}-${end}`).join();
  const isSame =
    mine.days.length === theirs.days.length && mine.weekCount === theirs.weekCount && clock(mine) === clock(theirs);
  if (!isSame) return null;
  const days = new Map<string, string>();
  for (const [index, day] of theirs.days.entries()) {
    const own = mine.days[index];
    const isThis = own !== undefined && (own.id === day.id || plainName(own.name) === plainName(day.name));
    if (!isThis) return null;
    days.set(day.id, own.id);
  }
  return days;
}

function nameOf({ id, name }: Item): string {
  return plainName(name ?? id);
}

function matchedNames(list: ListName, mine: readonly Item[], theirs: readonly Item[]): Ids {
  const byId = new Map(mine.map((item) => [item.id, item]));
  const trusted = haveOneOrigin(byId, theirs, (a, b) => nameOf(a) === nameOf(b));
  const byName = new Map(mine.map((item) => [nameOf(item), item.id] as const).toReversed());
  const taken = new Set(byId.keys());
  const used = new Set<string>();
  const matched: Ids = new Map();
  for (const item of theirs) {
    const own = byId.get(item.id);
    const id = own !== undefined && (trusted || nameOf(own) === nameOf(item)) ? own.id : byName.get(nameOf(item));
    if (id === undefined || used.has(id)) continue;
    used.add(id);
    matched.set(item.id, id);
  }
  for (const item of theirs) {
    if (!matched.has(item.id)) matched.set(item.id, freeId(item.id, taken, item.name ?? list));
  }
  return matched;
}

/** True when most items of an id that both have are alike. */
function haveOneOrigin<T extends { readonly id: string }>(
  mine: ReadonlyMap<string, T>,
  theirs: readonly T[],
  isAlike: (a: T, b: T) => boolean,
): boolean {
  let same = 0;
  let alike = 0;
  for (const item of theirs) {
    const own = mine.get(item.id);
    if (own === undefined) continue;
    same++;
    if (isAlike(own, item)) alike++;
  }
  return same > 0 && alike * 2 >= same;
}

function freeId(id: string, taken: Set<string>, name = id): string {
  if (taken.has(id)) return newIdFor(name, taken, 'item');
  taken.add(id);
  return id;
}

function matchedEvents(mine: ProblemData, theirs: ProblemData, renaming: Renaming): Ids {
  const keyOf = ({ courseId, name, groupIds }: EventData) =>
    JSON.stringify([courseId, plainName(name ?? ''), [...groupIds].sort()]);
  const byId = new Map(mine.events.map((event) => [event.id, event]));
  const renamed = theirs.events.map((event) => ({ ...renamedEvent(event, renaming), id: event.id }));
  const trusted = haveOneOrigin(byId, renamed, (a, b) => keyOf(a) === keyOf(b));
  const free = new Map<string, EventData[]>();
  for (const event of mine.events) free.set(keyOf(event), [...(free.get(keyOf(event)) ?? []), event]);
  const taken = new Set(byId.keys());
  const matched: Ids = new Map();
  const take = (event: EventData, own: EventData) => {
    const list = free.get(keyOf(own));
    list?.splice(list.indexOf(own), 1);
    matched.set(event.id, own.id);
  };
  for (const event of renamed) {
    const own = byId.get(event.id);
    if (own !== undefined && (trusted ? own.courseId === event.courseId : sameData(own, event))) take(event, own);
  }
  // those that agree in all that matters first, then the next one of the same course and groups
  for (const isLike of [
    (a: EventData, b: EventData) => a.duration === b.duration && sameData(a.instructors, b.instructors),
    () => true,
  ]) {
    for (const event of renamed) {
      if (matched.has(event.id)) continue;
      const own = (free.get(keyOf(event)) ?? []).find((other) => isLike(other, event));
      if (own !== undefined) take(event, own);
    }
  }
  for (const { id } of renamed) if (!matched.has(id)) matched.set(id, freeId(id, taken));
  return matched;
}

function matchedRules(mine: ProblemData, theirs: ProblemData, renaming: Renaming): Ids {
  const keyOf = ({ kind, scope, params }: RuleData) => JSON.stringify([kind, scope, params]);
  const aboutOf = ({ kind, scope }: RuleData) => JSON.stringify([kind, scope]);
  const byKey = new Map(mine.rules.map((rule) => [keyOf(rule), rule.id]));
  const byId = new Map(mine.rules.map((rule) => [rule.id, rule]));
  const used = new Set<string>();
  const matched: Ids = new Map();
  const renamed = renamedProblem({ ...theirs, events: [], students: [], courses: [], rooms: [] }, renaming).rules;
  for (const rule of renamed) {
    const own = byId.get(rule.id);
    const id = byKey.get(keyOf(rule)) ?? (own !== undefined && aboutOf(own) === aboutOf(rule) ? own.id : undefined);
    if (id === undefined || used.has(id)) continue;
    used.add(id);
    matched.set(rule.id, id);
  }
  const taken = new Set(byId.keys());
  for (const { id } of theirs.rules) if (!matched.has(id)) matched.set(id, freeId(id, taken));
  return matched;
}
