import * as abi from '../abi';
import { eventField, firstRoom, nobody, nowhere, pairField, roomCount, rowAt, timeCount } from '../problem';
import { geneOf, timeOf } from '../state';

/**
 * Pair relation: a table over two meeting times (or two rooms) and the list of pairs it holds for, weighted.
 * `room` is the first room as a resource, -1 when the event needs none.
 */
export function pairCost(pair: i32, time: i32, room: i32, otherTime: i32, otherRoom: i32): i32 {
  if (time == nowhere || otherTime == nowhere) return 0;
  const flags = pairField(pair, abi.PAIR_FLAGS);
  const table = rowAt(pairField(pair, abi.PAIR_TABLE));
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

export function firstRoomOf(event: i32): i32 {
  const gene = eventField(event, abi.EVENT_ROOM_GENE);
  return gene < 0 ? -1 : geneOf(gene);
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
  let change = 0;
  for (let pair = first; pair < first + count; pair++) {
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
  let change = 0;
  for (let pair = first; pair < first + count; pair++) {
    if (pairField(pair, abi.PAIR_OTHER) != other || (pairField(pair, abi.PAIR_FLAGS) & abi.PAIR_HARD) != hard) continue;
    change +=
      pairCost(pair, to, room, otherTo, otherRoom) -
      pairCost(pair, timeOf(event), firstRoomOf(event), timeOf(other), firstRoomOf(other));
  }
  return change;
}
