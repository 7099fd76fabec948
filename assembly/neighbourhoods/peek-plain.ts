import * as abi from '../abi/abi';
import { LINKED_COUNTS, LINKED_MASKS, LINKED_TABLE, LINKED_TABLES, linkedShapesAt } from '../image/linked';
import { firstRoom, listItem, profileHas, resourceField, rowAt, rowValue, setField, timeField } from '../image/problem';
import { countOf, distinctOf, maskOf, setUsesAt, weekOf } from '../state';

/**
 * Soft change of one event of the plain profile at `record` that goes from the cell `from` to the cell `to`, without
 * rooms and day shapes: what `score.ts` computes for any event, in a straight line. `other` is the profile of the event
 * it swaps with, when the two share resources: these see no change.
 */
export function peekPlainSoft(record: usize, from: i32, to: i32, other: i32): i32 {
  let change = 0;
  if (from == to) return change;
  const timeRow = load<i32>(record, abi.PROFILE_TIME_SOFT);
  if (timeRow != 0) change += rowValue(timeRow, to) - rowValue(timeRow, from);
  const weeks = load<i32>(record, abi.PROFILE_SOFT_WEEK_COUNT);
  if (weeks == 0) return change;
  const fromDay = timeField(from, abi.TIME_DAY);
  const toDay = timeField(to, abi.TIME_DAY);
  if (fromDay == toDay) return change;
  const first = load<i32>(record, abi.PROFILE_FIRST_SOFT_WEEK);
  for (let k = first; k < first + weeks; k++) {
    const resource = listItem(k);
    if (other >= 0 && profileHas(other, resource)) continue;
    change += weekChange(resource, from, fromDay, toDay);
  }
  return change;
}

/** A day is lost when the slot left was its only one, and won when the day was free. */
function weekChange(resource: i32, from: i32, fromDay: i32, toDay: i32): i32 {
  const days = weekOf(resource, 0);
  let after = days | (1 << toDay);
  if (maskOf(resource, fromDay) == timeField(from, abi.TIME_MASK) && countOf(resource, from) == 1) {
    after &= ~(1 << fromDay);
  }
  if (after == days) return 0;
  const table = rowAt(resourceField(resource, abi.RESOURCE_SOFT_WEEK));
  return load<i32>(table + ((<usize>after) << 2)) - load<i32>(table + ((<usize>days) << 2));
}

/** Change of the distinct rooms of a class when one of its events gives up `held` for `room`. */
export function peekPlainSet(set: i32, held: i32, room: i32): i32 {
  if (held == room) return 0;
  const step =
    i32(load<u16>(setUsesAt(set, room - firstRoom)) == 0) - i32(load<u16>(setUsesAt(set, held - firstRoom)) == 1);
  if (step == 0) return 0;
  const table = setField(set, abi.SET_SOFT);
  const distinct = distinctOf(set);
  return table == 0 ? 0 : rowValue(table, distinct + step) - rowValue(table, distinct);
}

/** Soft change of the day shapes of the profile at `record`; `other` as above. */
export function peekPlainShapes(record: usize, other: i32, from: i32, to: i32): i32 {
  const first = load<i32>(record, abi.PROFILE_FIRST_SOFT_SHAPE);
  const last = first + load<i32>(record, abi.PROFILE_SOFT_SHAPE_COUNT);
  // as offsets in rows of 16-bit entries
  const fromDay = (<usize>timeField(from, abi.TIME_DAY)) << 1;
  const toDay = (<usize>timeField(to, abi.TIME_DAY)) << 1;
  const fromCell = (<usize>from) << 1;
  const fromMask = timeField(from, abi.TIME_MASK);
  const toMask = timeField(to, abi.TIME_MASK);
  let change = 0;
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    if (other >= 0 && profileHas(other, resource)) continue;
    const shapes = linkedShapesAt(resource);
    const masks = load<usize>(shapes + LINKED_MASKS);
    const before = <i32>load<u16>(masks + fromDay);
    const isLast = load<u16>(load<usize>(shapes + LINKED_COUNTS) + fromCell) == 1;
    const kept = before & ~select(fromMask, 0, isLast);
    const only = load<usize>(shapes + LINKED_TABLE);
    const table = only != 0 ? only : tableOf(shapes, fromDay);
    if (fromDay == toDay) {
      change += entry(table, kept | toMask) - entry(table, before);
      continue;
    }
    const tableThere = only != 0 ? only : tableOf(shapes, toDay);
    const there = <i32>load<u16>(masks + toDay);
    change += entry(table, kept) - entry(table, before) + entry(tableThere, there | toMask) - entry(tableThere, there);
  }
  return change;
}

/** Soft day table of a resource whose days differ, by the offset of the day. */
function tableOf(shapes: usize, day: usize): usize {
  return rowAt(load<i32>(load<usize>(shapes + LINKED_TABLES) + (day << 1)));
}

function entry(table: usize, mask: i32): i32 {
  return load<i32>(table + ((<usize>mask) << 2));
}
