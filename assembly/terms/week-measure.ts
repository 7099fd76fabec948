import * as abi from '../abi/abi';
import { dayCount, rowAt, slotCount, timeDay, timeField, weekClassCount } from '../image/problem';
import { maskOf } from '../state';
import { maskAfter } from './day-shape';

/**
 * Week measures: limits that look at the busy slots of all days of a week together. Each is one of three forms (see
 * MEASURE_FORM) over tables filled from the rule's definition. Nothing is kept but the masks of the days: a peek
 * evaluates the week as it is and as it would become.
 */

/** Scratch: masks by day as they are and as they would become. */
const nowAt: usize = memory.data(abi.MOST_DAYS * 4, 16);
const thenAt: usize = memory.data(abi.MOST_DAYS * 4, 16);

/** Change of the measures in `list` when one event of the resource goes from `from` to `to`. */
export function peekWeekMeasures(resource: i32, list: i32, from: i32, to: i32): i32 {
  if (list == 0) return 0;
  let change = 0;
  for (let weekClass = 0; weekClass < weekClassCount; weekClass++) {
    const isLeft = changesWeek(resource, weekClass, from, from, to);
    const isEntered = changesWeek(resource, weekClass, to, from, to);
    if (!isLeft && !isEntered) continue;
    readMasks(resource, weekClass);
    if (isLeft) readMasksAfter(resource, weekClass, from, from, to);
    if (isEntered) readMasksAfter(resource, weekClass, to, from, to);
    change += amountOf(list, thenAt) - amountOf(list, nowAt);
  }
  return change;
}

/** Change of the measures in `list` when the masks of two days of one week (or of one, given twice) become others. */
export function measuresChange(resource: i32, list: i32, day: i32, after: i32, other: i32, otherAfter: i32): i32 {
  const weekClass = day / dayCount;
  const base = weekClass * dayCount;
  const first = rowAt(list) + 4;
  const end = first + <usize>(load<i32>(rowAt(list)) * abi.MEASURE_BYTES);
  let change = 0;
  let isRead = false;
  for (let measure = first; measure < end; measure += abi.MEASURE_BYTES) {
    if (load<i32>(measure, abi.MEASURE_FORM) == abi.MEASURE_TOTAL) {
      const tables = rowAt(load<i32>(measure, abi.MEASURE_VALUES));
      let step = valueIn(tables, day - base, after) - valueIn(tables, day - base, maskOf(resource, day));
      if (other != day) {
        step += valueIn(tables, other - base, otherAfter) - valueIn(tables, other - base, maskOf(resource, other));
      }
      if (step == 0) continue;
      let sum = 0;
      for (let k = 0; k < dayCount; k++) sum += valueIn(tables, k, maskOf(resource, base + k));
      const amounts = rowAt(load<i32>(measure, abi.MEASURE_AMOUNTS));
      change += entry(amounts, sum + step) - entry(amounts, sum);
      continue;
    }
    if (!isRead) {
      readMasks(resource, weekClass);
      store<i32>(thenAt + ((<usize>(day - base)) << 2), after);
      store<i32>(thenAt + ((<usize>(other - base)) << 2), otherAfter);
      isRead = true;
    }
    change += amountOfMeasure(measure, thenAt) - amountOfMeasure(measure, nowAt);
  }
  return change;
}

/** What the measures in `list` amount to in a week class, by the masks as they are. */
export function weekMeasures(resource: i32, list: i32, weekClass: i32): i32 {
  if (list == 0) return 0;
  readMasks(resource, weekClass);
  return amountOf(list, nowAt);
}

/** True when the mask of one of the days of `time` in a week class changes. */
function changesWeek(resource: i32, weekClass: i32, time: i32, from: i32, to: i32): bool {
  const days = timeField(time, abi.TIME_DAY_COUNT);
  for (let k = 0; k < days; k++) {
    const day = timeDay(time, k);
    if (day / dayCount == weekClass && maskAfter(resource, day, from, to) != maskOf(resource, day)) return true;
  }
  return false;
}

function readMasks(resource: i32, weekClass: i32): void {
  for (let day = 0; day < dayCount; day++) {
    const mask = maskOf(resource, weekClass * dayCount + day);
    store<i32>(nowAt + ((<usize>day) << 2), mask);
    store<i32>(thenAt + ((<usize>day) << 2), mask);
  }
}

/** Completes the masks as they would become by those of the days of `time`. */
function readMasksAfter(resource: i32, weekClass: i32, time: i32, from: i32, to: i32): void {
  const days = timeField(time, abi.TIME_DAY_COUNT);
  for (let k = 0; k < days; k++) {
    const day = timeDay(time, k) - weekClass * dayCount;
    if (<u32>day >= <u32>dayCount) continue;
    store<i32>(thenAt + ((<usize>day) << 2), maskAfter(resource, timeDay(time, k), from, to));
  }
}

/** Sum of the measures of a list for the masks at `masks`. */
function amountOf(list: i32, masks: usize): i32 {
  const first = rowAt(list) + 4;
  const end = first + <usize>(load<i32>(rowAt(list)) * abi.MEASURE_BYTES);
  let sum = 0;
  for (let measure = first; measure < end; measure += abi.MEASURE_BYTES) sum += amountOfMeasure(measure, masks);
  return sum;
}

function amountOfMeasure(measure: usize, masks: usize): i32 {
  const amounts = rowAt(load<i32>(measure, abi.MEASURE_AMOUNTS));
  const form = load<i32>(measure, abi.MEASURE_FORM);
  if (form == abi.MEASURE_OVERNIGHT) return nights(amounts, load<i32>(measure, abi.MEASURE_VALUES), masks);
  const tables = rowAt(load<i32>(measure, abi.MEASURE_VALUES));
  return entry(amounts, form == abi.MEASURE_TOTAL ? total(tables, masks) : spread(tables, masks));
}

function total(tables: usize, masks: usize): i32 {
  let sum = 0;
  for (let day = 0; day < dayCount; day++) sum += valueOn(tables, masks, day);
  return sum;
}

/** Largest less smallest value of the days that are not empty. */
function spread(tables: usize, masks: usize): i32 {
  let low = i32.MAX_VALUE;
  let high = 0;
  for (let day = 0; day < dayCount; day++) {
    if (maskAt(masks, day) == 0) continue;
    const value = valueOn(tables, masks, day);
    low = min(low, value);
    high = max(high, value);
  }
  return low > high ? 0 : high - low;
}

/**
 * Sum over each two days in a row, by the last slot of the one and the first of the other; a bit of `asked` for each day
 * before which the night is looked at. Before the first day comes the last.
 */
function nights(amounts: usize, asked: i32, masks: usize): i32 {
  let sum = 0;
  let before = maskAt(masks, dayCount - 1);
  for (let day = 0; day < dayCount; day++) {
    const mask = maskAt(masks, day);
    if (before != 0 && mask != 0 && ((asked >> day) & 1) != 0) {
      sum += entry(amounts, (31 - clz(before)) * slotCount + ctz(mask));
    }
    before = mask;
  }
  return sum;
}

function valueOn(tables: usize, masks: usize, day: i32): i32 {
  return valueIn(tables, day, maskAt(masks, day));
}

function valueIn(tables: usize, day: i32, mask: i32): i32 {
  return entry(rowAt(load<i32>(tables + ((<usize>day) << 2))), mask);
}

function maskAt(masks: usize, day: i32): i32 {
  return load<i32>(masks + ((<usize>day) << 2));
}

function entry(table: usize, index: i32): i32 {
  return load<i32>(table + ((<usize>index) << 2));
}
