import * as abi from '../abi';
import {
  LINKED_ENTER,
  LINKED_GAIN,
  LINKED_POOL,
  LINKED_POOL_COUNT,
  LINKED_RELATED,
  LINKED_TIME_COUNT,
  LINKED_TIMES,
  linkedProfileAt,
} from '../linked';
import {
  cellStride,
  eventCount,
  eventField,
  onlyClashesAreHard,
  profileOf,
  profileOfOccupant,
  relatedMask,
} from '../problem';
import { randomAfter, scaled } from '../random';
import {
  countAt,
  countOf,
  geneOf,
  leaveGain,
  occupantAt,
  roomCostOf,
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
  // the thresholds fall: the first is the largest, and in the cold hardly anything needs to know its own
  const ceiling = load<i32>(thresholdAt);
  let bits = state;
  let at = screenAt;
  for (let k = 0; k < count; k++) {
    bits = randomAfter(bits);
    store<u64>(at + ENTRY_BITS, bits);
    store<i32>(at + ENTRY_POSITION, k);
    const more = mixed(bits);
    const event = drawnEvent(bits);
    const profile = profileOf(event);
    const record = linkedProfileAt(profile);
    let stays: bool = true;
    if (!isChain(more, chainEvery) && load<i32>(record + LINKED_TIME_COUNT) != 0) {
      stays = leastChange(bits, more, event, profile, record, hardWeight, isCalm) <= ceiling;
    }
    at += stays ? ENTRY_BYTES : 0;
  }
  store<u64>(at + ENTRY_BITS, bits);
  return at;
}

/**
 * A lower bound of the change by a plain event's proposal: what it and the room's occupant meet when they exchange
 * places, less the most that the two can gain. While a hard rule is broken it is less: an occupant that may not
 * exchange makes the event look for another room, which is worth more then than a quick refusal.
 */
function leastChange(
  bits: u64,
  more: u64,
  event: i32,
  profile: i32,
  record: usize,
  hardWeight: i32,
  isCalm: bool,
): i32 {
  const to = drawnTime(record, bits);
  const place = <usize>(drawnRoom(record, more) * cellStride + to);
  const from = timeOf(event);
  const occupants = isCalm ? 1 : <i32>load<u16>(countAt + (place << 1));
  // several occupants cannot be told apart
  const occupant = occupants > 1 ? 0 : load<i32>(occupantAt + (place << 2));
  const partner = profileOfOccupant(occupant);
  const partnerRecord = linkedProfileAt(partner);
  const row = load<usize>(record + LINKED_ENTER);
  const related = <i32>load<u8>(load<usize>(record + LINKED_RELATED) + <usize>(partner & relatedMask));
  let clashes = <i32>load<u16>(row + ((<usize>to) << 1));
  let isOpen = i32(from == to);
  if (isCalm) {
    const partnerRow = load<usize>(partnerRecord + LINKED_ENTER);
    clashes += <i32>load<u16>(partnerRow + ((<usize>from) << 1));
    // what both occupy is counted as a newcomer on either side, yet does not change
    clashes -= 2 * related - 2 * i32(related > 0);
    isOpen |= i32(related == abi.RELATED_OTHERWISE);
  } else {
    const held = geneOf(eventField(event, abi.EVENT_FIRST_GENE));
    isOpen |= i32(related > 1) | i32(occupants > 1) | i32(countOf(held, from) > 1);
    clashes -= leaveGain(profile, from) + leaveGain(partner, to);
  }
  clashes = select(min(0, clashes), clashes, isOpen);
  const gain = load<i32>(record + LINKED_GAIN) + load<i32>(partnerRecord + LINKED_GAIN);
  return clashes * hardWeight - gain - roomCostOf(event + 1) - roomCostOf(occupant);
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
  const position = scaled(<u32>(bits >> 32), load<i32>(record + LINKED_TIME_COUNT));
  return <i32>load<u16>(load<usize>(record + LINKED_TIMES) + ((<usize>position) << 1));
}

export function drawnRoom(record: usize, more: u64): i32 {
  const position = scaled(<u32>(more >> 16), load<i32>(record + LINKED_POOL_COUNT));
  return load<i32>(load<usize>(record + LINKED_POOL) + ((<usize>position) << 2));
}
