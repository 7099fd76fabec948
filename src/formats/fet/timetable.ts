import type { EventData } from '../../domain/problem-data.ts';
import type { TimetableData } from '../../domain/timetable.ts';
import { childrenOf, type XmlElement } from '../xml/xml.ts';
import { startOf } from './activity-rules.ts';
import type { FetContext } from './context.ts';
import { strengthOf } from './strength.ts';

/** A timetable that a file carries: constraints that are its times and rooms and ask for nothing of their own. */
export interface FetResult {
  readonly constraints: ReadonlySet<XmlElement>;
  readonly startOf: ReadonlyMap<string, string>;
  /** The room of an activity, with the real rooms when it is virtual. */
  readonly roomsOf: ReadonlyMap<string, { readonly own: readonly string[]; readonly real: readonly string[] }>;
}

/**
 * FET saves a timetable as the data with one starting time, and where there is one a room, for every activity, all not
 * permanently locked. Null when some activity has no time: then such constraints are the locks of somebody who has
 * generated a timetable and wants to keep a part of it.
 */
export function resultOf(context: FetContext): FetResult | null {
  const constraints = new Set<XmlElement>();
  const starts = new Map<string, string>();
  const rooms: Rooms = new Map();
  const fixed = new Set<string>();
  for (const element of context.file.constraints) {
    const isTime = element.name === 'ConstraintActivityPreferredStartingTime';
    if (!isTime && element.name !== 'ConstraintActivityPreferredRoom') continue;
    const strength = strengthOf(element, context.fields);
    if (strength?.hard !== true || !context.fields.truth(element, true, 'Active')) continue;
    const unlocked = !context.fields.truth(element, false, 'Permanently_Locked');
    if (unlocked) constraints.add(element);
    if (!isTime) {
      readRoom(element, rooms);
      continue;
    }
    const start = startOf(element, context);
    if (start === null || start.timeId === null) continue;
    starts.set(start.activity.id, start.timeId);
    if (!unlocked) fixed.add(start.activity.id);
  }
  const isComplete = context.activities.every(({ id }) => starts.has(id));
  return isComplete && starts.size > fixed.size ? { constraints, startOf: starts, roomsOf: rooms } : null;
}

type Rooms = Map<string, { readonly own: readonly string[]; readonly real: readonly string[] }>;

function readRoom(element: XmlElement, rooms: Rooms): void {
  const [id] = childrenOf(element, 'Activity_Id');
  const real = childrenOf(element, 'Real_Room').map(({ text }) => text);
  const own = childrenOf(element, 'Room').map(({ text }) => text);
  if (id !== undefined) rooms.set(id.text.trim(), { own, real });
}

/** The timetable by the ids of the project; `noRoomId` is where an activity stays without a room. */
export function timetableOf(result: FetResult, events: readonly EventData[], noRoomId: string | null): TimetableData {
  return {
    assignments: events.map((event) => {
      const timeId = result.startOf.get(event.id);
      const { own, real } = result.roomsOf.get(event.id) ?? { own: noRoomId === null ? [] : [noRoomId], real: [] };
      const isCandidate = (id: string) => event.rooms?.some((room) => room.id === id) === true;
      const rooms = real.length === event.roomCount && real.every(isCandidate) ? real : own;
      return {
        eventId: event.id,
        ...(timeId === undefined ? {} : { timeId }),
        roomIds: event.roomCount === 0 ? [] : rooms,
        instructorIds: (event.instructors ?? []).map(({ id }) => id),
      };
    }),
  };
}
