import * as abi from './abi';
import { linkedProfileAt } from './linked';
import { propose } from './neighbourhoods/propose';
import { drawnEvent, drawnRoom, drawnThreshold, drawnTime, mixed, screen, screenAt } from './neighbourhoods/screen';
import { eventField, profileOf, resourceAllowed, timeAllowed } from './problem';
import { randomAfter, randomState } from './random';
import { countOf, geneOf, occupantsOf, STATE_HARD, stateWord, timeOf } from './state';

/**
 * For tests: proposals of the next `count` draws that the screening drops although the general way accepts them; 0 is
 * right. The random state stays; the working solution does, too, while the answer is 0.
 */
export function unjustlyDropped(count: i32): i32 {
  let bits = randomState();
  let unjust = 0;
  for (let k = 0; k < count; k++) {
    const end = screen(bits, 1);
    bits = randomAfter(bits);
    if (end != screenAt || looksElsewhere(bits)) continue;
    const more = mixed(bits);
    const threshold = drawnThreshold(more);
    if (propose(drawnEvent(bits), <u32>(bits >> 32), <u32>(more >> 16), <i32>((more >> 48) & 63), threshold)) unjust++;
  }
  return unjust;
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
