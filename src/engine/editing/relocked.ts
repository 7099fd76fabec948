import type { DomainItem, Event, Problem } from '../../domain/problem.ts';
import type { EventData, ProblemData } from '../../domain/problem-data.ts';

/**
 * The events that differ, when two problems differ in nothing but locks of times and rooms, and where events had better stay; else null. Locking is what a
 * person does most at a timetable, and it need not mean that a large problem is encoded anew.
 */
export function relockedEvents(before: Problem, after: Problem): Event[] | null {
  if (!isRestEqual(before.data, after.data) || !hasSameTimes(before, after)) return null;
  const changed: Event[] = [];
  for (const [index, data] of after.data.events.entries()) {
    const former = before.data.events[index];
    const event = after.events[index];
    const formerEvent = before.events[index];
    if (data === former) continue;
    if (former === undefined || event === undefined || formerEvent === undefined) return null;
    if (withoutLock(data) !== withoutLock(former) || !hasSamePeople(formerEvent, event)) return null;
    changed.push(event);
  }
  return changed;
}

/**
 * True when a kernel that was encoded with `encoded` can count for `event`, too: it needs no room that the kernel does not know
 * as a candidate. What the locks themselves cost is corrected on the board.
 */
export function isNarrowed(encoded: Event, event: Event): boolean {
  return isPartOf(event.times, encoded.times) && isPartOf(event.rooms, encoded.rooms);
}

function isPartOf(part: readonly DomainItem[], whole: readonly DomainItem[]): boolean {
  if (part === whole) return true;
  const known = new Map(whole.map(({ index, penalty }) => [index, penalty]));
  return part.every(({ index, penalty }) => known.get(index) === penalty);
}

function isRestEqual(before: ProblemData, after: ProblemData): boolean {
  const names = Object.keys({ ...before, ...after }) as (keyof ProblemData)[]; // keys of two ProblemData
  return names.every((name) => name === 'events' || name === 'name' || before[name] === after[name]);
}

export function hasSameTimes(before: Problem, after: Problem): boolean {
  return (
    before.times.length === after.times.length && before.times.every(({ id }, index) => id === after.times[index]?.id)
  );
}

function hasSamePeople(before: Event, after: Event): boolean {
  const people = (event: Event) => JSON.stringify([event.instructors, event.instructorsFixed, event.staticResources]);
  return people(before) === people(after);
}

function withoutLock({ lock: _lock, stay: _stay, ...data }: EventData): string {
  return JSON.stringify(data);
}
