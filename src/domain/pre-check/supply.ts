import type { Problem } from '../problem.ts';
import { type CellSet, cellCount, noCells, union } from './cells.ts';
import { FlowNetwork } from './max-flow.ts';

/** Events that draw on the same suppliers (instructors or rooms) in the same cells. */
export interface Demand {
  readonly events: number[];
  /** Cells of all events, each as often as suppliers are needed. */
  needed: number;
  /** Cells that one supplier can give at most: each event takes it once. */
  onePerEvent: number;
  /** Largest number of cells that one event takes from the supply. */
  largest: number;
  /** Largest number of suppliers that one event needs. */
  suppliersPerEvent: number;
  readonly offers: readonly Offer[];
}

/** What a resource can give to a demand. */
export interface Offer {
  readonly resource: number;
  readonly cells: CellSet;
}

/** Demands that cannot be met together, everybody who could supply them, and by how much it is too little. */
export interface Shortage {
  readonly demands: readonly Demand[];
  readonly suppliers: readonly number[];
  readonly needed: number;
  readonly available: number;
}

/** A minimum cut of the flow from demands over suppliers to their cells, one shortage per connected part of it. */
export function findShortages(problem: Problem, demands: readonly Demand[]): Shortage[] {
  const supplied = new Map<number, CellSet>();
  for (const { offers } of demands) {
    for (const { resource, cells } of offers) {
      supplied.set(resource, union(supplied.get(resource) ?? noCells(problem), cells));
    }
  }
  const suppliers = [...supplied.keys()];
  const nodeOfSupplier = new Map(suppliers.map((resource, index) => [resource, 2 + demands.length + index]));
  const capacityOf = (resource: number) => problem.resources[resource]?.capacity ?? 1;
  const supplyOf = (resource: number) => cellCount(supplied.get(resource) ?? noCells(problem)) * capacityOf(resource);
  const offerOf = (demand: Demand, { resource, cells }: Offer) =>
    Math.min(demand.onePerEvent, cellCount(cells)) * capacityOf(resource);
  const network = new FlowNetwork(2 + demands.length + suppliers.length);
  demands.forEach((demand, index) => {
    network.addEdge(0, 2 + index, demand.needed);
    for (const offer of demand.offers) {
      network.addEdge(2 + index, nodeOfSupplier.get(offer.resource) ?? 1, offerOf(demand, offer));
    }
  });
  for (const resource of suppliers) network.addEdge(nodeOfSupplier.get(resource) ?? 1, 1, supplyOf(resource));
  if (network.maximise(0, 1) === demands.reduce((sum, demand) => sum + demand.needed, 0)) return [];
  const reached = network.reachable(0);
  const exhausted = new Set(suppliers.filter((resource) => reached[nodeOfSupplier.get(resource) ?? 1]));
  const short = demands.filter((_, index) => reached[2 + index]);
  return connectedParts(short, exhausted).map((part) => {
    const own = new Set(part.flatMap((demand) => demand.offers.map((offer) => offer.resource)));
    const inside = [...own].filter((resource) => exhausted.has(resource));
    // What suppliers outside the cut give is limited by the offers themselves.
    const outside = part.flatMap((demand) =>
      demand.offers.flatMap((offer) => (exhausted.has(offer.resource) ? [] : offerOf(demand, offer))),
    );
    return {
      demands: part,
      suppliers: [...own].sort((a, b) => a - b),
      needed: part.reduce((sum, demand) => sum + demand.needed, 0),
      available: [...inside.map(supplyOf), ...outside].reduce((sum, cells) => sum + cells, 0),
    };
  });
}

function connectedParts(demands: readonly Demand[], exhausted: ReadonlySet<number>): Demand[][] {
  const demandsOf = new Map<number, Demand[]>();
  const shared = (demand: Demand) => demand.offers.map((offer) => offer.resource).filter((item) => exhausted.has(item));
  for (const demand of demands) {
    for (const resource of shared(demand)) demandsOf.set(resource, [...(demandsOf.get(resource) ?? []), demand]);
  }
  const seen = new Set<Demand>();
  const parts: Demand[][] = [];
  for (const start of demands) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (const demand of part) {
      for (const neighbour of shared(demand).flatMap((resource) => demandsOf.get(resource) ?? [])) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        part.push(neighbour);
      }
    }
    parts.push(part);
  }
  return parts;
}

/** Collects demands: equal keys are one. */
export class DemandList {
  readonly #byKey = new Map<string, Demand>();

  add(key: string, event: number, cells: number, suppliers: number, offers: () => readonly Offer[]): void {
    const demand = this.#byKey.get(key) ?? {
      events: [],
      needed: 0,
      onePerEvent: 0,
      largest: 0,
      suppliersPerEvent: 0,
      offers: offers(),
    };
    this.#byKey.set(key, demand);
    demand.events.push(event);
    demand.needed += cells * suppliers;
    demand.onePerEvent += cells;
    demand.largest = Math.max(demand.largest, cells * suppliers);
    demand.suppliersPerEvent = Math.max(demand.suppliersPerEvent, suppliers);
  }

  get all(): readonly Demand[] {
    return [...this.#byKey.values()];
  }
}
