import * as abi from '../abi/abi';
import {
  eventField,
  hardTerms,
  nobody,
  pairField,
  profileField,
  profileOf,
  resourceField,
  rowValue,
  timeField,
} from '../image/problem';
import { countOf, geneOf, leaveGain, STATE_HARD, stateWord, timeOf } from '../state';
import { cellRowSum } from './occupancy';
import { pairCost } from './pair';
import { firstRoomOf } from './travel';
import { geneCost } from './unary';

/** Hard terms of which an event's own part is known without asking days, weeks or sets. */
export const OWN_TERMS: i32 =
  abi.TERM_TIME_ROWS | abi.TERM_GENE_ROWS | abi.TERM_POOLED_CELLS | abi.TERM_PAIRS | abi.TERM_KEPT_GENES;

/** The most hard units that a move of one event, which has a time on a single day, can mend. */
export function mostMended(event: i32): i32 {
  const all = stateWord(STATE_HARD);
  if (all == 0 || (hardTerms & ~OWN_TERMS) != 0) return all;
  const profile = profileOf(event);
  const time = timeOf(event);
  const cell = timeField(time, abi.TIME_CELL);
  const end = cell + timeField(time, abi.TIME_LENGTH);
  let own = rowValue(profileField(profile, abi.PROFILE_TIME_HARD), time) + ownPairs(event, time);
  for (let k = cell; k < end; k++) own += leaveGain(profile, k);
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let gene = first; gene < last; gene++) {
    const held = geneOf(gene);
    if (held == nobody) continue;
    own += geneCost(gene, abi.GENE_HARD, held, time) + cellRowSum(resourceField(held, abi.RESOURCE_HARD_CELLS), time);
    const capacity = resourceField(held, abi.RESOURCE_CAPACITY);
    for (let k = cell; k < end; k++) own += i32(countOf(held, k) > capacity);
  }
  return min(own, all);
}

function ownPairs(event: i32, time: i32): i32 {
  if ((hardTerms & abi.TERM_PAIRS) == 0) return 0;
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const last = first + eventField(event, abi.EVENT_PAIR_COUNT);
  const room = firstRoomOf(event);
  let cost = 0;
  for (let pair = first; pair < last; pair++) {
    if ((pairField(pair, abi.PAIR_FLAGS) & abi.PAIR_HARD) == 0) continue;
    const other = pairField(pair, abi.PAIR_OTHER);
    cost += pairCost(pair, time, room, timeOf(other), firstRoomOf(other));
  }
  return cost;
}
