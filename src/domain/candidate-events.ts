import type { Problem } from './problem.ts';

type Part = Pick<Problem, 'resources' | 'events' | 'resourceOfInstructor'>;

const known = new WeakMap<Part['events'], readonly (readonly number[])[]>();

/** By resource: the events that occupy it whatever is chosen, and those for which it may be chosen as instructor; ascending. */
export function candidateEvents({ resources, events, resourceOfInstructor }: Part): readonly (readonly number[])[] {
  const before = known.get(events);
  if (before !== undefined) return before;
  const lists = resources.map((resource) => [...resource.events]);
  for (const event of events) {
    if (event.instructorsFixed) continue;
    for (const { index } of event.instructors) lists[resourceOfInstructor[index] ?? -1]?.push(event.index);
  }
  const found = lists.map((list) => [...new Set(list)].sort((a, b) => a - b));
  known.set(events, found);
  return found;
}
