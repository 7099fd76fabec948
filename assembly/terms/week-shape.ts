import * as abi from '../abi/abi';
import { dayCount, dayStride, rowAt, timeField, weekClassCount } from '../image/problem';
import { weekOf } from '../state';
import { maskAfter } from './day-shape';

/** Week shape: a table over the set of days on which a resource is busy, one set per week class. */
export function peekWeekShape(resource: i32, table: i32, from: i32, to: i32): i32 {
  const at = rowAt(table);
  if (weekClassCount == 1 && timeField(from, abi.TIME_DAY_COUNT) <= 1 && timeField(to, abi.TIME_DAY_COUNT) <= 1) {
    return peekOneDay(resource, at, from, to);
  }
  let change = 0;
  for (let weekClass = 0; weekClass < weekClassCount; weekClass++) {
    let days = 0;
    for (let day = 0; day < dayCount; day++) {
      if (maskAfter(resource, weekClass * dayCount + day, from, to) != 0) days |= 1 << day;
    }
    change += weekEntry(at, days) - weekEntry(at, weekOf(resource, weekClass));
  }
  return change;
}

function weekEntry(table: usize, days: i32): i32 {
  return load<i32>(table + ((<usize>days) << 2));
}

function peekOneDay(resource: i32, table: usize, from: i32, to: i32): i32 {
  const before = weekOf(resource, 0);
  let after = before;
  const fromDay = timeField(from, abi.TIME_DAY);
  const toDay = timeField(to, abi.TIME_DAY);
  if (fromDay == toDay) return 0;
  if (fromDay != dayStride - 1 && maskAfter(resource, fromDay, from, to) == 0) after &= ~(1 << fromDay);
  if (toDay != dayStride - 1) after |= 1 << toDay;
  return weekEntry(table, after) - weekEntry(table, before);
}

/** Change of the table when a day's mask goes from `before` to `after`; call before the week's set is updated. */
export function weekShapeChange(resource: i32, table: i32, day: i32, after: i32): i32 {
  if (table == 0) return 0;
  const weekClass = day / dayCount;
  const bit = 1 << (day % dayCount);
  const days = weekOf(resource, weekClass);
  const next = after != 0 ? days | bit : days & ~bit;
  const at = rowAt(table);
  return weekEntry(at, next) - weekEntry(at, days);
}

/** The week's set after a day's mask became `after`. */
export function weekAfter(resource: i32, day: i32, after: i32): i32 {
  const bit = 1 << (day % dayCount);
  const days = weekOf(resource, day / dayCount);
  return after != 0 ? days | bit : days & ~bit;
}
