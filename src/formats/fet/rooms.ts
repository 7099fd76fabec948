import type { Candidate, RoomData } from '../../domain/problem-data.ts';
import { childrenOf, type XmlElement } from '../xml/xml.ts';
import type { FetContext, RuleDraft } from './context.ts';
import type { FetActivity } from './file.ts';
import type { FetMapping } from './people-rules.ts';
import type { Strength } from './strength.ts';

/** Space constraints that are rules of their own; what they make of preferred rooms is below. */
export const spaceMappings: Readonly<Record<string, FetMapping>> = {
  ConstraintRoomNotAvailableTimes: (element, context) => {
    const room = context.known('room', context.fields.required(element, 'Room'), element);
    const slots = context.slots(element, 'Not_Available_Time');
    return room === null ? null : [{ kind: 'unavailable', scope: { of: 'rooms', ids: [room] }, params: { slots } }];
  },
  ConstraintActivitiesSameRoomIfConsecutive: (element, context) => {
    const ids = context.activityIds(element);
    return ids.length < 2 ? [] : [{ kind: 'sameRoom', scope: { of: 'events', ids }, params: { following: true } }];
  },
  ConstraintActivitiesOccupyMaxDifferentRooms: (element, context) => {
    const max = context.fields.whole(element, 1, 'Max_Number_of_Different_Rooms');
    const ids = context.activityIds(element);
    return max === 1 && ids.length > 1 ? [{ kind: 'sameRoom', scope: { of: 'events', ids }, params: {} }] : null;
  },
};

/** One preference: these activities want one of these rooms. Home rooms count only where nothing else is wanted. */
export interface RoomWish {
  readonly activities: readonly FetActivity[];
  readonly rooms: readonly string[];
  /** The real rooms of a virtual one that are wanted, all of them together. */
  readonly together: readonly string[];
  readonly home: boolean;
  readonly locked: boolean;
  readonly strength: Strength;
}

/** Who wants the rooms of a constraint, by its tag without "Constraint" and "PreferredRoom(s)" or "HomeRoom(s)". */
const wishers: Readonly<Record<string, (element: XmlElement, context: FetContext) => readonly FetActivity[]>> = {
  Activity: (element, context) => {
    const activity = context.activity(context.fields.required(element, 'Activity_Id'), element);
    return activity === null ? [] : [activity];
  },
  Subject: (element, context) => having(element, context, true, false),
  ActivityTag: (element, context) => having(element, context, false, true),
  SubjectActivityTag: (element, context) => having(element, context, true, true),
  StudentsSet: (element, context) => {
    const set = context.knownStudents(context.fields.required(element, 'Students', 'Students_Name'), element);
    return context.activities.filter(({ students }) => students.length === 1 && students[0] === set);
  },
  Teacher: (element, context) => {
    const name = context.known('teacher', context.fields.required(element, 'Teacher', 'Teacher_Name'), element);
    return context.activities.filter(({ teachers }) => teachers.length === 1 && teachers[0] === name);
  },
};

function having(element: XmlElement, context: FetContext, bySubject: boolean, byTag: boolean): readonly FetActivity[] {
  const { fields } = context;
  const subject = bySubject
    ? context.known('subject', fields.required(element, 'Subject', 'Subject_Name'), element)
    : null;
  const tag = byTag
    ? context.known('tag', fields.required(element, 'Activity_Tag', 'Activity_Tag_Name'), element)
    : null;
  return context.activities.filter(
    (activity) =>
      (!bySubject || activity.subject === subject) && (!byTag || (tag !== null && activity.tags.includes(tag))),
  );
}

/** What a constraint wants of rooms; null when it is about something else. */
export function roomWishOf(element: XmlElement, strength: Strength, context: FetContext): RoomWish | null {
  const match = /^Constraint(\w+?)(Preferred|Home)Rooms?$/.exec(element.name);
  const wisher = wishers[match?.[1] ?? ''];
  if (match === null || wisher === undefined) return null;
  const known = (name: string) =>
    childrenOf(element, name).flatMap((field) => context.known('room', field.text, field) ?? []);
  return {
    activities: wisher(element, context),
    rooms: [...known('Room'), ...known('Preferred_Room')],
    together: known('Real_Room'),
    home: match[2] === 'Home',
    locked: context.fields.truth(element, false, 'Permanently_Locked'),
    strength,
  };
}

/** What an activity gets of its wishes. */
export interface RoomNeed {
  readonly roomCount: number;
  readonly rooms?: readonly Candidate[];
  readonly lockedRooms?: readonly string[];
}

export interface RoomPlan {
  readonly needOf: ReadonlyMap<string, RoomNeed>;
  /** Rules about rooms, with the strength of their constraints. */
  readonly drafts: readonly (RuleDraft & { readonly strength: Strength })[];
  /** Activities whose wishes leave no room. */
  readonly contradictory: readonly string[];
  /** Virtual rooms that are taken for rooms, because which real ones they need cannot be told. */
  readonly unresolved: readonly string[];
  /** Stands for "no room" where every wish is soft; null when there is no need of it. */
  readonly noRoom: RoomData | null;
}

/** The id of the room that stands for none. */
export const noRoomId = '(no room)';

/**
 * Rooms of activities. An activity nobody wants a room for needs none. Hard wishes must all be kept: their common rooms
 * are the candidates. Where all wishes are soft the activity may also stay without a room, at the price of the wishes.
 * A room in which a saved timetable has an activity sets its home rooms aside, so it is a candidate beside them.
 */
export function planRooms(
  wishes: readonly RoomWish[],
  context: FetContext,
  savedRooms: ReadonlyMap<string, readonly string[]>,
): RoomPlan {
  const wishesOf = new Map<string, RoomWish[]>();
  for (const wish of wishes.filter(({ rooms }) => rooms.length > 0)) {
    for (const { id } of wish.activities) wishesOf.set(id, [...(wishesOf.get(id) ?? []), wish]);
  }
  const needOf = new Map<string, RoomNeed>();
  const contradictory: string[] = [];
  const heeded = new Map<RoomWish, string[]>();
  let noRoom = false;
  const knownRooms = new Set(context.file.rooms.map(({ name }) => name));
  for (const [id, all] of wishesOf) {
    const own = all.filter(({ home }) => !home);
    const counting = own.length > 0 ? own : all;
    const hard = counting.filter(({ strength }) => strength.hard);
    const common = hard.map(({ rooms }) => rooms).reduce(intersection, hard[0]?.rooms ?? []);
    if (hard.length > 0 && common.length === 0) contradictory.push(id);
    // Where no own wish is hard, what is wished may be of home rooms that were written as wishes of the activity.
    const saved =
      own.length > 0 && hard.length > 0 ? [] : (savedRooms.get(id) ?? []).filter((room) => knownRooms.has(room));
    const candidates = [...(common.length > 0 ? common : counting.flatMap(({ rooms }) => rooms)), ...saved];
    if (hard.length === 0) noRoom = true;
    needOf.set(id, needFor([...new Set(hard.length === 0 ? [...candidates, noRoomId] : candidates)], hard, context));
    for (const wish of counting) {
      if (wish.strength.hard && common.length > 0) continue;
      heeded.set(wish, [...(heeded.get(wish) ?? []), id]);
    }
  }
  const candidates = new Set([...needOf.values()].flatMap(({ rooms }) => (rooms ?? []).map(({ id }) => id)));
  return {
    needOf,
    contradictory,
    unresolved: context.file.rooms
      .filter((room) => room.realRooms !== null && candidates.has(room.name))
      .map(({ name }) => name),
    drafts: [...heeded].map(([wish, ids]) => ({
      kind: 'roomSuitability',
      scope: { of: 'events', ids },
      params: { roomIds: wish.rooms },
      strength: wish.strength,
    })),
    noRoom: noRoom ? { id: noRoomId, name: 'No room', capacity: 1_000_000, shareable: 1000 } : null,
  };
}

/** A virtual room that is the only candidate, with one real room in each of its sets, stands for all of these. */
function needFor(candidates: readonly string[], hard: readonly RoomWish[], { file }: FetContext): RoomNeed {
  const [only] = candidates;
  const locked = candidates.length === 1 && hard.some((wish) => wish.locked);
  const virtual = candidates.length === 1 ? file.rooms.find(({ name }) => name === only)?.realRooms : null;
  const single = virtual?.every((set) => set.length === 1) ? virtual.flat() : [];
  const chosen = candidates.length === 1 ? (hard.find((wish) => wish.together.length > 0)?.together ?? single) : [];
  const together = [...new Set(chosen)];
  if (together.length > 0) {
    const rooms = together.map((id) => ({ id }));
    return { roomCount: together.length, rooms, ...(locked ? { lockedRooms: together } : {}) };
  }
  return { roomCount: 1, rooms: candidates.map((id) => ({ id })), ...(locked ? { lockedRooms: candidates } : {}) };
}

function intersection(first: readonly string[], second: readonly string[]): readonly string[] {
  return first.filter((room) => second.includes(room));
}
