import * as abi from '../abi/abi';
import {
  LINKED_ALLOWED,
  LINKED_ENTER,
  LINKED_POOL,
  LINKED_POOL_COUNT,
  LINKED_RELATED,
  LINKED_ROOM_SOFT,
  LINKED_TIME_COUNT,
  LINKED_TIMES,
  linkedProfileAt,
} from '../image/linked';
import { cellStride, eventCount, onlyClashesAreHard, pairRows, relatedMask } from '../image/problem';
import { randomAfter, scaled } from '../random';
import {
  countAt,
  countOf,
  enterAt,
  LINKED_SHIFT,
  leaveAt,
  occupantAt,
  STANDING_GAIN,
  STANDING_PROFILE,
  STANDING_ROOM,
  STANDING_SHIFT,
  STANDING_TIME,
  STATE_CHAIN_EVERY,
  STATE_HARD,
  STATE_HARD_WEIGHT,
  standingOf,
  stateWord,
  thresholdAt,
} from '../state';
import { leastRowPairs } from '../terms/pair-rows';

/**
 * Draws proposals several at a time and drops those of plain events (see PROFILE_IS_PLAIN) that their own clashes
 * refuse: three of four. The loop has no branch that depends on the timetable, so the processor works on several
 * proposals at once instead of waiting for the loads of one and guessing its outcome. Exact: whoever is dropped would
 * be refused by a full peek at the timetable as it is now. After an accepted move the rest of a batch is drawn again.
 */
export const BATCH: i32 = 8;

/** A proposal that was not dropped: the random state after it was drawn, and its place in the batch. */
export const ENTRY_BITS: usize = 0;
export const ENTRY_POSITION: usize = 8;
/** After `screenSettled` only: the bound of the proposal, OPEN when the general way has to decide, or ALONE. */
export const ENTRY_BOUND: usize = 12;
export const OPEN: i32 = i32.MIN_VALUE;
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
  return stateWord(STATE_HARD) == 0 ? screenCalm(state, count) : screenTense(state, count);
}

/**
 * While all hard rules are kept. The lower bound of the change by a plain event's proposal: what it and the room's
 * occupant meet when they exchange places, less the most that the two can gain.
 *
 * The addresses are taken out of the loop by hand: no compiler may do it, for they are mutable.
 */
function screenCalm(state: u64, count: i32): usize {
  const hardWeight = stateWord(STATE_HARD_WEIGHT);
  const chainEvery = stateWord(STATE_CHAIN_EVERY);
  // the thresholds fall: the first is the largest, and in the cold hardly anything needs to know its own
  const ceiling = load<i32>(thresholdAt);
  const events = eventCount;
  const stride = cellStride;
  const standings = standingOf(0);
  const occupants = occupantAt;
  const records = linkedProfileAt(0);
  const mask = relatedMask;
  let bits = state;
  let at = screenAt;
  for (let k = 0; k < count; k++) {
    bits = randomAfter(bits);
    store<u64>(at, bits, ENTRY_BITS);
    store<i32>(at, k, ENTRY_POSITION);
    const more = mixed(bits);
    const event = scaled(<u32>bits, events);
    const standing = standings + ((<usize>event + 1) << STANDING_SHIFT);
    const record = records + <usize>load<u32>(standing, STANDING_PROFILE);
    if (load<i32>(record, LINKED_TIME_COUNT) == 0 || isChain(more, chainEvery)) {
      at += ENTRY_BYTES;
      continue;
    }
    const to = drawnTime(record, bits);
    const from = load<u32>(standing, STANDING_TIME);
    const room = drawnRoom(record, more);
    const occupant = load<u32>(occupants + ((<usize>(room * stride + to)) << 2));
    const other = standings + ((<usize>occupant) << STANDING_SHIFT);
    const partner = load<u32>(other, STANDING_PROFILE);
    const related = <i32>load<u8>(load<usize>(record, LINKED_RELATED) + (<usize>(partner >> LINKED_SHIFT) & mask));
    let clashes = <i32>load<u16>(load<usize>(record, LINKED_ENTER) + ((<usize>to) << 1));
    clashes += <i32>load<u16>(load<usize>(records + <usize>partner, LINKED_ENTER) + ((<usize>from) << 1));
    // what both occupy is counted as a newcomer on either side, yet does not change
    clashes -= related & ~1;
    clashes = select(0, clashes, i32(from == to) | i32(related == abi.RELATED_OTHERWISE));
    const held = load<u32>(standing, STANDING_ROOM);
    let change = load<i32>(load<usize>(record, LINKED_ROOM_SOFT) + ((<usize>room) << 2));
    change += load<i32>(load<usize>(records + <usize>partner, LINKED_ROOM_SOFT) + ((<usize>held) << 2));
    change -= load<i32>(standing, STANDING_GAIN) + load<i32>(other, STANDING_GAIN);
    if (pairRows) change += leastRowPairs(event, from, occupant, to);
    at += clashes * hardWeight + change <= ceiling ? ENTRY_BYTES : 0;
  }
  store<u64>(at, bits, ENTRY_BITS);
  return at;
}

/**
 * The same while a hard rule is broken. An exchange that is sure to be allowed is bounded as in the calm, and less what
 * leaving mends (what both occupy cannot be mended: the bound is below the truth then). Otherwise the event may look for
 * another room, which is worth more now than a quick refusal, and only its own clashes are certain.
 */
function screenTense(state: u64, count: i32): usize {
  // a move may mend what other hard rules say: then clashes alone refuse nothing
  const hardWeight = onlyClashesAreHard ? stateWord(STATE_HARD_WEIGHT) : 0;
  const chainEvery = stateWord(STATE_CHAIN_EVERY);
  const ceiling = load<i32>(thresholdAt);
  const events = eventCount;
  const stride = cellStride;
  const standings = standingOf(0);
  const records = linkedProfileAt(0);
  const mask = relatedMask;
  // from the costs of entering to the gains of leaving, in the rows of the same profile
  const leaving = leaveAt - enterAt;
  let bits = state;
  let at = screenAt;
  for (let k = 0; k < count; k++) {
    bits = randomAfter(bits);
    store<u64>(at, bits, ENTRY_BITS);
    store<i32>(at, k, ENTRY_POSITION);
    const more = mixed(bits);
    const event = scaled(<u32>bits, events);
    const standing = standings + ((<usize>event + 1) << STANDING_SHIFT);
    const record = records + <usize>load<u32>(standing, STANDING_PROFILE);
    if (load<i32>(record, LINKED_TIME_COUNT) == 0 || isChain(more, chainEvery)) {
      at += ENTRY_BYTES;
      continue;
    }
    const to = drawnTime(record, bits);
    const from = load<i32>(standing, STANDING_TIME);
    const room = drawnRoom(record, more);
    const held = load<i32>(standing, STANDING_ROOM);
    const place = <usize>(room * stride + to);
    const occupants = <i32>load<u16>(countAt + (place << 1));
    // several occupants cannot be told apart
    const occupant = select(0, load<i32>(occupantAt + (place << 2)), occupants > 1);
    const other = standings + ((<usize>occupant) << STANDING_SHIFT);
    const partner = load<u32>(other, STANDING_PROFILE);
    const partnerRecord = records + <usize>partner;
    const related = <i32>load<u8>(load<usize>(record, LINKED_RELATED) + (<usize>(partner >> LINKED_SHIFT) & mask));
    const row = load<usize>(record, LINKED_ENTER);
    const partnerRow = load<usize>(partnerRecord, LINKED_ENTER);
    const toAt = (<usize>to) << 1;
    const fromAt = (<usize>from) << 1;
    const own = <i32>load<u16>(row + toAt) - <i32>load<u16>(row + leaving + fromAt);
    const theirs = <i32>load<u16>(partnerRow + fromAt) - <i32>load<u16>(partnerRow + leaving + toAt) - (related & ~1);
    const isSure = i32(occupant == 0) | <i32>load<u8>(load<usize>(partnerRecord, LINKED_ALLOWED) + <usize>from);
    const clashes = select(0, own + select(theirs, min(0, theirs), isSure), from == to);
    let rooms = load<i32>(load<usize>(record, LINKED_ROOM_SOFT) + ((<usize>room) << 2));
    rooms += load<i32>(load<usize>(partnerRecord, LINKED_ROOM_SOFT) + ((<usize>held) << 2));
    let gain = load<i32>(standing, STANDING_GAIN) + load<i32>(other, STANDING_GAIN);
    if (pairRows) gain -= leastRowPairs(event, from, occupant, to);
    const isOpen =
      i32(occupants > 1) |
      i32(countOf(held, from) > 1) |
      i32(related == abi.RELATED_OTHERWISE) |
      (i32(occupant != 0) & i32(load<i32>(partnerRecord, LINKED_TIME_COUNT) == 0));
    const stays = isOpen | i32(clashes * hardWeight + select(rooms, 0, isSure) - gain <= ceiling);
    at += stays ? ENTRY_BYTES : 0;
  }
  store<u64>(at, bits, ENTRY_BITS);
  return at;
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

/** Candidate time and room of a plain event's proposal, from its profile's linked record. */
export function drawnTime(record: usize, bits: u64): i32 {
  const position = ((bits >> 32) * <u64>load<u32>(record, LINKED_TIME_COUNT)) >> 32;
  return <i32>load<u16>(load<usize>(record, LINKED_TIMES) + ((<usize>position) << 1));
}

export function drawnRoom(record: usize, more: u64): i32 {
  const position = (<u64>(<u32>(more >> 16)) * <u64>load<u32>(record, LINKED_POOL_COUNT)) >> 32;
  return load<i32>(load<usize>(record, LINKED_POOL) + ((<usize>position) << 2));
}
