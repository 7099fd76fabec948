import { preferNotToMove } from '../../../domain/constraints/prefer-not-to-move.ts';
import { positions, putItem, putItems } from '../../../domain/operations/changes-of.ts';
import { newIdFor } from '../../../domain/operations/new-id.ts';
import type { Change } from '../../../domain/operations/operation.ts';
import type { Problem } from '../../../domain/problem.ts';
import {
  type EventData,
  type EventLock,
  type EventPlace,
  type PlacePart,
  type ProblemData,
  placeParts,
} from '../../../domain/problem-data.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { assignmentData } from '../../../domain/timetable-data.ts';
import type { TimetableEdit } from './moves.ts';

/** What of an event can be locked, each on its own. */
export type LockPart = PlacePart;
export const lockParts = placeParts;

/**
 * How much a lock weighs, the strongest first: set by the user; set because people have been told; not to be moved without
 * need. The first two are hard.
 */
export const lockLevels = ['user', 'published', 'soft'] as const;
export type LockLevel = (typeof lockLevels)[number];

const fieldOf = { time: 'timeId', rooms: 'roomIds', instructors: 'instructorIds' } as const;

/** What a part that is not to be moved without need costs where it does, until somebody changes the rule's weight. */
const usualWeight = 5;

/** The parts that are locked, and how. */
export function locksOf(item: Pick<EventData, 'lock' | 'stay'> | undefined): ReadonlyMap<LockPart, LockLevel> {
  const levels = new Map<LockPart, LockLevel>();
  for (const part of lockParts) {
    if (isSet(item?.lock?.[fieldOf[part]])) {
      levels.set(part, item?.lock?.published?.includes(part) === true ? 'published' : 'user');
    } else if (isSet(item?.stay?.[fieldOf[part]])) levels.set(part, 'soft');
  }
  return levels;
}

function isSet(value: string | readonly string[] | undefined): boolean {
  return value !== undefined && value.length > 0;
}

/** The parts that an event could be locked in where it is now. */
export function lockableParts(problem: Problem, timetable: Timetable, event: number): ReadonlySet<LockPart> {
  const place = placeAt(problem, timetable, event);
  return new Set(lockParts.filter((part) => isSet(place[fieldOf[part]])));
}

/** Where an event is, as far as it can be kept there. */
function placeAt(problem: Problem, timetable: Timetable, event: number): EventPlace {
  const data = problem.events[event];
  const assignment = timetable.assignments[event];
  if (data === undefined || assignment === undefined) return {};
  const { timeId, roomIds, instructorIds } = assignmentData(problem, data, assignment);
  return {
    ...(timeId === undefined ? {} : { timeId }),
    ...(roomIds.length > 0 ? { roomIds } : {}),
    // who teaches whatever is chosen needs no lock
    ...(instructorIds.length > 0 && !isEveryoneTeaching(data) ? { instructorIds } : {}),
  };
}

/** Also before a lock of the instructors made the pool smaller. */
function isEveryoneTeaching({ instructorsFixed, lock }: Problem['events'][number]): boolean {
  return instructorsFixed && !isSet(lock?.instructorIds);
}

/** What is to become of the locks of some events. */
export interface LockWish {
  readonly parts: ReadonlySet<LockPart>;
  /** Null takes locks away. */
  readonly level: LockLevel | null;
  /** Only parts that are locked so now (null: that are not locked) are changed; absent means all. */
  readonly from?: readonly (LockLevel | null)[];
}

/** For many at once: a lock never becomes a weaker one. */
export function raising(parts: ReadonlySet<LockPart>, level: LockLevel): LockWish {
  return { parts, level, from: [null, ...lockLevels.slice(lockLevels.indexOf(level) + 1)] };
}

/** For many at once: locks of one level are lifted, the others stay. */
export function lifting(parts: ReadonlySet<LockPart>, level: LockLevel): LockWish {
  return { parts, level: null, from: [level] };
}

/**
 * Sets or removes locks; parts that are not named stay as they are. The first soft lock of a project brings the rule that
 * counts them.
 */
export function lockEdit(
  data: ProblemData,
  problem: Problem,
  timetable: Timetable,
  events: readonly number[],
  wish: LockWish,
): TimetableEdit {
  const changed = events.flatMap((event) => {
    const item = itemOf(data, problem, event);
    if (item === undefined) return [];
    const next = withLocks(item, placeAt(problem, timetable, event), wish);
    return sameLocks(item, next) ? [] : [next];
  });
  const name = changed.length === 1 ? problem.events.find(({ id }) => id === changed[0]?.id)?.name : undefined;
  return {
    label: {
      action: wish.level === null ? 'unlock' : 'lock',
      ...(name === undefined ? {} : { subject: name }),
      count: changed.length,
    },
    changes: [
      ...putItems(data, 'events', changed),
      ...(wish.level === 'soft' && changed.length > 0 ? ruleOf(data) : []),
    ],
  };
}

function withLocks(item: EventData, place: EventPlace, { parts, level, from }: LockWish): EventData {
  const before = locksOf(item);
  const lock: Record<string, unknown> = {};
  const stay: Record<string, unknown> = {};
  const published: LockPart[] = [];
  for (const part of lockParts) {
    const field = fieldOf[part];
    const former = before.get(part) ?? null;
    const isMeant = parts.has(part) && (from === undefined || from.includes(former));
    const isChanged = isMeant && (level === null || isSet(place[field]));
    const next = isChanged ? level : former;
    if (next === null) continue;
    if (next === 'published') published.push(part);
    // an event that has moved since is kept where it is now
    const kept = isChanged ? place[field] : next === 'soft' ? item.stay?.[field] : item.lock?.[field];
    (next === 'soft' ? stay : lock)[field] = kept;
  }
  const { lock: _lock, stay: _stay, ...rest } = item;
  return {
    ...rest,
    // the fields were taken from places, each under its own name
    ...(Object.keys(lock).length === 0
      ? {}
      : { lock: { ...lock, ...(published.length === 0 ? {} : { published }) } as EventLock }),
    ...(Object.keys(stay).length === 0 ? {} : { stay: stay as EventPlace }),
  };
}

function sameLocks(a: EventData, b: EventData): boolean {
  const [before, after] = [locksOf(a), locksOf(b)];
  return lockParts.every((part) => {
    const level = before.get(part);
    const field = fieldOf[part];
    const kept = (item: EventData) => String((level === 'soft' ? item.stay : item.lock)?.[field] ?? '');
    return level === after.get(part) && kept(a) === kept(b);
  });
}

/** The rule that counts what has moved without need, if there is none, not even one that is switched off. */
function ruleOf(data: ProblemData): readonly Change[] {
  const kind = preferNotToMove.id;
  if (data.rules.some((rule) => rule.kind === kind)) return [];
  const id = newIdFor(kind, new Set(data.rules.map((rule) => rule.id)), 'rule');
  const rule = { id, kind, scope: { of: 'events' }, params: {}, hard: false, weight: usualWeight } as const;
  return [putItem(data, 'rules', rule)];
}

/** An event of the built problem in the data as edited since. */
export function itemOf(data: ProblemData, problem: Problem, event: number): EventData | undefined {
  const id = problem.events[event]?.id;
  const item = data.events[event];
  return item?.id === id ? item : data.events[positions(data.events).get(id ?? '') ?? -1];
}
