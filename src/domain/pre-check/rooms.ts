import type { ParamSpecs, ParamValues } from '../constraints/params.ts';
import type { Event, Problem } from '../problem.ts';
import { cellCount, cellsNeeded, createDomainCells, createOpenCells, domainKey, intersection } from './cells.ts';
import type { CountingNames, Proof } from './finding.ts';
import { onceFor } from './once.ts';
import { DemandList, findShortages, type Shortage } from './supply.ts';

/** Share of the room slots in use from which a problem is called tight. */
const tightShare = 0.9;

/** Rooms of each event that break no hard rule about rooms. */
export const suitableRooms = onceFor((problem): readonly (readonly number[])[] => {
  const pools: (readonly number[])[] = problem.events.map((event) => event.rooms.map((item) => item.index));
  for (const rule of problem.rules) {
    if (!rule.hard) continue;
    for (const measure of rule.definition.measures) {
      if (measure.term !== 'unaryRoom') continue;
      // `completeParams` has checked the values against the definition's specs.
      const context = { problem, rule, params: rule.params as ParamValues<ParamSpecs> };
      for (const index of rule.events) {
        const event = problem.events[index];
        if (event === undefined) continue;
        pools[index] = (pools[index] ?? []).filter((room) => measure.amount(event, room, context) === 0);
      }
    }
  }
  return pools;
});

/** Whether the suitable rooms have the hours, as a maximum flow; and how full all rooms together are. */
export function roomProofs(problem: Problem, names: CountingNames): Proof[] {
  const pools = suitableRooms(problem);
  const domainCells = createDomainCells(problem);
  const open = createOpenCells(problem);
  const demands = new DemandList();
  const proofs: Proof[] = [];
  const used = new Set<number>();
  for (const event of problem.events) {
    const cells = cellsNeeded(problem, event);
    const pool = [...(pools[event.index] ?? [])].sort((a, b) => a - b);
    if (cells === 0 || event.roomCount === 0 || event.rooms.length === 0) continue;
    if (pool.length === 0) {
      proofs.push(noSuitableRoom(event));
      continue;
    }
    const key = `${pool.join(',')}/${event.roomCount}/${domainKey(problem, event)}`;
    demands.add(key, event.index, cells, event.roomCount, () =>
      pool.map((room) => {
        const resource = problem.resourceOfRoom[room] ?? -1;
        used.add(resource);
        return { resource, cells: intersection(open(resource), domainCells(event)) };
      }),
    );
  }
  const shortages = findShortages(problem, demands.all);
  proofs.push(...shortages.map((shortage) => proofOf(shortage, names)));
  if (shortages.length === 0) proofs.push(...tightness(problem, demands, used, names));
  return proofs;
}

function noSuitableRoom(event: Event): Proof {
  return {
    finding: {
      code: 'preCheck.noSuitableRoom',
      severity: 'impossible',
      message: `No room has what ${event.name} needs.`,
      needed: event.roomCount,
      available: 0,
      events: [event.index],
      resources: [],
    },
    bound: 1,
  };
}

function proofOf({ demands, suppliers, needed, available }: Shortage, names: CountingNames): Proof {
  const events = [...new Set(demands.flatMap((demand) => demand.events))].sort((a, b) => a - b);
  const missing = needed - available;
  const rooms = suppliers.length === 1 ? names.resource(suppliers[0] ?? -1) : `the ${suppliers.length} suitable rooms`;
  return {
    finding: {
      code: 'preCheck.roomShortage',
      severity: 'impossible',
      message: `${names.events(events)} need ${names.slots(needed)}, but ${rooms} ${suppliers.length === 1 ? 'offers' : 'offer'} only ${available}: ${names.slots(missing)} ${missing === 1 ? 'is' : 'are'} missing.`,
      needed,
      available,
      events,
      resources: suppliers,
    },
    // One event in an unsuitable room is one hard unit, however many slots it takes.
    bound: Math.ceil(missing / Math.max(1, ...demands.map((demand) => demand.largest))),
  };
}

function tightness(problem: Problem, demands: DemandList, used: ReadonlySet<number>, names: CountingNames): Proof[] {
  const needed = demands.all.reduce((sum, demand) => sum + demand.needed, 0);
  const all = new Map<number, number>();
  for (const { offers } of demands.all) {
    for (const { resource, cells } of offers) {
      const capacity = problem.resources[resource]?.capacity ?? 1;
      const size = cellCount(cells) * capacity;
      all.set(resource, Math.max(all.get(resource) ?? 0, size));
    }
  }
  const available = [...all.values()].reduce((sum, size) => sum + size, 0);
  if (needed === 0 || needed < tightShare * available) return [];
  return [
    {
      finding: {
        code: 'preCheck.roomsTight',
        severity: 'tight',
        message: `The rooms are needed in ${needed} of ${names.slots(available)}.`,
        needed,
        available,
        events: [],
        resources: [...used].sort((a, b) => a - b),
      },
      bound: 0,
    },
  ];
}
