import type { Problem } from '../../domain/problem.ts';

/** A hard rule about more events than this ties none of them to another. */
const mostTied = 100;

/** Who shares what: by event, the lists of events that draw on the same resource or are in the same hard pair rule. */
export class Neighbourhood {
  readonly #eventCount: number;
  readonly #lists: readonly (readonly number[])[];
  readonly #listsOf: readonly (readonly number[])[];

  constructor(problem: Problem, drawingOn: readonly (readonly number[])[]) {
    this.#eventCount = problem.events.length;
    const shared = drawingOn.filter((_, resource) => (problem.resources[resource]?.capacity ?? 0) > 0);
    const tied = problem.rules
      .filter((rule) => rule.hard && rule.events.length <= mostTied)
      .filter(({ definition }) => definition.measures.some(({ term }) => term === 'timePair' || term === 'roomPair'))
      .map((rule) => rule.events);
    this.#lists = [...shared, ...tied].filter((list) => list.length > 1);
    const listsOf: number[][] = problem.events.map(() => []);
    for (const [index, list] of this.#lists.entries()) for (const event of list) listsOf[event]?.push(index);
    this.#listsOf = listsOf;
  }

  /** These events and those nearest to them, `size` in all where there are so many: who shares most with them comes first. */
  around(events: readonly number[], size: number): number[] {
    const inside = new Set(events);
    while (inside.size < size) {
      const nearest = this.#nearest(inside, size - inside.size);
      if (nearest.length === 0) break;
      for (const event of nearest) inside.add(event);
    }
    return [...inside].sort((a, b) => a - b);
  }

  #nearest(inside: ReadonlySet<number>, count: number): number[] {
    const closeness = new Float64Array(this.#eventCount);
    const touched = new Set<number>();
    for (const event of inside) for (const list of this.#listsOf[event] ?? []) touched.add(list);
    for (const index of touched) {
      const list = this.#lists[index] ?? [];
      const share = list.filter((event) => inside.has(event)).length / list.length;
      for (const event of list) closeness[event] = (closeness[event] ?? 0) + share;
    }
    return Array.from(closeness.keys())
      .filter((event) => !inside.has(event) && (closeness[event] ?? 0) > 0)
      .sort((a, b) => (closeness[b] ?? 0) - (closeness[a] ?? 0) || a - b)
      .slice(0, count);
  }
}
