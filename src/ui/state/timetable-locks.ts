import { positions, putItems } from '../../domain/operations/changes-of.ts';
import type { Problem } from '../../domain/problem.ts';
import type { EventData, EventLock, ProblemData } from '../../domain/problem-data.ts';
import type { Timetable } from '../../domain/timetable.ts';
import { assignmentData } from '../../domain/timetable-data.ts';
import type { TimetableEdit } from './timetable-moves.ts';

/** What of an event can be locked, each on its own. */
export type LockPart = 'time' | 'rooms' | 'instructors';
export const lockParts: readonly LockPart[] = ['time', 'rooms', 'instructors'];

const fieldOf = { time: 'timeId', rooms: 'roomIds', instructors: 'instructorIds' } as const;

/** The parts that are locked. */
export function lockedParts(lock: EventLock | undefined | null): ReadonlySet<LockPart> {
  return new Set(lockParts.filter((part) => isSet(lock?.[fieldOf[part]])));
}

function isSet(value: string | readonly string[] | undefined): boolean {
  return value !== undefined && value.length > 0;
}

/** The parts that an event could be locked in where it is now. */
export function lockableParts(problem: Problem, timetable: Timetable, event: number): ReadonlySet<LockPart> {
  return lockedParts(lockAt(problem, timetable, event, new Set(lockParts)));
}

/** The lock that keeps these parts as they are in the timetable; undefined when there is nothing to keep. */
export function lockAt(
  problem: Problem,
  timetable: Timetable,
  event: number,
  parts: ReadonlySet<LockPart>,
): EventLock | undefined {
  const data = problem.events[event];
  const assignment = timetable.assignments[event];
  if (data === undefined || assignment === undefined) return undefined;
  const { timeId, roomIds, instructorIds } = assignmentData(problem, data, assignment);
  const lock: EventLock = {
    ...(parts.has('time') && timeId !== undefined ? { timeId } : {}),
    ...(parts.has('rooms') && roomIds.length > 0 ? { roomIds } : {}),
    // who teaches whatever is chosen needs no lock
    ...(parts.has('instructors') && instructorIds.length > 0 && !data.instructorsFixed ? { instructorIds } : {}),
  };
  return Object.keys(lock).length === 0 ? undefined : lock;
}

/** Sets (`on`) or removes the lock of these parts of these events; other parts stay as they are. */
export function lockEdit(
  data: ProblemData,
  problem: Problem,
  timetable: Timetable,
  events: readonly number[],
  parts: ReadonlySet<LockPart>,
  on: boolean,
): TimetableEdit {
  const changed = events.flatMap((event) => {
    const item = itemOf(data, problem, event);
    if (item === undefined) return [];
    const kept = withoutParts(item.lock, parts);
    const lock: EventLock = on ? { ...kept, ...lockAt(problem, timetable, event, parts) } : kept;
    const { lock: _former, ...rest } = item;
    const next: EventData = Object.keys(lock).length === 0 ? rest : { ...rest, lock };
    return sameLock(item.lock, next.lock) ? [] : [next];
  });
  const name = changed.length === 1 ? problem.events[events[0] ?? -1]?.name : undefined;
  return {
    label: {
      action: on ? 'lock' : 'unlock',
      ...(name === undefined ? {} : { subject: name }),
      count: changed.length,
    },
    changes: putItems(data, 'events', changed),
  };
}

/** An event of the built problem in the data as edited since. */
export function itemOf(data: ProblemData, problem: Problem, event: number): EventData | undefined {
  const id = problem.events[event]?.id;
  const item = data.events[event];
  return item?.id === id ? item : data.events[positions(data.events).get(id ?? '') ?? -1];
}

function withoutParts(lock: EventLock | undefined, parts: ReadonlySet<LockPart>): EventLock {
  return Object.fromEntries(
    lockParts
      .filter((part) => !parts.has(part) && isSet(lock?.[fieldOf[part]]))
      .map((part) => [fieldOf[part], lock?.[fieldOf[part]]]),
  );
}

function sameLock(a: EventLock | undefined, b: EventLock | undefined): boolean {
  return lockParts.every((part) => {
    const [first, second] = [a?.[fieldOf[part]] ?? [], b?.[fieldOf[part]] ?? []];
    return String(first) === String(second);
  });
}
