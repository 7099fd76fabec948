import * as abi from '../abi/abi';
import { resourceField, rowAt, simpleTimes, slotCount, timeDay, timeField } from '../image/problem';
import { countOf, maskOf, STATE_HARD, stateWord } from '../state';

/**
 * Day shape: the state of a resource on a day is the mask of its busy slots; all its day rules of one level add up into
 * one table indexed by that mask. `tables` is the resource's list of table offsets by day index.
 */
export function peekDayShape(resource: i32, tables: i32, from: i32, to: i32): i32 {
  const tablesAt = rowAt(tables);
  if (simpleTimes || (timeField(from, abi.TIME_DAY_COUNT) <= 1 && timeField(to, abi.TIME_DAY_COUNT) <= 1)) {
    return peekSingleDays(resource, tablesAt, from, to);
  }
  return peekManyDays(resource, tablesAt, from, to);
}

/** Table of a day, as an address. */
function tableAt(tablesAt: usize, day: i32): usize {
  return rowAt(load<i32>(tablesAt + ((<usize>day) << 2)));
}

function entry(table: usize, mask: i32): i32 {
  return load<i32>(table + ((<usize>mask) << 2));
}

/** Slots of `from` on the day that only one event keeps busy: they fall free when it leaves. */
export function freedSlots(resource: i32, day: i32, from: i32): i32 {
  const mask = timeField(from, abi.TIME_MASK);
  // while nothing clashes nobody shares a slot of it
  if (stateWord(STATE_HARD) == 0 && resourceField(resource, abi.RESOURCE_CAPACITY) == 1) return mask;
  const length = timeField(from, abi.TIME_LENGTH);
  const start = timeField(from, abi.TIME_START);
  if (length == 1) return countOf(resource, day * slotCount + start) == 1 ? mask : 0;
  let freed = 0;
  for (let slot = start; slot < start + length; slot++) {
    if (countOf(resource, day * slotCount + slot) == 1) freed |= 1 << slot;
  }
  return freed;
}

function peekSingleDays(resource: i32, tablesAt: usize, from: i32, to: i32): i32 {
  const fromDay = timeField(from, abi.TIME_DAY);
  const toDay = timeField(to, abi.TIME_DAY);
  const before = maskOf(resource, fromDay);
  let freed = 0;
  if (!simpleTimes) freed = freedSlots(resource, fromDay, from);
  else if (countOf(resource, from) == 1) freed = timeField(from, abi.TIME_MASK);
  const table = tableAt(tablesAt, fromDay);
  const added = timeField(to, abi.TIME_MASK);
  if (fromDay == toDay) return entry(table, (before & ~freed) | added) - entry(table, before);
  const other = maskOf(resource, toDay);
  const otherTable = tableAt(tablesAt, toDay);
  return (
    entry(table, before & ~freed) - entry(table, before) + entry(otherTable, other | added) - entry(otherTable, other)
  );
}

/** True when the meeting time lies on the day index. */
export function meetsOn(time: i32, day: i32): bool {
  const count = timeField(time, abi.TIME_DAY_COUNT);
  for (let k = 0; k < count; k++) if (timeDay(time, k) == day) return true;
  return false;
}

/** The mask of a day after one event of the resource went from `from` to `to`. */
export function maskAfter(resource: i32, day: i32, from: i32, to: i32): i32 {
  let mask = maskOf(resource, day);
  if (meetsOn(from, day)) mask &= ~freedSlots(resource, day, from);
  if (meetsOn(to, day)) mask |= timeField(to, abi.TIME_MASK);
  return mask;
}

function peekManyDays(resource: i32, tablesAt: usize, from: i32, to: i32): i32 {
  let change = 0;
  const fromDays = timeField(from, abi.TIME_DAY_COUNT);
  for (let k = 0; k < fromDays; k++) {
    const day = timeDay(from, k);
    const table = tableAt(tablesAt, day);
    change += entry(table, maskAfter(resource, day, from, to)) - entry(table, maskOf(resource, day));
  }
  const toDays = timeField(to, abi.TIME_DAY_COUNT);
  for (let k = 0; k < toDays; k++) {
    const day = timeDay(to, k);
    if (meetsOn(from, day)) continue;
    const table = tableAt(tablesAt, day);
    change += entry(table, maskAfter(resource, day, from, to)) - entry(table, maskOf(resource, day));
  }
  return change;
}

/** Change of the day's table when its mask goes from `before` to `after`. */
export function dayShapeChange(tables: i32, day: i32, before: i32, after: i32): i32 {
  if (tables == 0) return 0;
  const table = tableAt(rowAt(tables), day);
  return entry(table, after) - entry(table, before);
}
