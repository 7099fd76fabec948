import * as abi from '../abi';
import {
  cellStride,
  eventCount,
  eventField,
  itemAt,
  onlyClashesAreHard,
  profileAt,
  profileOf,
  profileOfOccupant,
  profilesRelated,
  rowValue,
} from '../problem';
import { randomAfter, scaled } from '../random';
import {
  countAt,
  countOf,
  enterAt,
  geneOf,
  leaveAt,
  leaveGain,
  occupantAt,
  STATE_CHAIN_EVERY,
  STATE_HARD,
  STATE_HARD_WEIGHT,
  stateWord,
  thresholdAt,
  timeOf,
} from '../state';

/**
 * Draws proposals several at a time and drops those of plain events (see PROFILE_IS_PLAIN) that their own clashes
 * refuse: three of four. The loop has no branch that depends on the timetable, so the processor works on several
 * proposals at once instead of waiting for the loads of one and guessing its outcome. Exact: whoever is dropped would
 * be refused by a full peek at the timetable as it is now. After an accepted move the rest of a batch is drawn again.
 */
export const BATCH: i32 = 8;

/** A proposal that was not dropped: the random state after it was drawn, and its place in the batch. */
const ENTRY_BITS: usize = 0;
const ENTRY_POSITION: usize = 8;
export const ENTRY_BYTES: usize = 16;

/** Scratch, no part of the state: one entry more than a batch, as the next is written before it is known to stay. */
export const screenAt: usize = memory.data((BATCH + 1) * 16, 16);

export function entryBits(at: usize): u64 {
  return load<u64>(at + ENTRY_BITS);
}

export function entryPosition(at: usize): i32 {
  return load<i32>(at + ENTRY_POSITION);
}

/**
 * Draws `count` proposals from the random state `state`; returns the end of the list of those not dropped. The entry
 * there carries the random state after the last.
 */
export function screen(state: u64, count: i32): usize {
  const isCalm = stateWord(STATE_HARD) == 0;
  // a move may mend what other hard rules say: then clashes alone refuse nothing
  const hardWeight = isCalm || onlyClashesAreHard ? stateWord(STATE_HARD_WEIGHT) : 0;
  const chainEvery = stateWord(STATE_CHAIN_EVERY);
  let bits = state;
  let at = screenAt;
  for (let k = 0; k < count; k++) {
    bits = randomAfter(bits);
    store<u64>(at + ENTRY_BITS, bits);
    store<i32>(at + ENTRY_POSITION, k);
    const more = mixed(bits);
    const event = drawnEvent(bits);
    const profile = profileOf(event);
    const record = profileAt(profile);
    let stays: bool = true;
    if (!isChain(more, chainEvery) && load<i32>(record, abi.PROFILE_IS_PLAIN) != 0) {
      stays = mayPass(bits, more, event, profile, record, hardWeight, isCalm);
    }
    at += (<usize>stays) << 4;
  }
  store<u64>(at + ENTRY_BITS, bits);
  return at;
}

/**
 * False when a plain event's proposal cannot come below its threshold. The bound: what the event meets itself, less what
 * it and the room's occupant leave behind and the most that the two can gain. What it meets does not count when it
 * shares a resource with the occupant, for it may be just that.
 */
function mayPass(bits: u64, more: u64, event: i32, profile: i32, record: usize, hardWeight: i32, isCalm: bool): bool {
  const to = drawnTime(record, <u32>(bits >> 32));
  const room = drawnRoom(record, <u32>(more >> 16));
  const from = timeOf(event);
  const held = geneOf(eventField(event, abi.EVENT_FIRST_GENE));
  const place = <usize>(room * cellStride + to);
  const occupants = isCalm ? 1 : <i32>load<u16>(countAt + (place << 1));
  // several occupants cannot be told apart
  const partner = profileOfOccupant(occupants > 1 ? 0 : load<i32>(occupantAt + (place << 2)));
  const partnerRecord = profileAt(partner);
  const row = <usize>load<i32>(record, abi.PROFILE_COST_ROW);
  let clashes = <i32>load<u16>(enterAt + row + ((<usize>to) << 1));
  let isOpen = i32(from == to) | i32(profilesRelated(profile, partner) > 1);
  if (!isCalm) {
    isOpen |= i32(occupants > 1) | i32(countOf(held, from) > 1);
    clashes -= <i32>load<u16>(leaveAt + row + ((<usize>from) << 1)) + leaveGain(partner, to);
  }
  clashes = select(min(0, clashes), clashes, isOpen);
  const gain = load<i32>(record, abi.PROFILE_PLAIN_GAIN) + load<i32>(partnerRecord, abi.PROFILE_PLAIN_GAIN);
  const rooms = softOfRoom(record, held) + softOfRoom(partnerRecord, room);
  return clashes * hardWeight - gain - rooms <= drawnThreshold(more);
}

/** The draws of one step of the generator. */
export function drawnEvent(bits: u64): i32 {
  return scaled(<u32>bits, eventCount);
}

export function mixed(bits: u64): u64 {
  return bits * 0x9e3779b97f4a7c15;
}

export function isChain(more: u64, chainEvery: i32): bool {
  return scaled(<u32>(more >> 8), chainEvery) == 0;
}

export function drawnThreshold(more: u64): i32 {
  return load<i32>(thresholdAt + ((<usize>(more >> 54)) << 2));
}

export function drawnTime(record: usize, bits: u32): i32 {
  return itemAt(load<i32>(record, abi.PROFILE_TIMES), scaled(bits, load<i32>(record, abi.PROFILE_TIME_COUNT)));
}

export function drawnRoom(record: usize, bits: u32): i32 {
  return itemAt(load<i32>(record, abi.PROFILE_POOL), scaled(bits, load<i32>(record, abi.PROFILE_POOL_COUNT)));
}

/** Soft amount of a room for the events of a plain profile, or the spare one; 0 for nobody. */
export function softOfRoom(record: usize, room: i32): i32 {
  return rowValue(load<i32>(record, abi.PROFILE_ROOM_SOFT), room);
}
