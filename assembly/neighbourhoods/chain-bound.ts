import * as abi from '../abi/abi';
import {
  BLOCK_REST,
  BLOCK_ROOMS,
  BLOCK_SHAPED,
  BLOCK_SHAPED_END,
  blockRecordAt,
  closedSlots,
  gainNow,
  resourceOfCost,
} from '../image/blocks';
import {
  eventField,
  nowhere,
  pairField,
  pairRows,
  profileField,
  profileOf,
  resourceField,
  rowValue,
  softTerms,
  timeField,
  weekClassCount,
} from '../image/problem';
import { clockTerms } from '../solution/clock-terms';
import { geneOf, maskOf, occupies, STATE_HARD, STATE_HARD_WEIGHT, shapeCostOf, stateWord, timeOf } from '../state';
import { cellRowSum } from '../terms/occupancy';
import { pairCost } from '../terms/pair';
import { peekShapes, softChangeOfDays } from '../terms/shapes';
import { firstRoomOf } from '../terms/travel';
import { geneCost, peekTimeSoft } from '../terms/unary';
import { ENTRY_EVENT, ENTRY_FROM, ENTRY_TO, entryWord, inChain } from './chain-entries';

/**
 * A lower bound of the change by a chain of blocks, before it is applied to be weighed: what is closed to its members and
 * the hard pairs they break with events that stay, less the most that all of them can save; then, if that is not enough
 * to refuse it, what happens to the days and weeks of those of whom only one event moves.
 */
export function leastOfChain(length: i32, threshold: i32): i32 {
  // nobody has bounded what rows of pairs can save here
  if (pairRows) return i32.MIN_VALUE;
  let breaches = -stateWord(STATE_HARD);
  let gain = 0;
  for (let k = 0; k < length; k++) {
    const member = entryWord(k, ENTRY_EVENT);
    const to = entryWord(k, ENTRY_TO);
    if (timeOf(member) == nowhere || timeField(to, abi.TIME_DAY_COUNT) != 1) return i32.MIN_VALUE;
    breaches += breachesOf(member, to, length);
    gain += gainNow(member, blockRecordAt(profileOf(member)), -1, -1);
  }
  const hard = max<i32>(0, breaches) * stateWord(STATE_HARD_WEIGHT);
  if (hard - gain > threshold || (softTerms & clockTerms) != 0) return hard - gain;
  let change = hard;
  for (let k = 0; k < length; k++) change += leastSoft(k, length);
  return change;
}

/** A lower bound of the soft change by one member: exact for what no other member has to do with. */
function leastSoft(entry: i32, length: i32): i32 {
  const member = entryWord(entry, ENTRY_EVENT);
  const from = entryWord(entry, ENTRY_FROM);
  const to = entryWord(entry, ENTRY_TO);
  const profile = profileOf(member);
  const record = blockRecordAt(profile);
  let change = peekTimeSoft(profile, from, to) - load<i32>(record, BLOCK_REST) + leastPairs(member, from, to, length);
  const end = load<usize>(record, BLOCK_SHAPED_END);
  for (let at = load<usize>(record, BLOCK_SHAPED); at < end; at += 4) {
    change += leastShapes(resourceOfCost(load<usize>(at)), entry, from, to, length);
  }
  const first = eventField(member, abi.EVENT_FIRST_GENE);
  const last = first + eventField(member, abi.EVENT_GENE_COUNT);
  const instructors = first + load<i32>(record, BLOCK_ROOMS);
  for (let k = first; k < last; k++) {
    const held = geneOf(k);
    // rooms may change
    if (k < instructors) change -= geneCost(k, abi.GENE_SOFT, held, from);
    else change += leastShapes(held, entry, from, to, length);
  }
  return change;
}

/**
 * Days and weeks of a resource after all its members have moved: those who come take the slots of those who go. Counted
 * once, for the first of its members.
 */
function leastShapes(resource: i32, entry: i32, from: i32, to: i32, length: i32): i32 {
  const day = timeField(from, abi.TIME_DAY);
  const other = timeField(to, abi.TIME_DAY);
  let members = 0;
  // of the two days
  let freed = 0;
  let taken = 0;
  let otherFreed = 0;
  let otherTaken = 0;
  for (let k = 0; k < length; k++) {
    if (k != entry && !occupies(entryWord(k, ENTRY_EVENT), resource)) continue;
    if (k < entry) return 0;
    members++;
    const left = entryWord(k, ENTRY_FROM);
    const entered = entryWord(k, ENTRY_TO);
    const leftDay = timeField(left, abi.TIME_DAY);
    const enteredDay = timeField(entered, abi.TIME_DAY);
    if ((leftDay != day && leftDay != other) || (enteredDay != day && enteredDay != other))
      return -shapeCostOf(resource);
    if (leftDay == day) freed |= timeField(left, abi.TIME_MASK);
    else otherFreed |= timeField(left, abi.TIME_MASK);
    if (enteredDay == day) taken |= timeField(entered, abi.TIME_MASK);
    else otherTaken |= timeField(entered, abi.TIME_MASK);
  }
  if (members == 1) return peekShapes(resource, from, to, false);
  // slots that several hold stay busy when one of them leaves
  const isCounted = resourceField(resource, abi.RESOURCE_CAPACITY) != 1 || stateWord(STATE_HARD) != 0;
  if (isCounted || weekClassCount != 1) return -shapeCostOf(resource);
  const after = (maskOf(resource, day) & ~freed) | taken;
  return softChangeOfDays(resource, day, after, other, (maskOf(resource, other) & ~otherFreed) | otherTaken);
}

/** Soft pairs with events that stay; of those that look at rooms, or at another member, what they cost now. */
function leastPairs(member: i32, from: i32, to: i32, length: i32): i32 {
  const firstPair = eventField(member, abi.EVENT_FIRST_PAIR);
  const lastPair = firstPair + eventField(member, abi.EVENT_PAIR_COUNT);
  let change = 0;
  for (let pair = firstPair; pair < lastPair; pair++) {
    const flags = pairField(pair, abi.PAIR_FLAGS);
    if ((flags & abi.PAIR_HARD) != 0) continue;
    const other = pairField(pair, abi.PAIR_OTHER);
    const time = timeOf(other);
    change -= pairCost(pair, from, firstRoomOf(member), time, firstRoomOf(other));
    if ((flags & (abi.PAIR_OVER_ROOMS | abi.PAIR_TRAVEL)) != 0 || inChain(other, length)) continue;
    change += pairCost(pair, to, -1, time, -1);
  }
  return change;
}

function breachesOf(member: i32, to: i32, length: i32): i32 {
  const profile = profileOf(member);
  const day = timeField(to, abi.TIME_DAY);
  const mask = timeField(to, abi.TIME_MASK);
  let breaches = cellRowSum(profileField(profile, abi.PROFILE_CELL_HARD), to);
  breaches += rowValue(profileField(profile, abi.PROFILE_TIME_HARD), to);
  const first = eventField(member, abi.EVENT_FIRST_GENE);
  const last = first + eventField(member, abi.EVENT_GENE_COUNT);
  for (let k = first + load<i32>(blockRecordAt(profile), BLOCK_ROOMS); k < last; k++) {
    breaches += popcnt<i32>(closedSlots(geneOf(k), day) & mask);
  }
  const firstPair = eventField(member, abi.EVENT_FIRST_PAIR);
  const lastPair = firstPair + eventField(member, abi.EVENT_PAIR_COUNT);
  for (let pair = firstPair; pair < lastPair; pair++) {
    // rooms may still change
    if ((pairField(pair, abi.PAIR_FLAGS) & ~abi.PAIR_REVERSED) != abi.PAIR_HARD) continue;
    const other = pairField(pair, abi.PAIR_OTHER);
    if (!inChain(other, length)) breaches += pairCost(pair, to, -1, timeOf(other), -1);
  }
  return breaches;
}
