import * as abi from '../abi/abi';
import { placeEvent } from '../evolution/construct';
import { keepIfBest, loadWorking } from '../evolution/population';
import {
  eventCount,
  eventField,
  itemAt,
  nobody,
  nowhere,
  profileField,
  profileOf,
  resourceCount,
} from '../image/problem';
import { nextRandom, randomBelow, scaled } from '../random';
import { applyChange, isPlaced } from '../solution/working-solution';
import { arrivalAt, STATE_HARD, stateWord, timeOf } from '../state';
import { choice, costOfPlacing, TOO_MUCH } from './candidate';
import { culprit, culpritCount, UNARY_COST } from './culprits';
import { collectDebtDay, meetingCount, meetingEvent } from './day';
import { beginDebts, debtOf, debtor, debtorCount, debtVictim } from './debt';
import { beginExcursions, followExcursion, isStuck } from './excursion';
import { setFixed } from './fixed';
import { collectMembers, isPlaceable, isToBlame, memberCount, memberOf, violator } from './guilt';
import { findTimeOfHand, inHand, takeInHand, timeInHand, timeOfHand } from './hand';
import {
  addWaiting,
  CLOCK,
  clearWaiting,
  countConflict,
  ejectionWord,
  eventWeight,
  forbid,
  forgetTabu,
  isTabu,
  LEFT,
  resourceWeight,
  setEjectionWord,
  setEventWeight,
  setResourceWeight,
  stopWaiting,
  UNDER_WAY,
  WAITING,
  WITH_SWAPS,
  waitingEvent,
} from './state';
import { lookedAt, trySwaps } from './swaps';
import { hasShapes } from './tables';
import { tieCount, tiedTo } from './ties';

/**
 * Ejection chains: an event that waits takes the place that costs least, whoever is in the way there leaves and waits in
 * turn. Everybody who is sent away grows heavier, so that the search learns who is hard to place (conflict-based
 * statistics: Müller, "Constraint-based timetabling", 2005), and may not go back at once. Hard rules on days and weeks are
 * kept as debts. Where that gets no nearer, swaps are tried first. docs/decisions/0008-ejection-chains.md and
 * 0028-recursive-swaps.md say what was measured. Deterministic; everything that outlives
 * a step lies in the mutable region.
 */

/** Candidate times of an event that are looked at. */
const CANDIDATES: i32 = 128;
/** What it costs to send somebody away at first, and what each time adds. */
const EVENT_WEIGHT: i32 = 16;
const EVENT_STEP: i32 = 4;
/** The same for a slot of debt. */
const DEBT_WEIGHT: i32 = 24;
const DEBT_STEP: i32 = 4;
/** Least steps that somebody may not go back; up to as many more, and one for each that waits. */
const TENURE: i32 = 3;
/** Of so many that wait the heaviest is taken. */
const TOURNAMENT: i32 = 3;
/**
 * Now and then costs are blurred by up to this factor: where a few equally heavy events take each other's places, two
 * others would have to leave, which never is the cheapest. One choice in four, and one in two, by turns.
 */
const NOISE_EVERY: i32 = 4;
const NOISE_PHASE_BITS: i32 = 11;
const NOISE_UNITS: i32 = 16;

/** Begins to repair the working solution, looking at `budget` candidates at most. */
export function beginEjection(budget: i32): void {
  clearWaiting();
  forgetTabu();
  setEjectionWord(UNDER_WAY, 1);
  setEjectionWord(CLOCK, 0);
  setEjectionWord(LEFT, budget);
  beginExcursions();
  for (let event = 0; event < eventCount; event++) setEventWeight(event, EVENT_WEIGHT);
  for (let resource = 0; resource < resourceCount; resource++) setResourceWeight(resource, DEBT_WEIGHT);
  takeOutGuilty();
  for (let resource = 0; resource < resourceCount; resource++) if (hasShapes(resource)) settleDebt(resource, -1);
}

export function isEjecting(): bool {
  return ejectionWord(UNDER_WAY) != 0;
}

/** Everybody who breaks a hard rule where it is, from a random one on, and who has no place yet. */
function takeOutGuilty(): void {
  const offset = randomBelow(eventCount);
  for (let k = 0; k < eventCount; k++) {
    const event = k + offset < eventCount ? k + offset : k + offset - eventCount;
    if (profileField(profileOf(event), abi.PROFILE_TIME_COUNT) == 0) continue;
    const isWrong = timeOf(event) != nowhere && isToBlame(event);
    if (!isWrong && (isPlaced(event) || !isPlaceable(event))) continue;
    applyChange(event, nowhere, -1, -1, -1, -1);
    addWaiting(event);
  }
  for (let k = 0; k < ejectionWord(WAITING); k++) withdrawTied(waitingEvent(k));
}

/** Takes out those that are tied to an event that is out. */
function withdrawTied(event: i32): void {
  const ties = tieCount(event);
  for (let tie = 0; tie < ties; tie++) {
    const other = tiedTo(event, tie);
    if (timeOf(other) == nowhere) continue;
    applyChange(other, nowhere, -1, -1, -1, -1);
    addWaiting(other);
    withdrawTied(other);
  }
}

/**
 * Works on the repair until about `budget` candidates were looked at, or it is over: then the working solution is
 * complete. Returns how many were looked at. Slices of any length come to the same.
 */
export function stepEjection(budget: i32): i32 {
  let used = 0;
  while (used < budget && isEjecting()) {
    let looked = 1;
    if (ejectionWord(WAITING) > 0) looked = placeNext();
    else if (stateWord(STATE_HARD) != 0) looked = shake();
    looked += followExcursion(looked);
    used += looked;
    setEjectionWord(LEFT, max<i32>(0, ejectionWord(LEFT) - looked));
    const isDone = ejectionWord(WAITING) == 0 && stateWord(STATE_HARD) == 0;
    if (isDone || ejectionWord(LEFT) == 0 || isStuck()) finish(isDone);
  }
  return used;
}

/** Ends a repair under way where it is, so that what it has reached counts for the best. Nothing can go on from there. */
export function endRepair(): void {
  if (isEjecting()) finish(false);
}

/** Without success: everybody who waits where least was missing goes where it breaks least. */
function finish(isDone: bool): void {
  setEjectionWord(UNDER_WAY, 0);
  if (!isDone) {
    loadWorking(arrivalAt);
    for (let event = 0; event < eventCount; event++) if (timeOf(event) == nowhere) placeEvent(event);
  }
  keepIfBest();
}

function placeNext(): i32 {
  const event = waitingEvent(pickWaiting());
  let looked = 0;
  if (ejectionWord(WITH_SWAPS) != 0) {
    if (trySwaps(event)) return lookedAt();
    looked = lookedAt();
  }
  const count = takeInHand(event);
  if (count > 1) return looked + placeHand(count);
  stopWaiting(event);
  looked += findPlace(event);
  place(event, bestTime, bestBits);
  return looked;
}

/** Places all who are in hand, the first of them first. */
function placeHand(count: i32): i32 {
  const random = nextRandom();
  const looked = findTimeOfHand(random, isNoisyStep() ? NOISE_UNITS : 0);
  const to = timeOfHand();
  for (let k = 0; k < count; k++) {
    const event = inHand(k);
    const time = timeInHand(k, to);
    // somebody in hand may have to make room for the one before
    if (time == nowhere) continue;
    stopWaiting(event);
    place(event, time, <u32>random);
    setFixed(event, true);
  }
  for (let k = 0; k < count; k++) setFixed(inHand(k), false);
  return looked;
}

function pickWaiting(): i32 {
  const count = ejectionWord(WAITING);
  let best = randomBelow(count);
  for (let k = 1; k < TOURNAMENT; k++) {
    const other = randomBelow(count);
    if (eventWeight(waitingEvent(other)) > eventWeight(waitingEvent(best))) best = other;
  }
  return best;
}

let bestTime: i32 = 0;
let bestBits: u32 = 0;
let bestCost: i32 = 0;

/**
 * Leaves in the variables above the cheapest candidate time that is not forbidden, and the random bits with which its
 * resources were found. Returns how many were looked at.
 */
function findPlace(event: i32): i32 {
  const profile = profileOf(event);
  const count = profileField(profile, abi.PROFILE_TIME_COUNT);
  const times = profileField(profile, abi.PROFILE_TIMES);
  const tries = min<i32>(count, CANDIDATES);
  const random = nextRandom();
  const isNoisy = isNoisyStep();
  let at = scaled(<u32>(random >> 32), count);
  let ties = 0;
  // should all be forbidden: the cheapest of those
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
    if (cost > 0 && isTabu(event, to)) {
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

function isNoisyStep(): bool {
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
function place(event: i32, to: i32, bits: u32): void {
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
function sendAway(other: i32, event: i32): void {
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
function settleDebt(resource: i32, event: i32): void {
  while (debtOf(resource) > 0) {
    setResourceWeight(resource, resourceWeight(resource) + DEBT_STEP);
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

/**
 * Everybody has a place, and yet a hard rule is broken, for instance on the days of somebody who is chosen from a pool: an
 * event of theirs goes elsewhere.
 */
function shake(): i32 {
  const resource = violator();
  if (resource < 0) return expelGuilty();
  setResourceWeight(resource, resourceWeight(resource) + DEBT_STEP);
  collectMembers(resource);
  const members = memberCount();
  let looked = 1;
  let chosen = -1;
  let chosenTime = 0;
  let chosenBits: u32 = 0;
  let least = TOO_MUCH;
  for (let k = 0; k < members; k++) {
    const event = memberOf(k);
    const from = timeOf(event);
    const before = stateWord(STATE_HARD);
    applyChange(event, nowhere, -1, -1, -1, -1);
    const gain = (before - stateWord(STATE_HARD)) * resourceWeight(resource);
    forbid(event, from, 1);
    looked += findPlace(event);
    applyChange(event, from, -1, -1, -1, -1);
    if (bestCost == TOO_MUCH || bestCost - gain >= least) continue;
    least = bestCost - gain;
    chosen = event;
    chosenTime = bestTime;
    chosenBits = bestBits;
  }
  if (chosen < 0) return looked;
  forbid(chosen, timeOf(chosen), TENURE + randomBelow(TENURE));
  applyChange(chosen, nowhere, -1, -1, -1, -1);
  place(chosen, chosenTime, chosenBits);
  return looked;
}

/** Somebody who breaks a hard rule although there may be places where it would not; the repair ends if there is nobody. */
function expelGuilty(): i32 {
  const offset = randomBelow(eventCount);
  for (let k = 0; k < eventCount; k++) {
    const event = k + offset < eventCount ? k + offset : k + offset - eventCount;
    if (timeOf(event) == nowhere || !isToBlame(event)) continue;
    sendAway(event, -1);
    return k + 1;
  }
  setEjectionWord(LEFT, 0);
  return eventCount;
}
