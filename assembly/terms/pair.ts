import * as abi from '../abi';
import { eventField, firstRoom, nobody, nowhere, pairField, pairRows, roomCount, rowAt, timeCount } from '../problem';
import { pairRowOf, timeOf } from '../state';
import { firstRoomOf, misses } from './travel';

/**
 * Where events have many partners (students in common), asking all of them about every proposal would take most of the
 * time. Then each event has a row with the sum of its soft pairs over times at any time, given where the partners are:
 * a proposal reads two entries, and an accepted move changes the rows of the partners.
 */

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
 * Change of all pairs of one level when `event` goes to time `to` and first room `room`; pairs with `except` are left
 * out (a swap counts them once, see `peekPairsBetween`).
 */
export function peekPairs(event: i32, to: i32, room: i32, hard: i32, except: i32): i32 {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const count = eventField(event, abi.EVENT_PAIR_COUNT);
  const from = timeOf(event);
  const held = firstRoomOf(event);
  const inRow = rowPairCount(event);
  let change = 0;
  if (inRow != 0 && hard == 0) {
    const row = pairRowOf(event);
    change = load<i32>(row + ((<usize>to) << 2)) - load<i32>(row + ((<usize>from) << 2));
    if (except >= 0) change -= rowPairsBetween(event, from, to, except, timeOf(except), timeOf(except));
  }
  for (let pair = first + inRow; pair < first + count; pair++) {
    if ((pairField(pair, abi.PAIR_FLAGS) & abi.PAIR_HARD) != hard) continue;
    const other = pairField(pair, abi.PAIR_OTHER);
    if (other == except) continue;
    const otherTime = timeOf(other);
    const otherRoom = firstRoomOf(other);
    change += pairCost(pair, to, room, otherTime, otherRoom) - pairCost(pair, from, held, otherTime, otherRoom);
  }
  return change;
}

/** Change of the pairs between two events that both move. */
export function peekPairsBetween(
  event: i32,
  to: i32,
  room: i32,
  other: i32,
  otherTo: i32,
  otherRoom: i32,
  hard: i32,
): i32 {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const count = eventField(event, abi.EVENT_PAIR_COUNT);
  const inRow = rowPairCount(event);
  let change = 0;
  if (inRow != 0 && hard == 0) change = rowPairsBetween(event, timeOf(event), to, other, timeOf(other), otherTo);
  for (let pair = first + inRow; pair < first + count; pair++) {
    if (pairField(pair, abi.PAIR_OTHER) != other || (pairField(pair, abi.PAIR_FLAGS) & abi.PAIR_HARD) != hard) continue;
    change +=
      pairCost(pair, to, room, otherTo, otherRoom) -
      pairCost(pair, timeOf(event), firstRoomOf(event), timeOf(other), firstRoomOf(other));
  }
  return change;
}

/** What the pairs of the event's row cost at a time; the event may not move the partners along. */
export function rowPairsAt(event: i32, time: i32): i32 {
  return pairRows ? load<i32>(pairRowOf(event) + ((<usize>time) << 2)) : 0;
}

/** Pairs that the event's row is about: its first ones, by ascending partner. */
function rowPairCount(event: i32): i32 {
  return pairRows ? eventField(event, abi.EVENT_ROW_PAIR_COUNT) : 0;
}

/** Change of the pairs of the row with one partner, when that goes from `otherFrom` to `otherTo`. */
function rowPairsBetween(event: i32, from: i32, to: i32, other: i32, otherFrom: i32, otherTo: i32): i32 {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const end = first + rowPairCount(event);
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairField(middle, abi.PAIR_OTHER) < other) low = middle + 1;
    else high = middle;
  }
  let change = 0;
  for (let pair = low; pair < end && pairField(pair, abi.PAIR_OTHER) == other; pair++) {
    change += pairCost(pair, to, -1, otherTo, -1) - pairCost(pair, from, -1, otherFrom, -1);
  }
  return change;
}

/** Brings the rows of the partners up to date when the event goes to another time. */
export function applyPairRows(event: i32, from: i32, to: i32): void {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const last = first + rowPairCount(event);
  for (let pair = first; pair < last; pair++) {
    if (from != nowhere) addToRow(pair, from, -1);
    if (to != nowhere) addToRow(pair, to, 1);
  }
}

/** Adds what the pair costs its partner, by the partner's time, while the event is at `time`. */
function addToRow(pair: i32, time: i32, sign: i32): void {
  const row = pairRowOf(pairField(pair, abi.PAIR_OTHER));
  const weight = sign * pairField(pair, abi.PAIR_WEIGHT);
  const starts = rowAt(pairField(pair, abi.PAIR_TABLE)) + ((<usize>(timeCount * timeCount)) << 2);
  const list = (pairField(pair, abi.PAIR_FLAGS) & abi.PAIR_REVERSED) != 0 ? timeCount + time : time;
  const entries = starts + ((<usize>(2 * timeCount + 1)) << 2);
  const end = load<i32>(starts + ((<usize>(list + 1)) << 2));
  for (let k = load<i32>(starts + ((<usize>list) << 2)); k < end; k++) {
    const entry = entries + ((<usize>k) << 3);
    const at = row + ((<usize>load<i32>(entry)) << 2);
    store<i32>(at, load<i32>(at) + weight * load<i32>(entry, 4));
  }
}
