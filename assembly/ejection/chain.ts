import * as abi from '../abi/abi';
import { placeEvent } from '../evolution/place-event';
import { keepIfBest, loadWorking } from '../evolution/population';
import { eventCount, nowhere, profileField, profileOf, resourceCount } from '../image/problem';
import { nextRandom, randomBelow } from '../random';
import { applyChange, isPlaced } from '../solution/working-solution';
import { arrivalAt, STATE_HARD, stateWord, timeOf } from '../state';
import { TOO_MUCH } from './candidate';
import { beginExcursions, followExcursion, isStuck } from './excursion';
import { setFixed } from './fixed';
import { collectMembers, isPlaceable, isToBlame, memberCount, memberOf, violator } from './guilt';
import { findTimeOfHand, inHand, takeInHand, timeInHand, timeOfHand } from './hand';
import {
  findPlace,
  foundBits,
  foundCost,
  foundTime,
  growDebt,
  isNoisyStep,
  keepAway,
  NOISE_UNITS,
  place,
  sendAway,
  settleDebt,
  withdrawTied,
} from './place';
import {
  addWaiting,
  CLOCK,
  clearWaiting,
  DEBTS,
  ejectionWord,
  eventWeight,
  forbid,
  forgetTabu,
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

/**
 * Ejection chains: an event that waits takes the place that costs least, whoever is in the way there leaves and waits in
 * turn. Everybody who is sent away grows heavier, so that the search learns who is hard to place (conflict-based
 * statistics: Müller, "Constraint-based timetabling", 2005), and may not go back at once. Hard rules on days and weeks are
 * kept as debts. Where that gets no nearer, swaps are tried first. docs/decisions/0008-ejection-chains.md and
 * 0028-recursive-swaps.md say what was measured. Deterministic; everything that outlives
 * a step lies in the mutable region.
 */

/** What it costs to send somebody away at first, and the same for a slot of debt. */
const EVENT_WEIGHT: i32 = 16;
const DEBT_WEIGHT: i32 = 24;
/** Of so many that wait the heaviest is taken. */
const TOURNAMENT: i32 = 3;

/** Begins to repair the working solution, looking at `budget` candidates at most. */
export function beginEjection(budget: i32): void {
  clearWaiting();
  forgetTabu();
  setEjectionWord(UNDER_WAY, 1);
  setEjectionWord(CLOCK, 0);
  setEjectionWord(DEBTS, 0);
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
  place(event, foundTime(), foundBits());
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

/**
 * Everybody has a place, and yet a hard rule is broken, for instance on the days of somebody who is chosen from a pool: an
 * event of theirs goes elsewhere.
 */
function shake(): i32 {
  const resource = violator();
  if (resource < 0) return expelGuilty();
  growDebt(resource);
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
    if (foundCost() == TOO_MUCH || foundCost() - gain >= least) continue;
    least = foundCost() - gain;
    chosen = event;
    chosenTime = foundTime();
    chosenBits = foundBits();
  }
  if (chosen < 0) return looked;
  keepAway(chosen);
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
