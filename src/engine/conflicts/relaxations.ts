import type { Problem } from '../../domain/problem.ts';
import type { Relaxation } from '../../domain/relaxation.ts';

/**
 * Everything about these events that could be taken back. What people can hardly change stands first, because the
 * deletion filter leaves out the first ones first: what is left is what they can do something about.
 */
export function relaxationsOf(
  problem: Problem,
  drawingOn: readonly (readonly number[])[],
  events: readonly number[],
): Relaxation[] {
  const inside = new Set(events);
  const listed = (kind: 'rooms' | 'times'): Relaxation[] =>
    alike(
      events.filter((event) => problem.data.events[event]?.[kind] !== undefined),
      (event) => JSON.stringify(problem.data.events[event]?.[kind]),
    ).map((group) => ({ kind, events: group }));
  const locked = events.filter((event) => problem.data.events[event]?.lock !== undefined);
  return [
    ...capacities(problem, drawingOn, inside),
    ...listed('rooms'),
    ...listed('times'),
    ...rulesAbout(problem, drawingOn, inside),
    ...locked.map((event): Relaxation => ({ kind: 'lock', events: [event] })),
  ];
}

function alike(items: readonly number[], keyOf: (item: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Resources on which the same of these events draw are one. */
function capacities(
  problem: Problem,
  drawingOn: readonly (readonly number[])[],
  inside: ReadonlySet<number>,
): Relaxation[] {
  const here = (resource: number) => (drawingOn[resource] ?? []).filter((event) => inside.has(event));
  const shared = problem.resources.filter(({ index, kind, capacity }) => {
    if (capacity === 0) return false;
    const several = here(index).some((event) => {
      const { roomCount = 0, instructorCount = 0 } = problem.events[event] ?? {};
      return (kind === 'room' ? roomCount : instructorCount) > 1;
    });
    return here(index).length > 1 || several;
  });
  return alike(
    shared.map(({ index }) => index),
    (index) => `${problem.resources[index]?.kind} ${problem.resources[index]?.capacity} ${here(index).join(',')}`,
  ).map((resources) => ({ kind: 'capacity', resources }));
}

function rulesAbout(
  problem: Problem,
  drawingOn: readonly (readonly number[])[],
  inside: ReadonlySet<number>,
): Relaxation[] {
  return problem.rules
    .filter(
      (rule) =>
        rule.hard &&
        (rule.events.some((event) => inside.has(event)) ||
          rule.resources.some((resource) => drawingOn[resource]?.some((event) => inside.has(event)))),
    )
    .map((rule) => ({ kind: 'rule', rule: rule.index }));
}
