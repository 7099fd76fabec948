import * as abi from '../abi/abi';
import { isOutOfMemory, reserve } from '../image/derived-memory';
import {
  eventCount,
  eventField,
  hardTerms,
  itemAt,
  longDays,
  nowhere,
  pairField,
  profileField,
  profileOf,
  timeCount,
} from '../image/problem';
import { timeOf } from '../state';
import { pairCost } from '../terms/pair';
import { eventWeight } from './state';

/**
 * Ties: hard rules on pairs that leave an event one time, at most, wherever the other one is: two that begin together, or
 * follow one another. Derived when an image is opened, outside the mutable region.
 */

/** First tie of each event, and the end. */
let firstAt: usize = 0;
/** Ties: the other event, and where its times are, by the times of the one. */
let tiesAt: usize = 0;
let hasTies: bool = false;
let ties: i32 = 0;

/** What it costs to send the event away, with those that are tied to it. */
export function weightWithTied(event: i32): i32 {
  let weight = eventWeight(event);
  const count = tieCount(event);
  for (let tie = 0; tie < count; tie++) {
    const other = tiedTo(event, tie);
    if (timeOf(other) != nowhere) weight += eventWeight(other);
  }
  return weight;
}

/** Relations of hard pairs over times that two events have. */
const TIED: i32 = abi.PAIR_HARD | abi.PAIR_OVER_ROOMS | abi.PAIR_TRAVEL;

/** False when there is no memory for them. */
export function openTies(): bool {
  hasTies = false;
  ties = 0;
  if ((hardTerms & abi.TERM_PAIRS) == 0 || longDays) return true;
  let most = 0;
  for (let event = 0; event < eventCount; event++) most += eventField(event, abi.EVENT_PAIR_COUNT);
  firstAt = reserve((eventCount + 1) << 2);
  tiesAt = reserve(most << 3);
  if (isOutOfMemory()) return false;
  for (let event = 0; event < eventCount; event++) {
    store<i32>(firstAt + ((<usize>event) << 2), ties);
    if (!addTies(event)) return false;
  }
  store<i32>(firstAt + ((<usize>eventCount) << 2), ties);
  hasTies = ties > 0;
  return true;
}

export function tieCount(event: i32): i32 {
  if (!hasTies) return 0;
  const at = firstAt + ((<usize>event) << 2);
  return load<i32>(at, 4) - load<i32>(at);
}

function tieAt(event: i32, position: i32): usize {
  return tiesAt + ((<usize>(load<i32>(firstAt + ((<usize>event) << 2)) + position)) << 3);
}

/** The other event of a tie. */
export function tiedTo(event: i32, position: i32): i32 {
  return load<i32>(tieAt(event, position));
}

/** The only time of the other event when this one is at `time`; `nowhere` when it has none. */
export function tiedTime(event: i32, position: i32, time: i32): i32 {
  return <i32>load<u16>(<usize>load<u32>(tieAt(event, position), 4) + ((<usize>time) << 1));
}

function addTies(event: i32): bool {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const last = first + eventField(event, abi.EVENT_PAIR_COUNT);
  const begin = ties;
  for (let pair = first; pair < last; pair++) {
    const other = pairField(pair, abi.PAIR_OTHER);
    if ((pairField(pair, abi.PAIR_FLAGS) & TIED) != abi.PAIR_HARD || isTied(begin, other)) continue;
    if (!bindsTo(event, other)) continue;
    const map = makeMap(event, other);
    if (map == 0) return false;
    const at = tiesAt + ((<usize>ties) << 3);
    store<i32>(at, other);
    store<u32>(at, <u32>map, 4);
    ties++;
  }
  return true;
}

function isTied(begin: i32, other: i32): bool {
  for (let tie = begin; tie < ties; tie++) if (load<i32>(tiesAt + ((<usize>tie) << 3)) == other) return true;
  return false;
}

/** True when each time of the event leaves the other one time at most, and some of them one. */
function bindsTo(event: i32, other: i32): bool {
  const profile = profileOf(event);
  const count = profileField(profile, abi.PROFILE_TIME_COUNT);
  const times = profileField(profile, abi.PROFILE_TIMES);
  if (count < 2 || profileField(profileOf(other), abi.PROFILE_TIME_COUNT) < 2) return false;
  let isUsed = false;
  for (let k = 0; k < count; k++) {
    const only = onlyTime(event, other, itemAt(times, k));
    if (only == SEVERAL) return false;
    if (only != nowhere) isUsed = true;
  }
  return isUsed;
}

const SEVERAL: i32 = -1;

function onlyTime(event: i32, other: i32, time: i32): i32 {
  const profile = profileOf(other);
  const count = profileField(profile, abi.PROFILE_TIME_COUNT);
  const times = profileField(profile, abi.PROFILE_TIMES);
  let only = nowhere;
  for (let k = 0; k < count; k++) {
    const candidate = itemAt(times, k);
    if (!goTogether(event, other, time, candidate)) continue;
    if (only != nowhere) return SEVERAL;
    only = candidate;
  }
  return only;
}

function goTogether(event: i32, other: i32, time: i32, otherTime: i32): bool {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const last = first + eventField(event, abi.EVENT_PAIR_COUNT);
  for (let pair = first; pair < last; pair++) {
    if (pairField(pair, abi.PAIR_OTHER) != other || (pairField(pair, abi.PAIR_FLAGS) & TIED) != abi.PAIR_HARD) continue;
    if (pairCost(pair, time, -1, otherTime, -1) != 0) return false;
  }
  return true;
}

function makeMap(event: i32, other: i32): usize {
  const map = reserve(timeCount << 1);
  if (isOutOfMemory()) return 0;
  for (let time = 0; time < timeCount; time++) store<u16>(map + ((<usize>time) << 1), <u16>nowhere);
  const profile = profileOf(event);
  const count = profileField(profile, abi.PROFILE_TIME_COUNT);
  const times = profileField(profile, abi.PROFILE_TIMES);
  for (let k = 0; k < count; k++) {
    const time = itemAt(times, k);
    store<u16>(map + ((<usize>time) << 1), <u16>onlyTime(event, other, time));
  }
  return map;
}
