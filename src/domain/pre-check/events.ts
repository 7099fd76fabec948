import type { Event, MeetingTime, Problem } from '../problem.ts';
import { createOpenCells, liesIn, timesOf } from './cells.ts';
import type { Proof } from './finding.ts';

/**
 * Events that cannot be placed at all, or at no time without breaking a hard rule by themselves. Events of one name
 * with the same flaw and the same people are one finding.
 */
export function eventProofs(problem: Problem): Proof[] {
  const merged = new Map<string, Proof>();
  for (const { finding, bound } of singleProofs(problem)) {
    const key = `${finding.message}/${finding.resources.join(',')}`;
    const known = merged.get(key);
    const events = [...(known?.finding.events ?? []), ...finding.events];
    const needed = (known?.finding.needed ?? 0) + finding.needed;
    merged.set(key, { finding: { ...finding, events, needed }, bound: (known?.bound ?? 0) + bound });
  }
  return [...merged.values()];
}

function singleProofs(problem: Problem): Proof[] {
  const open = createOpenCells(problem);
  return problem.events.flatMap((event) => {
    if (event.times.length === 0) return [proof(event, 'noTime', 'has no possible meeting time', event.duration)];
    if (event.roomCount > 0 && event.rooms.length === 0) {
      return [proof(event, 'noRoom', 'has no possible room', event.roomCount)];
    }
    if (event.rooms.length < event.roomCount) {
      const message = `needs ${event.roomCount} rooms at once and has only ${event.rooms.length} possible`;
      const figures = { rooms: event.roomCount, possible: event.rooms.length };
      const { finding, bound } = proof(event, 'tooFewRooms', message, event.roomCount);
      return [{ finding: { ...finding, figures }, bound }];
    }
    const fixed = event.staticResources.map(open);
    const free = timesOf(problem, event).filter((time) => fixed.every((cells) => liesIn(problem, time, cells)));
    if (free.length === 0) {
      const who = event.staticResources.filter((resource) => problem.resources[resource]?.capacity !== 0);
      return [proof(event, 'noFreeTime', 'has no meeting time at which everybody is available', event.duration, who)];
    }
    if (event.instructorsFixed || free.some((time) => enoughTeachers(problem, event, time, open))) return [];
    const pool = event.instructors.map((item) => problem.resourceOfInstructor[item.index] ?? -1);
    const message = `has no meeting time at which enough of its ${pool.length} qualified instructors are available throughout`;
    return [proof(event, 'noFreeInstructor', message, event.duration, pool)];
  });
}

function enoughTeachers(
  problem: Problem,
  event: Event,
  time: MeetingTime,
  open: (resource: number) => Int32Array,
): boolean {
  const free = event.instructors.filter((item) =>
    liesIn(problem, time, open(problem.resourceOfInstructor[item.index] ?? -1)),
  );
  return free.length >= event.instructorCount;
}

function proof(event: Event, what: string, message: string, needed: number, resources: readonly number[] = []): Proof {
  return {
    finding: {
      code: `preCheck.${what}`,
      severity: 'impossible',
      message: `${event.name} ${message}.`,
      needed,
      available: 0,
      events: [event.index],
      resources,
    },
    bound: 1,
  };
}
