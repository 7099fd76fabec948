import { isCapped } from '../evolution/home';
import {
  LINKED_ENTER,
  LINKED_LAST_GENERAL,
  LINKED_PLACES,
  LINKED_POOL_COUNT,
  LINKED_RELATED,
  LINKED_ROOM_SOFT,
  LINKED_TIME_COUNT,
  linkedProfileAt,
} from '../image/linked';
import { PLACE_OCCUPANTS, PLACE_SOFT, placesBytes } from '../image/linked-places';
import {
  eventCount,
  onlyClashesAreHard,
  pairRows,
  plainIsSimple,
  profileCount,
  relatedByClashes,
} from '../image/problem';
import { movableCount } from '../image/requests';
import { randomAfter, scaled } from '../random';
import {
  LINKED_SHIFT,
  STANDING_GAIN,
  STANDING_PROFILE,
  STANDING_ROOM,
  STANDING_SHIFT,
  STANDING_TIME,
  STATE_CHAIN_EVERY,
  STATE_HARD,
  STATE_HARD_WEIGHT,
  STATE_UNPLACED,
  standingOf,
  stateWord,
  thresholdAt,
} from '../state';
import { drawnTime, ENTRY_BITS, ENTRY_BOUND, ENTRY_BYTES, ENTRY_POSITION, mixed, OPEN, screenAt } from './screen';

/**
 * The screening of most runs for most of their time: everything is placed, all hard rules are kept, and whoever could
 * clash does so by what has room for one. It drops the same proposals as `screen` does then, with fewer questions, but for
 * those of an event alone, which only it draws.
 */
let isUsual: bool = false;
/** The share of chains that the linked records know. */
let linkedEvery: i32 = -1;

/** Whether the problem allows it at all; then `linkPlaces` and `linkSoft` are needed. */
export function openSettled(): bool {
  linkedEvery = -1;
  isUsual =
    onlyClashesAreHard && plainIsSimple && !pairRows && movableCount == 0 && placesBytes() != 0 && relatedByClashes();
  return isUsual;
}

/** True when `screenSettled` may take the place of `screen`. */
export function isSettled(): bool {
  return isUsual && (stateWord(STATE_HARD) | stateWord(STATE_UNPLACED)) == 0;
}

/** Brings the share of chains in the linked records up to date: `isChain` as one comparison. */
export function linkChains(): void {
  const every = stateWord(STATE_CHAIN_EVERY);
  if (!isUsual || every == linkedEvery) return;
  linkedEvery = every;
  const last = every <= 1 ? u32.MAX_VALUE : u32.MAX_VALUE / <u32>every;
  for (let profile = 0; profile < profileCount; profile++) {
    const record = linkedProfileAt(profile);
    const isPlain = load<i32>(record, LINKED_TIME_COUNT) != 0;
    store<u32>(record, isPlain ? last : u32.MAX_VALUE, LINKED_LAST_GENERAL);
  }
}

/** In place of the bound in ENTRY_BOUND: the event goes alone. */
export const ALONE: i32 = OPEN + 1;

/**
 * True when a plain event is to go alone, to a time at which it meets nobody: a Kempe chain of one member, which keeps its
 * room if that is free there, else takes the best that is. A room drawn at random is taken most of the time, and whoever
 * holds it would have to leave its time as well; see docs/decisions/0011-search-designs.md.
 */
export function isAlone(more: u64, share: i32): bool {
  return (<i32>more & 7) < share;
}

/** Eighths of the settled proposals that are about an event alone; none where few may be away, which was not measured. */
export function aloneShare(): i32 {
  return isCapped() ? 0 : 2;
}

/**
 * Draws `count` proposals like `screen`, and keeps the bound of each that stays. After `linkChains`. A quarter of
 * those that are no chains are about an event alone (see `isAlone`): they stay where it meets nobody.
 */
export function screenSettled(state: u64, count: i32): usize {
  const hardWeight = stateWord(STATE_HARD_WEIGHT);
  const ceiling = load<i32>(thresholdAt);
  const events = eventCount;
  const standings = standingOf(0);
  const records = linkedProfileAt(0);
  const alone = aloneShare();
  let bits = state;
  let at = screenAt;
  for (let k = 0; k < count; k++) {
    bits = randomAfter(bits);
    store<u64>(at, bits, ENTRY_BITS);
    store<i32>(at, k, ENTRY_POSITION);
    const more = mixed(bits);
    // one record further: the first is nobody's
    const standing = standings + ((<usize>scaled(<u32>bits, events)) << STANDING_SHIFT);
    const record = records + <usize>load<u32>(standing, OWN + STANDING_PROFILE);
    if (<u32>(more >> 8) <= load<u32>(record, LINKED_LAST_GENERAL)) {
      store<i32>(at, OPEN, ENTRY_BOUND);
      at += ENTRY_BYTES;
      continue;
    }
    const to = (<usize>drawnTime(record, bits)) << 1;
    if (isAlone(more, alone)) {
      store<i32>(at, ALONE, ENTRY_BOUND);
      at += load<u16>(load<usize>(record, LINKED_ENTER) + to) == 0 ? ENTRY_BYTES : 0;
      continue;
    }
    const from = (<usize>load<u32>(standing, OWN + STANDING_TIME)) << 1;
    const place = drawnPlace(record, more);
    const occupant = load<u32>(load<usize>(place, PLACE_OCCUPANTS) + (to << 1));
    const other = standings + ((<usize>occupant) << STANDING_SHIFT);
    const partner = <usize>load<u32>(other, STANDING_PROFILE);
    const partnerRecord = records + partner;
    let clashes = <i32>load<u16>(load<usize>(record, LINKED_ENTER) + to);
    clashes += <i32>load<u16>(load<usize>(partnerRecord, LINKED_ENTER) + from);
    // what both occupy is counted as a newcomer on either side, yet does not change
    clashes -= <i32>load<u8>(load<usize>(record, LINKED_RELATED) + (partner >> LINKED_SHIFT)) & ~1;
    clashes = select(0, clashes, from == to);
    const held = <usize>load<u32>(standing, OWN + STANDING_ROOM);
    let bound = load<i32>(place, PLACE_SOFT) + load<i32>(load<usize>(partnerRecord, LINKED_ROOM_SOFT) + (held << 2));
    bound -= load<i32>(standing, OWN + STANDING_GAIN);
    bound -= load<i32>(other, STANDING_GAIN);
    bound += clashes * hardWeight;
    store<i32>(at, bound, ENTRY_BOUND);
    at += bound <= ceiling ? ENTRY_BYTES : 0;
  }
  store<u64>(at, bits, ENTRY_BITS);
  return at;
}

/** From a record of the standings to the next. */
const OWN: usize = 1 << STANDING_SHIFT;

/** The entry of the pool that `drawnRoom` takes. */
export function drawnPlace(record: usize, more: u64): usize {
  const position = (<u64>(<u32>(more >> 16)) * <u64>load<u32>(record, LINKED_POOL_COUNT)) >> 32;
  return load<usize>(record, LINKED_PLACES) + ((<usize>position) << 3);
}
