import * as abi from '../abi/abi';
import {
  CHANGE_BYTES,
  CHANGE_COUNT,
  CHANGE_EVENT_COUNT,
  CHANGE_FIRST_EVENT,
  CHANGE_HARD,
  CHANGE_LIMIT,
  CHANGE_PLACES,
  CHANGE_RESOURCE,
  CHANGES_TOO_SHORT,
  HEADER_CHANGE_SETS,
  SECTION_CHANGE_SETS,
  SECTION_CHANGE_SLOTS,
  SECTION_CHANGES_OF,
} from '../abi/changes';
import { clockOf } from '../image/clock';
import { firstRoom, headerWord, listItem, nobody, nowhere, profileHas, profileOf, rowAt } from '../image/problem';
import { timeOf } from '../state';
import { peekRoomChanges } from '../terms/room-changes';
import { firstRoomOf } from '../terms/travel';
import { blame, isBlamed } from './culprits';

/**
 * Who has to leave so that people have the time to get to an event: those in another building (or room) who end too late before
 * it, or begin too soon after it. Limits of changes have a price.
 */

/** A change over a limit: who leaves to mend it is found out at the end. */
const CHANGE_COST: i32 = 64;

/** What it costs that the event is in the room then; those in the way join the list. */
export function blameStays(event: i32, to: i32, gene: i32, room: i32): i32 {
  if (headerWord(HEADER_CHANGE_SETS) == 0) return 0;
  const at = rowAt(headerWord(SECTION_CHANGES_OF)) + ((<usize>event) << 3);
  const first = load<i32>(at);
  const last = first + load<i32>(at, 4);
  let cost = 0;
  let isPriced = false;
  for (let k = first; k < last; k++) {
    const set = rowAt(headerWord(SECTION_CHANGE_SETS)) + <usize>(listItem(k) * CHANGE_BYTES);
    if (load<i32>(set, CHANGE_HARD) == 0) continue;
    const isShort = load<i32>(set, CHANGE_COUNT) == CHANGES_TOO_SHORT;
    if (isShort && profileHas(profileOf(event), load<i32>(set, CHANGE_RESOURCE)))
      cost += blameNear(set, event, to, room);
    else isPriced = true;
  }
  if (isPriced) cost += max<i32>(0, peekRoomChanges(event, to, gene, room, -1, 0, true)) * CHANGE_COST;
  return cost;
}

/** Those of the person's day who are too near in another place. */
function blameNear(set: usize, event: i32, to: i32, room: i32): i32 {
  const place = placeOf(set, room);
  if (place < 0) return 0;
  const limit = load<i32>(set, CHANGE_LIMIT);
  const first = load<i32>(set, CHANGE_FIRST_EVENT);
  const last = first + load<i32>(set, CHANGE_EVENT_COUNT);
  const begin = slotOf(to, 0);
  const end = slotOf(to, 4);
  let cost = 0;
  for (let k = first; k < last; k++) {
    const other = listItem(k);
    const time = timeOf(other);
    if (other == event || time == nowhere || isBlamed(other) || !meet(time, to)) continue;
    if (!profileHas(profileOf(other), load<i32>(set, CHANGE_RESOURCE))) continue;
    const there = placeOf(set, firstRoomOf(other));
    if (there < 0 || there == place) continue;
    if (begin - slotOf(time, 4) < limit && slotOf(time, 0) - end < limit) cost += blame(other);
  }
  return cost;
}

function placeOf(set: usize, room: i32): i32 {
  if (room < 0 || room == nobody) return -1;
  return load<i32>(rowAt(load<i32>(set, CHANGE_PLACES)) + ((<usize>(room - firstRoom)) << 2));
}

/** The slot with which a time begins (0), or the one after its last (4). */
function slotOf(time: i32, field: i32): i32 {
  return load<i32>(rowAt(headerWord(SECTION_CHANGE_SLOTS)) + ((<usize>time) << 3) + <usize>field);
}

/** True when two times have a day in common. */
function meet(time: i32, other: i32): bool {
  if ((load<i32>(clockOf(time), abi.CLOCK_DAYS) & load<i32>(clockOf(other), abi.CLOCK_DAYS)) == 0) return false;
  return (load<u64>(clockOf(time), abi.CLOCK_WEEK_CLASSES) & load<u64>(clockOf(other), abi.CLOCK_WEEK_CLASSES)) != 0;
}
