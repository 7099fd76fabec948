import type { Problem } from '../problem.ts';
import { cellsNeeded } from './cells.ts';
import type { CountingNames, Proof } from './finding.ts';
import { climbPrices } from './price-ascent.ts';
import { type PriceModel, priceModel } from './price-model.ts';
import { cheapest, type DemandTable, PriceTables } from './price-tables.ts';
import { counted } from './time-flow.ts';

/** Rounds of climbing: first with all events, to find the parts where something is scarce, then with each part. */
const rounds = { whole: 24, part: 100, smallPart: 300 };
/** Sums that a small part, and all climbs of one kind at most, may take: ten million take about a tenth of a second. */
const effort = { smallPart: 3_000_000, most: 40_000_000 };
/** Prices become whole multiples of 1/unit, so that the proof is in whole numbers. The best of these is taken. */
const units = [1, 2, 3, 4, 6, 12, 60, 1000];
/** Coarse prices tell the parts from each other; smaller ones than this many hundredths are noise. */
const coarse = { unit: 100, least: 2 };

/**
 * Proofs by prices. Give each cell of each resource a price between 0 and 1, once for every occupant it can hold. An
 * event costs at least the price of the cheapest choices it has plus the hard units they cost by themselves; whoever
 * is beyond a cell's capacity is a hard unit, which is never less than the price. So what all events cost at least,
 * less the price of all cells, is a number of hard units that no timetable avoids. This holds for any prices: length
 * of the meetings, availability, rooms, instructors and groups are all weighed together.
 */
export function priceProofs(
  problem: Problem,
  names: CountingNames,
  whole: PriceModel = priceModel(problem, problem.events),
): Proof[] {
  const most = Math.floor(effort.most / Math.max(1, whole.size));
  if (most < rounds.whole) return [];
  return coarseParts(whole)
    .map(({ events }) =>
      priceModel(
        problem,
        events.flatMap((event) => problem.events[event] ?? []),
      ),
    )
    .flatMap((part) => bestParts(part, Math.min(most, roundsFor(part))))
    .map((part) => proofOf(problem, part, names));
}

function roundsFor({ size }: PriceModel): number {
  return Math.max(rounds.part, Math.min(rounds.smallPart, Math.floor(effort.smallPart / Math.max(1, size))));
}

/** Events that compete for cells, and what that costs them at least. */
export interface PricedPart {
  readonly events: readonly number[];
  /** Resources with a price. */
  readonly resources: readonly number[];
  /** Hard units that no timetable avoids; 0 or less where the prices say nothing. */
  readonly bound: number;
}

function coarseParts(model: PriceModel): PricedPart[] {
  const tables = new PriceTables(model);
  const rounded = climbPrices(model, tables, rounds.whole).last.map((price) => {
    const whole = Math.round(price * coarse.unit);
    return whole < coarse.least ? 0 : whole;
  });
  return partsAt(model, tables, rounded, coarse.unit);
}

function bestParts(model: PriceModel, count: number): PricedPart[] {
  const tables = new PriceTables(model);
  const prices = climbPrices(model, tables, count).best;
  let best: PricedPart[] = [];
  let bound = 0;
  for (const unit of units) {
    const rounded = prices.map((price) => Math.round(price * unit));
    const parts = partsAt(model, tables, rounded, unit).filter((part) => part.bound > 0);
    const sum = parts.reduce((total, part) => total + part.bound, 0);
    if (sum <= bound) continue;
    best = parts;
    bound = sum;
  }
  return best;
}

/**
 * What prices prove, whatever they are: whole multiples of 1/unit from 0 to 1, numbered as `PriceTables` says. `tables` are of this model. Events that have no cell with a price in common are apart.
 */
export function partsAt(model: PriceModel, tables: PriceTables, prices: Float64Array, unit: number): PricedPart[] {
  const { problem } = model;
  const { cellCount } = problem.axis;
  const resourceAt = (at: number) => tables.resources[Math.floor(at / cellCount)] ?? -1;
  tables.fill(prices, unit);
  const dear = tables.demands.filter((table) => cheapest(table) > 0);
  return connectedByPrice(dear, prices).map(({ demands, cells }) => {
    let value = 0;
    for (const table of demands) value += table.demand.events.length * cheapest(table);
    for (const at of cells) {
      value -= (problem.resources[resourceAt(at)]?.capacity ?? 1) * (prices[at] ?? 0);
    }
    return {
      events: demands.flatMap((table) => table.demand.events).sort((a, b) => a - b),
      resources: [...new Set(cells.map(resourceAt))].sort((a, b) => a - b),
      bound: Math.ceil(value / unit),
    };
  });
}

function connectedByPrice(
  demands: readonly DemandTable[],
  prices: Float64Array,
): { demands: DemandTable[]; cells: number[] }[] {
  const partOf = new Map<number, { demands: DemandTable[]; cells: number[] }>();
  const parts = new Set<{ demands: DemandTable[]; cells: number[] }>();
  for (const table of demands) {
    let own: { demands: DemandTable[]; cells: number[] } = { demands: [table], cells: [] };
    for (const at of pricedCells(table, prices)) {
      const known = partOf.get(at);
      if (known === own) continue;
      if (known === undefined) {
        own.cells.push(at);
        partOf.set(at, own);
        continue;
      }
      const [large, small] = known.cells.length > own.cells.length ? [known, own] : [own, known];
      large.demands.push(...small.demands);
      large.cells.push(...small.cells);
      for (const cell of small.cells) partOf.set(cell, large);
      parts.delete(small);
      own = large;
    }
    parts.add(own);
  }
  return [...parts];
}

/** Cells with a price that some choice of these events takes. */
function pricedCells({ lines, choices }: DemandTable, prices: Float64Array): Set<number> {
  const cells = new Set<number>();
  for (const line of [...lines, ...choices.flatMap(({ pool }) => pool.members)]) {
    for (const cell of line.cells) if ((prices[line.first + cell] ?? 0) > 0) cells.add(line.first + cell);
  }
  return cells;
}

function proofOf(problem: Problem, { events, resources, bound }: PricedPart, names: CountingNames): Proof {
  const of = (...kinds: readonly string[]) =>
    resources.filter((index) => kinds.includes(problem.resources[index]?.kind ?? ''));
  const holders = [
    { members: of('instructor'), kind: 'instructor' },
    { members: of('group', 'overlap'), kind: 'group' },
    { members: of('room'), kind: 'room' },
  ].flatMap(({ members, kind }) => (members.length === 0 ? [] : [counted(members, kind, names)]));
  const whose = holders.length < 2 ? holders[0] : `${holders.slice(0, -1).join(', ')} and ${holders.at(-1)}`;
  const least = `however they are placed, hard rules are broken by at least ${bound}.`;
  const needed = events.reduce((sum, index) => {
    const event = problem.events[index];
    return event === undefined ? sum : sum + cellsNeeded(problem, event);
  }, 0);
  return {
    finding: {
      code: whose === undefined ? 'preCheck.unavoidable' : 'preCheck.scarceSlots',
      figures: { bound },
      severity: 'impossible',
      message:
        whose === undefined
          ? `${names.events(events)} have no choice that breaks no hard rule: ${least}`
          : `${names.events(events)} compete for the ${names.slot}s of ${whose}. With each ${names.slot} weighed by how scarce it is: ${least}`,
      needed,
      available: Math.max(0, needed - bound),
      events,
      resources,
    },
    bound,
  };
}
