import * as abi from '../abi/abi';
import { admitsExchange, admitsRelocation, isCapped } from '../evolution/home';
import {
  eventField,
  onlyClashesAreHard,
  plainIsSimple,
  profileAt,
  profileOf,
  profilesRelated,
  resourceAllowed,
  rowValue,
  softTerms,
  timeAllowed,
} from '../image/problem';
import { applyPlain, applyPlainExchange } from '../solution/plain-solution';
import { countOf, enterCost, geneOf, leaveGain, occupantsOf, STATE_HARD_WEIGHT, stateWord, timeOf } from '../state';
import { peekStaticMeasures } from '../terms/static-measures';
import { peekPlainSet, peekPlainShapes, peekPlainSoft } from './peek-plain';

/**
 * The proposal of most runs, short: a plain event (see PROFILE_IS_PLAIN) to the time `to` and into a room that is free,
 * or whose occupant takes its place. Exact: the outcome is that of the general way.
 *
 * UNDECIDED when this is not the case: several share a room, the occupant may not change places, so that another room
 * has to be looked for, or rules are involved of which this way knows nothing.
 */
export const REFUSED: i32 = 0;
export const ACCEPTED: i32 = 1;
export const UNDECIDED: i32 = 2;

export function proposePlain(event: i32, to: i32, room: i32, threshold: i32): i32 {
  const profile = profileOf(event);
  const record = profileAt(profile);
  if (!onlyClashesAreHard || !plainIsSimple || load<i32>(record, abi.PROFILE_IS_PLAIN) == 0) return UNDECIDED;
  const gene = eventField(event, abi.EVENT_FIRST_GENE);
  const from = timeOf(event);
  const held = geneOf(gene);
  const occupants = countOf(room, to);
  if (occupants > 1 || countOf(held, from) != 1) return UNDECIDED;
  if (occupants == 1) return exchange(event, gene, occupantsOf(room, to) - 1, room, threshold);
  const hard = from == to ? 0 : stateWord(STATE_HARD_WEIGHT) * (enterCost(profile, to) - leaveGain(profile, from));
  let change = hard;
  change += softOfRoom(record, room) - softOfRoom(record, held);
  if (change - load<i32>(record, abi.PROFILE_PLAIN_GAIN) > threshold) return REFUSED;
  const set = eventField(event, abi.EVENT_SET);
  change += peekPlainSoft(record, from, to, -1);
  if ((softTerms & abi.TERMS_OF_MEASURES) != 0) change += peekStaticMeasures(profile, -1, from, to, false);
  if (set >= 0) change += peekPlainSet(set, held, room);
  if (change - load<i32>(record, abi.PROFILE_SHAPE_GAIN) > threshold) return REFUSED;
  if (from != to) change += peekPlainShapes(record, -1, from, to);
  if (change > threshold) return REFUSED;
  if (isCapped() && !admitsRelocation(event, to, gene, room, -1, -1)) return REFUSED;
  applyPlain(event, to, gene, room, change - hard);
  return ACCEPTED;
}

function exchange(event: i32, gene: i32, partner: i32, room: i32, threshold: i32): i32 {
  const profile = profileOf(event);
  const partnerProfile = profileOf(partner);
  // the event itself, or one alike in everything but the name: nothing would change
  if (profile == partnerProfile) return REFUSED;
  const record = profileAt(profile);
  const partnerRecord = profileAt(partnerProfile);
  if (load<i32>(partnerRecord, abi.PROFILE_IS_PLAIN) == 0) return UNDECIDED;
  const partnerGene = eventField(partner, abi.EVENT_FIRST_GENE);
  const from = timeOf(event);
  const held = geneOf(gene);
  // it may hold the room for good
  if (geneOf(partnerGene) != room) return UNDECIDED;
  if (!timeAllowed(partnerProfile, from) || !resourceAllowed(partnerGene, held)) return UNDECIDED;
  const to = timeOf(partner);
  const related = from == to ? 0 : profilesRelated(profile, partnerProfile);
  if (related == abi.RELATED_OTHERWISE) return UNDECIDED;
  let hard = 0;
  if (from != to) {
    const left = leaveGain(profile, from);
    const partnerLeft = leaveGain(partnerProfile, to);
    // what both occupy is counted as a newcomer on either side, yet does not change; but not if it clashes already
    if (related > 1 && (left | partnerLeft) != 0) return UNDECIDED;
    const clashes = enterCost(profile, to) - left + enterCost(partnerProfile, from) - partnerLeft - (related & ~1);
    hard = clashes * stateWord(STATE_HARD_WEIGHT);
  }
  let change = hard + softOfRoom(record, room) - softOfRoom(record, held);
  change += softOfRoom(partnerRecord, held) - softOfRoom(partnerRecord, room);
  const gain = load<i32>(record, abi.PROFILE_PLAIN_GAIN) + load<i32>(partnerRecord, abi.PROFILE_PLAIN_GAIN);
  if (change - gain > threshold) return REFUSED;
  change = peekExchange(event, partner, held, room, related != 0, change, threshold);
  if (change > threshold) return REFUSED;
  if (isCapped() && !admitsExchange(event, gene, partner, partnerGene)) return REFUSED;
  applyPlainExchange(event, gene, partner, partnerGene, change - hard);
  return ACCEPTED;
}

/** The whole change, of which `known` is known; more than `threshold` as soon as it cannot come below. */
function peekExchange(
  event: i32,
  partner: i32,
  held: i32,
  room: i32,
  isRelated: bool,
  known: i32,
  threshold: i32,
): i32 {
  const profile = profileOf(event);
  const partnerProfile = profileOf(partner);
  const record = profileAt(profile);
  const partnerRecord = profileAt(partnerProfile);
  const from = timeOf(event);
  const to = timeOf(partner);
  const other = isRelated ? partnerProfile : -1;
  const partnerOther = isRelated ? profile : -1;
  const shapeGain = load<i32>(record, abi.PROFILE_SHAPE_GAIN);
  const partnerShapeGain = load<i32>(partnerRecord, abi.PROFILE_SHAPE_GAIN);
  const set = eventField(event, abi.EVENT_SET);
  const partnerSet = eventField(partner, abi.EVENT_SET);
  let change = known;
  // events of one class exchange rooms without any change to its rooms
  if (set >= 0 && set != partnerSet) change += peekPlainSet(set, held, room);
  if (partnerSet >= 0 && set != partnerSet) change += peekPlainSet(partnerSet, room, held);
  if (from == to) return change;
  change += peekPlainSoft(record, from, to, other) + peekPlainSoft(partnerRecord, to, from, partnerOther);
  if ((softTerms & abi.TERMS_OF_MEASURES) != 0) {
    change += peekStaticMeasures(profile, partner, from, to, false);
    change += peekStaticMeasures(partnerProfile, event, to, from, false);
  }
  if (change - shapeGain - partnerShapeGain > threshold) return i32.MAX_VALUE;
  change += peekPlainShapes(record, other, from, to);
  if (change - partnerShapeGain > threshold) return i32.MAX_VALUE;
  return change + peekPlainShapes(partnerRecord, partnerOther, to, from);
}

/** Soft amount of a room for the events of a plain profile. */
function softOfRoom(record: usize, room: i32): i32 {
  return rowValue(load<i32>(record, abi.PROFILE_ROOM_SOFT), room);
}
