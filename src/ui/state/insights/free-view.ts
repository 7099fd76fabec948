import type { Occupancy } from '../../../domain/evaluation/occupancy.ts';
import {
  type Free,
  freeGroups,
  freeInstructors,
  freeRooms,
  type Moment,
  type RoomWish,
} from '../../../domain/free-resources.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Translate } from '../../text/text.tsx';
import { clockOf } from '../words/numbers.ts';

export type FreeKind = 'room' | 'instructor' | 'group';

export interface FreeRow {
  readonly id: string;
  readonly name: string;
  /** Seats of a room, students of a group; null for instructors. */
  readonly size: number | null;
  /** Type, building and features of a room, else empty. */
  readonly detail: string;
  readonly free: string;
  readonly thatDay: string;
  readonly remark: string;
}

export interface FreeList {
  readonly kind: FreeKind;
  readonly rows: readonly FreeRow[];
  /** How many there are of the kind. */
  readonly total: number;
}

/** What is free at a moment, as it is listed; the wish is about rooms. */
export function freeList(
  problem: Problem,
  occupancy: Occupancy,
  kind: FreeKind,
  moment: Moment,
  wish: RoomWish,
  text: Translate,
): FreeList {
  const words = (free: Free) => ({
    free: stretchText(free, text),
    thatDay: text('freeEvents', { count: free.eventsThatDay }),
  });
  const unwilling = (free: Free) => (free.unwilling ? text('freeUnwilling') : '');
  switch (kind) {
    case 'room': {
      const rows = freeRooms(problem, occupancy, moment, wish).flatMap((free) => {
        const room = problem.rooms[free.ref];
        if (room === undefined) return [];
        const detail = [room.type, room.building, ...(room.features ?? [])].filter((part) => part !== undefined);
        const { id, name, capacity } = room;
        return [{ id, name, size: capacity, detail: detail.join(' · '), ...words(free), remark: unwilling(free) }];
      });
      return { kind, rows, total: problem.rooms.length };
    }
    case 'instructor': {
      const rows = freeInstructors(problem, occupancy, moment).flatMap((free) => {
        const found = problem.instructors[free.ref];
        if (found === undefined) return [];
        return [{ id: found.id, name: found.name, size: null, detail: '', ...words(free), remark: unwilling(free) }];
      });
      return { kind, rows, total: problem.instructors.length };
    }
    case 'group': {
      const rows = freeGroups(problem, occupancy, moment).flatMap((free) => {
        const group = problem.groups[free.ref]?.data;
        if (group === undefined) return [];
        const remark = free.partlyBusy ? text('freePartlyBusy') : unwilling(free);
        return [{ id: group.id, name: group.name, size: group.size, detail: '', ...words(free), remark }];
      });
      return { kind, rows, total: problem.groups.filter(({ children }) => children.length === 0).length };
    }
  }
}

/** The stretch of the day that is free around the moment. */
function stretchText({ busyUntil, busyFrom }: Free, text: Translate): string {
  if (busyUntil === null && busyFrom === null) return text('freeWholeDay');
  if (busyFrom === null) return text('freeFromOn', { from: clockOf(busyUntil ?? 0) });
  if (busyUntil === null) return text('freeUntil', { until: clockOf(busyFrom) });
  return text('freeFromUntil', { from: clockOf(busyUntil), until: clockOf(busyFrom) });
}

/** Types and features that rooms of the problem have, each once, in the order of their names. */
export function roomWords(problem: Problem): {
  readonly types: readonly string[];
  readonly features: readonly string[];
} {
  const once = (words: readonly string[]) => [...new Set(words)].sort((a, b) => a.localeCompare(b));
  return {
    types: once(problem.rooms.flatMap(({ type }) => type ?? [])),
    features: once(problem.rooms.flatMap(({ features }) => features ?? [])),
  };
}
