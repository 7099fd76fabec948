import * as abi from '../abi/abi';
import { eventCount, itemAt, listItem, profileField, profileOf, resourceCount, timeField } from '../image/problem';
import { ejectionAt } from '../state';

/**
 * What the repair by ejection remembers, in the mutable region: the events that wait for a place, how hard each event
 * and each resource has proved to be, which event may not go back where, and who sent whom away.
 */

/** Events waiting. */
export const WAITING: usize = 0;
/** Ejections so far: the clock of the tabu entries. */
export const CLOCK: usize = 4;
/** Candidates that may still be looked at. */
export const LEFT: usize = 8;
/** Burden of the base, the least seen in this repair. */
export const LEAST: usize = 12;
/** 1 while a repair is under way. */
export const UNDER_WAY: usize = 16;
/** Repairs of constructions that found no way so far: see evolution/evolve.ts. */
export const FAILURES: usize = 20;
/** Clock when the excursion under way began, and the steps after which it ends; 0 before the first one. */
export const BASE_CLOCK: usize = 24;
export const LENGTH: usize = 28;
/** Candidates looked at since the base got less to bear. */
export const SINCE_LESS: usize = 32;
/** 1 when the repair has got so little nearer that whoever waits is first tried to be placed by swaps. */
export const WITH_SWAPS: usize = 36;
/** Times that a debt had to be mended. */
export const DEBTS: usize = 40;

const waitingAtOffset: i32 = abi.EJECTION_BYTES;

export function ejectionWord(word: usize): i32 {
  return load<i32>(ejectionAt + word);
}

export function setEjectionWord(word: usize, value: i32): void {
  store<i32>(ejectionAt + word, value);
}

/** The event at a position of the list of those that wait. */
export function waitingEvent(position: i32): i32 {
  return load<i32>(ejectionAt + <usize>(waitingAtOffset + (position << 2)));
}

export function addWaiting(event: i32): void {
  const count = ejectionWord(WAITING);
  assert(count < eventCount);
  store<i32>(ejectionAt + <usize>(waitingAtOffset + (count << 2)), event);
  setEjectionWord(WAITING, count + 1);
  changeWaitingSlots(event, slotsOfEvent(event));
}

/** Takes an event that waits out of the list, looking for it from the end. */
export function stopWaiting(event: i32): void {
  let position = ejectionWord(WAITING) - 1;
  while (waitingEvent(position) != event) position--;
  takeWaiting(position);
}

/** Takes an event out of the list; the last takes its position. */
function takeWaiting(position: i32): i32 {
  const event = waitingEvent(position);
  const last = ejectionWord(WAITING) - 1;
  store<i32>(ejectionAt + <usize>(waitingAtOffset + (position << 2)), waitingEvent(last));
  setEjectionWord(WAITING, last);
  changeWaitingSlots(event, -slotsOfEvent(event));
  return event;
}

/** Slots that the event takes, whenever it is. */
export function slotsOfEvent(event: i32): i32 {
  const time = itemAt(profileField(profileOf(event), abi.PROFILE_TIMES), 0);
  return timeField(time, abi.TIME_DAY_COUNT) * timeField(time, abi.TIME_LENGTH);
}

function waitingSlotsAt(resource: i32): usize {
  return ejectionAt + <usize>(waitingAtOffset + ((2 * eventCount + resourceCount + resource) << 2));
}

/** Slots of the events that wait and always occupy the resource. */
export function waitingSlots(resource: i32): i32 {
  return load<i32>(waitingSlotsAt(resource));
}

function changeWaitingSlots(event: i32, change: i32): void {
  const profile = profileOf(event);
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = first; k < last; k++) {
    const at = waitingSlotsAt(listItem(k));
    store<i32>(at, load<i32>(at) + change);
  }
}

/** Nobody waits. */
export function clearWaiting(): void {
  setEjectionWord(WAITING, 0);
  for (let resource = 0; resource < resourceCount; resource++) store<i32>(waitingSlotsAt(resource), 0);
}

function eventWeightAt(event: i32): usize {
  return ejectionAt + <usize>(waitingAtOffset + ((eventCount + event) << 2));
}

/** What it costs to send the event away: more with each time that it happened. */
export function eventWeight(event: i32): i32 {
  return load<i32>(eventWeightAt(event));
}

export function setEventWeight(event: i32, weight: i32): void {
  store<i32>(eventWeightAt(event), weight);
}

function resourceWeightAt(resource: i32): usize {
  return ejectionAt + <usize>(waitingAtOffset + ((2 * eventCount + resource) << 2));
}

/** What a unit of the resource's hard shapes costs. */
export function resourceWeight(resource: i32): i32 {
  return load<i32>(resourceWeightAt(resource));
}

export function setResourceWeight(resource: i32, weight: i32): void {
  store<i32>(resourceWeightAt(resource), weight);
}

function tabuAt(event: i32, time: i32): usize {
  const hash = (<u32>event * 0x9e3779b1) ^ (<u32>time * 0x85ebca6b);
  return ejectionAt + <usize>(abi.EJECTION_TABU + ((hash >> 20) << 2));
}

/** True while the event may not go back to a time from which it was sent away. Two may share an entry. */
export function isTabu(event: i32, time: i32): bool {
  return load<i32>(tabuAt(event, time)) > ejectionWord(CLOCK);
}

export function forbid(event: i32, time: i32, steps: i32): void {
  store<i32>(tabuAt(event, time), ejectionWord(CLOCK) + steps);
}

/** Forgets what is forbidden. */
export function forgetTabu(): void {
  memory.fill(ejectionAt + abi.EJECTION_TABU, 0, abi.EJECTION_TABU_ENTRIES << 2);
}

export function forgetConflicts(): void {
  memory.fill(ejectionAt + abi.EJECTION_CONFLICTS, 0, abi.EJECTION_CONFLICT_ENTRIES * abi.CONFLICT_BYTES);
}

export function conflictsAt(): usize {
  return ejectionAt + abi.EJECTION_CONFLICTS;
}

/**
 * Counts that `event` sent `other` away. Pairs that fall on one entry vote against each other, so that the frequent ones
 * stay and what is counted is never too much (Misra and Gries, 1982).
 */
export function countConflict(event: i32, other: i32): void {
  const hash = (<u32>event * 0x9e3779b1) ^ (<u32>other * 0xc2b2ae35);
  const at = ejectionAt + <usize>(abi.EJECTION_CONFLICTS + <i32>(hash >> 22) * abi.CONFLICT_BYTES);
  const count = load<i32>(at, 8);
  if (count == 0) {
    store<i32>(at, event);
    store<i32>(at, other, 4);
    store<i32>(at, 1, 8);
  } else {
    const isSame = load<i32>(at) == event && load<i32>(at, 4) == other;
    store<i32>(at, isSame ? count + 1 : count - 1, 8);
  }
}
