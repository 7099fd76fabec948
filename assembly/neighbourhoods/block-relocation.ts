import * as abi from '../abi/abi';
import {
  BLOCK_ENTER,
  BLOCK_SHAPED,
  BLOCK_SHAPED_END,
  blockRecordAt,
  busySlots,
  closedSlots,
  hasMasks,
  resourceOfCost,
} from '../image/blocks';
import {
  eventField,
  hardTerms,
  hasBlocks,
  nobody,
  nowhere,
  profileOf,
  resourceField,
  softTerms,
  timeField,
  timeRecordAt,
  weekClassCount,
} from '../image/problem';
import { clockTerms, peekClock } from '../solution/clock-terms';
import { sumOfSlots } from '../solution/lanes';
import { peekSet, pooledCells } from '../solution/score';
import { geneAfter, geneOf, STATE_HARD, shapeCostOf, stateWord, timeOf } from '../state';
import { peekInstructorPairs } from '../terms/instructor-pair';
import { cellRowSum, peekPooledClash } from '../terms/occupancy';
import { OWN_TERMS } from '../terms/own-breaches';
import { peekPairs } from '../terms/pair';
import { peekShapes, peekShapesOfBlock, peekShapesOfOne } from '../terms/shapes';
import { peekStaticCounts } from '../terms/slot-count';
import { roomAfter } from '../terms/travel';
import { geneChange, peekTimeHard, peekTimeSoft } from '../terms/unary';

/** True when `breachesOfBlock` can tell what a relocation breaks. */
export function isCalmRelocation(from: i32, to: i32): bool {
  return (
    hasBlocks &&
    stateWord(STATE_HARD) == 0 &&
    (hardTerms & ~OWN_TERMS) == 0 &&
    timeField(from, abi.TIME_DAY_COUNT) == 1 &&
    timeField(to, abi.TIME_DAY_COUNT) == 1
  );
}

/**
 * The hard change of one event that goes to `to`, with up to two of its genes changed, while all hard rules are kept: what
 * it meets there, as nothing can be mended.
 */
export function breachesOfBlock(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): i32 {
  const profile = profileOf(event);
  const from = timeOf(event);
  const fromAt = timeRecordAt(from);
  const toAt = timeRecordAt(to);
  const day = load<i32>(toAt, abi.TIME_DAY);
  const mask = load<i32>(toAt, abi.TIME_MASK);
  const fresh = mask & ~select(load<i32>(fromAt, abi.TIME_MASK), 0, load<i32>(fromAt, abi.TIME_DAY) == day);
  let breaches = 0;
  if (from != to) {
    breaches = sumOfSlots(load<usize>(blockRecordAt(profile), BLOCK_ENTER), toAt, fresh);
    if ((hardTerms & abi.TERM_TIME_ROWS) != 0) breaches += peekTimeHard(profile, from, to);
  }
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) {
    const held = geneOf(k);
    const taken = geneAfter(k, held, gene, resource, gene2, resource2);
    if (held == taken && from == to) continue;
    if ((hardTerms & abi.TERM_GENE_ROWS) != 0) breaches += geneChange(k, abi.GENE_HARD, held, taken, from, to);
    const slots = select(fresh, mask, held == taken);
    if (hasMasks(taken)) breaches += popcnt<i32>(busySlots(taken, day) & slots);
    else breaches += peekPooledClash(held, taken, from, to);
    if ((closedSlots(taken, day) & slots) != 0)
      breaches += cellRowSum(resourceField(taken, abi.RESOURCE_HARD_CELLS), to);
  }
  if ((hardTerms & abi.TERM_PAIRS) == 0) return breaches;
  return breaches + peekPairs(event, to, roomAfter(event, gene, resource), abi.PAIR_HARD, -1);
}

/**
 * The whole change of one event that goes to `to`, with up to two of its genes changed, whose weighted hard change is
 * `hard`; something above `threshold` as soon as it cannot come below. What looks at single events and pairs is asked
 * first, then the days and weeks of one resource after the other: none of them saves more than it costs now.
 */
export function peekBlock(
  event: i32,
  to: i32,
  gene: i32,
  resource: i32,
  gene2: i32,
  resource2: i32,
  hard: i32,
  threshold: i32,
): i32 {
  const profile = profileOf(event);
  const record = blockRecordAt(profile);
  const from = timeOf(event);
  let change = hard;
  // what the days and weeks of all that sees a change cost now
  let left = 0;
  const end: usize = from == to ? 0 : load<usize>(record, BLOCK_SHAPED_END);
  for (let at = load<usize>(record, BLOCK_SHAPED); at < end; at += 4) left += load<i32>(load<usize>(at));
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) {
    const held = geneOf(k);
    const taken = geneAfter(k, held, gene, resource, gene2, resource2);
    if (held == taken && from == to) continue;
    if ((softTerms & abi.TERM_GENE_ROWS) != 0) change += geneChange(k, abi.GENE_SOFT, held, taken, from, to);
    if ((softTerms & abi.TERM_POOLED_CELLS) != 0) change += pooledCells(held, taken, from, to, false);
    left += shapeCostOf(held) + (held == taken ? 0 : shapeCostOf(taken));
  }
  change += withoutShapes(event, profile, from, to, gene, resource, gene2, resource2);
  if (change - left > threshold) return change - left;
  if ((softTerms & abi.TERM_INSTRUCTOR_PAIRS) != 0) {
    change += peekInstructorPairs(event, to, gene, resource, gene2, resource2, false);
  }
  const isSingle =
    weekClassCount == 1 && timeField(from, abi.TIME_DAY_COUNT) == 1 && timeField(to, abi.TIME_DAY_COUNT) == 1;
  for (let k = first; k < last && change - left <= threshold; k++) {
    const held = geneOf(k);
    const taken = geneAfter(k, held, gene, resource, gene2, resource2);
    if (held == taken && from == to) continue;
    left -= shapeCostOf(held) + (held == taken ? 0 : shapeCostOf(taken));
    if ((softTerms & abi.TERM_POOLED_SHAPES) != 0) change += shapesOfGene(held, taken, from, to, isSingle);
  }
  for (let at = load<usize>(record, BLOCK_SHAPED); at < end && change - left <= threshold; at += 4) {
    const cost = load<usize>(at);
    left -= load<i32>(cost);
    change += shapesOf(resourceOfCost(cost), from, to, isSingle);
  }
  return change - left;
}

/** Rules on the event's time and room, its pairs, students, and changes of room. */
function withoutShapes(
  event: i32,
  profile: i32,
  from: i32,
  to: i32,
  gene: i32,
  resource: i32,
  gene2: i32,
  resource2: i32,
): i32 {
  let change = 0;
  if (from != to) {
    change += peekTimeSoft(profile, from, to);
    if ((softTerms & abi.TERM_SET_MEASURES) != 0) change += peekStaticCounts(profile, from, to, false);
  }
  if ((softTerms & abi.TERM_SETS) != 0) change += peekSet(event, to, gene, resource, abi.SET_SOFT);
  if ((softTerms & abi.TERM_PAIRS) != 0) change += peekPairs(event, to, roomAfter(event, gene, resource), 0, -1);
  if ((softTerms & clockTerms) != 0) change += peekClock(event, to, gene, resource, gene2, resource2, false);
  return change;
}

function shapesOfGene(held: i32, taken: i32, from: i32, to: i32, isSingle: bool): i32 {
  if (held == taken) return held == nobody ? 0 : shapesOf(held, from, to, isSingle);
  if (isSingle) return peekShapesOfOne(held, from, false) + peekShapesOfOne(taken, to, true);
  return peekShapes(held, from, nowhere, false) + peekShapes(taken, nowhere, to, false);
}

function shapesOf(resource: i32, from: i32, to: i32, isSingle: bool): i32 {
  return isSingle ? peekShapesOfBlock(resource, from, to) : peekShapes(resource, from, to, false);
}
