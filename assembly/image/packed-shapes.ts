import * as abi from '../abi/abi';
import { maskAt } from '../state';
import { isOutOfMemory, reserve } from './derived-memory';
import {
  dayCount,
  dayStride,
  hasBlocks,
  itemAt,
  resourceCount,
  resourceField,
  rowAt,
  rowValue,
  slotCount,
  weekClassCount,
} from './problem';

/**
 * What soft rules say about a resource's day, one word for every mask of busy slots: in the lower half the amount of the
 * day itself, in the two bytes above the values that up to two measures add up over the days of the week. The change of
 * a whole week is four loads, unless a sum changes. Derived when an image is opened; only where there are blocks and one
 * week, and where the numbers are small enough.
 */
const RECORD_SHIFT: i32 = 5;
/** Addresses of the tables by day; 0 where the resource is not told this way. */
export const PACKED_TABLES: usize = 0;
export const PACKED_MASKS: usize = 4;
/** Amounts of the two measures by the sum of their values, 0 where there is none. */
export const PACKED_AMOUNTS: usize = 8;
export const PACKED_MORE_AMOUNTS: usize = 12;
/** Byte offset of the table of the week, 0 where there is none. */
export const PACKED_WEEK: usize = 16;

/** Two steps up and two down stay within 16 bits, and within 8. */
const MOST_AMOUNT: i32 = 0x3fff;
const MOST_VALUE: i32 = 0x3f;
const MOST_BYTES: usize = 1 << 22;
/** How far back is looked for a table that is the same. */
const NEAR: i32 = 64;
/** In front of a table: its parts by their offsets, and the table that was made before it. */
const KEY_BYTES: usize = 16;
const KEY_AMOUNTS: usize = 0;
const KEY_VALUES: usize = 4;
const KEY_MORE: usize = 8;
const KEY_BEFORE: usize = 12;

let recordsAt: usize = 0;
let lastTable: usize = 0;
let tableBytes: usize = 0;
let spent: usize = 0;

/** Derives the tables when an image is opened; false when there is no memory for them. */
export function openPacked(): bool {
  recordsAt = 0;
  if (!hasBlocks || weekClassCount != 1) return true;
  const at = reserve(resourceCount << RECORD_SHIFT);
  if (isOutOfMemory()) return false;
  recordsAt = at;
  memory.fill(at, 0, (<usize>resourceCount) << RECORD_SHIFT);
  tableBytes = KEY_BYTES + ((<usize>4) << slotCount);
  lastTable = 0;
  spent = 0;
  for (let resource = 0; resource < resourceCount; resource++) open(resource);
  return !isOutOfMemory();
}

/** Record of a resource; 0 where there are none. */
export function packedAt(resource: i32): usize {
  return recordsAt == 0 ? 0 : recordsAt + ((<usize>resource) << RECORD_SHIFT);
}

function open(resource: i32): void {
  const to = packedAt(resource);
  const days = resourceField(resource, abi.RESOURCE_SOFT_DAYS);
  const list = resourceField(resource, abi.RESOURCE_SOFT_MEASURES);
  if ((days | list | resourceField(resource, abi.RESOURCE_SOFT_WEEK)) == 0 || !areTotals(list)) return;
  const tables = sameTables(resource, days, list);
  if (tables == 0) return;
  store<usize>(to, tables, PACKED_TABLES);
  store<usize>(to, maskAt + ((<usize>(resource * dayStride)) << 1), PACKED_MASKS);
  store<i32>(to, resourceField(resource, abi.RESOURCE_SOFT_WEEK), PACKED_WEEK);
  store<usize>(to, amountsOf(list, 0), PACKED_AMOUNTS);
  store<usize>(to, amountsOf(list, 1), PACKED_MORE_AMOUNTS);
}

/** True when there are no more than two measures, and these add up values of days. */
function areTotals(list: i32): bool {
  const count = measureCount(list);
  if (count > 2) return false;
  for (let k = 0; k < count; k++) {
    if (load<i32>(measureAt(list, k), abi.MEASURE_FORM) != abi.MEASURE_TOTAL) return false;
  }
  return true;
}

function measureCount(list: i32): i32 {
  return list == 0 ? 0 : itemAt(list, 0);
}

function measureAt(list: i32, k: i32): usize {
  return rowAt(list) + 4 + <usize>(k * abi.MEASURE_BYTES);
}

function amountsOf(list: i32, k: i32): usize {
  return k < measureCount(list) ? rowAt(load<i32>(measureAt(list, k), abi.MEASURE_AMOUNTS)) : 0;
}

/** Offset of the values that a measure has on a day of the week, 0 where there is none. */
function valuesOf(list: i32, k: i32, day: i32): i32 {
  return k < measureCount(list) ? itemAt(load<i32>(measureAt(list, k), abi.MEASURE_VALUES), day) : 0;
}

/** Tables by day of one of the resources before that has the same rules, or new ones; 0 when they cannot be. */
function sameTables(resource: i32, days: i32, list: i32): usize {
  for (let k = resource - 1; k >= 0 && k >= resource - NEAR; k--) {
    if (resourceField(k, abi.RESOURCE_SOFT_DAYS) != days) continue;
    if (resourceField(k, abi.RESOURCE_SOFT_MEASURES) != list) continue;
    const tables = load<usize>(packedAt(k), PACKED_TABLES);
    if (tables != 0) return tables;
  }
  const tables = reserve(dayStride << 2);
  if (isOutOfMemory()) return 0;
  for (let day = 0; day < dayCount; day++) {
    const table = tableOf(days == 0 ? 0 : itemAt(days, day), valuesOf(list, 0, day), valuesOf(list, 1, day));
    if (table == 0) return 0;
    store<usize>(tables + ((<usize>day) << 2), table);
  }
  return tables;
}

/** The table of a day's amounts and of two values, each by the offset of a table or 0; 0 when they are too large for it. */
function tableOf(amounts: i32, values: i32, more: i32): usize {
  let made = lastTable;
  for (let k = 0; k < NEAR && made != 0; k++) {
    if (isKey(made, amounts, values, more)) return made;
    made = load<usize>(made - KEY_BYTES, KEY_BEFORE);
  }
  if (spent + tableBytes > MOST_BYTES || !fits(amounts, MOST_AMOUNT)) return 0;
  if (!fits(values, MOST_VALUE) || !fits(more, MOST_VALUE)) return 0;
  const table = reserve(<i32>tableBytes) + KEY_BYTES;
  if (isOutOfMemory()) return 0;
  spent += tableBytes;
  const key = table - KEY_BYTES;
  store<i32>(key, amounts, KEY_AMOUNTS);
  store<i32>(key, values, KEY_VALUES);
  store<i32>(key, more, KEY_MORE);
  store<usize>(key, lastTable, KEY_BEFORE);
  lastTable = table;
  for (let mask = 0; mask < 1 << slotCount; mask++) {
    const word = rowValue(amounts, mask) | (rowValue(values, mask) << 16) | (rowValue(more, mask) << 24);
    store<i32>(table + ((<usize>mask) << 2), word);
  }
  return table;
}

function isKey(table: usize, amounts: i32, values: i32, more: i32): bool {
  const key = table - KEY_BYTES;
  return (
    load<i32>(key, KEY_AMOUNTS) == amounts && load<i32>(key, KEY_VALUES) == values && load<i32>(key, KEY_MORE) == more
  );
}

/** True when no entry of a table by mask is below 0 or above `most`. */
function fits(table: i32, most: i32): bool {
  if (table == 0) return true;
  for (let mask = 0; mask < 1 << slotCount; mask++) if (<u32>itemAt(table, mask) > <u32>most) return false;
  return true;
}
