import type { Violation } from './constraints/definition.ts';
import type { Problem } from './problem.ts';
import type { Timetable } from './timetable.ts';

/**
 * Resources of those whom a violation is about: the person or group that it names or, where it names none, the room it names
 * and all groups and instructors of its events.
 */
export function createPeopleOf(
  problem: Problem,
  { assignments }: Timetable,
): (violation: Violation) => Iterable<number> {
  const { resources, groups, events, resourceOfInstructor } = problem;
  const resourceOfGroup = new Map<number, number>();
  for (const { kind, ref, index } of resources) if (kind === 'group') resourceOfGroup.set(ref, index);
  const known = new Map<number, readonly number[]>();
  const peopleOfEvent = (index: number): readonly number[] => {
    const event = events[index];
    if (event === undefined) return [];
    const given = (assignments[index]?.instructors ?? []).filter((instructor) => instructor >= 0);
    const taught = given.length > 0 || !event.instructorsFixed ? given : event.instructors.map((item) => item.index);
    return [
      ...event.groups
        .flatMap((group) => groups[group]?.leaves ?? [])
        .flatMap((leaf) => resourceOfGroup.get(leaf) ?? []),
      ...taught.flatMap((instructor) => resourceOfInstructor[instructor] ?? []),
    ];
  };
  return ({ resource, events: concerned }) => {
    const kind = resources[resource]?.kind;
    if (kind === 'group' || kind === 'overlap' || kind === 'instructor') return [resource];
    const found = new Set(kind === 'room' ? [resource] : []);
    for (const event of concerned) {
      const people = known.get(event) ?? peopleOfEvent(event);
      known.set(event, people);
      for (const person of people) found.add(person);
    }
    return found;
  };
}
