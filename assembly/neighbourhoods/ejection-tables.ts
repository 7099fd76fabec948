import * as abi from '../abi';
import { dayCount, dayStride, resourceCount, resourceField, rowAt, slotCount } from '../problem';

/**
 * Derived from the hard tables of days and weeks when an image is opened, outside the mutable region. For every set
 * (mask) the least amount of any larger set, the excess, and how many members have to be added to reach it, the need.
 * Equal tables are derived once.
 */
const INDEX_ENTRIES: u32 = 4096;
/** Offsets of tables, and where what is derived from them lies: a hash table with linear probing. */
const indexAt: usize = memory.data(4096 * 8, 16);

let readyAt: usize = 0;
let top: usize = 0;
let indexed: u32 = 0;
let isFull: bool = false;

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

/** Lists of tables by day, table of the week, slots of the smallest day that breaks nothing. */
function recordAt(resource: i32): usize {
  return readyAt + ((<usize>resource) << 4);
}

export function needOf(table: usize, mask: i32): i32 {
  return <i32>load<u16>(table + ((<usize>mask) << 2));
}

export function excessOf(table: usize, mask: i32): i32 {
  return <i32>load<u16>(table + ((<usize>mask) << 2), 2);
}

/** Derives the tables from the address on when an image is opened. False when there is no memory for them. */
export function openTables(at: usize): bool {
  top = (at + 15) & ~(<usize>15);
  readyAt = reserve(resourceCount << 4);
  if (isFull) return false;
  for (let resource = 0; resource < resourceCount; resource++) {
    const days = rowAt(resourceField(resource, abi.RESOURCE_HARD_DAYS));
    const week = resourceField(resource, abi.RESOURCE_HARD_WEEK);
    const at = recordAt(resource);
    store<i32>(at, 1, 8);
    if (days != 0) {
      const list = reserve(dayStride << 2);
      if (isFull) return false;
      for (let day = 0; day < dayStride; day++) {
        const table = load<i32>(days + ((<usize>day) << 2));
        store<u32>(list + ((<usize>day) << 2), <u32>derived(table, slotCount));
      }
      store<u32>(at, <u32>list);
      if (isFull) return false;
      store<i32>(at, leastDay(<usize>load<u32>(list)), 8);
    }
    store<u32>(at, week == 0 ? 0 : <u32>derived(week, dayCount), 4);
    deriveMeasures(resourceField(resource, abi.RESOURCE_HARD_MEASURES));
  }
  return !isFull;
}

/** Tables of the values by day that a resource's week measures add up. */
function deriveMeasures(list: i32): void {
  if (list == 0) return;
  const first = rowAt(list) + 4;
  const end = first + <usize>(load<i32>(rowAt(list)) * abi.MEASURE_BYTES);
  for (let measure = first; measure < end; measure += abi.MEASURE_BYTES) {
    if (load<i32>(measure, abi.MEASURE_FORM) != abi.MEASURE_TOTAL) continue;
    const tables = rowAt(load<i32>(measure, abi.MEASURE_VALUES));
    for (let day = 0; day < dayCount; day++) derived(load<i32>(tables + ((<usize>day) << 2)), slotCount);
  }
}

/** Where what is derived from a table lies; 0 when there were too many to remember. */
export function derivedFrom(table: i32): usize {
  let slot = (<u32>table * 0x9e3779b1) >> 20;
  while (load<i32>(indexAt + ((<usize>slot) << 3)) != table) {
    if (load<i32>(indexAt + ((<usize>slot) << 3)) == 0) return 0;
    slot = (slot + 1) & (INDEX_ENTRIES - 1);
  }
  return <usize>load<u32>(indexAt + ((<usize>slot) << 3), 4);
}

function leastDay(table: usize): i32 {
  let least = slotCount;
  for (let slot = 0; slot < slotCount; slot++) {
    if (excessOf(table, 1 << slot) == 0) least = min<i32>(least, 1 + needOf(table, 1 << slot));
  }
  return least;
}

/** Room for so many bytes; the same one again when there is no more, and `isFull` is set. */
export function reserve(bytes: i32): usize {
  const at = top;
  const end = top + <usize>((bytes + 15) & ~15);
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  if (isFull || (pages > 0 && memory.grow(pages) < 0)) {
    isFull = true;
    return at;
  }
  top = end;
  return at;
}

function derived(table: i32, bits: i32): usize {
  let slot = (<u32>table * 0x9e3779b1) >> 20;
  for (; indexed < INDEX_ENTRIES / 2; slot = (slot + 1) & (INDEX_ENTRIES - 1)) {
    const at = indexAt + ((<usize>slot) << 3);
    const key = load<i32>(at);
    if (key == table) return <usize>load<u32>(at, 4);
    if (key != 0) continue;
    store<i32>(at, table);
    indexed++;
    const made = derive(table, bits);
    store<u32>(at, <u32>made, 4);
    return made;
  }
  return derive(table, bits);
}

/** From the full set downwards: the best of a set is its own amount, or the best of a set with one member more. */
function derive(table: i32, bits: i32): usize {
  const from = rowAt(table);
  const size = 1 << bits;
  const to = reserve(size << 2);
  if (isFull) return 0;
  for (let mask = size - 1; mask >= 0; mask--) {
    let excess = min<i32>(MOST, load<i32>(from + ((<usize>mask) << 2)));
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
