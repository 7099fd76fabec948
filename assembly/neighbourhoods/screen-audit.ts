import * as abi from '../abi/abi';
import { linkedProfileAt } from '../image/linked';
import { eventField, hasBlocks, itemAt, profileField, profileOf, resourceAllowed, timeAllowed } from '../image/problem';
import { randomAfter, randomState, scaled } from '../random';
import { countOf, enterCost, geneOf, occupantsOf, STATE_HARD, stateWord, timeOf } from '../state';
import { proposeAlone } from './alone';
import { boundChains, tryKempeChain } from './kempe-chain';
import { REFUSED } from './plain';
import { proposeSettled } from './plain-settled';
import { propose } from './propose';
import { drawnEvent, drawnRoom, drawnThreshold, drawnTime, ENTRY_BOUND, mixed, OPEN, screen, screenAt } from './screen';
import { leastChange } from './screen-blocks';
import { drawCalm, isCalm, isKnown, proposeKnown } from './screen-calm-blocks';
import { aloneShare, isAlone, isSettled, linkChains, screenSettled } from './screen-settled';

/**
 * For tests: proposals of the next `count` draws that the screening, or the short way behind it, refuses although the
 * general way accepts them; 0 is right. The random state stays; what the short way accepts changes the working solution.
 */
export function unjustlyDropped(count: i32): i32 {
  let bits = randomState();
  let unjust = 0;
  for (let k = 0; k < count; k++) {
    const settled = isSettled();
    if (settled) linkChains();
    const end = settled ? screenSettled(bits, 1) : screen(bits, 1);
    const isDroppedBlock = hasBlocks && dropsBlock(bits);
    bits = randomAfter(bits);
    const more = mixed(bits);
    if (settled && load<i32>(screenAt, ENTRY_BOUND) != OPEN && isAlone(more, aloneShare())) {
      // not drawn the general way: it has to stay where it meets nobody, and only there
      if ((end == screenAt) == meetsNobody(bits)) unjust++;
      else if (end != screenAt && !proposeAlone(bits) && goesAlone(bits)) unjust++;
      continue;
    }
    const threshold = drawnThreshold(more);
    const isDropped = hasBlocks
      ? isDroppedBlock
      : end == screenAt
        ? !looksElsewhere(bits)
        : settled && load<i32>(screenAt, ENTRY_BOUND) != OPEN && proposeSettled(screenAt) == REFUSED;
    if (!isDropped) continue;
    if (propose(drawnEvent(bits), <u32>(bits >> 32), <u32>(more >> 16), <i32>((more >> 48) & 63), threshold)) unjust++;
  }
  return unjust;
}

/** True when the event of these draws would clash with nobody at its new time, by the rows that are not linked. */
function meetsNobody(bits: u64): bool {
  const profile = profileOf(drawnEvent(bits));
  return enterCost(profile, drawnTime(linkedProfileAt(profile), bits)) == 0;
}

/** What a Kempe chain decides, for an event that meets nobody. */
function goesAlone(bits: u64): bool {
  const event = drawnEvent(bits);
  const to = drawnTime(linkedProfileAt(profileOf(event)), bits);
  return tryKempeChain(event, to, drawnThreshold(mixed(bits)));
}

/** True when the proposal drawn next from a random state is refused by its bound, or by the short way of `drawCalm`. */
function dropsBlock(bits: u64): bool {
  if (isCalm()) return drawCalm(bits, 1) < 0 || (isKnown && !proposeKnown());
  const after = randomAfter(bits);
  const more = mixed(after);
  const threshold = drawnThreshold(more);
  return leastChange(drawnEvent(after), after, more, threshold) > threshold;
}

/**
 * The same for Kempe chains of blocks that are refused by their bound; chains that are accepted change the working solution.
 */
export function unjustlyBounded(count: i32): i32 {
  let bits = randomState();
  let unjust = 0;
  for (let k = 0; k < count; k++) {
    bits = randomAfter(bits);
    const more = mixed(bits);
    const event = drawnEvent(bits);
    const threshold = drawnThreshold(more);
    if (tryKempeChain(event, drawnBlock(event, bits), threshold)) continue;
    boundChains(false);
    if (tryKempeChain(event, drawnBlock(event, bits), threshold)) unjust++;
    boundChains(true);
  }
  return unjust;
}

/** A candidate time of any event. */
function drawnBlock(event: i32, bits: u64): i32 {
  const profile = profileOf(event);
  const timeCount = profileField(profile, abi.PROFILE_TIME_COUNT);
  if (timeCount == 0) return timeOf(event);
  return itemAt(profileField(profile, abi.PROFILE_TIMES), scaled(<u32>(bits >> 32), timeCount));
}

/** While no hard rule is broken, a proposal whose occupant may not exchange is dropped for what it would meet. */
function looksElsewhere(bits: u64): bool {
  if (stateWord(STATE_HARD) != 0) return false;
  const event = drawnEvent(bits);
  const record = linkedProfileAt(profileOf(event));
  const to = drawnTime(record, bits);
  const room = drawnRoom(record, mixed(bits));
  if (countOf(room, to) != 1) return false;
  const partner = occupantsOf(room, to) - 1;
  const held = geneOf(eventField(event, abi.EVENT_FIRST_GENE));
  const partnerGene = eventField(partner, abi.EVENT_FIRST_GENE);
  if (!timeAllowed(profileOf(partner), timeOf(event)) || geneOf(partnerGene) != room) return true;
  return !resourceAllowed(partnerGene, held);
}
