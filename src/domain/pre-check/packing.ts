import type { Event, MeetingTime, Problem } from '../problem.ts';
import { type CellSet, canBePlaced, createOpenCells, createStaticOpen, domainKey, liesIn, timesOf } from './cells.ts';
import type { CountingNames, Proof } from './finding.ts';
import { suitableRooms } from './rooms.ts';
import { counted } from './time-flow.ts';

/** With more different pools than this, only events of exactly the same pool are counted together. */
const mostPoolsCompared = 120;

/** An event as something to pack: whole meetings of one day. */
interface Parcel {
  readonly event: Event;
  /** Slots of its shortest meeting. */
  readonly length: number;
  /** Meetings that it needs at least. */
  readonly meetings: number;
  /** Times that break no rule by themselves; one array for events alike. */
  readonly times: readonly MeetingTime[];
}

/** Events, how many of the suppliers each of them needs, and the suppliers, of which no other will do. */
interface Packing {
  readonly parcels: readonly { readonly parcel: Parcel; readonly each: number }[];
  readonly suppliers: readonly number[];
}

/**
 * Long meetings that do not fit side by side into the days: a day of five open slots holds two meetings of two slots.
 * Every event too many breaks a rule, so it is one hard unit.
 */
export function packingProofs(problem: Problem, names: CountingNames, excluded: ReadonlySet<number>): Proof[] {
  const open = createOpenCells(problem);
  const parcels = parcelsOf(problem, excluded);
  const rooms = suitableRooms(problem);
  const packings = [
    ...fixedPackings(problem, parcels),
    ...poolPackings(parcels, (event) => ({
      each: event.roomCount,
      pool: (rooms[event.index] ?? []).map((room) => problem.resourceOfRoom[room] ?? -1),
    })),
    ...poolPackings(parcels, (event) => ({
      each: event.instructorsFixed ? 0 : event.instructorCount,
      pool: event.instructors.map((item) => problem.resourceOfInstructor[item.index] ?? -1),
    })),
  ];
  return packings.flatMap((packing) => proofsOf(problem, packing, open, names));
}

function parcelsOf(problem: Problem, excluded: ReadonlySet<number>): Map<number, Parcel> {
  const staticOpen = createStaticOpen(problem);
  const known = new Map<string, Omit<Parcel, 'event'>>();
  const parcels = new Map<number, Parcel>();
  for (const event of problem.events) {
    if (!canBePlaced(event) || excluded.has(event.index)) continue;
    const free = staticOpen(event);
    const key = `${domainKey(problem, event)}/${free.join(',')}`;
    const parcel = known.get(key) ?? shapeOf(problem, timesOf(problem, event), free);
    known.set(key, parcel);
    parcels.set(event.index, { ...parcel, event });
  }
  return parcels;
}

function shapeOf(problem: Problem, all: readonly MeetingTime[], free: CellSet): Omit<Parcel, 'event'> {
  const lengths = all.map((time) => time.length);
  return {
    length: Math.min(...lengths),
    meetings: Math.min(...all.map((time) => time.spans.length)),
    times: all.filter((time) => liesIn(problem, time, free)),
  };
}

/** What a group attends, what an instructor surely teaches. */
function fixedPackings(problem: Problem, parcels: ReadonlyMap<number, Parcel>): Packing[] {
  return problem.resources.flatMap((resource) => {
    if (resource.capacity !== 1) return [];
    const own = resource.events.flatMap((event) => parcels.get(event) ?? []);
    return own.length < 2 ? [] : [{ parcels: own.map((parcel) => ({ parcel, each: 1 })), suppliers: [resource.index] }];
  });
}

/** For each pool, all events that can use nothing outside it. */
function poolPackings(
  parcels: ReadonlyMap<number, Parcel>,
  needOf: (event: Event) => { readonly each: number; readonly pool: readonly number[] },
): Packing[] {
  const pools = new Map<string, { suppliers: number[]; own: { parcel: Parcel; each: number }[] }>();
  for (const parcel of parcels.values()) {
    const { each, pool } = needOf(parcel.event);
    if (each === 0 || pool.length === 0) continue;
    const suppliers = [...new Set(pool)].sort((a, b) => a - b);
    const known = pools.get(suppliers.join(',')) ?? { suppliers, own: [] };
    pools.set(suppliers.join(','), known);
    known.own.push({ parcel, each });
  }
  const all = [...pools.values()];
  return all.map(({ suppliers, own }) => {
    if (all.length > mostPoolsCompared) return { parcels: own, suppliers };
    const within = new Set(suppliers);
    const inside = all.filter((other) => other.suppliers.every((resource) => within.has(resource)));
    return { parcels: inside.flatMap((other) => other.own), suppliers };
  });
}

/** The largest proof of a packing over all lengths: events at least so long, against what fits of them. */
function proofsOf(
  problem: Problem,
  { parcels, suppliers }: Packing,
  open: (resource: number) => CellSet,
  names: CountingNames,
): Proof[] {
  let best: Proof | null = null;
  for (const length of new Set(parcels.map(({ parcel }) => parcel.length))) {
    const long = parcels.filter(({ parcel }) => parcel.length >= length);
    const needed = long.reduce((sum, { parcel, each }) => sum + parcel.meetings * each, 0);
    const times = [...new Set([...new Set(long.map(({ parcel }) => parcel.times))].flat())];
    let available = 0;
    for (const supplier of suppliers) {
      const fitting = times.filter((time) => liesIn(problem, time, open(supplier)));
      available += packed(problem, fitting) * (problem.resources[supplier]?.capacity ?? 1);
      if (available >= needed) break;
    }
    if (available >= needed) continue;
    const largest = Math.max(...long.map(({ parcel, each }) => parcel.meetings * each));
    const bound = Math.ceil((needed - available) / largest);
    if (best !== null && best.bound >= bound) continue;
    const events = long.map(({ parcel }) => parcel.event.index).sort((a, b) => a - b);
    best = proofOf(problem, { events, suppliers, needed, available, length, bound }, names);
  }
  return best === null ? [] : [best];
}

/** How many of these meetings fit beside each other: always the one that ends first among those still possible. */
function packed(problem: Problem, times: readonly MeetingTime[]): number {
  const { dayIndexCount } = problem.axis;
  const daily: { first: number; end: number }[][] = Array.from({ length: dayIndexCount }, () => []);
  for (const { start, length, spans } of times) {
    for (const { dayIndex } of spans) daily[dayIndex]?.push({ first: start, end: start + length });
  }
  let count = 0;
  for (const meetings of daily) {
    let free = 0;
    for (const { first, end } of meetings.sort((a, b) => a.end - b.end)) {
      if (first < free) continue;
      count++;
      free = end;
    }
  }
  return count;
}

interface Excess {
  readonly events: readonly number[];
  readonly suppliers: readonly number[];
  readonly needed: number;
  readonly available: number;
  readonly length: number;
  readonly bound: number;
}

function proofOf(
  problem: Problem,
  { events, suppliers, needed, available, length, bound }: Excess,
  names: CountingNames,
): Proof {
  const kind = problem.resources[suppliers[0] ?? -1]?.kind === 'room' ? 'room' : 'instructor';
  const whose = counted(suppliers, kind, names);
  const excess = needed - available;
  const long = length === 1 ? 'meetings' : `meetings of ${length} or more slots`;
  return {
    finding: {
      code: 'preCheck.blocksTooMany',
      figures: { length: length === 1 ? 0 : length },
      severity: 'impossible',
      message: `${names.events(events)} need ${needed} ${long}, but the days of ${whose} hold ${available}: ${excess} ${excess === 1 ? 'is' : 'are'} too many.`,
      needed,
      available,
      events,
      resources: suppliers,
    },
    bound,
  };
}
