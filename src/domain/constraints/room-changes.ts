import type { Problem } from '../problem.ts';

/** What is counted of the places of a person's events, in their order on each day. */
export interface RoomChangeShape {
  /** Changes over the limit on a day or in a week; or changes with fewer slots between than the limit. */
  readonly count: 'day' | 'week' | 'short';
  readonly limit: number;
  /** True: every other room is another place. False: only one in another building. */
  readonly rooms: boolean;
  /** Days of the calendar that count as one. */
  readonly daysAsOne: number;
}

/** An event on one day in one place. */
export interface Stay {
  /** In slots from the start of the first of the days that count as one: they lie further apart than any gap. */
  readonly start: number;
  readonly end: number;
  readonly place: number;
}

/** Slots from one day to the next: more than any day has. */
export const stayStride = 1 << 16;

/** Events that one person may be at, with a limit of changes. */
export const mostChanging = 2048;

/** Days of the calendar that may count as one. */
export const mostDaysOfStays = 2;

const knownPlaces = new WeakMap<Problem, ReadonlyMap<boolean, readonly number[]>>();

/** By room: a number of its place; -1 for a room in no building, which is passed over. */
export function placesOf(problem: Problem, rooms: boolean): readonly number[] {
  const known = knownPlaces.get(problem) ?? new Map([true, false].map((kind) => [kind, findPlaces(problem, kind)]));
  knownPlaces.set(problem, known);
  return known.get(rooms) ?? [];
}

function findPlaces({ rooms }: Problem, ofRooms: boolean): readonly number[] {
  if (ofRooms) return rooms.map((_, room) => room);
  const buildings = new Map<string, number>();
  return rooms.map(({ building = '' }) => {
    if (building === '') return -1;
    const place = buildings.get(building) ?? buildings.size;
    buildings.set(building, place);
    return place;
  });
}

/** What the days of one week amount to; a list of stays, by their start, for each days that count as one. */
export function roomChangeAmounts({ count, limit }: RoomChangeShape, days: readonly (readonly Stay[])[]): number[] {
  const found = days.map((stays) => changesIn(stays, count === 'short' ? limit : null));
  return count === 'day' ? found.map((changes) => Math.max(0, changes - limit)) : found;
}

/** Changes of place; with `gap`, those with fewer slots since whatever was before ended. */
function changesIn(stays: readonly Stay[], gap: number | null): number {
  let changes = 0;
  let free = 0;
  let place = -1;
  for (const stay of stays) {
    if (place >= 0 && stay.place !== place && (gap === null || stay.start - free < gap)) changes++;
    place = stay.place;
    free = Math.max(free, stay.end);
  }
  return changes;
}
