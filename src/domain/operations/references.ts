import type { EventData, EventPlace, RuleData, Scope } from '../problem-data.ts';
import type { AssignmentData } from '../timetable.ts';
import type { ListName } from './operation.ts';

/** Ids that are to go, by list; a list that is not named loses nothing. */
export type Gone = ReadonlyMap<ListName, ReadonlySet<string>>;

/** True when this id of this list goes. */
export function isGone(gone: Gone, list: ListName, id: string | undefined): boolean {
  return id !== undefined && gone.get(list)?.has(id) === true;
}

/** The list without the ids that go: the very same list when none of them is in it. */
export function kept(gone: Gone, list: ListName, ids: readonly string[]): readonly string[] {
  const set = gone.get(list);
  if (set === undefined || !ids.some((id) => set.has(id))) return ids;
  return ids.filter((id) => !set.has(id));
}

/** `item` with some keys replaced; `undefined` takes a key away. The same item when nothing differs. */
export function withKeys<Item extends object>(item: Item, keys: { readonly [Key in keyof Item]?: unknown }): Item {
  const entries = Object.entries(keys);
  if (entries.every(([key, value]) => item[key as keyof Item] === value)) return item;
  // Only so that keys can be taken away.
  const made = { ...item } as Record<string, unknown>;
  for (const [key, value] of entries) {
    if (value === undefined) delete made[key];
    else made[key] = value;
  }
  // The callers give each key a value of its type; TypeScript cannot follow that through the record.
  return made as Item;
}

/** An event without the rooms, instructors, groups, times and parent that go. */
export function eventWithout(event: EventData, gone: Gone): EventData {
  const candidates = (list: ListName, given: EventData['rooms']) => {
    const left = given?.filter(({ id }) => !isGone(gone, list, id));
    return left?.length === given?.length ? given : left;
  };
  const rooms = candidates('rooms', event.rooms);
  const times = candidates('meetingTimes', event.times);
  const instructors = candidates('instructors', event.instructors);
  const isFewer = instructors !== event.instructors;
  const wanted = event.instructorCount;
  const count = isFewer && wanted !== undefined ? Math.min(wanted, instructors?.length ?? 0) : wanted;
  return withKeys(event, {
    // a pool that loses its last room or time is no pool any more
    rooms: rooms !== event.rooms && rooms?.length === 0 ? undefined : rooms,
    times: times !== event.times && times?.length === 0 ? undefined : times,
    instructors: isFewer && instructors?.length === 0 ? undefined : instructors,
    instructorCount: isFewer && instructors?.length === 0 ? undefined : count,
    groupIds: kept(gone, 'groups', event.groupIds),
    parentId: isGone(gone, 'events', event.parentId) ? undefined : event.parentId,
    lock: placeWithout(event.lock, gone),
    stay: placeWithout(event.stay, gone),
  });
}

function placeWithout<Place extends EventPlace>(place: Place | undefined, gone: Gone): Place | undefined {
  if (place === undefined) return undefined;
  const some = (list: ListName, ids: readonly string[] | undefined) => {
    const left = ids === undefined ? undefined : kept(gone, list, ids);
    return left !== ids && left?.length === 0 ? undefined : left;
  };
  const left = withKeys<EventPlace>(place, {
    timeId: isGone(gone, 'meetingTimes', place.timeId) ? undefined : place.timeId,
    roomIds: some('rooms', place.roomIds),
    instructorIds: some('instructors', place.instructorIds),
  }) as Place; // the same with fewer of its optional keys
  return left !== place && isNowhere(left) ? undefined : left;
}

/** True of a place that says nothing. */
export function isNowhere({ timeId, roomIds, instructorIds }: EventPlace): boolean {
  return timeId === undefined && roomIds === undefined && instructorIds === undefined;
}

/** A rule without what goes; null when it would be about nobody, or ask for nothing any more. */
export function ruleWithout(rule: RuleData, gone: Gone): RuleData | null {
  const scope = scopeWithout(rule.scope, gone);
  if (scope === null) return null;
  const params: Record<string, unknown> = {};
  let isOther = false;
  for (const [name, value] of Object.entries(rule.params)) {
    const left = paramWithout(name, value, gone);
    if (left !== value && Array.isArray(left) && left.length === 0) return null;
    params[name] = left;
    isOther ||= left !== value;
  }
  return scope === rule.scope && !isOther ? rule : { ...rule, scope, params: isOther ? params : rule.params };
}

function scopeWithout(scope: Scope, gone: Gone): Scope | null {
  const ids = scope.ids === undefined ? undefined : kept(gone, scope.of, scope.ids);
  if (ids !== scope.ids && ids?.length === 0 && scope.tags === undefined) return null;
  const except = scope.except === undefined ? undefined : kept(gone, scope.of, scope.except);
  return withKeys(scope, {
    ids: ids !== scope.ids && ids?.length === 0 ? undefined : ids,
    except: except !== scope.except && except?.length === 0 ? undefined : except,
  });
}

/** Lists of room and instructor ids, and placements, are what parameters can refer with. */
function paramWithout(name: string, value: unknown, gone: Gone): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  if (typeof value[0] === 'string') return kept(gone, name.startsWith('room') ? 'rooms' : 'instructors', value);
  if (!isPlacement(value[0])) return value;
  const placements = value as readonly AssignmentData[];
  const left = placements
    .filter(({ eventId }) => !isGone(gone, 'events', eventId))
    .map((row) => assignmentWithout(row, gone));
  const isSame = left.length === placements.length && left.every((row, index) => row === placements[index]);
  return isSame ? value : left;
}

function isPlacement(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'eventId' in value;
}

/** A placement without the time, rooms and instructors that go; the same one when none of them does. */
export function assignmentWithout(row: AssignmentData, gone: Gone): AssignmentData {
  return withKeys(row, {
    timeId: isGone(gone, 'meetingTimes', row.timeId) ? undefined : row.timeId,
    roomIds: kept(gone, 'rooms', row.roomIds),
    instructorIds: kept(gone, 'instructors', row.instructorIds),
  });
}
