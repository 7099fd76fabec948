import * as abi from '../abi';
import { resourceField, rowAt, spareDay, timeField, weekClassCount } from '../problem';
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
    if (toDay == spareDay) return oneDay(resource, days, week, measures, fromDay, left);
    if (fromDay == spareDay) return oneDay(resource, days, week, measures, toDay, maskOf(resource, toDay) | added);
    if (fromDay == toDay) return oneDay(resource, days, week, measures, fromDay, left | added);
    return twoDays(resource, days, week, measures, fromDay, left, toDay, maskOf(resource, toDay) | added);
  }
  let change = 0;
  if (days != 0) change += peekDayShape(resource, days, from, to);
  if (week != 0) change += peekWeekShape(resource, week, from, to);
  if (measures != 0) change += peekWeekMeasures(resource, measures, from, to);
  return change;
}

/** Soft change when the masks of two days of the only week (or of one, given twice) become others. */
export function softChangeOfDays(resource: i32, day: i32, after: i32, other: i32, otherAfter: i32): i32 {
  const days = resourceField(resource, abi.RESOURCE_SOFT_DAYS);
  const week = resourceField(resource, abi.RESOURCE_SOFT_WEEK);
  const measures = resourceField(resource, abi.RESOURCE_SOFT_MEASURES);
  if ((days | week | measures) == 0) return 0;
  if (day == other) return oneDay(resource, days, week, measures, day, after);
  return twoDays(resource, days, week, measures, day, after, other, otherAfter);
}

/** Hard change when the masks of two different days of the only week become others. */
export function hardChangeOfDays(resource: i32, day: i32, after: i32, other: i32, otherAfter: i32): i32 {
  const days = resourceField(resource, abi.RESOURCE_HARD_DAYS);
  const week = resourceField(resource, abi.RESOURCE_HARD_WEEK);
  const measures = resourceField(resource, abi.RESOURCE_HARD_MEASURES);
  if ((days | week | measures) == 0) return 0;
  return twoDays(resource, days, week, measures, day, after, other, otherAfter);
}

/** The change when the mask of one day becomes `after`. */
function oneDay(resource: i32, days: i32, week: i32, measures: i32, day: i32, after: i32): i32 {
  const before = maskOf(resource, day);
  if (day == spareDay || before == after) return 0;
  let change = days == 0 ? 0 : dayChange(days, day, before, after);
  if (week != 0) change += weekChange(resource, week, worked(weekOf(resource, 0), day, after));
  return measures == 0 ? change : change + measuresChange(resource, measures, day, after, day, after);
}

/** The same for two days. */
function twoDays(
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
    change += dayChange(days, other, maskOf(resource, other), otherAfter);
  }
  if (week != 0) {
    change += weekChange(resource, week, worked(worked(weekOf(resource, 0), day, after), other, otherAfter));
  }
  return measures == 0 ? change : change + measuresChange(resource, measures, day, after, other, otherAfter);
}

function dayChange(days: i32, day: i32, before: i32, after: i32): i32 {
  const table = rowAt(load<i32>(rowAt(days) + ((<usize>day) << 2)));
  return load<i32>(table + ((<usize>after) << 2)) - load<i32>(table + ((<usize>before) << 2));
}

function worked(set: i32, day: i32, mask: i32): i32 {
  return mask == 0 ? set & ~(1 << day) : set | (1 << day);
}

function weekChange(resource: i32, week: i32, after: i32): i32 {
  const table = rowAt(week);
  const before = weekOf(resource, 0);
  return load<i32>(table + ((<usize>after) << 2)) - load<i32>(table + ((<usize>before) << 2));
}
