import type { PriceDemand, PriceLine, PriceModel } from './price-model.ts';

/** Cells of all resources that are kept count of, and looks at one resource at one time: with more, it is not tried. */
const most = { cells: 20_000_000, looks: 5_000_000 };

/**
 * Whether all events of the model find a place one after the other, those with the fewest choices first, each at the
 * first time at which all are free whom it needs. Then there is no shortage of slots, rooms or instructors in whatever
 * way they are counted, and no proof has to be looked for. False says nothing.
 */
export function fitsGreedily(model: PriceModel): boolean {
  const { axis, resources } = model.problem;
  if (resources.length * axis.cellCount > most.cells) return false;
  const wanted = wantedOf(model);
  const places = new Places(model);
  const ordered = model.demands.map((demand) => ({ demand, choices: choicesOf(demand) }));
  ordered.sort((a, b) => a.choices - b.choices);
  // Pools are tried in this order, so that what few others want goes first.
  const sorted = new Map(
    model.pools.map((pool) => [
      pool,
      pool.lines
        .filter((_, member) => pool.extra[member] === 0)
        .sort((a, b) => (wanted[a.resource] ?? 0) - (wanted[b.resource] ?? 0)),
    ]),
  );
  return ordered.every(({ demand }) => {
    const choices = demand.choices.map(({ pool, each }) => ({ lines: sorted.get(pool) ?? [], each }));
    return places.take(demand, choices);
  });
}

interface Choice {
  readonly lines: readonly PriceLine[];
  readonly each: number;
}

/** Who is taken when, so far. */
class Places {
  readonly #taken: Uint16Array;
  readonly #cellCount: number;
  readonly #capacities: readonly number[];
  #looks = 0;

  constructor({ problem }: PriceModel) {
    this.#cellCount = problem.axis.cellCount;
    this.#capacities = problem.resources.map(({ capacity }) => capacity);
    this.#taken = new Uint16Array(problem.resources.length * this.#cellCount);
  }

  /** Places all events of the demand; false when there is no place for one of them. */
  take(demand: PriceDemand, choices: readonly Choice[]): boolean {
    let time = 0;
    for (let left = demand.events.length; left > 0; left--) {
      // Nothing becomes free again: the next event alike finds nothing before that time.
      let members = this.#membersAt(demand, choices, time);
      while (members === null) {
        if (++time >= demand.domain.times.length) return false;
        members = this.#membersAt(demand, choices, time);
      }
      const cells = demand.domain.times[time]?.cells ?? [];
      for (const { resource } of members) {
        const first = resource * this.#cellCount;
        for (const cell of cells) this.#taken[first + cell] = (this.#taken[first + cell] ?? 0) + 1;
      }
    }
    return this.#looks <= most.looks;
  }

  /** Who would be taken at that time; null when it costs a hard unit or somebody is missing. */
  #membersAt({ domain, costs, lines }: PriceDemand, choices: readonly Choice[], time: number): PriceLine[] | null {
    if (costs[time] !== 0 || this.#looks > most.looks) return null;
    const cells = domain.times[time]?.cells ?? [];
    if (!lines.every((line) => this.#isFree(line, time, cells))) return null;
    const members = [...lines];
    for (const choice of choices) {
      let missing = choice.each;
      for (const line of choice.lines) {
        if (missing === 0) break;
        if (members.includes(line) || !this.#isFree(line, time, cells)) continue;
        members.push(line);
        missing--;
      }
      if (missing > 0) return null;
    }
    return members;
  }

  #isFree({ resource, costs }: PriceLine, time: number, cells: readonly number[]): boolean {
    this.#looks++;
    if (costs[time] !== 0) return false;
    const first = resource * this.#cellCount;
    const capacity = this.#capacities[resource] ?? 1;
    for (const cell of cells) if ((this.#taken[first + cell] ?? 0) >= capacity) return false;
    return true;
  }
}

/** Ways to place one event of the demand, roughly: times by the members of its scarcest pool, for each of the events. */
function choicesOf({ events, domain, costs, lines, choices }: PriceDemand): number {
  let ways = 0;
  for (let time = 0; time < domain.times.length; time++) {
    if (costs[time] !== 0 || lines.some((line) => line.costs[time] !== 0)) continue;
    let fewest = Number.POSITIVE_INFINITY;
    for (const { pool, each } of choices) {
      let members = 0;
      for (const line of pool.lines) if (line.costs[time] === 0) members++;
      fewest = Math.min(fewest, members / each);
    }
    ways += choices.length === 0 ? 1 : fewest;
  }
  return ways / events.length;
}

/** By resource: how many events want it, each divided among its pool. */
function wantedOf({ problem, demands }: PriceModel): Float64Array {
  const wanted = new Float64Array(problem.resources.length);
  for (const { events, choices } of demands) {
    for (const { pool, each } of choices) {
      for (const { resource } of pool.lines) {
        wanted[resource] = (wanted[resource] ?? 0) + (events.length * each) / pool.lines.length;
      }
    }
  }
  return wanted;
}
