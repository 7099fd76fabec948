import * as abi from '../abi/abi';
import { occupantAt } from '../state';
import {
  hasEveryRoom,
  LINKED_PLACES,
  LINKED_POOL,
  LINKED_POOL_COUNT,
  LINKED_ROOM_SOFT,
  LINKED_TIME_COUNT,
  linkedProfileAt,
} from './linked';
import { cellStride, profileCount, screenRecordAt } from './problem';

/**
 * For each entry of a plain profile's pool: where the names of the room's occupants are, by cell, and what the room costs
 * the profile. So the screening asks for both at once, and does not have to know the room itself. Profiles with the
 * same pool and costs share them. Derived like the linked records, and no part of the state.
 */
const PLACE_SHIFT: usize = 3;
export const PLACE_BYTES: usize = 1 << PLACE_SHIFT;
export const PLACE_OCCUPANTS: usize = 0;
export const PLACE_SOFT: usize = 4;

/** More than this is not worth its memory: the screening then looks up rooms one by one. */
const MOST_BYTES: usize = 1 << 22;
/** So many profiles before it are asked whether they have the same pool. */
const LOOK_BACK: i32 = 256;

/** Bytes that `linkPlaces` needs, 0 when it would not be worth them. */
export function placesBytes(): usize {
  let bytes: usize = 0;
  for (let profile = 0; profile < profileCount; profile++) {
    const record = screenRecordAt(profile);
    if (load<i32>(record, abi.SCREEN_TIME_COUNT) == 0) continue;
    if (!hasEveryRoom(profile)) return 0;
    bytes += (<usize>load<i32>(record, abi.SCREEN_POOL_COUNT)) << PLACE_SHIFT;
  }
  return bytes > MOST_BYTES ? 0 : bytes;
}

/** After the linked records, which it completes. */
export function linkPlaces(at: usize): void {
  let end = at;
  for (let profile = 0; profile < profileCount; profile++) {
    const record = linkedProfileAt(profile);
    if (load<i32>(record, LINKED_TIME_COUNT) == 0) continue;
    const shared = placesLike(profile);
    store<usize>(record, shared == 0 ? end : shared, LINKED_PLACES);
    if (shared == 0) end = writePlaces(record, end);
  }
}

/** The places of an earlier profile with the same pool and costs, or 0. */
function placesLike(profile: i32): usize {
  const record = linkedProfileAt(profile);
  const pool = load<usize>(record, LINKED_POOL);
  const count = load<i32>(record, LINKED_POOL_COUNT);
  const costs = load<usize>(record, LINKED_ROOM_SOFT);
  for (let k = profile - 1; k >= max(0, profile - LOOK_BACK); k--) {
    const other = linkedProfileAt(k);
    if (
      load<i32>(other, LINKED_TIME_COUNT) != 0 &&
      load<usize>(other, LINKED_POOL) == pool &&
      load<i32>(other, LINKED_POOL_COUNT) == count &&
      load<usize>(other, LINKED_ROOM_SOFT) == costs
    ) {
      return load<usize>(other, LINKED_PLACES);
    }
  }
  return 0;
}

function writePlaces(record: usize, at: usize): usize {
  const pool = load<usize>(record, LINKED_POOL);
  const costs = load<usize>(record, LINKED_ROOM_SOFT);
  const count = load<i32>(record, LINKED_POOL_COUNT);
  for (let k = 0; k < count; k++) {
    const room = load<i32>(pool + ((<usize>k) << 2));
    const place = at + ((<usize>k) << PLACE_SHIFT);
    store<usize>(place, occupantAt + ((<usize>(room * cellStride)) << 2), PLACE_OCCUPANTS);
    store<i32>(place, load<i32>(costs + ((<usize>room) << 2)), PLACE_SOFT);
  }
  return at + ((<usize>count) << PLACE_SHIFT);
}
