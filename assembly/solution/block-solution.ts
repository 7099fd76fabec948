import * as abi from '../abi/abi';
import { cellStride, listItem, resourceField, slotCount, timeRecordAt } from '../image/problem';
import { countAt, enterAt, maskOf, occupantAt } from '../state';
import { setDayMask, setTwoDayMasks } from './day-masks';
import { LANE_ONES, lanesOf } from './lanes';

/** Slots of the longest block that goes this way. */
const LONGEST_BLOCK: i32 = 4;

/**
 * One block of a resource for another on a single day each: what `vacate` and `occupy` do slot by slot, where the resource
 * has room for one, or never clashes, only the event holds the slots it leaves and nobody those it takes. False, and nothing
 * done, when it is not as simple as that.
 */
export function shiftBlock(resource: i32, from: i32, to: i32, event: i32): bool {
  const fromAt = timeRecordAt(from);
  const toAt = timeRecordAt(to);
  if (!isSimple(resource, fromAt) || !isSimple(resource, toAt)) return false;
  const day = load<i32>(fromAt, abi.TIME_DAY);
  const dayThere = load<i32>(toAt, abi.TIME_DAY);
  const mask = load<i32>(fromAt, abi.TIME_MASK);
  const maskThere = load<i32>(toAt, abi.TIME_MASK);
  // what both blocks hold stays as it is
  const shared = day == dayThere ? mask & maskThere : 0;
  const lanes = lanesOf((mask ^ shared) >> load<i32>(fromAt, abi.TIME_START));
  const lanesThere = lanesOf((maskThere ^ shared) >> load<i32>(toAt, abi.TIME_START));
  const ones = lanes & LANE_ONES;
  const onesThere = lanesThere & LANE_ONES;
  const cellAt = (<usize>load<i32>(fromAt, abi.TIME_CELL)) << 1;
  const cellThereAt = (<usize>load<i32>(toAt, abi.TIME_CELL)) << 1;
  const counts = countAt + ((<usize>(resource * cellStride)) << 1);
  if (((load<u64>(counts + cellAt) ^ ones) & lanes) != 0) return false;
  if ((load<u64>(counts + cellThereAt) & lanesThere) != 0) return false;
  add(counts + cellAt, -ones);
  add(counts + cellThereAt, onesThere);
  name(resource, day, mask ^ shared, 0);
  name(resource, dayThere, maskThere ^ shared, event + 1);
  if (resourceField(resource, abi.RESOURCE_CAPACITY) != 0) {
    const first = resourceField(resource, abi.RESOURCE_FIRST_PROFILE);
    const last = first + resourceField(resource, abi.RESOURCE_PROFILE_COUNT);
    for (let k = first; k < last; k++) {
      const row = enterAt + <usize>listItem(k);
      add(row + cellAt, -ones);
      add(row + cellThereAt, onesThere);
    }
  }
  if (resourceField(resource, abi.RESOURCE_SHAPED) == 0) return true;
  const left = maskOf(resource, day) & ~mask;
  if (day == dayThere) {
    setDayMask(resource, day, left | maskThere);
    return true;
  }
  setTwoDayMasks(resource, day, left, dayThere, maskOf(resource, dayThere) | maskThere);
  return true;
}

/** The half of it by which the event leaves. */
export function vacateBlock(resource: i32, time: i32): bool {
  const timeAt = timeRecordAt(time);
  if (!isSimple(resource, timeAt)) return false;
  const day = load<i32>(timeAt, abi.TIME_DAY);
  const mask = load<i32>(timeAt, abi.TIME_MASK);
  const lanes = lanesOf(mask >> load<i32>(timeAt, abi.TIME_START));
  const ones = lanes & LANE_ONES;
  const cellAt = (<usize>load<i32>(timeAt, abi.TIME_CELL)) << 1;
  const counts = countAt + ((<usize>(resource * cellStride)) << 1) + cellAt;
  if (((load<u64>(counts) ^ ones) & lanes) != 0) return false;
  add(counts, -ones);
  name(resource, day, mask, 0);
  addToRows(resource, cellAt, -ones);
  if (resourceField(resource, abi.RESOURCE_SHAPED) != 0) setDayMask(resource, day, maskOf(resource, day) & ~mask);
  return true;
}

/** The half of it by which the event comes. */
export function occupyBlock(resource: i32, time: i32, event: i32): bool {
  const timeAt = timeRecordAt(time);
  if (!isSimple(resource, timeAt)) return false;
  const day = load<i32>(timeAt, abi.TIME_DAY);
  const mask = load<i32>(timeAt, abi.TIME_MASK);
  const lanes = lanesOf(mask >> load<i32>(timeAt, abi.TIME_START));
  const ones = lanes & LANE_ONES;
  const cellAt = (<usize>load<i32>(timeAt, abi.TIME_CELL)) << 1;
  const counts = countAt + ((<usize>(resource * cellStride)) << 1) + cellAt;
  if ((load<u64>(counts) & lanes) != 0) return false;
  add(counts, ones);
  name(resource, day, mask, event + 1);
  addToRows(resource, cellAt, ones);
  if (resourceField(resource, abi.RESOURCE_SHAPED) != 0) setDayMask(resource, day, maskOf(resource, day) | mask);
  return true;
}

function isSimple(resource: i32, timeAt: usize): bool {
  return (
    <u32>resourceField(resource, abi.RESOURCE_CAPACITY) <= 1 &&
    load<i32>(timeAt, abi.TIME_DAY_COUNT) == 1 &&
    load<i32>(timeAt, abi.TIME_LENGTH) <= LONGEST_BLOCK
  );
}

/** Costs of entering for the profiles that always occupy the resource. */
function addToRows(resource: i32, cellAt: usize, ones: u64): void {
  if (resourceField(resource, abi.RESOURCE_CAPACITY) == 0) return;
  const first = resourceField(resource, abi.RESOURCE_FIRST_PROFILE);
  const last = first + resourceField(resource, abi.RESOURCE_PROFILE_COUNT);
  for (let k = first; k < last; k++) add(enterAt + <usize>listItem(k) + cellAt, ones);
}

/** Adds to four counters at once: no sum leaves its lane. */
function add(at: usize, ones: u64): void {
  store<u64>(at, load<u64>(at) + ones);
}

/** Writes who alone holds the slots of a day. */
function name(resource: i32, day: i32, slots: i32, occupant: i32): void {
  const row = occupantAt + ((<usize>(resource * cellStride + day * slotCount)) << 2);
  for (let left = slots; left != 0; left &= left - 1) store<i32>(row + ((<usize>ctz<i32>(left)) << 2), occupant);
}
