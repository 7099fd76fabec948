import type { PriceDemand, PriceDomain, PriceLine, PriceModel, PricePool } from './price-model.ts';

/** Cells of all times in a row; those of time t from `starts[t]` to before `starts[t + 1]`. */
interface DomainCells {
  readonly cells: Int32Array;
  readonly starts: Int32Array;
}

/** A line with room for the values of its times, and for how much each time is used. */
export interface LineTable extends DomainCells {
  /** Position of the resource's first cell among the prices. */
  readonly first: number;
  readonly costs: Float64Array;
  readonly values: Float64Array;
  readonly use: Float64Array;
}

export interface PoolTable {
  readonly members: readonly LineTable[];
  readonly extra: readonly number[];
  /** Of the cheapest member at each time. */
  readonly values: Float64Array;
  readonly use: Float64Array;
}

export interface DemandTable {
  readonly demand: PriceDemand;
  readonly lines: readonly LineTable[];
  readonly choices: readonly { readonly pool: PoolTable; readonly each: number }[];
  /** Of each time with the cheapest choices at that time. */
  readonly values: Float64Array;
}

/** What every choice costs at given prices. */
export class PriceTables {
  /** Those that the model asks for, ascending; prices are numbered by position here × cells + cell. */
  readonly resources: readonly number[];
  readonly lines: readonly LineTable[];
  readonly pools: readonly PoolTable[];
  readonly demands: readonly DemandTable[];

  constructor(model: PriceModel) {
    const { cellCount } = model.problem.axis;
    this.resources = [...new Set(model.lines.map(({ resource }) => resource))].sort((a, b) => a - b);
    const firstOf = new Map(this.resources.map((resource, position) => [resource, position * cellCount]));
    const domains = new Map<PriceDomain, DomainCells>();
    const lines = new Map(
      model.lines.map((line) => {
        const cells = domains.get(line.domain) ?? cellsOf(line.domain);
        domains.set(line.domain, cells);
        return [line, lineTable(line, cells, firstOf.get(line.resource) ?? 0)];
      }),
    );
    const pools = new Map(model.pools.map((pool) => [pool, poolTable(pool, lines)]));
    this.lines = [...lines.values()];
    this.pools = [...pools.values()];
    this.demands = model.demands.map((demand) => ({
      demand,
      lines: demand.lines.flatMap((line) => lines.get(line) ?? []),
      choices: demand.choices.flatMap(({ pool, each }) => {
        const table = pools.get(pool);
        return table === undefined ? [] : [{ pool: table, each }];
      }),
      values: new Float64Array(demand.domain.times.length),
    }));
  }

  /** Fills all values; prices as numbered by `resources`, a hard unit costs `unit`. */
  fill(prices: Float64Array, unit: number): void {
    for (const line of this.lines) fillLine(line, prices, unit);
    for (const pool of this.pools) fillPool(pool, unit);
    for (const demand of this.demands) fillDemand(demand, unit);
  }
}

/** The cheapest of the filled values. */
export function cheapest({ values }: DemandTable): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < values.length; time++) least = Math.min(least, values[time] ?? 0);
  return least;
}

function cellsOf({ times }: PriceDomain): DomainCells {
  const starts = new Int32Array(times.length + 1);
  times.forEach((time, index) => {
    starts[index + 1] = (starts[index] ?? 0) + time.cells.length;
  });
  return { cells: Int32Array.from(times.flatMap((time) => time.cells)), starts };
}

function lineTable(line: PriceLine, { cells, starts }: DomainCells, first: number): LineTable {
  const timeCount = line.costs.length;
  return {
    first,
    costs: line.costs,
    cells,
    starts,
    values: new Float64Array(timeCount),
    use: new Float64Array(timeCount),
  };
}

function poolTable(pool: PricePool, lines: ReadonlyMap<PriceLine, LineTable>): PoolTable {
  const size = pool.domain.times.length;
  return {
    members: pool.lines.flatMap((line) => lines.get(line) ?? []),
    extra: pool.extra,
    values: new Float64Array(size),
    use: new Float64Array(size),
  };
}

function fillLine({ first, costs, cells, starts, values }: LineTable, prices: Float64Array, unit: number): void {
  for (let time = 0; time < values.length; time++) {
    let value = (costs[time] ?? 0) * unit;
    const end = starts[time + 1] ?? 0;
    for (let at = starts[time] ?? 0; at < end; at++) value += prices[first + (cells[at] ?? 0)] ?? 0;
    values[time] = value;
  }
}

function fillPool({ members, extra, values }: PoolTable, unit: number): void {
  values.fill(Number.POSITIVE_INFINITY);
  members.forEach((member, index) => {
    const more = (extra[index] ?? 0) * unit;
    for (let time = 0; time < values.length; time++) {
      const value = (member.values[time] ?? 0) + more;
      if (value < (values[time] ?? 0)) values[time] = value;
    }
  });
}

function fillDemand({ demand, lines, choices, values }: DemandTable, unit: number): void {
  for (let time = 0; time < values.length; time++) values[time] = (demand.costs[time] ?? 0) * unit;
  for (const line of lines) {
    for (let time = 0; time < values.length; time++) values[time] = (values[time] ?? 0) + (line.values[time] ?? 0);
  }
  for (const { pool, each } of choices) {
    for (let time = 0; time < values.length; time++) {
      values[time] = (values[time] ?? 0) + each * (pool.values[time] ?? 0);
    }
  }
}
