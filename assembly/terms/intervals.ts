import * as abi from '../abi/abi';
import {
  calendarWeekClasses,
  clockOf,
  firstIntervalSet,
  intervalField,
  intervalSetCount,
  intervalSetsOf,
  weeksIn,
} from '../image/clock';
import { listItem } from '../image/problem';
import { intervalAt, timeOf } from '../state';

/**
 * Rules on the hours of a set of events by the clock: days in use, load, breaks and blocks. They are rare, so they are
 * counted again for the days of the week that a move touches; what is counted over all weeks is kept for each set.
 */

/** Scratch, no part of the state: the events of a set on one day, by their start. */
const ENTRY_BYTES: usize = 16;
const ENTRY_START: usize = 0;
const ENTRY_END: usize = 4;
const ENTRY_WEEKS: usize = 8;
const entriesAt: usize = memory.data(abi.MOST_INTERVALS * 16, 16);

/** What the set counts over all weeks, beyond its limit. */
export function rawOf(set: i32): i32 {
  return load<i32>(intervalAt + ((<usize>set) << 2));
}

/** Change of the cost of one level when `event` goes to `to`, and `partner` (-1: nobody) to `partnerTo`. */
export function peekIntervals(event: i32, to: i32, partner: i32, partnerTo: i32, hard: bool): i32 {
  if (intervalSetCount == 0) return 0;
  let change = peekSets(event, -1, event, to, partner, partnerTo, hard);
  if (partner >= 0) change += peekSets(partner, event, event, to, partner, partnerTo, hard);
  return change;
}

/** Sets of `member` that `counted` (-1: nobody) does not have. */
function peekSets(member: i32, counted: i32, event: i32, to: i32, partner: i32, partnerTo: i32, hard: bool): i32 {
  const first = firstIntervalSet(member);
  const last = first + intervalSetsOf(member);
  let change = 0;
  for (let k = first; k < last; k++) {
    const set = listItem(k);
    if ((intervalField(set, abi.INTERVAL_PENALTY) == 0) != hard) continue;
    if (counted >= 0 && hasSet(counted, set)) continue;
    const raw = rawOf(set);
    const after = raw + rawChange(set, event, to, partner, partnerTo);
    change += costOf(set, after) - costOf(set, raw);
  }
  return change;
}

function hasSet(event: i32, set: i32): bool {
  const first = firstIntervalSet(event);
  const last = first + intervalSetsOf(event);
  for (let k = first; k < last; k++) if (listItem(k) == set) return true;
  return false;
}

/** The raw sum is multiplied by the penalty, then divided; a hard one is rounded up. */
function costOf(set: i32, raw: i32): i32 {
  const penalty = intervalField(set, abi.INTERVAL_PENALTY);
  const divisor = intervalField(set, abi.INTERVAL_DIVISOR);
  const amount = penalty == 0 ? (raw + divisor - 1) / divisor : (penalty * raw) / divisor;
  return amount * intervalField(set, abi.INTERVAL_WEIGHT);
}

/** Brings the raw sums up to date; before the event's time changes. */
export function applyIntervals(event: i32, to: i32): void {
  if (intervalSetCount == 0) return;
  const first = firstIntervalSet(event);
  const last = first + intervalSetsOf(event);
  for (let k = first; k < last; k++) {
    const set = listItem(k);
    store<i32>(intervalAt + ((<usize>set) << 2), rawOf(set) + rawChange(set, event, to, -1, -1));
  }
}

function daysOf(time: i32): i32 {
  return load<i32>(clockOf(time), abi.CLOCK_DAYS);
}

function rawChange(set: i32, event: i32, to: i32, partner: i32, partnerTo: i32): i32 {
  const from = timeOf(event);
  if (intervalField(set, abi.INTERVAL_KIND) == abi.INTERVAL_DAYS) {
    return daysOver(set, event, to, partner, partnerTo) - daysOver(set, event, from, -1, -1);
  }
  let days = daysOf(from) | daysOf(to);
  if (partner >= 0) days |= daysOf(timeOf(partner)) | daysOf(partnerTo);
  let change = 0;
  for (let day = 0; days >> day != 0; day++) {
    if (((days >> day) & 1) == 0) continue;
    change += rawOfDay(set, gather(set, 1 << day, event, to, partner, partnerTo));
    change -= rawOfDay(set, gather(set, 1 << day, event, from, -1, -1));
  }
  return change;
}

function timeAfter(member: i32, event: i32, to: i32, partner: i32, partnerTo: i32): i32 {
  return member == event ? to : member == partner ? partnerTo : timeOf(member);
}

function daysOver(set: i32, event: i32, to: i32, partner: i32, partnerTo: i32): i32 {
  const first = intervalField(set, abi.INTERVAL_FIRST_EVENT);
  const last = first + intervalField(set, abi.INTERVAL_EVENT_COUNT);
  let days = 0;
  for (let k = first; k < last; k++) days |= daysOf(timeAfter(listItem(k), event, to, partner, partnerTo));
  return max<i32>(0, blocksIn(days, intervalField(set, abi.INTERVAL_UNIT)) - intervalField(set, abi.INTERVAL_LIMIT));
}

/** Days in a set of days, every `unit` days of the week counting as one. */
function blocksIn(days: i32, unit: i32): i32 {
  if (unit == 1) return popcnt<i32>(days);
  let blocks = 0;
  while (days != 0) {
    // The first day left, then the last one of its block.
    const next = (ctz<i32>(days) / unit + 1) * unit;
    blocks++;
    if (next > 30) break;
    days = (days >>> next) << next;
  }
  return blocks;
}

/** Events of the set that meet on the day, sorted by start; returns the end of the list. */
function gather(set: i32, dayBit: i32, event: i32, to: i32, partner: i32, partnerTo: i32): usize {
  const first = intervalField(set, abi.INTERVAL_FIRST_EVENT);
  const last = first + intervalField(set, abi.INTERVAL_EVENT_COUNT);
  let end = entriesAt;
  for (let k = first; k < last; k++) {
    const hours = clockOf(timeAfter(listItem(k), event, to, partner, partnerTo));
    if ((load<i32>(hours, abi.CLOCK_DAYS) & dayBit) == 0) continue;
    const start = load<i32>(hours, abi.CLOCK_START);
    let at = end;
    while (at > entriesAt && load<i32>(at - ENTRY_BYTES, ENTRY_START) > start) {
      memory.copy(at, at - ENTRY_BYTES, ENTRY_BYTES);
      at -= ENTRY_BYTES;
    }
    store<i32>(at, start, ENTRY_START);
    store<i32>(at, load<i32>(hours, abi.CLOCK_END), ENTRY_END);
    store<u64>(at, load<u64>(hours, abi.CLOCK_WEEK_CLASSES), ENTRY_WEEKS);
    end += ENTRY_BYTES;
  }
  return end;
}

/** What the gathered events count, over all weeks. */
function rawOfDay(set: i32, end: usize): i32 {
  if (end == entriesAt) return 0;
  const isLoad = intervalField(set, abi.INTERVAL_KIND) == abi.INTERVAL_LOAD;
  const classes = calendarWeekClasses();
  let raw = 0;
  for (let weekClass = 0; weekClass < classes; weekClass++) {
    const bit = (<u64>1) << weekClass;
    raw += weeksIn(weekClass) * (isLoad ? loadOver(set, end, bit) : blocksOver(set, end, bit));
  }
  return raw;
}

function loadOver(set: i32, end: usize, weekBit: u64): i32 {
  let minutes = 0;
  for (let at = entriesAt; at < end; at += ENTRY_BYTES) {
    if ((load<u64>(at, ENTRY_WEEKS) & weekBit) == 0) continue;
    minutes += load<i32>(at, ENTRY_END) - load<i32>(at, ENTRY_START);
  }
  const unit = intervalField(set, abi.INTERVAL_UNIT);
  return max<i32>(0, minutes / unit - intervalField(set, abi.INTERVAL_LIMIT) / unit);
}

/** Blocks beyond the limit + 1, or blocks of several events that are longer than the limit. */
function blocksOver(set: i32, end: usize, weekBit: u64): i32 {
  const gap = intervalField(set, abi.INTERVAL_GAP);
  const limit = intervalField(set, abi.INTERVAL_LIMIT);
  let blocks = 0;
  let long = 0;
  let events = 0;
  let blockStart = 0;
  let blockEnd = 0;
  for (let at = entriesAt; at < end; at += ENTRY_BYTES) {
    if ((load<u64>(at, ENTRY_WEEKS) & weekBit) == 0) continue;
    const start = load<i32>(at, ENTRY_START);
    const stop = load<i32>(at, ENTRY_END);
    if (events > 0 && blockEnd + gap >= start) {
      blockEnd = max<i32>(blockEnd, stop);
      events++;
      continue;
    }
    if (events > 1 && blockEnd - blockStart > limit) long++;
    blocks++;
    blockStart = start;
    blockEnd = stop;
    events = 1;
  }
  if (events > 1 && blockEnd - blockStart > limit) long++;
  return intervalField(set, abi.INTERVAL_KIND) == abi.INTERVAL_BREAKS ? max<i32>(0, blocks - limit - 1) : long;
}
