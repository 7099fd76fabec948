import type { Event } from '../../domain/problem.ts';
import type { FetNames } from './names.ts';

/** The sets of real rooms of a virtual one, as room ids; null when it is none, or when a real room is gone. */
export function virtualSets(names: FetNames, room: number): readonly (readonly string[])[] | null {
  const { details, problem, rooms } = names;
  const name = rooms[room] ?? '';
  if (details.field('Rooms_List', name, 'Virtual').trim() !== 'true') return null;
  const idOf = new Map(rooms.map((known, index) => [known, problem.rooms[index]?.id ?? '']));
  const sets = details
    .elements('Rooms_List', name, 'Set_of_Real_Rooms')
    .map((set) => set.children.flatMap((child) => (child.name === 'Real_Room' ? [idOf.get(child.text) ?? ''] : [])));
  return sets.length > 1 && sets.every((set) => set.length > 0 && !set.includes('')) ? sets : null;
}

/** Index of the virtual room that stands for all rooms of an event; -1 when there is none. */
export function virtualRoomOf(event: Event, names: FetNames): number {
  const { rooms } = names.problem;
  const wanted = new Set(event.rooms.map(({ index }) => rooms[index]?.id ?? ''));
  if (event.roomCount < 2 || wanted.size !== event.roomCount) return -1;
  return rooms.findIndex((_, index) => {
    const sets = virtualSets(names, index) ?? [];
    const real = sets.every((set) => set.length === 1) ? sets.flat() : [];
    return real.length === wanted.size && real.every((id) => wanted.has(id));
  });
}
