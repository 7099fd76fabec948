import * as abi from '../abi/abi';
import { isOutOfMemory, reserve } from '../image/derived-memory';
import { dayCount, dayStride, resourceCount, resourceField, rowAt, rowValue, slotCount } from '../image/problem';

/**
 * Derived from the hard tables of days and weeks when an image is opened, outside the mutable region. For every set
 * (mask) the least amount of any larger set, the excess, and how many members have to be added to reach it, the need.
 * Equal tables are derived once.
 */
const INDEX_ENTRIES: u32 = 4096;
/** Entries with the offsets of tables and where what is derived from their sum lies: a hash table with linear probing. */
const indexAt: usize = memory.data(4096 * 4, 16);
/** Offsets of the tables of which the sum is wanted. */
const MOST_PARTS: i32 = 64;
const partsAt: usize = memory.data(64 * 4, 16);
let parts: i32 = 0;

/** A measure over the week with a limit that leaves the days some choice. */
export const LIMITED_BYTES: i32 = 16;
export const LIMITED_MEASURE: usize = 0;
export const LIMITED_LIMIT: usize = 4;
/** Tables by day of the week derived from its values alone. */
export const LIMITED_OWN: usize = 8;
/** Tables by day derived as if the limit were 0, together with what binds the days one by one; 0 where additions mend nothing. */
export const LIMITED_TOGETHER: usize = 12;

let readyAt: usize = 0;
let indexed: u32 = 0;

/** Needs and excesses are 16 bits each. */
const MOST: i32 = 0xffff;

export function hasShapes(resource: i32): bool {
  return (
    resourceField(resource, abi.RESOURCE_HARD_DAYS) != 0 ||
    resourceField(resource, abi.RESOURCE_HARD_WEEK) != 0 ||
    resourceField(resource, abi.RESOURCE_HARD_MEASURES) != 0
  );
}

/** Address of the derived table of a day of the resource; 0 when no hard rule is about it. */
export function dayTableAt(resource: i32, day: i32): usize {
  const list = <usize>load<u32>(recordAt(resource));
  return list == 0 ? 0 : <usize>load<u32>(list + ((<usize>day) << 2));
}

export function weekTableAt(resource: i32): usize {
  return <usize>load<u32>(recordAt(resource), 4);
}

/** Slots of the smallest day that breaks nothing. */
export function leastDayOf(resource: i32): i32 {
  return load<i32>(recordAt(resource), 8);
}

/** Number and records of its limited measures; 0 when there are none. */
export function limitedOf(resource: i32): usize {
  return <usize>load<u32>(recordAt(resource), 12);
}

/** Lists of tables by day, table of the week, slots of the smallest day that breaks nothing, limited measures. */
function recordAt(resource: i32): usize {
  return readyAt + ((<usize>resource) << 4);
}

export function needOf(table: usize, mask: i32): i32 {
  return <i32>load<u16>(table + ((<usize>mask) << 2));
}

export function excessOf(table: usize, mask: i32): i32 {
  return <i32>load<u16>(table + ((<usize>mask) << 2), 2);
}

/** Derives the tables when an image is opened. False when there is no memory for them. */
export function openTables(): bool {
  readyAt = reserve(resourceCount << 4);
  for (let resource = 0; resource < resourceCount && !isOutOfMemory(); resource++) open(resource);
  return !isOutOfMemory();
}

function open(resource: i32): void {
  const at = recordAt(resource);
  const week = resourceField(resource, abi.RESOURCE_HARD_WEEK);
  const measures = resourceField(resource, abi.RESOURCE_HARD_MEASURES);
  store<u64>(at, 0);
  store<i32>(at, 1, 8);
  store<u32>(at, 0, 12);
  if (resourceField(resource, abi.RESOURCE_HARD_DAYS) != 0 || hasStrict(measures)) {
    const list = daysOf(resource, measures, 0);
    if (isOutOfMemory()) return;
    store<u32>(at, <u32>list);
    store<i32>(at, leastDay(<usize>load<u32>(list)), 8);
  }
  parts = 0;
  addPart(week);
  if (week != 0) store<u32>(at, <u32>derived(dayCount), 4);
  if (measures != 0 && !isOutOfMemory()) store<u32>(at, <u32>openLimited(resource, measures), 12);
}

/** Tables by day of what binds the days one by one, and of a limited measure in addition (0: of none). */
function daysOf(resource: i32, measures: i32, limited: usize): usize {
  const list = reserve(dayStride << 2);
  if (isOutOfMemory()) return 0;
  const days = rowAt(resourceField(resource, abi.RESOURCE_HARD_DAYS));
  for (let day = 0; day < dayStride - 1 && !isOutOfMemory(); day++) {
    parts = 0;
    if (days != 0) addPart(load<i32>(days + ((<usize>day) << 2)));
    const end = endOfMeasures(measures);
    for (let measure = firstMeasure(measures); measure < end; measure += abi.MEASURE_BYTES) {
      if (limitOf(measure) == 0 || measure == limited) addPart(valuesOn(measure, day));
    }
    store<u32>(list + ((<usize>day) << 2), parts == 0 ? 0 : <u32>derived(slotCount));
  }
  store<u32>(list + ((<usize>(dayStride - 1)) << 2), 0);
  return list;
}

/** Records of the measures that leave the days some choice; 0 when there are none. */
function openLimited(resource: i32, measures: i32): usize {
  const end = endOfMeasures(measures);
  let count = 0;
  for (let measure = firstMeasure(measures); measure < end; measure += abi.MEASURE_BYTES) {
    if (isTotal(measure) && limitOf(measure) != 0) count++;
  }
  if (count == 0) return 0;
  const list = reserve(16 + count * LIMITED_BYTES);
  if (isOutOfMemory()) return 0;
  store<i32>(list, count);
  let at = list + 16;
  for (let measure = firstMeasure(measures); measure < end; measure += abi.MEASURE_BYTES) {
    if (!isTotal(measure) || limitOf(measure) == 0) continue;
    store<u32>(at, <u32>measure, LIMITED_MEASURE);
    store<i32>(at, limitOf(measure), LIMITED_LIMIT);
    const own = ownTables(measure);
    store<u32>(at, <u32>own, LIMITED_OWN);
    const isMendable = !isOutOfMemory() && limitOf(measure) > 0 && canBeFilled(own);
    store<u32>(at, isMendable ? <u32>daysOf(resource, measures, measure) : 0, LIMITED_TOGETHER);
    if (isOutOfMemory()) return 0;
    at += LIMITED_BYTES;
  }
  return list;
}

/** Derived from the values of the measure alone, by day of the week. */
function ownTables(measure: usize): usize {
  const list = reserve(dayCount << 2);
  for (let day = 0; day < dayCount && !isOutOfMemory(); day++) {
    parts = 0;
    addPart(valuesOn(measure, day));
    store<u32>(list + ((<usize>day) << 2), parts == 0 ? 0 : <u32>derived(slotCount));
  }
  return list;
}

/** True when slots that are added can lower the measure. */
function canBeFilled(own: usize): bool {
  for (let day = 0; day < dayCount; day++) {
    const table = <usize>load<u32>(own + ((<usize>day) << 2));
    for (let mask = 0; table != 0 && mask < 1 << slotCount; mask++) if (needOf(table, mask) != 0) return true;
  }
  return false;
}

function hasStrict(measures: i32): bool {
  const end = endOfMeasures(measures);
  for (let measure = firstMeasure(measures); measure < end; measure += abi.MEASURE_BYTES) {
    if (limitOf(measure) == 0) return true;
  }
  return false;
}

function firstMeasure(measures: i32): usize {
  return measures == 0 ? 0 : rowAt(measures) + 4;
}

function endOfMeasures(measures: i32): usize {
  return measures == 0 ? 0 : firstMeasure(measures) + <usize>(load<i32>(rowAt(measures)) * abi.MEASURE_BYTES);
}

function isTotal(measure: usize): bool {
  return load<i32>(measure, abi.MEASURE_FORM) == abi.MEASURE_TOTAL;
}

/** The largest total up to which nothing is broken; -1 where nothing at all is too little, or the form is another. */
function limitOf(measure: usize): i32 {
  if (!isTotal(measure)) return -1;
  const amounts = load<i32>(measure, abi.MEASURE_AMOUNTS);
  let total = 0;
  while (rowValue(amounts, total) == 0) total++;
  return total - 1;
}

/** Offset of the measure's table for a day index. */
function valuesOn(measure: usize, day: i32): i32 {
  return load<i32>(rowAt(load<i32>(measure, abi.MEASURE_VALUES)) + ((<usize>(day % dayCount)) << 2));
}

function leastDay(table: usize): i32 {
  if (table == 0) return 1;
  let least = slotCount;
  for (let slot = 0; slot < slotCount; slot++) {
    if (excessOf(table, 1 << slot) == 0) least = min<i32>(least, 1 + needOf(table, 1 << slot));
  }
  return least;
}

function addPart(table: i32): void {
  if (table == 0 || parts == MOST_PARTS) return;
  store<i32>(partsAt + ((<usize>parts) << 2), table);
  parts++;
}

/** What is derived from the sum of the tables on the list of parts; the same one again for the same parts. */
function derived(bits: i32): usize {
  const bytes = <usize>(parts << 2);
  let hash: u32 = 0;
  for (let part: usize = 0; part < bytes; part += 4) hash = (hash ^ load<u32>(partsAt + part)) * 0x9e3779b1;
  let slot = hash >> 20;
  for (; indexed < INDEX_ENTRIES / 2; slot = (slot + 1) & (INDEX_ENTRIES - 1)) {
    const at = indexAt + ((<usize>slot) << 2);
    const known = <usize>load<u32>(at);
    if (known != 0) {
      if (load<i32>(known, 4) == parts && memory.compare(known + 8, partsAt, bytes) == 0)
        return <usize>load<u32>(known);
      continue;
    }
    const entry = reserve(8 + <i32>bytes);
    if (isOutOfMemory()) return 0;
    indexed++;
    store<u32>(at, <u32>entry);
    store<i32>(entry, parts, 4);
    memory.copy(entry + 8, partsAt, bytes);
    store<u32>(entry, <u32>derive(bits));
    return <usize>load<u32>(entry);
  }
  return derive(bits);
}

function sumAt(mask: i32): i32 {
  let sum = 0;
  for (let part = 0; part < parts; part++) sum += rowValue(load<i32>(partsAt + ((<usize>part) << 2)), mask);
  return sum;
}

/** From the full set downwards: the best of a set is its own amount, or the best of a set with one member more. */
function derive(bits: i32): usize {
  const size = 1 << bits;
  const to = reserve(size << 2);
  if (isOutOfMemory()) return 0;
  for (let mask = size - 1; mask >= 0; mask--) {
    let excess = min<i32>(MOST, sumAt(mask));
    let need = 0;
    for (let bit = 0; bit < bits; bit++) {
      if (((mask >> bit) & 1) != 0) continue;
      const larger = to + ((<usize>(mask | (1 << bit))) << 2);
      const excessThen = <i32>load<u16>(larger, 2);
      const needThen = <i32>load<u16>(larger) + 1;
      if (excessThen > excess || (excessThen == excess && needThen >= need)) continue;
      excess = excessThen;
      need = needThen;
    }
    store<u16>(to + ((<usize>mask) << 2), <u16>need);
    store<u16>(to + ((<usize>mask) << 2), <u16>excess, 2);
  }
  return to;
}
