import * as abi from '../abi/abi';
import { LINKED_TIME_COUNT, linkedProfileAt } from '../image/linked';
import { hasBlocks, itemAt, longDays, profileField, profileOf } from '../image/problem';
import { movableCount } from '../image/requests';
import { proposeAlone } from '../neighbourhoods/alone';
import { tryDisplace } from '../neighbourhoods/displace';
import { isEnrolment, proposeEnrolment } from '../neighbourhoods/enrol';
import { isHomeward, proposeHome } from '../neighbourhoods/homeward';
import { tryKempeChain } from '../neighbourhoods/kempe-chain';
import { ACCEPTED, proposePlain, UNDECIDED } from '../neighbourhoods/plain';
import { proposeSettled } from '../neighbourhoods/plain-settled';
import { propose } from '../neighbourhoods/propose';
import { tryRoomChain } from '../neighbourhoods/room-chain';
import {
  BATCH,
  drawnEvent,
  drawnRoom,
  drawnThreshold,
  drawnTime,
  ENTRY_BOUND,
  ENTRY_BYTES,
  entryBits,
  entryPosition,
  isChain,
  mixed,
  OPEN,
  screen,
  screenAt,
} from '../neighbourhoods/screen';
import { leastChange } from '../neighbourhoods/screen-blocks';
import { drawCalm, drawnBits, isCalm, isKnown, proposeKnown } from '../neighbourhoods/screen-calm-blocks';
import { ALONE, isSettled, linkChains, screenSettled } from '../neighbourhoods/screen-settled';
import { randomAfter, randomState, scaled, setRandomState } from '../random';
import {
  logarithmAt,
  STATE_ACCEPTED,
  STATE_CHAIN_EVERY,
  setStateWord,
  stateWord,
  THRESHOLDS,
  thresholdAt,
} from '../state';
import { isCapped } from './home';
import { keepIfBest } from './population';

/**
 * Simulated annealing at one temperature. The acceptance threshold is drawn first, floor(T × −ln u): that is the
 * Metropolis rule, and it lets a peek stop as soon as it cannot come below.
 */
export function setTemperature(temperature: f64): void {
  for (let k = 0; k < THRESHOLDS; k++) {
    store<i32>(thresholdAt + ((<usize>k) << 2), <i32>(temperature * load<f64>(logarithmAt + ((<usize>k) << 3))));
  }
}

/** Fills the table of −ln u, once per run: the logarithm is ours, so that every engine draws the same thresholds. */
export function fillLogarithms(): void {
  for (let k = 0; k < THRESHOLDS; k++) {
    const u = (<f64>k + 0.5) / <f64>THRESHOLDS;
    store<f64>(logarithmAt + ((<usize>k) << 3), -Math.log(u));
  }
}

/** Evaluates up to `moves` proposals; ends early once `acceptLimit` are accepted. Returns the number evaluated. */
export function anneal(moves: i32, acceptLimit: i32): i32 {
  // where students have a choice, many proposals are about them
  if (hasBlocks && movableCount == 0) return annealBlocks(moves, acceptLimit);
  let accepted = stateWord(STATE_ACCEPTED);
  linkChains();
  let used = 0;
  while (used < moves && accepted < acceptLimit) {
    const count = min<i32>(BATCH, moves - used);
    const settled = isSettled();
    const end = settled ? screenSettled(randomState(), count) : screen(randomState(), count);
    const moved = settled ? firstSettled(end) : firstAccepted(end);
    setRandomState(entryBits(moved == 0 ? end : moved));
    if (moved == 0) {
      used += count;
      continue;
    }
    used += entryPosition(moved) + 1;
    accepted++;
    keepIfBest();
  }
  setStateWord(STATE_ACCEPTED, accepted);
  return used;
}

/** The same for blocks: one proposal after the other, as what is left of them takes longer than drawing them. */
function annealBlocks(moves: i32, acceptLimit: i32): i32 {
  const chainEvery = stateWord(STATE_CHAIN_EVERY);
  let accepted = stateWord(STATE_ACCEPTED);
  let used = 0;
  let bits = randomState();
  while (used < moves && accepted < acceptLimit) {
    if (isCalm()) {
      const drawn = drawCalm(bits, moves - used);
      bits = drawnBits;
      used += abs<i32>(drawn);
      if (drawn < 0) break;
      if (isKnown) {
        if (proposeKnown()) {
          accepted++;
          keepIfBest();
        }
        continue;
      }
    } else {
      bits = randomAfter(bits);
      used++;
      const more = mixed(bits);
      const threshold = drawnThreshold(more);
      if (!isChain(more, chainEvery) && leastChange(drawnEvent(bits), bits, more, threshold) > threshold) continue;
    }
    if (!decide(bits)) continue;
    accepted++;
    keepIfBest();
  }
  setRandomState(bits);
  setStateWord(STATE_ACCEPTED, accepted);
  return used;
}

/** Tries the proposals left of a batch in their order; the entry of the first that is accepted, or 0. */
function firstAccepted(end: usize): usize {
  for (let entry = screenAt; entry < end; entry += ENTRY_BYTES) if (decide(entryBits(entry))) return entry;
  return 0;
}

/** The same after `screenSettled`. */
function firstSettled(end: usize): usize {
  for (let entry = screenAt; entry < end; entry += ENTRY_BYTES) {
    const bound = load<i32>(entry, ENTRY_BOUND);
    if (bound == ALONE) {
      if (proposeAlone(entryBits(entry))) return entry;
      continue;
    }
    const outcome = bound == OPEN ? UNDECIDED : proposeSettled(entry);
    if (outcome == ACCEPTED || (outcome == UNDECIDED && decide(entryBits(entry)))) return entry;
  }
  return 0;
}

function decide(bits: u64): bool {
  const more = mixed(bits);
  const event = drawnEvent(bits);
  const threshold = drawnThreshold(more);
  if (movableCount != 0 && isEnrolment(more)) {
    return proposeEnrolment(mixed(more), threshold);
  }
  const timeBits = <u32>(bits >> 32);
  const roomBits = <u32>(more >> 16);
  if (isChain(more, stateWord(STATE_CHAIN_EVERY))) {
    return isCapped() && isHomeward(more)
      ? proposeHome(event, roomBits, threshold)
      : proposeChain(event, timeBits, more, threshold);
  }
  const record = linkedProfileAt(profileOf(event));
  if (load<i32>(record, LINKED_TIME_COUNT) != 0) {
    const outcome = proposePlain(event, drawnTime(record, bits), drawnRoom(record, more), threshold);
    if (outcome != UNDECIDED) return outcome == ACCEPTED;
  }
  return propose(event, timeBits, roomBits, <i32>((more >> 48) & 63), threshold);
}

function proposeChain(event: i32, timeBits: u32, more: u64, threshold: i32): bool {
  const profile = profileOf(event);
  const timeCount = profileField(profile, abi.PROFILE_TIME_COUNT);
  if (timeCount == 0) return false;
  // no two times are of one shape there, so chains are single moves
  if (longDays) {
    const apart = timeCount > 1 && ((more >> 5) & 1) != 0;
    return apart ? tryDisplace(event, mixed(more), threshold) : tryRoomChain(event, mixed(more), threshold);
  }
  const to = itemAt(profileField(profile, abi.PROFILE_TIMES), scaled(timeBits, timeCount));
  return tryKempeChain(event, to, threshold);
}
