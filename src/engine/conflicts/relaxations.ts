import type { Problem } from '../../domain/problem.ts';
import type { Relaxation } from './relaxation.ts';

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
  const given = (event: number) => problem.data.events[event];
  return [
    ...capacities(problem, drawingOn, inside),
    ...events.filter((event) => given(event)?.rooms !== undefined).map((event) => ({ kind: 'rooms', event }) as const),
    ...events.filter((event) => given(event)?.times !== undefined).map((event) => ({ kind: 'times', event }) as const),
    ...rulesAbout(problem, drawingOn, inside),
    ...events.filter((event) => given(event)?.lock !== undefined).map((event) => ({ kind: 'lock', event }) as const),
  ];
}

/** Resources on which the same of these events draw are one. */
function capacities(
  problem: Problem,
  drawingOn: readonly (readonly number[])[],
  inside: ReadonlySet<number>,
): Relaxation[] {
  const alike = new Map<string, number[]>();
  for (const { index, kind, capacity } of problem.resources) {
    if (capacity === 0) continue;
    const here = (drawingOn[index] ?? []).filter((event) => inside.has(event));
    const several = here.some((event) => {
      const { roomCount = 0, instructorCount = 0 } = problem.events[event] ?? {};
      return (kind === 'room' ? roomCount : instructorCount) > 1;
    });
    if (here.length < 2 && !several) continue;
    const key = `${kind} ${capacity} ${here.join(',')}`;
    const list = alike.get(key);
    if (list === undefined) alike.set(key, [index]);
    else list.push(index);
  }
  return [...alike.values()].map((resources) => ({ kind: 'capacity', resources }));
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
