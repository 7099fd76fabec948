import * as abi from '../abi';
import {
  cellStride,
  eventField,
  hardTerms,
  profileAt,
  profileOf,
  profilesRelated,
  resourceAllowed,
  timeAllowed,
} from '../problem';
import { countAt, enterAt, geneOf, occupantAt, STATE_HARD_WEIGHT, stateWord, timeOf } from '../state';
import { settleRelocation, tryRelocate } from './relocate';
import { trySwap } from './swap';

/**
 * The proposal of most runs, short: a plain event (see PROFILE_IS_PLAIN) to a new time and room while no hard rule is
 * broken. Then every hard change is an increase, and the clashes of what the events always occupy bound it from below;
 * most proposals end there, for the price of a few loads. Exact: the outcome is that of the general way.
 *
 * Returns UNDECIDED when the room's occupant may not change places, so that another room has to be looked for.
 */
export const REFUSED: i32 = 0;
export const ACCEPTED: i32 = 1;
export const UNDECIDED: i32 = 2;

export function proposePlain(event: i32, profile: i32, to: i32, room: i32, threshold: i32): i32 {
  const from = timeOf(event);
  const cell = <usize>(room * cellStride + to);
  const limit = threshold + load<i32>(profileAt(profile), abi.PROFILE_SOFT_GAIN);
  const enter = from == to ? 0 : enterAtCell(profile, to);
  if (load<u16>(countAt + (cell << 1)) != 0) {
    // while no hard rule is broken a room holds one event
    const partner = load<i32>(occupantAt + (cell << 2)) - 1;
    return exchange(event, profile, from, to, partner, enter, limit, threshold);
  }
  const change = enter * stateWord(STATE_HARD_WEIGHT);
  if (change > limit) return REFUSED;
  const gene = eventField(event, abi.EVENT_FIRST_GENE);
  if (hasMoreHardTerms()) return <i32>tryRelocate(event, to, gene, room, -1, -1, threshold);
  return <i32>settleRelocation(event, to, gene, room, -1, -1, change, threshold);
}

/** Hard amount that one more event of the profile would add in a cell, by the address of its row. */
function enterAtCell(profile: i32, cell: i32): i32 {
  const row = <usize>load<i32>(profileAt(profile), abi.PROFILE_COST_ROW);
  return <i32>load<u16>(enterAt + row + ((<usize>cell) << 1));
}

/** True when hard rules use terms besides the clashes of what is always occupied and of rooms. */
function hasMoreHardTerms(): bool {
  return (hardTerms & ~abi.TERM_KEPT_GENES) != 0;
}

function exchange(
  event: i32,
  profile: i32,
  from: i32,
  to: i32,
  partner: i32,
  enter: i32,
  limit: i32,
  threshold: i32,
): i32 {
  const partnerProfile = profileOf(partner);
  // the event itself, or one alike in everything but the name: nothing would change
  if (partnerProfile == profile) return REFUSED;
  const limitOfBoth = limit + load<i32>(profileAt(partnerProfile), abi.PROFILE_SOFT_GAIN);
  const hardWeight = stateWord(STATE_HARD_WEIGHT);
  let clashes = 0;
  if (from != to) {
    clashes = enter + enterAtCell(partnerProfile, from);
    if (clashes * hardWeight > limitOfBoth) {
      const related = profilesRelated(profile, partnerProfile);
      if (related == 0) return REFUSED;
      // what both occupy is counted as a newcomer on either side, yet it does not change
      if (related != abi.RELATED_OTHERWISE) clashes -= 2 * (related - 1);
      if (related != abi.RELATED_OTHERWISE && clashes * hardWeight > limitOfBoth) return REFUSED;
    }
  }
  const gene = eventField(event, abi.EVENT_FIRST_GENE);
  const partnerGene = eventField(partner, abi.EVENT_FIRST_GENE);
  if (load<i32>(profileAt(partnerProfile), abi.PROFILE_IS_PLAIN) == 0) return UNDECIDED;
  if (!timeAllowed(partnerProfile, from) || !resourceAllowed(partnerGene, geneOf(gene))) return UNDECIDED;
  return <i32>trySwap(event, gene, partner, partnerGene, threshold);
}
