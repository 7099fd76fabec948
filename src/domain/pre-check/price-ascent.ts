import type { PriceModel } from './price-model.ts';
import { cheapest, type DemandTable, type PoolTable, PriceTables } from './price-tables.ts';

/** Events are spread over choices dearer by at most this than the cheapest, in hard units: first and last round. */
const spread = { first: 0.4, last: 0.003 };
/** The most a price moves in a round: the first and the last. */
const step = { first: 0.12, last: 0.003 };
/** Share of the past in the running means of excess and squared excess (Kingma and Ba, "Adam", 2015). */
const memory = { mean: 0.9, square: 0.98 };
/** Keeps the steps of cells small that are hardly ever used too much. */
const damping = 0.05;

/**
 * Prices between 0 and 1 of the resources' cells at which the cheapest choices of all events cost as much as possible
 * more than what the cells hold. This is the dual of the linear relaxation, climbed along the excess of demand. Any
 * prices prove something (`price-proofs.ts`); good ones prove more. By `resource * cellCount + cell`.
 */
export function climbPrices(model: PriceModel, rounds: number): Float64Array {
  const ascent = new Ascent(model);
  for (let round = 0; round < rounds; round++) {
    const passed = round / rounds;
    ascent.look(spread.first * (spread.last / spread.first) ** passed);
    if (!ascent.move(step.first * (step.last / step.first) ** passed)) break;
  }
  return ascent.best;
}

class Ascent {
  readonly best: Float64Array;
  #bestValue = Number.NEGATIVE_INFINITY;
  readonly #prices: Float64Array;
  readonly #excess: Float64Array;
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  readonly #tables: PriceTables;
  readonly #cellCount: number;
  readonly #used: readonly { readonly resource: number; readonly capacity: number }[];

  constructor({ problem, lines, ...rest }: PriceModel) {
    this.#tables = new PriceTables({ problem, lines, ...rest });
    this.#cellCount = problem.axis.cellCount;
    this.#used = [...new Set(lines.map((line) => line.resource))].map((resource) => {
      return { resource, capacity: problem.resources[resource]?.capacity ?? 1 };
    });
    const size = problem.resources.length * this.#cellCount;
    this.best = new Float64Array(size);
    this.#prices = new Float64Array(size);
    this.#excess = new Float64Array(size);
    this.#mean = new Float64Array(size);
    this.#square = new Float64Array(size);
  }

  /** Finds what the prices are worth and by how much the cheapest choices ask for more than there is of each cell. */
  look(width: number): void {
    this.#tables.fill(this.#prices, 1);
    let value = 0;
    for (const demand of this.#tables.demands) value += spreadDemand(demand, width);
    for (const pool of this.#tables.pools) spreadPool(pool, width);
    for (const { resource, capacity } of this.#used) {
      const first = resource * this.#cellCount;
      for (let at = first; at < first + this.#cellCount; at++) {
        value -= capacity * (this.#prices[at] ?? 0);
        this.#excess[at] = -capacity;
      }
    }
    this.#collectUse();
    if (value <= this.#bestValue) return;
    this.#bestValue = value;
    this.best.set(this.#prices);
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
    for (const { resource } of this.#used) {
      const first = resource * this.#cellCount;
      for (let at = first; at < first + this.#cellCount; at++) {
        const excess = this.#excess[at] ?? 0;
        const price = this.#prices[at] ?? 0;
        const mean = memory.mean * (this.#mean[at] ?? 0) + (1 - memory.mean) * excess;
        const square = memory.square * (this.#square[at] ?? 0) + (1 - memory.square) * excess * excess;
        this.#mean[at] = mean;
        this.#square[at] = square;
        if (price === 0 && mean <= 0) continue;
        priced = true;
        this.#prices[at] = Math.min(1, Math.max(0, price + (largest * mean) / (Math.sqrt(square) + damping)));
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
  for (let time = 0; time < values.length; time++) weights += Math.max(0, limit - (values[time] ?? 0));
  for (let time = 0; time < values.length; time++) {
    const nearness = limit - (values[time] ?? 0);
    if (nearness <= 0) continue;
    const share = (demand.events.length * nearness) / weights;
    for (const line of lines) line.use[time] = (line.use[time] ?? 0) + share;
    for (const { pool, each } of choices) pool.use[time] = (pool.use[time] ?? 0) + share * each;
  }
  return demand.events.length * least;
}

function spreadPool({ members, extra, values, use }: PoolTable, width: number): void {
  for (let time = 0; time < use.length; time++) {
    const used = use[time] ?? 0;
    if (used === 0) continue;
    use[time] = 0;
    const limit = (values[time] ?? 0) + width;
    let weights = 0;
    members.forEach((member, index) => {
      weights += Math.max(0, limit - (member.values[time] ?? 0) - (extra[index] ?? 0));
    });
    members.forEach((member, index) => {
      const nearness = limit - (member.values[time] ?? 0) - (extra[index] ?? 0);
      if (nearness > 0) member.use[time] = (member.use[time] ?? 0) + (used * nearness) / weights;
    });
  }
}
