import type { Event, Problem } from '../problem.ts';
import {
  addTime,
  type CellSet,
  cellsNeeded,
  createDomainCells,
  createOpenCells,
  domainKey,
  intersection,
  liesIn,
  noCells,
  timesOf,
} from './cells.ts';
import type { CountingNames, Proof } from './finding.ts';
import { DemandList, findShortages, type Offer, type Shortage } from './supply.ts';

/**
 * Whether the qualified instructors have the hours, as a maximum flow: first by available slots alone (every missing
 * slot is one hard unit), then by slots that lie in a stretch long enough for the event.
 */
export function instructorProofs(problem: Problem, names: CountingNames, excluded: ReadonlySet<number>): Proof[] {
  const bySlots = shortagesWith(problem, createSlotOffers(problem), new Set()).map((shortage) =>
    proofOf(shortage, names, 1),
  );
  const known = new Set([...excluded, ...bySlots.flatMap((proof) => proof.finding.events)]);
  const byStretches = shortagesWith(problem, createStretchOffers(problem), known).map((shortage) =>
    proofOf(shortage, names, Math.max(...shortage.demands.map((demand) => demand.largest))),
  );
  return [...bySlots, ...byStretches];
}

type Offers = (event: Event, instructor: number) => Offer;

function shortagesWith(problem: Problem, offer: Offers, excluded: ReadonlySet<number>): Shortage[] {
  const demands = new DemandList();
  for (const event of problem.events) {
    const cells = cellsNeeded(problem, event);
    if (cells === 0 || event.instructorCount === 0 || excluded.has(event.index)) continue;
    const pool = event.instructors.map((item) => item.index).sort((a, b) => a - b);
    // Where everybody teaches, each of them is a demand of its own.
    const parts = event.instructorsFixed ? pool.map((instructor) => [instructor]) : [pool];
    const count = event.instructorsFixed ? 1 : event.instructorCount;
    for (const part of parts) {
      const key = `${part.join(',')}/${domainKey(problem, event)}`;
      demands.add(key, event.index, cells, count, () => part.map((instructor) => offer(event, instructor)));
    }
  }
  return findShortages(problem, demands.all);
}

function createSlotOffers(problem: Problem): Offers {
  const domainCells = createDomainCells(problem);
  const open = createOpenCells(problem);
  return (event, instructor) => {
    const resource = problem.resourceOfInstructor[instructor] ?? -1;
    return { resource, cells: intersection(open(resource), domainCells(event)) };
  };
}

function createStretchOffers(problem: Problem): Offers {
  const open = createOpenCells(problem);
  const known = new Map<string, CellSet>();
  return (event, instructor) => {
    const resource = problem.resourceOfInstructor[instructor] ?? -1;
    const free = open(resource);
    // many instructors are free at the same times
    const key = `${free.join(',')}/${domainKey(problem, event)}`;
    const cells = known.get(key) ?? stretchesIn(problem, event, free);
    known.set(key, cells);
    return { resource, cells };
  };
}

function stretchesIn(problem: Problem, event: Event, free: CellSet): CellSet {
  const cells = noCells(problem);
  for (const time of timesOf(problem, event)) if (liesIn(problem, time, free)) addTime(problem, cells, time);
  return cells;
}

/** `slotsPerUnit`: slots that one hard unit can make up for. */
function proofOf(shortage: Shortage, names: CountingNames, slotsPerUnit: number): Proof {
  const { demands, suppliers: resources, needed, available } = shortage;
  const events = [...new Set(demands.flatMap((demand) => demand.events))].sort((a, b) => a - b);
  const missing = needed - available;
  const subject =
    resources.length === 1
      ? `${names.resource(resources[0] ?? -1)} is needed for ${names.slots(needed)} of ${names.events(events)}`
      : `${names.events(events)} need ${names.slots(needed)} of ${resources.length} qualified instructors`;
  const fit = slotsPerUnit > 1 ? ' that are long enough' : '';
  // An event with several instructors in closed time breaks one rule, but misses a slot of each of them.
  const shared = Math.max(1, ...[...countParts(shortage).values()]);
  return {
    finding: {
      code: 'preCheck.instructorShortage',
      ...(slotsPerUnit > 1 ? { variant: 'long' } : {}),
      severity: 'impossible',
      message: `${subject}, but only ${available} can be taught in available times${fit}: ${names.slots(missing)} ${missing === 1 ? 'is' : 'are'} missing.`,
      needed,
      available,
      events,
      resources,
    },
    bound: Math.ceil(missing / (slotsPerUnit * shared)),
  };
}

/** How many instructors each event of a shortage asks for. */
function countParts({ demands }: Shortage): Map<number, number> {
  const counts = new Map<number, number>();
  for (const demand of demands) {
    for (const event of demand.events) counts.set(event, (counts.get(event) ?? 0) + demand.suppliersPerEvent);
  }
  return counts;
}
