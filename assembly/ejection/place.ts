import * as abi from '../abi/abi';
import { eventField, itemAt, nobody, nowhere, profileField, profileOf } from '../image/problem';
import { nextRandom, randomBelow, scaled } from '../random';
import { applyChange } from '../solution/working-solution';
import { timeOf } from '../state';
import { choice, costOfPlacing, TOO_MUCH } from './candidate';
import { culprit, culpritCount, UNARY_COST } from './culprits';
import { collectDebtDay, meetingCount, meetingEvent } from './day';
import { beginDebts, debtOf, debtor, debtorCount, debtVictim } from './debt';
import {
  addWaiting,
  CLOCK,
  countConflict,
  DEBTS,
  ejectionWord,
  eventWeight,
  forbid,
  isTabu,
  resourceWeight,
  setEjectionWord,
  setEventWeight,
  setResourceWeight,
  WAITING,
} from './state';
import { tieCount, tiedTo } from './ties';

/**
 * One step of a repair: the cheapest place of an event that waits, and what becomes of those who are in its way. Everybody
 * who is sent away grows heavier and may not go back at once.
 */

/** Candidate times of an event that are looked at. */
const CANDIDATES: i32 = 128;
/** What each time adds to the weight of somebody who is sent away, and of a slot of debt. */
const EVENT_STEP: i32 = 4;
const DEBT_STEP: i32 = 4;
/** Least steps that somebody may not go back; up to as many more, and one for each that waits. */
const TENURE: i32 = 3;
/**
 * Now and then costs are blurred by up to this factor: where a few equally heavy events take each other's places, two
 * others would have to leave, which never is the cheapest. One choice in four, and one in two, by turns.
 */
const NOISE_EVERY: i32 = 4;
const NOISE_PHASE_BITS: i32 = 11;
export const NOISE_UNITS: i32 = 16;

let bestTime: i32 = 0;
let bestBits: u32 = 0;
let bestCost: i32 = 0;

export function foundTime(): i32 {
  return bestTime;
}

export function foundBits(): u32 {
  return bestBits;
}

/** What the place found by `findPlace` costs; TOO_MUCH when all are forbidden. */
export function foundCost(): i32 {
  return bestCost;
}

/**
 * Finds the cheapest candidate time that is not forbidden, and the random bits with which its
 * resources were found: see above. Returns how many were looked at.
 */
export function findPlace(event: i32): i32 {
  const profile = profileOf(event);
  const count = profileField(profile, abi.PROFILE_TIME_COUNT);
  const times = profileField(profile, abi.PROFILE_TIMES);
  const tries = min<i32>(count, CANDIDATES);
  const random = nextRandom();
  const isNoisy = isNoisyStep();
  let at = scaled(<u32>(random >> 32), count);
  let ties = 0;
  // should all be forbidden, or break a rule of the event's own: the cheapest of those
  let leastForbidden = TOO_MUCH;
  let forbiddenTime = itemAt(times, at);
  bestCost = TOO_MUCH;
  bestBits = <u32>random;
  beginDebts(event);
  for (let k = 0; k < tries; k++) {
    const to = itemAt(times, at);
    if (++at == count) at = 0;
    let cost = costOfPlacing(event, to, isNoisy || bestCost == TOO_MUCH ? TOO_MUCH : bestCost + 1, bestBits);
    if (isNoisy) cost = blurred(cost);
    if (cost > bestCost) continue;
    if (cost >= UNARY_COST || (cost > 0 && isTabu(event, to))) {
      if (cost < leastForbidden) {
        leastForbidden = cost;
        forbiddenTime = to;
      }
      continue;
    }
    ties = cost < bestCost ? 1 : ties + 1;
    if (ties > 1 && randomBelow(ties) != 0) continue;
    bestCost = cost;
    bestTime = to;
    if (cost <= 0) return k + 1;
  }
  if (bestCost == TOO_MUCH) bestTime = forbiddenTime;
  return tries;
}

export function isNoisyStep(): bool {
  const phase = (ejectionWord(CLOCK) >> NOISE_PHASE_BITS) & 1;
  return randomBelow(NOISE_EVERY >> phase) == 0;
}

/** Up to twice as much; not so what nobody's leaving can mend. */
function blurred(cost: i32): i32 {
  return cost <= 0 || cost >= UNARY_COST
    ? cost
    : cost + <i32>((<i64>cost * <i64>randomBelow(NOISE_UNITS)) / NOISE_UNITS);
}

/** Puts the event, which is nowhere, there; all who are in the way leave, and those by whom somebody gets into debt. */
export function place(event: i32, to: i32, bits: u32): void {
  beginDebts(event);
  costOfPlacing(event, to, TOO_MUCH, bits);
  setEjectionWord(CLOCK, ejectionWord(CLOCK) + 1);
  const count = culpritCount();
  for (let k = 0; k < count; k++) sendAway(culprit(k), event);
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const genes = eventField(event, abi.EVENT_GENE_COUNT);
  applyChange(event, to, -1, -1, -1, -1);
  for (let k = 0; k < genes; k++) {
    if (choice(k) != nobody) applyChange(event, to, first + k, choice(k), -1, -1);
  }
  const debtors = debtorCount();
  for (let k = 0; k < debtors; k++) settleDebt(debtor(k), event);
}

/** `other` leaves because of `event` (-1: because of nobody). */
export function sendAway(other: i32, event: i32): void {
  // those who are tied to somebody who left are gone already
  if (timeOf(other) == nowhere) return;
  forbid(other, timeOf(other), TENURE + randomBelow(TENURE + ejectionWord(WAITING)));
  setEventWeight(other, eventWeight(other) + EVENT_STEP);
  if (event >= 0) countConflict(event, other);
  applyChange(other, nowhere, -1, -1, -1, -1);
  addWaiting(other);
  withdrawTied(other);
}

/** Others than `event` leave until the resource is out of debt. */
export function settleDebt(resource: i32, event: i32): void {
  while (debtOf(resource) > 0) {
    growDebt(resource);
    const victim = debtVictim(resource, event);
    if (victim >= 0) {
      sendAway(victim, event);
      continue;
    }
    collectDebtDay(resource, event);
    if (meetingCount() == 0) return;
    for (let k = 0; k < meetingCount(); k++) sendAway(meetingEvent(k), event);
  }
}

/** A slot of the resource's debt costs more from now on. */
export function growDebt(resource: i32): void {
  setResourceWeight(resource, resourceWeight(resource) + DEBT_STEP);
  setEjectionWord(DEBTS, ejectionWord(DEBTS) + 1);
}

/** The event may not go back to where it is for some steps. */
export function keepAway(event: i32): void {
  forbid(event, timeOf(event), TENURE + randomBelow(TENURE));
}

/** Takes out those that are tied to an event that is out. */
export function withdrawTied(event: i32): void {
  const ties = tieCount(event);
  for (let tie = 0; tie < ties; tie++) {
    const other = tiedTo(event, tie);
    if (timeOf(other) == nowhere) continue;
    applyChange(other, nowhere, -1, -1, -1, -1);
    addWaiting(other);
    withdrawTied(other);
  }
}
