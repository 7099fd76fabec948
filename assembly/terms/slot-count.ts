import * as abi from '../abi/abi';
import { listItem, profileField, resourceField, rowAt, slotCount, timeDay, timeField } from '../image/problem';
import { countOf } from '../state';
import { meetsOn } from './day-shape';

/**
 * Slot counts: a table over the number of events that a set has in a slot, for each cell. `tables` is the set's list of
 * table offsets by cell; 0 where no rule looks. Nothing is kept but the counts that every resource has.
 */
export function peekSlotCounts(resource: i32, tables: i32, from: i32, to: i32): i32 {
  if (tables == 0) return 0;
  const tablesAt = rowAt(tables);
  return stepIn(resource, tablesAt, to, from, 1) + stepIn(resource, tablesAt, from, to, -1);
}

/** Change in the cells of `time` that are not cells of `other`, when there is one event more or less (`step`). */
function stepIn(resource: i32, tablesAt: usize, time: i32, other: i32, step: i32): i32 {
  const days = timeField(time, abi.TIME_DAY_COUNT);
  const start = timeField(time, abi.TIME_START);
  const end = start + timeField(time, abi.TIME_LENGTH);
  let change = 0;
  for (let k = 0; k < days; k++) {
    const day = timeDay(time, k);
    const shared = meetsOn(other, day) ? timeField(other, abi.TIME_MASK) : 0;
    for (let slot = start; slot < end; slot++) {
      if (((shared >> slot) & 1) == 0) change += stepAt(resource, tablesAt, day * slotCount + slot, step);
    }
  }
  return change;
}

function stepAt(resource: i32, tablesAt: usize, cell: i32, step: i32): i32 {
  const offset = load<i32>(tablesAt + ((<usize>cell) << 2));
  if (offset == 0) return 0;
  const table = rowAt(offset);
  const count = countOf(resource, cell);
  return load<i32>(table + ((<usize>(count + step)) << 2)) - load<i32>(table + ((<usize>count) << 2));
}

/** The same for all sets of a profile, at one level. */
export function peekStaticCounts(profile: i32, from: i32, to: i32, hard: bool): i32 {
  const field = hard ? abi.RESOURCE_HARD_COUNTS : abi.RESOURCE_SOFT_COUNTS;
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  let change = 0;
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    change += peekSlotCounts(resource, resourceField(resource, field), from, to);
  }
  return change;
}
