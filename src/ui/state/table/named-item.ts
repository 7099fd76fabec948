import type { ItemLists } from '../../../domain/operations/operation.ts';
import type { NamedList } from './names.ts';

/** Seats of a room of which only the name is known: enough for a class. */
export const usualSeats = 30;

/** A new item of which only the name is known; null for events, which need more. */
export function namedItem<List extends NamedList>(list: List, id: string, name: string): ItemLists[List] | null {
  const items: { readonly [Name in NamedList]: ItemLists[Name] | null } = {
    courses: { id, name },
    groups: { id, name, size: 0 },
    instructors: { id, name },
    rooms: { id, name, capacity: usualSeats },
    events: null,
  };
  return items[list];
}
