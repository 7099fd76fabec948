import { packItemSteps, packValue, unpackItems, unpackValue } from './packed.ts';
import type { ProblemData } from './problem-data.ts';
import { finish, type Steps } from './steps.ts';

/** A problem as bytes, its lists in parts. */
export interface PackedProblem {
  /** All but the lists. */
  readonly rest: Uint8Array;
  readonly lists: Readonly<Record<PackedList, readonly Uint8Array[]>>;
}

export const packedLists = ['courses', 'rooms', 'instructors', 'groups', 'students', 'events', 'rules'] as const;
export type PackedList = (typeof packedLists)[number];

/** Problems and their lists are never changed: what was packed or unpacked once need not be packed again. */
const packedOf = new WeakMap<ProblemData, PackedProblem>();
const partsOf = new WeakMap<readonly unknown[], readonly Uint8Array[]>();

export function packProblem(data: ProblemData): PackedProblem {
  return finish(packSteps(data));
}

/** `packProblem` in steps of a part, for the page. */
export function* packSteps(data: ProblemData): Steps<PackedProblem> {
  const known = packedOf.get(data);
  if (known !== undefined) return known;
  const { courses, rooms, instructors, groups, students, events, rules, ...rest } = data;
  const whole = { courses, rooms, instructors, groups, students, events, rules };
  const lists: Partial<Record<PackedList, readonly Uint8Array[]>> = {};
  for (const list of packedLists) lists[list] = yield* packList(whole[list]);
  // Every list has just been packed.
  const packed = { rest: packValue(rest), lists: lists as Record<PackedList, readonly Uint8Array[]> };
  packedOf.set(data, packed);
  return packed;
}

/** After an edit most lists are those of before. */
function* packList(list: readonly unknown[]): Steps<readonly Uint8Array[]> {
  const known = partsOf.get(list);
  if (known !== undefined) return known;
  const parts = yield* packItemSteps(list);
  partsOf.set(list, parts);
  return parts;
}

/**
 * Null when the bytes are not a packed problem. The values are as they were packed, so what comes from outside has to
 * be checked nevertheless.
 */
export function* unpackSteps(packed: PackedProblem): Steps<ProblemData | null> {
  try {
    const rest = unpackValue(packed.rest);
    const lists: Partial<Record<PackedList, unknown[]>> = {};
    for (const list of packedLists) {
      const items = yield* unpackItems(packed.lists[list]);
      partsOf.set(items, packed.lists[list]);
      lists[list] = items;
    }
    // What `packProblem` was given; other bytes are found out by whoever checks the values.
    const data = { ...(rest as object), ...lists } as unknown as ProblemData;
    packedOf.set(data, packed);
    return data;
  } catch {
    return null;
  }
}

/** In one go, for workers; throws when the bytes are not a packed problem. */
export function unpackProblem(packed: PackedProblem): ProblemData {
  const data = finish(unpackSteps(packed));
  if (data === null) throw new Error('These bytes are not a packed problem');
  return data;
}
