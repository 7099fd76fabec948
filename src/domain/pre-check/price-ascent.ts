import type { PriceModel } from './price-model.ts';
import { cheapest, type DemandTable, type PoolTable, type PriceTables } from './price-tables.ts';

/** Events are spread over choices dearer by at most this than the cheapest, in hard units: first and last round. */
const spread = { first: 0.4, last: 0.003 };
/** The most a price moves in a round: the first and the last. */
const step = { first: 0.12, last: 0.003 };
/** Share of the past in the running means of excess and squared excess (Kingma and Ba, "Adam", 2015). */
const memory = { mean: 0.9, square: 0.98 };
/** Keeps the steps of cells small that are hardly ever used too much. */
const damping = 0.05;

/** Prices between 0 and 1, numbered as `PriceTables` says. */
export interface Climb {
  /** Those that prove most. */
  readonly best: Float64Array;
  /** Those of the last round: 0 where nothing is scarce, even when the best so far are none at all. */
  readonly last: Float64Array;
}

/**
 * Prices of the resources' cells at which the cheapest choices of all events cost as much as possible more than what
 * the cells hold. This is the dual of the linear relaxation, climbed along the excess of demand in a fixed number of
 * rounds. Any prices prove something (`price-proofs.ts`); good ones prove more.
 */
export function climbPrices(model: PriceModel, tables: PriceTables, rounds: number): Climb {
  const ascent = new Ascent(model, tables);
  for (let round = 0; round < rounds; round++) {
    const passed = round / rounds;
    ascent.look(spread.first * (spread.last / spread.first) ** passed);
    if (!ascent.move(step.first * (step.last / step.first) ** passed)) break;
  }
  return { best: ascent.best, last: ascent.prices };
}

class Ascent {
  readonly best: Float64Array;
  #bestValue = Number.NEGATIVE_INFINITY;
  readonly prices: Float64Array;
  readonly #excess: Float64Array;
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  readonly #tables: PriceTables;
  readonly #cellCount: number;
  readonly #used: readonly { readonly first: number; readonly capacity: number }[];

  constructor({ problem }: PriceModel, tables: PriceTables) {
    this.#tables = tables;
    this.#cellCount = problem.axis.cellCount;
    const capacityOf = (resource: number) => problem.resources[resource]?.capacity ?? 1;
    this.#used = tables.resources
      .map((resource, position) => ({ first: position * this.#cellCount, capacity: capacityOf(resource) }))
      // Where nothing clashes, a price would prove what is not so.
      .filter(({ capacity }) => capacity > 0);
    const size = tables.resources.length * this.#cellCount;
    this.best = new Float64Array(size);
    this.prices = new Float64Array(size);
    this.#excess = new Float64Array(size);
    this.#mean = new Float64Array(size);
    this.#square = new Float64Array(size);
  }

  /** Finds what the prices are worth and by how much the cheapest choices ask for more than there is of each cell. */
  look(width: number): void {
    this.#tables.fill(this.prices, 1);
    let value = 0;
    for (const demand of this.#tables.demands) value += spreadDemand(demand, width);
    for (const pool of this.#tables.pools) spreadPool(pool, width);
    for (const { first, capacity } of this.#used) {
      for (let at = first; at < first + this.#cellCount; at++) {
        value -= capacity * (this.prices[at] ?? 0);
        this.#excess[at] = -capacity;
      }
    }
    this.#collectUse();
    if (value <= this.#bestValue) return;
    this.#bestValue = value;
    this.best.set(this.prices);
  }

  #collectUse(): void {
    for (const { first, cells, starts, use } of this.#tables.lines) {
      for (let time = 0; time < use.length; time++) {
        const used = use[time] ?? 0;
        if (used === 0) continue;
        use[time] = 0;
        const end = starts[time + 1] ?? 0;
        for (let at = starts[time] ?? 0; at < end; at++) {
          const cell = first + (cells[at] ?? 0);
          this.#excess[cell] = (this.#excess[cell] ?? 0) + used;
        }
      }
    }
  }

  /** Moves the prices; false when all are 0 and stay so. */
  move(largest: number): boolean {
    let priced = false;
    for (const { first } of this.#used) {
      for (let at = first; at < first + this.#cellCount; at++) {
        const excess = this.#excess[at] ?? 0;
        const price = this.prices[at] ?? 0;
        const mean = memory.mean * (this.#mean[at] ?? 0) + (1 - memory.mean) * excess;
        const square = memory.square * (this.#square[at] ?? 0) + (1 - memory.square) * excess * excess;
        this.#mean[at] = mean;
        this.#square[at] = square;
        if (price === 0 && mean <= 0) continue;
        priced = true;
        this.prices[at] = Math.min(1, Math.max(0, price + (largest * mean) / (Math.sqrt(square) + damping)));
      }
    }
    return priced;
  }
}

/** The cost of the cheapest choices of all events of a demand, which are spread over the times nearly as cheap. */
function spreadDemand(table: DemandTable, width: number): number {
  const { demand, lines, choices, values } = table;
  const least = cheapest(table);
  const limit = least + width;
  let weights = 0;
  // From here on, the values are what share of the events a time gets.
  for (let time = 0; time < values.length; time++) {
    const nearness = limit - (values[time] ?? 0);
    values[time] = Math.max(0, nearness);
    weights += Math.max(0, nearness);
  }
  const share = demand.events.length / weights;
  for (let time = 0; time < values.length; time++) values[time] = (values[time] ?? 0) * share;
  for (let index = 0; index < lines.length; index++) addUse(lines[index]?.use, values, 1);
  for (let index = 0; index < choices.length; index++)
    addUse(choices[index]?.pool.use, values, choices[index]?.each ?? 0);
  return demand.events.length * least;
}

function addUse(use: Float64Array | undefined, shares: Float64Array, factor: number): void {
  if (use === undefined) return;
  for (let time = 0; time < use.length; time++) use[time] = (use[time] ?? 0) + factor * (shares[time] ?? 0);
}

/** Deals the use of a pool at each time to its members nearly as cheap as the cheapest. */
function spreadPool({ members, extra, values, use }: PoolTable, width: number): void {
  const count = use.length;
  const weights = new Float64Array(count);
  for (let index = 0; index < members.length; index++) {
    const own = members[index]?.values ?? values;
    const limit = width - (extra[index] ?? 0);
    for (let time = 0; time < count; time++) {
      const nearness = (values[time] ?? 0) - (own[time] ?? 0) + limit;
      if (nearness > 0) weights[time] = (weights[time] ?? 0) + nearness;
    }
  }
  // The cheapest has a nearness of `width` itself, so no weight is 0.
  for (let time = 0; time < count; time++) use[time] = (use[time] ?? 0) / (weights[time] ?? 1);
  for (let index = 0; index < members.length; index++) {
    const member = members[index];
    if (member === undefined) continue;
    const limit = width - (extra[index] ?? 0);
    for (let time = 0; time < count; time++) {
      const nearness = (values[time] ?? 0) - (member.values[time] ?? 0) + limit;
      if (nearness > 0) member.use[time] = (member.use[time] ?? 0) + nearness * (use[time] ?? 0);
    }
  }
  use.fill(0);
}
