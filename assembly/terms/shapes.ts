import * as abi from '../abi/abi';
import {
  PACKED_AMOUNTS,
  PACKED_MASKS,
  PACKED_MORE_AMOUNTS,
  PACKED_TABLES,
  PACKED_WEEK,
  packedAt,
} from '../image/packed-shapes';
import { dayCount, itemAt, resourceField, spareDay, timeField, timeRecordAt, weekClassCount } from '../image/problem';
import { maskOf, weekOf } from '../state';
import { freedSlots, peekDayShape } from './day-shape';
import { measuresChange, peekWeekMeasures } from './week-measure';
import { peekWeekShape } from './week-shape';

/**
 * What all rules of one level on the days and weeks of a resource say about one of its events that goes from `from` to
 * `to`: day shapes, week shapes and week measures in one go, as they look at the same two masks.
 */
export function peekShapes(resource: i32, from: i32, to: i32, hard: bool): i32 {
  const days = resourceField(resource, hard ? abi.RESOURCE_HARD_DAYS : abi.RESOURCE_SOFT_DAYS);
  const week = resourceField(resource, hard ? abi.RESOURCE_HARD_WEEK : abi.RESOURCE_SOFT_WEEK);
  const measures = resourceField(resource, hard ? abi.RESOURCE_HARD_MEASURES : abi.RESOURCE_SOFT_MEASURES);
  if ((days | week | measures) == 0) return 0;
  if (weekClassCount == 1 && timeField(from, abi.TIME_DAY_COUNT) <= 1 && timeField(to, abi.TIME_DAY_COUNT) <= 1) {
    const fromDay = timeField(from, abi.TIME_DAY);
    const toDay = timeField(to, abi.TIME_DAY);
    const left = fromDay == spareDay ? 0 : maskOf(resource, fromDay) & ~freedSlots(resource, fromDay, from);
    const added = timeField(to, abi.TIME_MASK);
    if (toDay == spareDay) return fromDay == spareDay ? 0 : changeOfDays(resource, hard, fromDay, left, fromDay, left);
    const there = (fromDay == toDay ? left : maskOf(resource, toDay)) | added;
    const isOne = fromDay == toDay || fromDay == spareDay;
    return changeOfDays(resource, hard, isOne ? toDay : fromDay, isOne ? there : left, toDay, there);
  }
  let change = 0;
  if (days != 0) change += peekDayShape(resource, days, from, to);
  if (week != 0) change += peekWeekShape(resource, week, from, to);
  if (measures != 0) change += peekWeekMeasures(resource, measures, from, to);
  return change;
}

/** The soft part of it for a block that goes from one single day of the only week to another, or the same. */
export function peekShapesOfBlock(resource: i32, from: i32, to: i32): i32 {
  const fromAt = timeRecordAt(from);
  const toAt = timeRecordAt(to);
  const day = load<i32>(fromAt, abi.TIME_DAY);
  const other = load<i32>(toAt, abi.TIME_DAY);
  const left = maskOf(resource, day) & ~freedSlots(resource, day, from);
  const there = (day == other ? left : maskOf(resource, other)) | load<i32>(toAt, abi.TIME_MASK);
  return softChangeOfDays(resource, day, day == other ? there : left, other, there);
}

/** The same when the event comes, or goes, at a time that stays. */
export function peekShapesOfOne(resource: i32, time: i32, comes: bool): i32 {
  const at = timeRecordAt(time);
  const day = load<i32>(at, abi.TIME_DAY);
  const mask = maskOf(resource, day);
  const after = comes ? mask | load<i32>(at, abi.TIME_MASK) : mask & ~freedSlots(resource, day, time);
  return softChangeOfDays(resource, day, after, day, after);
}

function changeOfDays(resource: i32, hard: bool, day: i32, after: i32, other: i32, otherAfter: i32): i32 {
  return hard
    ? hardChangeOfDays(resource, day, after, other, otherAfter)
    : softChangeOfDays(resource, day, after, other, otherAfter);
}

/** Soft change when the masks of two days of the only week (or of one, given twice) become others. */
export function softChangeOfDays(resource: i32, day: i32, after: i32, other: i32, otherAfter: i32): i32 {
  const record = packedAt(resource);
  if (record != 0 && load<usize>(record, PACKED_TABLES) != 0) {
    return packedChange(resource, record, day, after, other, otherAfter);
  }
  const days = resourceField(resource, abi.RESOURCE_SOFT_DAYS);
  const week = resourceField(resource, abi.RESOURCE_SOFT_WEEK);
  const measures = resourceField(resource, abi.RESOURCE_SOFT_MEASURES);
  if ((days | week | measures) == 0) return 0;
  return changeByTables(resource, days, week, measures, day, after, other, otherAfter);
}

/** The same by the tables of packed-shapes.ts. */
function packedChange(resource: i32, record: usize, day: i32, after: i32, other: i32, otherAfter: i32): i32 {
  const tables = load<usize>(record, PACKED_TABLES);
  const masks = load<usize>(record, PACKED_MASKS);
  const table = load<usize>(tables + ((<usize>day) << 2));
  const before = <i32>load<u16>(masks + ((<usize>day) << 1));
  let step = packedWord(table, after) - packedWord(table, before);
  let fell = i32((after == 0) != (before == 0));
  if (day != other) {
    const otherTable = load<usize>(tables + ((<usize>other) << 2));
    const otherBefore = <i32>load<u16>(masks + ((<usize>other) << 1));
    step += packedWord(otherTable, otherAfter) - packedWord(otherTable, otherBefore);
    fell |= i32((otherAfter == 0) != (otherBefore == 0));
  }
  let change = <i32>(<i16>step);
  if (step != change) change += valuesChange(record, (step - change) >> 16);
  if (fell == 0) return change;
  const week = load<i32>(record, PACKED_WEEK);
  return week == 0 ? change : change + weekChange(resource, week, day, after, other, otherAfter);
}

/** The change of what measures add up over the days when the two sums change by the two bytes of `steps`. */
function valuesChange(record: usize, steps: i32): i32 {
  const tables = load<usize>(record, PACKED_TABLES);
  const masks = load<usize>(record, PACKED_MASKS);
  let sums = 0;
  for (let day = 0; day < dayCount; day++) {
    const at = (<usize>day) << 1;
    const word = packedWord(load<usize>(tables + (at << 1)), <i32>load<u16>(masks + at));
    sums += ((word >> 16) & 0xff) | ((word >> 8) & 0xff0000);
  }
  const step = <i32>(<i8>steps);
  const more = (steps - step) >> 8;
  let change = 0;
  if (step != 0) change += amountsChange(load<usize>(record, PACKED_AMOUNTS), sums & 0xffff, step);
  if (more != 0) change += amountsChange(load<usize>(record, PACKED_MORE_AMOUNTS), sums >> 16, more);
  return change;
}

function amountsChange(amounts: usize, sum: i32, step: i32): i32 {
  const at = amounts + ((<usize>sum) << 2);
  return load<i32>(at + ((<usize>step) << 2)) - load<i32>(at);
}

function packedWord(table: usize, mask: i32): i32 {
  return load<i32>(table + ((<usize>mask) << 2));
}

/** Hard change when the masks of two days of the only week (or of one, given twice) become others. */
export function hardChangeOfDays(resource: i32, day: i32, after: i32, other: i32, otherAfter: i32): i32 {
  const days = resourceField(resource, abi.RESOURCE_HARD_DAYS);
  const week = resourceField(resource, abi.RESOURCE_HARD_WEEK);
  const measures = resourceField(resource, abi.RESOURCE_HARD_MEASURES);
  if ((days | week | measures) == 0) return 0;
  return changeByTables(resource, days, week, measures, day, after, other, otherAfter);
}

function changeByTables(
  resource: i32,
  days: i32,
  week: i32,
  measures: i32,
  day: i32,
  after: i32,
  other: i32,
  otherAfter: i32,
): i32 {
  let change = 0;
  if (days != 0) {
    change += dayChange(days, day, maskOf(resource, day), after);
    if (other != day) change += dayChange(days, other, maskOf(resource, other), otherAfter);
  }
  if (week != 0) change += weekChange(resource, week, day, after, other, otherAfter);
  return measures == 0 ? change : change + measuresChange(resource, measures, day, after, other, otherAfter);
}

function dayChange(days: i32, day: i32, before: i32, after: i32): i32 {
  const table = itemAt(days, day);
  return itemAt(table, after) - itemAt(table, before);
}

function worked(set: i32, day: i32, mask: i32): i32 {
  return mask == 0 ? set & ~(1 << day) : set | (1 << day);
}

function weekChange(resource: i32, week: i32, day: i32, after: i32, other: i32, otherAfter: i32): i32 {
  const before = weekOf(resource, 0);
  const days = worked(worked(before, day, after), other, otherAfter);
  return days == before ? 0 : itemAt(week, days) - itemAt(week, before);
}
