import * as abi from '../../assembly/abi.ts';
import type { Problem } from '../domain/problem.ts';
import { type EncodedEvents, encodeEvents, type Profile, slotsOf } from './encode-events.ts';
import { type EncodedPairs, encodePairs } from './encode-pairs.ts';
import { type EncodedResources, encodeResources, writeResources } from './encode-resources.ts';
import { ImageWriter } from './image.ts';

/** The problem as the kernel reads it, and where its genes are; see docs/memory-layout.md. */
export interface ProblemImage {
  readonly bytes: ArrayBuffer;
  readonly eventCount: number;
  readonly geneCount: number;
  /** First gene and number of genes by event: rooms first, then chosen instructors. */
  readonly firstGene: Int32Array;
  readonly roomGenes: Int32Array;
  readonly instructorGenes: Int32Array;
  readonly nowhere: number;
  readonly nobody: number;
  /** Smallest soft unit: temperatures are measured in it. */
  readonly softUnit: number;
}

const largestGain = 1_000_000_000;

/** Compiles every rule of the problem to the kernel's terms. Pure; the same problem gives the same bytes. */
export function encode(problem: Problem): ProblemImage {
  const image = new ImageWriter(abi.HEADER_WORDS);
  const resources = encodeResources(problem, image);
  const events = encodeEvents(problem, image, resources);
  const pairs = encodePairs(problem, image);
  const lists: number[] = [];
  const known = new Map<string, { readonly first: number; readonly count: number }>();
  const listed = (items: readonly number[]) => {
    const key = items.join();
    const place = known.get(key) ?? { first: lists.length, count: items.length };
    if (!known.has(key)) for (const item of items) lists.push(item);
    known.set(key, place);
    return place;
  };
  const pooled = new Set(events.profiles.flatMap((profile) => profile.genes.flatMap((gene) => gene.pool)));
  const rowBytes = costRowBytes(problem);
  const profilesOf = problem.resources.map((resource) =>
    resource.capacity === 0
      ? { first: 0, count: 0 }
      : listed(
          distinct(resource.events.map((event) => events.profileOf[event]?.index ?? 0)).map(
            (profile) => profile * rowBytes,
          ),
        ),
  );
  const genes = writeEventsAndGenes(problem, image, events, pairs, resources, listed);
  const profilesAt = writeProfiles(problem, image, events, resources, pairs, listed);
  const resourcesAt = writeResources(problem, image, resources, profilesOf, (resource) => pooled.has(resource));
  image.setWord(abi.SECTION_RESOURCES, resourcesAt);
  writeMatrices(problem, image, events);
  writeTimes(problem, image);
  const listsAt = image.words(lists);
  image.setWord(abi.SECTION_LISTS, listsAt);
  placeLists(problem, image, events.profiles, profilesAt, listsAt);
  writeHeader(problem, image, events, resources, pairs);
  image.setWord(abi.HEADER_GENES, genes.geneCount);
  const softUnit = smallestWeight(problem);
  image.setWord(abi.HEADER_SOFT_UNIT, softUnit);
  const bytes = image.finish();
  new DataView(bytes).setInt32(abi.HEADER_BYTES * 4, bytes.byteLength, true);
  return {
    bytes,
    eventCount: problem.events.length,
    ...genes,
    nowhere: problem.times.length,
    nobody: problem.resources.length,
    softUnit,
  };
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)];
}

function writeHeader(
  problem: Problem,
  image: ImageWriter,
  events: EncodedEvents,
  resources: EncodedResources,
  pairs: EncodedPairs,
): void {
  const { axis } = problem;
  const words: readonly (readonly [number, number])[] = [
    [abi.HEADER_MAGIC, abi.MAGIC],
    [abi.HEADER_VERSION, abi.LAYOUT_VERSION],
    [abi.HEADER_EVENTS, problem.events.length],
    [abi.HEADER_PROFILES, events.profiles.length],
    [abi.HEADER_TIMES, problem.times.length + 1],
    [abi.HEADER_RESOURCES, problem.resources.length + 1],
    [abi.HEADER_DAYS, axis.dayCount],
    [abi.HEADER_SLOTS, axis.slotCount],
    [abi.HEADER_WEEK_CLASSES, axis.weekClassCount],
    [abi.HEADER_SETS, resources.sets.length],
    [abi.HEADER_FIRST_ROOM, problem.resourceOfRoom[0] ?? 0],
    [abi.HEADER_ROOMS, problem.rooms.length],
    [abi.HEADER_SIMPLE_TIMES, timesAreCells(problem) ? 1 : 0],
    [abi.HEADER_HARD_TERMS, termsInUse(events, resources, pairs, true)],
    [abi.HEADER_SOFT_TERMS, termsInUse(events, resources, pairs, false)],
    [abi.HEADER_HARD_WEIGHT, startingHardWeight(events, resources)],
    [abi.HEADER_EMPTY_HARD, resources.emptyHard],
    [abi.HEADER_EMPTY_SOFT, resources.emptySoft],
  ];
  for (const [word, value] of words) image.setWord(word, value);
}

/** A clash has to outweigh what one move can win on soft rules; see docs/decisions for what was measured. */
function startingHardWeight(events: EncodedEvents, resources: EncodedResources): number {
  let sum = 0;
  for (const profile of events.profileOf) {
    for (const resource of profile.staticResources) sum += resources.resources[resource]?.dayGain ?? 0;
  }
  const mean = sum / Math.max(1, events.profileOf.length);
  return Math.max(100, Math.min(2000, Math.round(4 * mean)));
}

function timesAreCells(problem: Problem): boolean {
  return (
    problem.times.length === problem.axis.cellCount &&
    problem.times.every((time) => time.cells.length === 1 && time.cells[0] === time.index)
  );
}

/** Bits of the terms that rules of one level use; the kernel skips the others. */
function termsInUse(
  { profiles }: EncodedEvents,
  { resources, sets }: EncodedResources,
  pairs: EncodedPairs,
  hard: boolean,
): number {
  const any = (bit: number, used: boolean) => (used ? bit : 0);
  const genes = profiles.flatMap((profile) => profile.genes);
  const pools = new Set(genes.flatMap((gene) => gene.pool));
  const pooled = [...pools].flatMap((resource) => resources[resource] ?? []);
  const days = (item: (typeof resources)[number]) => (hard ? item.hardDays : item.softDays) !== 0;
  const weeks = (item: (typeof resources)[number]) => (hard ? item.hardWeek : item.softWeek) !== 0;
  return (
    any(
      abi.TERM_TIME_ROWS,
      profiles.some((profile) => (hard ? profile.timeHard : profile.timeSoft) !== 0),
    ) |
    any(
      abi.TERM_GENE_ROWS,
      genes.some((gene) => (hard ? gene.hardRow : gene.softRow) !== 0),
    ) |
    any(
      abi.TERM_POOLED_CELLS,
      pooled.some((item) => (hard ? item.hardCells : item.softCells) !== null),
    ) |
    any(
      abi.TERM_POOLED_SHAPES,
      pooled.some((item) => days(item) || weeks(item)),
    ) |
    any(
      abi.TERM_SETS,
      sets.some((set) => (hard ? set.hard : set.soft) !== 0),
    ) |
    any(abi.TERM_DAY_SHAPES, resources.some(days)) |
    any(abi.TERM_WEEK_SHAPES, resources.some(weeks)) |
    any(abi.TERM_PAIRS, (pairs.levels & (hard ? 1 : 2)) !== 0) |
    any(
      abi.TERM_KEPT_GENES,
      profiles.some((profile) => profile.genes.length > 1),
    )
  );
}

function smallestWeight(problem: Problem): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const rule of problem.rules) if (!rule.hard) smallest = Math.min(smallest, rule.weight);
  for (const event of problem.events) {
    for (const item of [...event.times, ...event.rooms, ...event.instructors]) {
      if (item.penalty > 0) smallest = Math.min(smallest, item.penalty);
    }
  }
  return Number.isFinite(smallest) ? smallest : 1;
}

function writeTimes(problem: Problem, image: ImageWriter): void {
  const { axis, times } = problem;
  const days: number[] = [];
  const classes = new Map<string, number>();
  const at = image.reserve((times.length + 1) * abi.TIME_BYTES);
  const startsAt: number[] = [];
  const stride = axis.cellCount + 1;
  times.forEach((time) => {
    const record = at + time.index * abi.TIME_BYTES;
    const firstDay = time.spans[0]?.dayIndex ?? 0;
    const firstCell = firstDay * axis.slotCount + time.start;
    // times that differ only in where they start: same length, same weeks, one day of the week
    const classKey = time.days.length === 1 ? `${time.length}/${time.weeks.join()}` : `:${time.index}`;
    const shapeClass = classes.get(classKey) ?? classes.size;
    classes.set(classKey, shapeClass);
    startsAt[shapeClass * stride + firstCell] = time.index;
    image.setAt(record + abi.TIME_FIRST_DAY_ENTRY, days.length);
    image.setAt(record + abi.TIME_DAY_COUNT, time.spans.length);
    image.setAt(record + abi.TIME_START, time.start);
    image.setAt(record + abi.TIME_LENGTH, time.length);
    image.setAt(record + abi.TIME_MASK, time.spans[0]?.mask ?? 0);
    image.setAt(record + abi.TIME_DAY, firstDay);
    image.setAt(record + abi.TIME_CELL, firstCell);
    image.setAt(record + abi.TIME_SHAPE_CLASS, shapeClass);
    for (const span of time.spans) days.push(span.dayIndex);
  });
  const nowhere = at + times.length * abi.TIME_BYTES;
  image.setAt(nowhere + abi.TIME_FIRST_DAY_ENTRY, days.length);
  image.setAt(nowhere + abi.TIME_DAY, axis.dayIndexCount);
  image.setAt(nowhere + abi.TIME_CELL, axis.cellCount);
  image.setAt(nowhere + abi.TIME_SHAPE_CLASS, -1);
  days.push(axis.dayIndexCount);
  image.setWord(abi.SECTION_TIMES, at);
  image.setWord(abi.SECTION_TIME_DAYS, image.words(days));
  image.setWord(abi.HEADER_SHAPE_CLASSES, classes.size);
  const table = new Int32Array(Math.max(1, classes.size) * stride).fill(-1);
  startsAt.forEach((time, position) => {
    table[position] = time;
  });
  image.setWord(abi.SECTION_TIME_AT, image.words(table));
}

function writeEventsAndGenes(
  problem: Problem,
  image: ImageWriter,
  events: EncodedEvents,
  pairs: EncodedPairs,
  resources: EncodedResources,
  listed: (items: readonly number[]) => { first: number; count: number },
) {
  const firstGene = new Int32Array(problem.events.length);
  const roomGenes = new Int32Array(problem.events.length);
  const instructorGenes = new Int32Array(problem.events.length);
  const geneCount = events.profileOf.reduce((sum, profile) => sum + profile.genes.length, 0);
  const pairCount = pairs.pairsOf.reduce((sum, list) => sum + list.length, 0);
  const eventsAt = image.reserve(problem.events.length * abi.EVENT_BYTES);
  const genesAt = image.reserve(geneCount * abi.GENE_BYTES);
  const pairsAt = image.reserve(pairCount * abi.PAIR_BYTES);
  let gene = 0;
  let pair = 0;
  events.profileOf.forEach((profile, event) => {
    const record = eventsAt + event * abi.EVENT_BYTES;
    const list = pairs.pairsOf[event] ?? [];
    const set = problem.events[event]?.staticResources.find((resource) => resources.setOfResource.has(resource)) ?? -1;
    const rooms = profile.genes.filter((item) => item.isRoom).length;
    image.setAt(record + abi.EVENT_FIRST_GENE, gene);
    image.setAt(record + abi.EVENT_GENE_COUNT, profile.genes.length);
    image.setAt(record + abi.EVENT_FIRST_PAIR, pair);
    image.setAt(record + abi.EVENT_PAIR_COUNT, list.length);
    image.setAt(record + abi.EVENT_SET, resources.setOfResource.get(set) ?? -1);
    image.setAt(record + abi.EVENT_ROOM_GENE, rooms > 0 ? gene : -1);
    firstGene[event] = gene;
    roomGenes[event] = rooms;
    instructorGenes[event] = profile.genes.length - rooms;
    for (const item of profile.genes) {
      const pool = listed(item.pool);
      const at = genesAt + gene++ * abi.GENE_BYTES;
      image.setAt(at + abi.GENE_FIRST_POOL, pool.first);
      image.setAt(at + abi.GENE_POOL_COUNT, pool.count);
      image.setAt(at + abi.GENE_HARD, item.hardRow);
      image.setAt(at + abi.GENE_SOFT, item.softRow);
      image.setAt(at + abi.GENE_ALLOWED, item.allowed);
      image.setAt(at + abi.GENE_BASE, item.base);
      image.setAt(at + abi.GENE_IS_ROOM, item.isRoom ? 1 : 0);
    }
    for (const item of list) {
      const at = pairsAt + pair++ * abi.PAIR_BYTES;
      image.setAt(at + abi.PAIR_OTHER, item.other);
      image.setAt(at + abi.PAIR_TABLE, item.table);
      image.setAt(at + abi.PAIR_WEIGHT, item.weight);
      image.setAt(at + abi.PAIR_FLAGS, item.flags);
    }
  });
  const profileIndex = Uint16Array.from(events.profileOf, (profile) => profile.index);
  image.setWord(abi.SECTION_PROFILE_OF, image.bytes(new Uint8Array(profileIndex.buffer)));
  image.setWord(abi.SECTION_EVENTS, eventsAt);
  image.setWord(abi.SECTION_GENES, genesAt);
  image.setWord(abi.SECTION_PAIRS, pairsAt);
  const setsAt = image.reserve(resources.sets.length * abi.SET_BYTES);
  resources.sets.forEach((set, index) => {
    image.setAt(setsAt + index * abi.SET_BYTES + abi.SET_SOFT, set.soft);
    image.setAt(setsAt + index * abi.SET_BYTES + abi.SET_HARD, set.hard);
  });
  image.setWord(abi.SECTION_SETS, setsAt);
  return { geneCount, firstGene, roomGenes, instructorGenes };
}

/** Completes the profiles with what is known only when the lists have their place: where their own lists start. */
function placeLists(
  problem: Problem,
  image: ImageWriter,
  profiles: readonly Profile[],
  profilesAt: number,
  listsAt: number,
): void {
  const simple = timesAreCells(problem);
  for (const profile of profiles) {
    const record = profilesAt + profile.index * abi.PROFILE_BYTES;
    const [gene] = profile.genes;
    const single = gene?.pool.every((room) => problem.resources[room]?.capacity === 1) ?? false;
    const plain = simple && profile.genes.length === 1 && gene?.isRoom === true && gene.pool.length > 0 && single;
    for (const field of [abi.PROFILE_TIMES, abi.PROFILE_POOL]) {
      image.setAt(record + field, listsAt + image.wordAt(record + field) * 4);
    }
    image.setAt(record + abi.PROFILE_IS_PLAIN, plain ? 1 : 0);
    image.setAt(record + abi.PROFILE_COST_ROW, profile.index * costRowBytes(problem));
  }
}

/** Rows of the kernel's cell cost tables: 16-bit entries, one spare cell. */
function costRowBytes(problem: Problem): number {
  return (problem.axis.cellCount + 1) * 2;
}

function writeProfiles(
  problem: Problem,
  image: ImageWriter,
  events: EncodedEvents,
  resources: EncodedResources,
  pairs: EncodedPairs,
  listed: (items: readonly number[]) => { first: number; count: number },
): number {
  const at = image.reserve(events.profiles.length * abi.PROFILE_BYTES);
  const neighbours = neighboursOf(problem, events);
  for (const profile of events.profiles) {
    const record = at + profile.index * abi.PROFILE_BYTES;
    const set = (field: number, value: number) => image.setAt(record + field, value);
    const setList = (field: number, items: readonly number[]) => {
      const { first, count } = listed(items);
      set(field, first);
      set(field + 4, count);
    };
    const domain = listed(profile.times);
    const having = (field: 'softDays' | 'hardDays' | 'softWeek' | 'hardWeek') =>
      profile.staticResources.filter((resource) => resources.resources[resource]?.[field] !== 0);
    const gains = gainsOf(problem, profile, resources, pairs);
    const [gene] = profile.genes;
    const pool = gene === undefined ? { first: 0, count: 0 } : listed(gene.pool);
    set(abi.PROFILE_POOL, pool.first);
    set(abi.PROFILE_POOL_COUNT, pool.count);
    set(abi.PROFILE_TIMES, domain.first);
    set(abi.PROFILE_TIME_COUNT, domain.count);
    set(abi.PROFILE_TIME_ALLOWED, profile.timeAllowed);
    set(abi.PROFILE_TIME_HARD, profile.timeHard);
    set(abi.PROFILE_TIME_SOFT, profile.timeSoft);
    set(abi.PROFILE_CELL_HARD, profile.cellHard);
    setList(abi.PROFILE_FIRST_STATIC, profile.staticResources);
    setList(abi.PROFILE_FIRST_SOFT_SHAPE, having('softDays'));
    setList(abi.PROFILE_FIRST_HARD_SHAPE, having('hardDays'));
    setList(abi.PROFILE_FIRST_SOFT_WEEK, having('softWeek'));
    setList(abi.PROFILE_FIRST_HARD_WEEK, having('hardWeek'));
    set(abi.PROFILE_SOFT_GAIN, Math.min(largestGain, gains.all));
    set(abi.PROFILE_SHAPE_GAIN, Math.min(largestGain, gains.shapes));
    set(abi.PROFILE_SHAPE_CLASS, shapeClassOf(problem, profile));
    setList(abi.PROFILE_FIRST_EVENT, profile.events);
    setList(abi.PROFILE_FIRST_NEIGHBOUR, neighbours[profile.index] ?? []);
    set(abi.PROFILE_LENGTH, profile.length);
  }
  image.setWord(abi.SECTION_PROFILES, at);
  return at;
}

/** The class of the profile's candidate times when they differ only in where they start, else -1. Same keys as `writeTimes`. */
function shapeClassOf(problem: Problem, profile: Profile): number {
  const classes = new Map<string, number>();
  for (const time of problem.times) {
    const key = time.days.length === 1 ? `${time.length}/${time.weeks.join()}` : `:${time.index}`;
    if (!classes.has(key)) classes.set(key, classes.size);
  }
  const keys = new Set(
    profile.times.map((index) => {
      const time = problem.times[index];
      return time === undefined || time.days.length !== 1 ? '' : `${time.length}/${time.weeks.join()}`;
    }),
  );
  const [only] = keys;
  return keys.size === 1 && only !== undefined && only !== '' ? (classes.get(only) ?? -1) : -1;
}

/** Upper bounds of what one move of an event of the profile can win on soft rules. */
function gainsOf(problem: Problem, profile: Profile, resources: EncodedResources, pairs: EncodedPairs) {
  const event = problem.events[profile.events[0] ?? 0];
  const slots = event === undefined ? 1 : slotsOf(problem, event);
  let shapes = 0;
  let all = profile.timeGain;
  for (const resource of profile.staticResources) {
    const item = resources.resources[resource];
    shapes += (item?.dayGain ?? 0) * slots;
    all += item?.weekGain ?? 0;
    const set = resources.setOfResource.get(resource);
    if (set !== undefined) all += resources.sets[set]?.gain ?? 0;
  }
  for (const gene of profile.genes) all += gene.gain;
  let pairGain = 0;
  for (const member of profile.events) {
    const sum = (pairs.pairsOf[member] ?? []).reduce((total, pair) => total + pair.gain, 0);
    pairGain = Math.max(pairGain, sum);
  }
  return { shapes, all: all + shapes + pairGain };
}

/** Profiles that share a clashing static resource with each profile, itself included when it has several events. */
function neighboursOf(problem: Problem, events: EncodedEvents): number[][] {
  const sets = events.profiles.map(() => new Set<number>());
  for (const resource of problem.resources) {
    if (resource.capacity === 0) continue;
    const here = distinct(resource.events.map((event) => events.profileOf[event]?.index ?? 0));
    for (const first of here) for (const second of here) sets[first]?.add(second);
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}

/** Who occupies what always, and which profiles may share a resource besides rooms. */
function writeMatrices(problem: Problem, image: ImageWriter, { profiles }: EncodedEvents): void {
  const words = Math.max(1, Math.ceil((problem.resources.length + 1) / 32));
  const has = new Int32Array(profiles.length * words);
  const holders = new Map<number, { always: Set<number>; maybe: Set<number> }>();
  const holdersOf = (resource: number) => {
    const known = holders.get(resource) ?? { always: new Set(), maybe: new Set() };
    holders.set(resource, known);
    return known;
  };
  for (const profile of profiles) {
    for (const resource of profile.staticResources) {
      const word = profile.index * words + (resource >>> 5);
      has[word] = (has[word] ?? 0) | (1 << (resource & 31));
      holdersOf(resource).always.add(profile.index);
    }
    for (const gene of profile.genes) {
      if (!gene.isRoom) for (const resource of gene.pool) holdersOf(resource).maybe.add(profile.index);
    }
  }
  const count = profiles.length;
  const related = new Uint8Array(count * count);
  for (const [resource, { always, maybe }] of holders) {
    const capacity = problem.resources[resource]?.capacity ?? 0;
    for (const first of always) {
      for (const second of always) {
        const at = first * count + second;
        const before = related[at] ?? 0;
        const shared =
          capacity === 1 && before < abi.RELATED_OTHERWISE - 2 ? Math.max(1, before) + 1 : Math.max(1, before);
        related[at] = capacity > 1 || before === abi.RELATED_OTHERWISE ? abi.RELATED_OTHERWISE : shared;
      }
      for (const second of maybe)
        related[first * count + second] = related[second * count + first] = abi.RELATED_OTHERWISE;
    }
    for (const first of maybe) for (const second of maybe) related[first * count + second] = abi.RELATED_OTHERWISE;
  }
  image.setWord(abi.HEADER_HAS_WORDS, words);
  image.setWord(abi.SECTION_HAS, image.words(has));
  image.setWord(abi.SECTION_RELATED, image.bytes(related));
}
