import * as abi from '../abi/abi';
import {
  hasBlocks,
  listItem,
  longDays,
  nobody,
  nothingIsStatic,
  nowhere,
  profileField,
  resourceField,
  rowValue,
  simpleTimes,
  slotCount,
  timeDay,
  timeField,
  timeRecordAt,
} from '../image/problem';
import { sumOfSlots } from '../solution/lanes';
import { countOf, enterAt, enterCost, leaveAt, leaveGain, maskOf, occupies, STATE_HARD, stateWord } from '../state';
import { meetsOn } from './day-shape';

/**
 * Occupancy: who holds which slot. For the resources an event has whatever is chosen, the sums over them are kept per
 * profile and cell (`enterCost`, `leaveGain`, hard unavailability included), so a peek is two loads.
 */
export function peekStaticClash(profile: i32, from: i32, to: i32): i32 {
  if (simpleTimes) return enterCost(profile, to) - leaveGain(profile, from);
  if (nothingIsStatic) return 0;
  return staticClashOfBlocks(profile, from, to);
}

function staticClashOfBlocks(profile: i32, from: i32, to: i32): i32 {
  if (hasBlocks) {
    const fromAt = timeRecordAt(from);
    const toAt = timeRecordAt(to);
    if (load<i32>(fromAt, abi.TIME_DAY_COUNT) == 1 && load<i32>(toAt, abi.TIME_DAY_COUNT) == 1) {
      return clashOfBlock(profile, fromAt, toAt);
    }
  }
  let change = 0;
  const toDays = timeField(to, abi.TIME_DAY_COUNT);
  for (let k = 0; k < toDays; k++) {
    const day = timeDay(to, k);
    const shared = meetsOn(from, day) ? timeField(from, abi.TIME_MASK) : 0;
    const start = timeField(to, abi.TIME_START);
    for (let slot = start; slot < start + timeField(to, abi.TIME_LENGTH); slot++) {
      if (((shared >> slot) & 1) == 0) change += enterCost(profile, day * slotCount + slot);
    }
  }
  const fromDays = timeField(from, abi.TIME_DAY_COUNT);
  for (let k = 0; k < fromDays; k++) {
    const day = timeDay(from, k);
    const shared = meetsOn(to, day) ? timeField(to, abi.TIME_MASK) : 0;
    const start = timeField(from, abi.TIME_START);
    for (let slot = start; slot < start + timeField(from, abi.TIME_LENGTH); slot++) {
      if (((shared >> slot) & 1) == 0) change -= leaveGain(profile, day * slotCount + slot);
    }
  }
  return change;
}

/** The same between two single days. */
function clashOfBlock(profile: i32, fromAt: usize, toAt: usize): i32 {
  const mask = load<i32>(fromAt, abi.TIME_MASK);
  const maskThere = load<i32>(toAt, abi.TIME_MASK);
  const shared = load<i32>(fromAt, abi.TIME_DAY) == load<i32>(toAt, abi.TIME_DAY) ? mask & maskThere : 0;
  const change = sumOfSlots(enterAt + <usize>profileField(profile, abi.PROFILE_COST_ROW), toAt, maskThere ^ shared);
  // while nothing is broken, nothing is mended
  if (stateWord(STATE_HARD) == 0) return change;
  return change - sumOfSlots(leaveAt + <usize>profileField(profile, abi.PROFILE_COST_ROW), fromAt, mask ^ shared);
}

/** The same without the resources that `partner` occupies too: what they hold does not change when two events swap. */
export function peekStaticClashExcept(profile: i32, partner: i32, from: i32, to: i32): i32 {
  let change = cellRowChange(profileField(profile, abi.PROFILE_CELL_HARD), from, to);
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const count = profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = first; k < first + count; k++) {
    const resource = listItem(k);
    if (!occupies(partner, resource)) change += peekClash(resource, from, to);
  }
  return change;
}

/** Change of a row of amounts by cell (unavailability) when one event goes from `from` to `to`. */
export function cellRowChange(row: i32, from: i32, to: i32): i32 {
  return row == 0 ? 0 : cellRowSum(row, to) - cellRowSum(row, from);
}

export function cellRowSum(row: i32, time: i32): i32 {
  if (row == 0) return 0;
  if (longDays) return rowValue(row, time);
  let sum = 0;
  const days = timeField(time, abi.TIME_DAY_COUNT);
  for (let k = 0; k < days; k++) {
    const base = timeDay(time, k) * slotCount;
    const start = timeField(time, abi.TIME_START);
    for (let slot = start; slot < start + timeField(time, abi.TIME_LENGTH); slot++) sum += rowValue(row, base + slot);
  }
  return sum;
}

/** Hard amount by which the clashes of one resource change when one of its events goes from `from` to `to`. */
export function peekClash(resource: i32, from: i32, to: i32): i32 {
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  if (capacity == 0) return 0;
  if (simpleTimes) {
    if (to == from) return 0;
    return (countOf(resource, to) >= capacity ? 1 : 0) - (countOf(resource, from) > capacity ? 1 : 0);
  }
  const masked = capacity == 1 && resourceField(resource, abi.RESOURCE_SHAPED) != 0;
  const entered = masked ? busySlotsEntered(resource, from, to) : clashesEntered(resource, capacity, from, to);
  return entered - (stateWord(STATE_HARD) == 0 ? 0 : clashesLeft(resource, capacity, from, to));
}

/** `clashesEntered` for a resource of capacity 1 whose masks are kept. */
function busySlotsEntered(resource: i32, from: i32, to: i32): i32 {
  const days = timeField(to, abi.TIME_DAY_COUNT);
  let entered = 0;
  for (let k = 0; k < days; k++) {
    const day = timeDay(to, k);
    const busy = maskOf(resource, day) & timeField(to, abi.TIME_MASK);
    if (busy == 0) continue;
    entered += popcnt<i32>(meetsOn(from, day) ? busy & ~timeField(from, abi.TIME_MASK) : busy);
  }
  return entered;
}

function clashesEntered(resource: i32, capacity: i32, from: i32, to: i32): i32 {
  let entered = 0;
  const days = timeField(to, abi.TIME_DAY_COUNT);
  const start = timeField(to, abi.TIME_START);
  const end = start + timeField(to, abi.TIME_LENGTH);
  for (let k = 0; k < days; k++) {
    const day = timeDay(to, k);
    const shared = meetsOn(from, day) ? timeField(from, abi.TIME_MASK) : 0;
    for (let slot = start; slot < end; slot++) {
      if (((shared >> slot) & 1) == 0 && countOf(resource, day * slotCount + slot) >= capacity) entered++;
    }
  }
  return entered;
}

function clashesLeft(resource: i32, capacity: i32, from: i32, to: i32): i32 {
  let left = 0;
  const days = timeField(from, abi.TIME_DAY_COUNT);
  const start = timeField(from, abi.TIME_START);
  const end = start + timeField(from, abi.TIME_LENGTH);
  for (let k = 0; k < days; k++) {
    const day = timeDay(from, k);
    const shared = meetsOn(to, day) ? timeField(to, abi.TIME_MASK) : 0;
    for (let slot = start; slot < end; slot++) {
      if (((shared >> slot) & 1) == 0 && countOf(resource, day * slotCount + slot) > capacity) left++;
    }
  }
  return left;
}

/** Change of the clashes of pooled resources when an event that held `held` at `from` holds `taken` at `to`. */
export function peekPooledClash(held: i32, taken: i32, from: i32, to: i32): i32 {
  if (held == taken) return from == to || held == nobody ? 0 : peekClash(held, from, to);
  return peekClash(held, from, nowhere) + peekClash(taken, nowhere, to);
}
