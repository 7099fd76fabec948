import * as abi from '../abi/abi';
import {
  eventField,
  firstRoom,
  itemAt,
  nobody,
  nowhere,
  pairField,
  pairRows,
  roomCount,
  rowAt,
  timeCount,
} from '../image/problem';
import { timeOf } from '../state';
import { rowPairsChange, rowPairsOfSwap } from './pair-rows';
import { firstRoomOf, misses } from './travel';

/**
 * Pair relation: a table over two meeting times (or two rooms, or times and the way between rooms) and the list of pairs it holds for, weighted.
 * `room` is the first room as a resource, -1 when the event needs none.
 */
export function pairCost(pair: i32, time: i32, room: i32, otherTime: i32, otherRoom: i32): i32 {
  if (time == nowhere || otherTime == nowhere) return 0;
  const flags = pairField(pair, abi.PAIR_FLAGS);
  const table = rowAt(pairField(pair, abi.PAIR_TABLE));
  if ((flags & abi.PAIR_TRAVEL) != 0) {
    return misses(table + <usize>(time * timeCount), room, otherTime, otherRoom) * pairField(pair, abi.PAIR_WEIGHT);
  }
  let mine = time;
  let theirs = otherTime;
  let size = timeCount;
  if ((flags & abi.PAIR_OVER_ROOMS) != 0) {
    if (room < 0 || otherRoom < 0 || room == nobody || otherRoom == nobody) return 0;
    mine = room - firstRoom;
    theirs = otherRoom - firstRoom;
    size = roomCount;
  }
  const position = (flags & abi.PAIR_REVERSED) != 0 ? theirs * size + mine : mine * size + theirs;
  return load<i32>(table + ((<usize>position) << 2)) * pairField(pair, abi.PAIR_WEIGHT);
}

/**
 * Change of all pairs of one level when `event` goes to time `to` and first room `room`; with `except` ≥ 0, the
 * other event of a swap, without what `peekPairsOfSwap` counts: the pairs of the two, and all that rows are about.
 */
export function peekPairs(event: i32, to: i32, room: i32, hard: i32, except: i32): i32 {
  const from = timeOf(event);
  let change = 0;
  if (pairRows && hard == 0 && except < 0) change = rowPairsChange(event, from, to);
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const last = first + eventField(event, abi.EVENT_PAIR_COUNT);
  if (first == last) return change;
  const held = firstRoomOf(event);
  if (from == to && room == held) return change;
  const isPlaced = from != nowhere && to != nowhere;
  for (let pair = first; pair < last; pair++) {
    const flags = pairField(pair, abi.PAIR_FLAGS);
    if ((flags & abi.PAIR_HARD) != hard) {
      // the hard ones come first
      if (hard != 0) break;
      continue;
    }
    const other = pairField(pair, abi.PAIR_OTHER);
    if (other == except) continue;
    const otherTime = timeOf(other);
    if (isPlaced && (flags & (abi.PAIR_OVER_ROOMS | abi.PAIR_TRAVEL)) == 0) {
      if (otherTime != nowhere) change += timesChange(pair, flags, from, to, otherTime);
      continue;
    }
    const otherRoom = firstRoomOf(other);
    change += pairCost(pair, to, room, otherTime, otherRoom) - pairCost(pair, from, held, otherTime, otherRoom);
  }
  return change;
}

/** Change of a pair over times whose events all have one. */
function timesChange(pair: i32, flags: i32, from: i32, to: i32, otherTime: i32): i32 {
  const isReversed = (flags & abi.PAIR_REVERSED) != 0;
  const base = pairField(pair, abi.PAIR_TABLE) + ((isReversed ? otherTime * timeCount : otherTime) << 2);
  const stride = isReversed ? 1 : timeCount;
  return (itemAt(base, to * stride) - itemAt(base, from * stride)) * pairField(pair, abi.PAIR_WEIGHT);
}

/** Change of the pairs between the two events of a swap, and of all pairs of both that rows are about. */
export function peekPairsOfSwap(
  event: i32,
  to: i32,
  room: i32,
  other: i32,
  otherTo: i32,
  otherRoom: i32,
  hard: i32,
): i32 {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const last = first + eventField(event, abi.EVENT_PAIR_COUNT);
  let change = 0;
  if (pairRows && hard == 0) change = rowPairsOfSwap(event, timeOf(event), other, timeOf(other));
  for (let pair = first; pair < last; pair++) {
    if (pairField(pair, abi.PAIR_OTHER) != other || (pairField(pair, abi.PAIR_FLAGS) & abi.PAIR_HARD) != hard) continue;
    change +=
      pairCost(pair, to, room, otherTo, otherRoom) -
      pairCost(pair, timeOf(event), firstRoomOf(event), timeOf(other), firstRoomOf(other));
  }
  return change;
}
