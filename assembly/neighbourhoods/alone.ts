import * as abi from '../abi/abi';
import { LINKED_PLACES, LINKED_POOL, LINKED_POOL_COUNT, LINKED_ROOM_SOFT, linkedProfileAt } from '../image/linked';
import { PLACE_BYTES, PLACE_OCCUPANTS, PLACE_SOFT } from '../image/linked-places';
import { SOFT_SHAPE_GAIN, setRecordOf, softOf } from '../image/linked-soft';
import { eventField, softTerms } from '../image/problem';
import { applyPlain } from '../solution/plain-solution';
import { LINKED_SHIFT, occupantsOf, STANDING_PROFILE, STANDING_ROOM, STANDING_TIME, standingOf } from '../state';
import { peekStaticMeasures } from '../terms/static-measures';
import { mostOfRooms } from './peek-short-chain';
import { roomsOfSet, softOfDays, softOfWeeks } from './plain-settled';
import { drawnEvent, drawnThreshold, drawnTime, mixed } from './screen';

/**
 * What `tryKempeChain` decides of an event that goes alone, for an entry that `screenSettled` marked ALONE: it meets
 * nobody there, so no hard rule changes and there is no chain to grow. What the time changes comes first, as that
 * refuses most before anybody looks for a room.
 */
export function proposeAlone(bits: u64): bool {
  const event = drawnEvent(bits);
  const standing = standingOf(event + 1);
  const place = load<u32>(standing, STANDING_PROFILE);
  const record = linkedProfileAt(0) + <usize>place;
  const to = drawnTime(record, bits);
  const from = load<i32>(standing, STANDING_TIME);
  if (from == to) return false;
  const threshold = drawnThreshold(mixed(bits));
  const held = load<i32>(standing, STANDING_ROOM);
  const isKept = occupantsOf(held, to) == 0;
  const gain = isKept ? 0 : mostOfRooms(event, place);
  const soft = softOf(place);
  let change = softOfWeeks(soft, -1, from, to);
  if ((softTerms & abi.TERMS_OF_MEASURES) != 0) {
    change += peekStaticMeasures(<i32>(place >> LINKED_SHIFT), -1, from, to, false);
  }
  if (change - gain - load<i32>(soft, SOFT_SHAPE_GAIN) > threshold) return false;
  change += softOfDays(soft, -1, from, to);
  if (change - gain > threshold) return false;
  let room = held;
  if (!isKept) {
    if (!findRoom(record, setRecordOf(event), held, to, -gain)) return false;
    change += foundChange;
    if (change > threshold) return false;
    room = foundRoom;
  }
  applyPlain(event, to, eventField(event, abi.EVENT_FIRST_GENE), room, change);
  return true;
}

let foundRoom: i32 = -1;
/** Soft change of what rooms cost the event and its class. */
let foundChange: i32 = 0;

/** The first of the cheapest rooms that are free at `to`; `least` is what none is below. False when all are taken. */
function findRoom(record: usize, set: usize, held: i32, to: i32, least: i32): bool {
  const now = load<i32>(load<usize>(record, LINKED_ROOM_SOFT) + ((<usize>held) << 2));
  const count = load<u32>(record, LINKED_POOL_COUNT);
  let pool = load<usize>(record, LINKED_POOL);
  let place = load<usize>(record, LINKED_PLACES);
  const end = place + <usize>count * PLACE_BYTES;
  foundChange = i32.MAX_VALUE;
  for (; place < end; place += PLACE_BYTES, pool += 4) {
    if (load<u32>(load<usize>(place, PLACE_OCCUPANTS) + ((<usize>to) << 2)) != 0) continue;
    const room = load<i32>(pool);
    const change = load<i32>(place, PLACE_SOFT) - now + roomsOfSet(set, held, room);
    if (change >= foundChange) continue;
    foundChange = change;
    foundRoom = room;
    if (change <= least) break;
  }
  return foundChange != i32.MAX_VALUE;
}
