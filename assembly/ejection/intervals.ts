import * as abi from '../abi/abi';
import { clockOf, firstIntervalSet, intervalField, intervalSetCount, intervalSetsOf } from '../image/clock';
import { listItem } from '../image/problem';
import { timeOf } from '../state';
import { rawOf } from '../terms/intervals';
import { blame, isBlamed } from './culprits';
import { eventWeight } from './state';

/**
 * Who has to leave so that the events of a set use no more days than a hard rule allows: everybody who meets on one day
 * (or block of days that count as one). Limits of load, breaks and blocks by the clock are left to the end of a repair.
 */

/** The weights of all who have to leave if `event`, which is nowhere, goes to `to`; they join the list. */
export function blameIntervals(event: i32, to: i32): i32 {
  if (intervalSetCount == 0) return 0;
  const first = firstIntervalSet(event);
  const last = first + intervalSetsOf(event);
  let cost = 0;
  for (let k = first; k < last; k++) {
    const set = listItem(k);
    if (isDayLimit(set)) cost += blameOnDays(set, daysOf(to));
  }
  return cost;
}

/** True when a set of the event uses more days than a hard rule allows, although nobody's leaving alone may mend it. */
export function isOnTooManyDays(event: i32): bool {
  const first = firstIntervalSet(event);
  const last = first + intervalSetsOf(event);
  for (let k = first; k < last; k++) if (isDayLimit(listItem(k)) && rawOf(listItem(k)) > 0) return true;
  return false;
}

function isDayLimit(set: i32): bool {
  return intervalField(set, abi.INTERVAL_PENALTY) == 0 && intervalField(set, abi.INTERVAL_KIND) == abi.INTERVAL_DAYS;
}

/** The days of lightest weight are cleared until those left and `kept` are no more than the limit. */
function blameOnDays(set: i32, kept: i32): i32 {
  let cost = 0;
  let block = blockTooMany(set, kept);
  while (block != 0) {
    cost += blameOn(set, block);
    // the list may be full
    block = (daysInUse(set) & block) == 0 ? blockTooMany(set, kept) : 0;
  }
  return cost;
}

/** The days that cost least to clear, apart from `kept`, when there are too many in use; else 0. */
function blockTooMany(set: i32, kept: i32): i32 {
  const unit = intervalField(set, abi.INTERVAL_UNIT);
  const days = daysInUse(set) | kept;
  let used = 0;
  let lightest = 0;
  let least = i32.MAX_VALUE;
  for (let start = 0; days >> start != 0; start += unit) {
    const block = blockFrom(start, unit);
    if ((days & block) == 0) continue;
    used++;
    if ((kept & block) != 0) continue;
    const weight = weightOn(set, block);
    if (weight >= least) continue;
    least = weight;
    lightest = block;
  }
  return used > intervalField(set, abi.INTERVAL_LIMIT) ? lightest : 0;
}

function blockFrom(start: i32, unit: i32): i32 {
  const end = min<i32>(abi.MOST_DAYS, start + unit);
  return ((1 << (end - start)) - 1) << start;
}

function daysOf(time: i32): i32 {
  return load<i32>(clockOf(time), abi.CLOCK_DAYS);
}

/** Days of those who have not been blamed. */
function daysInUse(set: i32): i32 {
  const first = intervalField(set, abi.INTERVAL_FIRST_EVENT);
  const last = first + intervalField(set, abi.INTERVAL_EVENT_COUNT);
  let days = 0;
  for (let k = first; k < last; k++) {
    const used = daysOf(timeOf(listItem(k)));
    if (used != 0 && !isBlamed(listItem(k))) days |= used;
  }
  return days;
}

function weightOn(set: i32, days: i32): i32 {
  const first = intervalField(set, abi.INTERVAL_FIRST_EVENT);
  const last = first + intervalField(set, abi.INTERVAL_EVENT_COUNT);
  let weight = 0;
  for (let k = first; k < last; k++) {
    const event = listItem(k);
    if ((daysOf(timeOf(event)) & days) != 0 && !isBlamed(event)) weight += eventWeight(event);
  }
  return weight;
}

function blameOn(set: i32, days: i32): i32 {
  const first = intervalField(set, abi.INTERVAL_FIRST_EVENT);
  const last = first + intervalField(set, abi.INTERVAL_EVENT_COUNT);
  let cost = 0;
  for (let k = first; k < last; k++) {
    const event = listItem(k);
    if ((daysOf(timeOf(event)) & days) != 0) cost += blame(event);
  }
  return cost;
}
