import * as abi from '../abi/abi';
import {
  ROW_PAIR_WEIGHT_SHIFT,
  ROW_RUN_BYTES,
  ROW_RUN_COUNT,
  ROW_RUN_REVERSED,
  ROW_RUN_TABLE,
  ROW_RUN_UNIT,
} from '../abi/row-pairs';
import { eventField, nowhere, pairRows, rowAt, rowMostAt, timeCount } from '../image/problem';
import { pairCostOf, pairCostsAt } from '../state';

/**
 * Where events have many partners (students in common), asking all of them about every proposal would take most of the
 * time. Then each event has a row with the sum of its soft pairs over times at any time, given where the partners are:
 * a proposal reads two entries, and an accepted move changes the rows of the partners.
 */

/** What the pairs of the event's row cost at a time; the event may not move the partners along. */
export function rowPairsAt(event: i32, time: i32): i32 {
  return pairRows ? pairCostOf(event, time) : 0;
}

export function rowPairsChange(event: i32, from: i32, to: i32): i32 {
  return pairCostOf(event, to) - pairCostOf(event, from);
}

/**
 * Change of the pairs of both rows when two events exchange their times. The two rows count the pairs of the two with each
 * other as if the partner stayed.
 */
export function rowPairsOfSwap(event: i32, from: i32, partner: i32, to: i32): i32 {
  let change = rowPairsChange(event, from, to) + rowPairsChange(partner, to, from);
  const list = rowAt(eventField(event, abi.EVENT_ROW_PAIRS));
  if (list == 0) return change;
  let run = list + 4;
  for (let left = load<i32>(list); left > 0; left--) {
    const end = endOfRun(run);
    const weight = weightOf(run + ROW_RUN_BYTES, end, partner);
    if (weight != 0) {
      const apart = amountAt(run, from, to) + amountAt(run, to, from);
      change += weight * load<i32>(run, ROW_RUN_UNIT) * (apart - amountAt(run, from, from) - amountAt(run, to, to));
    }
    run = end;
  }
  return change;
}

/** A lower bound of `rowPairsOfSwap` that does not look for the pairs of the two: no pair costs less than nothing. */
export function leastOfSwap(event: i32, from: i32, partner: i32, to: i32): i32 {
  const now = pairCostOf(event, from) + pairCostOf(partner, to);
  const then = pairCostOf(event, to) + pairCostOf(partner, from);
  return max<i32>(0, then - 2 * min(mostOfPartner(event), mostOfPartner(partner))) - now;
}

/**
 * A lower bound of the change of the rows for a proposal whose room is held by `occupant` − 1 (0: by nobody): the two
 * exchange places, or the event finds another room. Without branches, for the screening.
 */
export function leastRowPairs(event: i32, from: i32, occupant: i32, to: i32): i32 {
  const partner = select(event, occupant - 1, occupant == 0);
  const theirs = rowPairsChange(partner, to, from) - 2 * mostOfPartner(event);
  return rowPairsChange(event, from, to) + select(0, min(0, theirs), occupant == 0);
}

function mostOfPartner(event: i32): i32 {
  return load<i32>(rowMostAt + ((<usize>event) << 2));
}

function endOfRun(run: usize): usize {
  return run + ROW_RUN_BYTES + ((<usize>load<i32>(run, ROW_RUN_COUNT)) << 2);
}

/** Sum of the weights of a partner among the entries [first, end), which are ascending. */
function weightOf(first: usize, end: usize, partner: i32): i32 {
  let low = <i32>0;
  let high = <i32>((end - first) >> 2);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (<i32>load<u16>(first + ((<usize>middle) << 2)) < partner) low = middle + 1;
    else high = middle;
  }
  let weight = 0;
  for (let at = first + ((<usize>low) << 2); at < end && <i32>load<u16>(at) == partner; at += 4) {
    weight += <i32>load<u16>(at, 2);
  }
  return weight;
}

/** The amount of the run's table for the event's and the partner's time. */
function amountAt(run: usize, time: i32, otherTime: i32): i32 {
  if (time == nowhere || otherTime == nowhere) return 0;
  const position = load<i32>(run, ROW_RUN_REVERSED) != 0 ? otherTime * timeCount + time : time * timeCount + otherTime;
  return load<i32>(rowAt(load<i32>(run, ROW_RUN_TABLE)) + ((<usize>position) << 2));
}

/** Brings the rows of the partners up to date when the event goes to another time. */
export function applyPairRows(event: i32, from: i32, to: i32): void {
  const list = rowAt(eventField(event, abi.EVENT_ROW_PAIRS));
  if (list == 0) return;
  let run = list + 4;
  for (let left = load<i32>(list); left > 0; left--) {
    if (from != nowhere) addRun(run, from, -1);
    if (to != nowhere) addRun(run, to, 1);
    run = endOfRun(run);
  }
}

/** Adds what the pairs of a run cost the partners, by their times, while the event is at `time`. */
function addRun(run: usize, time: i32, sign: i32): void {
  const starts = rowAt(load<i32>(run, ROW_RUN_TABLE)) + ((<usize>(timeCount * timeCount)) << 2);
  const line = load<i32>(run, ROW_RUN_REVERSED) != 0 ? timeCount + time : time;
  const entries = starts + ((<usize>(2 * timeCount + 1)) << 2);
  const last = load<i32>(starts + ((<usize>(line + 1)) << 2));
  const unit = sign * load<i32>(run, ROW_RUN_UNIT);
  const first = run + ROW_RUN_BYTES;
  const end = endOfRun(run);
  for (let k = load<i32>(starts + ((<usize>line) << 2)); k < last; k++) {
    const entry = entries + ((<usize>k) << 3);
    addPartners(pairCostsAt(load<i32>(entry)), first, end, unit * load<i32>(entry, 4));
  }
}

/** Adds `amount` × weight to the costs of every partner at one time. */
function addPartners(costs: usize, first: usize, end: usize, amount: i32): void {
  for (let at = first; at < end; at += 4) {
    const entry = load<u32>(at);
    const cost = costs + ((<usize>(entry & 0xffff)) << 2);
    store<i32>(cost, load<i32>(cost) + amount * <i32>(entry >> ROW_PAIR_WEIGHT_SHIFT));
  }
}
