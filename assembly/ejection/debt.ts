import * as abi from '../abi/abi';
import { RESOURCE_FIRST_MEMBER, RESOURCE_MEMBER_COUNT } from '../abi/members';
import {
  cellStride,
  dayCount,
  dayStride,
  listItem,
  nowhere,
  profileField,
  profileHas,
  profileOf,
  resourceField,
  timeDay,
  timeField,
  weekClassCount,
} from '../image/problem';
import { randomBelow } from '../random';
import { maskOf, timeOf, weekOf } from '../state';
import { meetsOn } from '../terms/day-shape';
import { culprit, culpritCount } from './culprits';
import { isFixed } from './fixed';
import { measureExcess, measureNeed, needBeyondDays, onlyThere, sumUpMeasures } from './measures';
import { ejectionWord, LENGTH, resourceWeight, slotsOfEvent, WITH_SWAPS, waitingSlots } from './state';
import { dayTableAt, excessOf, hasShapes, leastDayOf, needOf, weekTableAt } from './tables';
import { weightWithTied } from './ties';

/**
 * Debts: how hard rules on days and weeks bind a timetable of which a part is still missing. A gap is no breach while an
 * event waits that may fill it; a breach that no addition can mend is one at once. For the mask of a day the tables in
 * tables.ts tell the slots that have to be added (need) and what remains even then (excess); so a resource is
 * in debt by excess + max(0, need − slots that wait). Sending an event away hardly ever raises a debt, and when nobody
 * waits and nobody is in debt, no such rule is broken.
 */

/** Resources with such rules that the event in hand always occupies: each with its need, excess and debt. */
const MOST_DEBTORS: i32 = 64;
const debtorsAt: usize = memory.data(64 * 16, 16);
let debtors: i32 = 0;

let need: i32 = 0;
let excess: i32 = 0;
/** The part of the measures of weeks, which may be mended by the very slots that mend days. */
let weekNeed: i32 = 0;
let weekExcess: i32 = 0;
/** What the measures of weeks ask for in addition to the need of the days. */
let beyondNeed: i32 = 0;

/** Sums need and excess of the resource as it is. */
function sumUp(resource: i32): void {
  need = 0;
  excess = 0;
  for (let day = 0; day < dayStride - 1; day++) addDay(resource, day, maskOf(resource, day), 1);
  for (let weekClass = 0; weekClass < weekClassCount; weekClass++) addWeek(resource, weekOf(resource, weekClass), 1);
  measureWeeks(resource, nowhere, 0, 0);
}

function measureWeeks(resource: i32, time: i32, added: i32, freed: i32): void {
  sumUpMeasures(resource, time, added, freed);
  weekNeed = measureNeed();
  beyondNeed = needBeyondDays();
  weekExcess = measureExcess();
}

function addDay(resource: i32, day: i32, mask: i32, sign: i32): void {
  const table = dayTableAt(resource, day);
  if (table == 0) return;
  need += sign * needOf(table, mask);
  excess += sign * excessOf(table, mask);
}

/** A day that is missing needs as many slots as the least day has. */
function addWeek(resource: i32, days: i32, sign: i32): void {
  const table = weekTableAt(resource);
  if (table == 0) return;
  need += sign * needOf(table, days) * leastDayOf(resource);
  excess += sign * excessOf(table, days);
}

function debt(waiting: i32): i32 {
  return excess + weekExcess + max<i32>(0, max<i32>(need + beyondNeed, weekNeed) - waiting);
}

/** Looks up the debtors of an event that is about to be placed and waits no longer. */
export function beginDebts(event: i32): void {
  debtors = 0;
  const profile = profileOf(event);
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = first; k < last && debtors < MOST_DEBTORS; k++) {
    const resource = listItem(k);
    if (!hasShapes(resource)) continue;
    sumUp(resource);
    const at = debtorsAt + ((<usize>debtors) << 4);
    store<i32>(at, resource);
    store<i32>(at, need, 4);
    store<i32>(at, excess, 8);
    store<i32>(at, debt(waitingSlots(resource) + slotsOfEvent(event)), 12);
    debtors++;
  }
}

export function debtorCount(): i32 {
  return debtors;
}

export function debtor(position: i32): i32 {
  return load<i32>(debtorsAt + ((<usize>position) << 4));
}

/**
 * What the debts would grow by, weighted, if the event of `beginDebts` went to `to`. Those on the list of culprits leave then
 * and may pay with their slots elsewhere: a lesson in the place of another of the same class brings nobody into debt. Swaps
 * and excursions, which come when that has led no further, count them as if they stayed.
 */
export function debtCost(to: i32): i32 {
  const added = timeField(to, abi.TIME_MASK);
  const doLeave = ejectionWord(WITH_SWAPS) == 0 && ejectionWord(LENGTH) == 0;
  let cost = 0;
  for (let k = 0; k < debtors; k++) {
    const at = debtorsAt + ((<usize>k) << 4);
    const resource = load<i32>(at);
    need = load<i32>(at, 4);
    excess = load<i32>(at, 8);
    if (doLeave) sumUpLeaving(resource, to);
    exchange(resource, to, added, doLeave ? leavingMask & ~added : 0);
    const growth = debt(waitingSlots(resource) + (doLeave ? leavingSlots : 0)) - load<i32>(at, 12);
    if (growth > 0) cost += growth * resourceWeight(resource);
  }
  return cost;
}

let leavingSlots: i32 = 0;
let leavingMask: i32 = 0;

/** Slots of the resource that become free when the culprits leave: how many, and which of the day of `to`. */
function sumUpLeaving(resource: i32, to: i32): void {
  leavingSlots = 0;
  leavingMask = 0;
  const day = timeField(to, abi.TIME_DAY_COUNT) == 1 ? timeDay(to, 0) : -1;
  for (let k = 0; k < culpritCount(); k++) {
    const event = culprit(k);
    if (!profileHas(profileOf(event), resource)) continue;
    leavingSlots += slotsOfEvent(event);
    const time = timeOf(event);
    if (day >= 0 && meetsOn(time, day)) leavingMask |= timeField(time, abi.TIME_MASK);
  }
}

/** Need and excess follow when the days of `time` get and lose slots. */
function exchange(resource: i32, time: i32, added: i32, freed: i32): void {
  const days = timeField(time, abi.TIME_DAY_COUNT);
  const hasWeek = weekTableAt(resource) != 0;
  measureWeeks(resource, time, added, freed);
  let weekClass = -1;
  let worked = 0;
  let workedAfter = 0;
  for (let k = 0; k < days; k++) {
    const day = timeDay(time, k);
    const mask = maskOf(resource, day);
    const after = (mask | added) & ~(freed == 0 ? 0 : onlyThere(resource, day, freed));
    addDay(resource, day, mask, -1);
    addDay(resource, day, after, 1);
    if (!hasWeek) continue;
    if (day / dayCount != weekClass) {
      if (worked != workedAfter) exchangeWeek(resource, worked, workedAfter);
      weekClass = day / dayCount;
      worked = weekOf(resource, weekClass);
      workedAfter = worked;
    }
    const bit = 1 << (day - weekClass * dayCount);
    workedAfter = after != 0 ? workedAfter | bit : workedAfter & ~bit;
  }
  if (worked != workedAfter) exchangeWeek(resource, worked, workedAfter);
}

function exchangeWeek(resource: i32, before: i32, after: i32): void {
  addWeek(resource, before, -1);
  addWeek(resource, after, 1);
}

export function debtOf(resource: i32): i32 {
  return debtBeyond(resource, 0);
}

/** Its debt if so many slots more waited. */
export function debtBeyond(resource: i32, slots: i32): i32 {
  sumUp(resource);
  return debt(waitingSlots(resource) + slots);
}

/**
 * The event other than `except` that should leave a resource in debt: the least weight for a unit less of debt; -1 when
 * nobody's leaving helps.
 */
export function debtVictim(resource: i32, except: i32): i32 {
  const before = debtOf(resource);
  const needBefore = need;
  const excessBefore = excess;
  const first = resourceField(resource, RESOURCE_FIRST_MEMBER);
  const last = first + resourceField(resource, RESOURCE_MEMBER_COUNT);
  let victim = -1;
  let least = i32.MAX_VALUE;
  let ties = 0;
  for (let k = first; k < last; k++) {
    const profile = listItem(k) / (cellStride << 1);
    const firstEvent = profileField(profile, abi.PROFILE_FIRST_EVENT);
    const lastEvent = firstEvent + profileField(profile, abi.PROFILE_EVENT_COUNT);
    for (let position = firstEvent; position < lastEvent; position++) {
      const event = listItem(position);
      const time = timeOf(event);
      if (event == except || time == nowhere || isFixed(event)) continue;
      need = needBefore;
      excess = excessBefore;
      exchange(resource, time, 0, timeField(time, abi.TIME_MASK));
      const relief = before - debt(waitingSlots(resource) + slotsOfEvent(event));
      if (relief <= 0) continue;
      const cost = weightWithTied(event) / relief;
      if (cost > least) continue;
      if (cost == least) {
        ties++;
        if (randomBelow(ties + 1) != 0) continue;
      } else ties = 0;
      least = cost;
      victim = event;
    }
  }
  return victim;
}
