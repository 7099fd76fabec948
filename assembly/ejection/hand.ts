import * as abi from '../abi/abi';
import { itemAt, nowhere, profileField, profileOf } from '../image/problem';
import { randomBelow, scaled } from '../random';
import { timeOf } from '../state';
import { costOfPlacing, TOO_MUCH } from './candidate';
import { UNARY_COST } from './culprits';
import { beginDebts } from './debt';
import { isPlaceable } from './guilt';
import { addWaiting, isTabu, stopWaiting } from './state';
import { tieCount, tiedTime, tiedTo } from './ties';

/**
 * Events that are placed together: one that waits, and those that wait and are tied to it, or to these. One by one, each
 * but the first would have a single time to go to, where others are in the way. Scratch, no part of the state.
 */

const MOST_IN_HAND: i32 = 32;
/** By position: the event, the position of the one that it is tied to, and the tie. */
const handAt: usize = memory.data(32 * 12, 16);
let count: i32 = 0;

/** Candidate times of the first one that are looked at, and what all of them cost there. */
const MOST_TIMES: i32 = 128;
const costsAt: usize = memory.data(128 * 4, 16);
const MOST_COST: i32 = 16 * UNARY_COST;

/** Takes the event, which waits, and those that go with it; how many they are. */
export function takeInHand(event: i32): i32 {
  count = 1;
  store<i32>(handAt, event);
  for (let k = 0; k < count; k++) {
    const member = inHand(k);
    const ties = tieCount(member);
    for (let tie = 0; tie < ties && count < MOST_IN_HAND; tie++) {
      const other = tiedTo(member, tie);
      if (timeOf(other) != nowhere || isInHand(other) || !isPlaceable(other)) continue;
      const at = handAt + <usize>(count * 12);
      store<i32>(at, other);
      store<i32>(at, k, 4);
      store<i32>(at, tie, 8);
      count++;
    }
  }
  return count;
}

export function inHand(position: i32): i32 {
  return load<i32>(handAt + <usize>(position * 12));
}

function isInHand(event: i32): bool {
  for (let k = 0; k < count; k++) if (inHand(k) == event) return true;
  return false;
}

/** Where the one at a position goes when the first goes to `to`; `nowhere` when there is no such time. */
export function timeInHand(position: i32, to: i32): i32 {
  if (position == 0) return to;
  const at = handAt + <usize>(position * 12);
  const before = load<i32>(at, 4);
  const time = timeInHand(before, to);
  return time == nowhere ? nowhere : tiedTime(inHand(before), load<i32>(at, 8), time);
}

function costAt(position: i32): usize {
  return costsAt + ((<usize>position) << 2);
}

/** Leaves what it costs to place all of them at each of `tries` times of the first, from the `start`-th on. */
export function weighHand(start: i32, tries: i32, bits: u32): i32 {
  const profile = profileOf(inHand(0));
  const times = profileField(profile, abi.PROFILE_TIMES);
  const timesOfFirst = profileField(profile, abi.PROFILE_TIME_COUNT);
  let looked = 0;
  memory.fill(costsAt, 0, tries << 2);
  for (let member = 0; member < count; member++) {
    const event = inHand(member);
    stopWaiting(event);
    beginDebts(event);
    for (let k = 0; k < tries; k++) {
      const before = load<i32>(costAt(k));
      if (before >= UNARY_COST) continue;
      const to = timeInHand(member, itemAt(times, (start + k) % timesOfFirst));
      looked++;
      const cost = to == nowhere ? MOST_COST : min<i32>(MOST_COST, costOfPlacing(event, to, TOO_MUCH, bits));
      store<i32>(costAt(k), before + cost);
    }
    addWaiting(event);
  }
  return looked;
}

export function costOfHand(position: i32): i32 {
  return load<i32>(costAt(position));
}

let chosen: i32 = 0;

/** The time of the first that was found by `findTimeOfHand`. */
export function timeOfHand(): i32 {
  return chosen;
}

/** Finds the cheapest time of the first that is not forbidden; how many were looked at. */
export function findTimeOfHand(random: u64, noise: i32): i32 {
  const event = inHand(0);
  const profile = profileOf(event);
  const timesOfFirst = profileField(profile, abi.PROFILE_TIME_COUNT);
  const times = profileField(profile, abi.PROFILE_TIMES);
  const start = scaled(<u32>(random >> 32), timesOfFirst);
  const tries = min<i32>(MOST_TIMES, timesOfFirst);
  const looked = weighHand(start, tries, <u32>random);
  let best = TOO_MUCH;
  let ties = 0;
  chosen = itemAt(times, start);
  for (let k = 0; k < tries; k++) {
    let cost = costOfHand(k);
    if (noise > 0 && cost > 0 && cost < UNARY_COST) cost += <i32>((<i64>cost * <i64>randomBelow(noise)) / <i64>noise);
    const to = itemAt(times, (start + k) % timesOfFirst);
    if (cost > best || (cost > 0 && isTabu(event, to))) continue;
    ties = cost < best ? 1 : ties + 1;
    if (ties > 1 && randomBelow(ties) != 0) continue;
    best = cost;
    chosen = to;
  }
  return looked;
}
