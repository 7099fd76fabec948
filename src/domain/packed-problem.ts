import { packItems, packValue, unpackItems, unpackValue } from './packed.ts';
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

/** Problems are never changed: what was packed or unpacked once need not be packed again. */
const packedOf = new WeakMap<ProblemData, PackedProblem>();

export function packProblem(data: ProblemData): PackedProblem {
  const known = packedOf.get(data);
  if (known !== undefined) return known;
  const { courses, rooms, instructors, groups, students, events, rules, ...rest } = data;
  const packed: PackedProblem = {
    rest: packValue(rest),
    lists: {
      courses: packItems(courses),
      rooms: packItems(rooms),
      instructors: packItems(instructors),
      groups: packItems(groups),
      students: packItems(students),
      events: packItems(events),
      rules: packItems(rules),
    },
  };
  packedOf.set(data, packed);
  return packed;
}

/**
 * Null when the bytes are not a packed problem. The values are as they were packed, so what comes from outside has to
 * be checked nevertheless.
 */
export function* unpackSteps(packed: PackedProblem): Steps<ProblemData | null> {
  try {
    const rest = unpackValue(packed.rest);
    const lists: Partial<Record<PackedList, unknown[]>> = {};
    for (const list of packedLists) lists[list] = yield* unpackItems(packed.lists[list]);
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
