import * as abi from '../abi/abi';
import {
  CHANGE_BYTES,
  CHANGE_COUNT,
  CHANGE_DAYS,
  CHANGE_EVENT_COUNT,
  CHANGE_FIRST_EVENT,
  CHANGE_HARD,
  CHANGE_LIMIT,
  CHANGE_PLACES,
  CHANGE_RESOURCE,
  CHANGE_WEIGHT,
  CHANGES_PER_DAY,
  CHANGES_PER_WEEK,
  CHANGES_TOO_SHORT,
  HEADER_CHANGE_SETS,
  MOST_STAYS,
  SECTION_CHANGE_SETS,
  SECTION_CHANGE_SLOTS,
  SECTION_CHANGES_OF,
} from '../abi/changes';
import { calendarWeekClasses, clockOf } from '../image/clock';
import {
  dayCount,
  eventField,
  firstRoom,
  headerWord,
  listItem,
  nobody,
  nowhere,
  profileHas,
  profileOf,
  rowAt,
} from '../image/problem';
import { geneOf, timeOf } from '../state';

/**
 * Changes of building, or of room, of one person: the events of a day in their order, each in the place of its first room;
 * those without a place are passed over. Such rules are rare, so nothing is kept: a peek counts the days that a move touches
 * as they are and as they would become.
 */

/** Scratch, no part of the state: the stays of a person on days that count as one, in their order. */
const STAY_BYTES: usize = 12;
const STAY_START: usize = 0;
const STAY_END: usize = 4;
const STAY_PLACE: usize = 8;
const staysAt: usize = memory.data(MOST_STAYS * 12, 16);

/** Scratch: the move that is peeked, of an event and, in a swap, of its partner (-1: nobody). */
let event: i32 = -1;
let eventTo: i32 = 0;
let gene: i32 = -1;
let resource: i32 = 0;
let gene2: i32 = -1;
let resource2: i32 = 0;
let partner: i32 = -1;
let partnerTo: i32 = 0;
let partnerGene: i32 = -1;
let partnerResource: i32 = 0;

/** Change when `moved` goes to `to` with up to two of its genes changed (-1: none). */
export function peekRoomChanges(moved: i32, to: i32, one: i32, taken: i32, two: i32, taken2: i32, hard: bool): i32 {
  if (headerWord(HEADER_CHANGE_SETS) == 0) return 0;
  setMove(moved, to, one, taken, two, taken2);
  partner = -1;
  return changeOf(moved, -1, hard);
}

/** Change when two events exchange their times and the rooms in two of their genes. */
export function peekSwapRoomChanges(moved: i32, one: i32, other: i32, otherGene: i32, hard: bool): i32 {
  if (headerWord(HEADER_CHANGE_SETS) == 0) return 0;
  setMove(moved, timeOf(other), one, geneOf(otherGene), -1, 0);
  partner = other;
  partnerTo = timeOf(moved);
  partnerGene = otherGene;
  partnerResource = geneOf(one);
  return changeOf(moved, -1, hard) + changeOf(other, moved, hard);
}

function setMove(moved: i32, to: i32, one: i32, taken: i32, two: i32, taken2: i32): void {
  event = moved;
  eventTo = to;
  gene = one;
  resource = taken;
  gene2 = two;
  resource2 = taken2;
}

/** Of the sets of `member` that `counted` (-1: nobody) is not in. */
function changeOf(member: i32, counted: i32, hard: bool): i32 {
  const first = firstSetOf(member);
  const last = first + setCountOf(member);
  let change = 0;
  for (let k = first; k < last; k++) {
    const set = rowAt(headerWord(SECTION_CHANGE_SETS)) + <usize>(listItem(k) * CHANGE_BYTES);
    if ((load<i32>(set, CHANGE_HARD) != 0) != hard || (counted >= 0 && isIn(counted, listItem(k)))) continue;
    if (isInvolved(load<i32>(set, CHANGE_RESOURCE))) change += changeOfSet(set) * load<i32>(set, CHANGE_WEIGHT);
  }
  return change;
}

/** False for somebody who may be chosen for an event of the move, and neither is nor would be. */
function isInvolved(person: i32): bool {
  if (isAt(event, person, false) || isAt(event, person, true)) return true;
  return partner >= 0 && (isAt(partner, person, false) || isAt(partner, person, true));
}

function firstSetOf(member: i32): i32 {
  return load<i32>(rowAt(headerWord(SECTION_CHANGES_OF)) + ((<usize>member) << 3));
}

function setCountOf(member: i32): i32 {
  return load<i32>(rowAt(headerWord(SECTION_CHANGES_OF)) + ((<usize>member) << 3), 4);
}

function isIn(member: i32, set: i32): bool {
  const first = firstSetOf(member);
  const last = first + setCountOf(member);
  for (let k = first; k < last; k++) if (listItem(k) == set) return true;
  return false;
}

function changeOfSet(set: usize): i32 {
  const classes = calendarWeekClasses();
  const count = load<i32>(set, CHANGE_COUNT);
  const limit = load<i32>(set, CHANGE_LIMIT);
  const step = load<i32>(set, CHANGE_DAYS);
  let change = 0;
  for (let weekClass = 0; weekClass < classes; weekClass++) {
    const week = (<u64>1) << weekClass;
    let now = 0;
    let then = 0;
    for (let day = 0; day < dayCount; day += step) {
      const isDayTouched = isTouched(day, step, week);
      // a week's limit is over the sum of all its days
      if (!isDayTouched && (count != CHANGES_PER_WEEK || !isTouched(0, dayCount, week))) continue;
      const before = amountOf(count, limit, gather(set, day, step, week, false));
      const after = isDayTouched ? amountOf(count, limit, gather(set, day, step, week, true)) : before;
      if (count == CHANGES_PER_WEEK) {
        now += before;
        then += after;
      } else change += after - before;
    }
    if (count == CHANGES_PER_WEEK) change += max(0, then - limit) - max(0, now - limit);
  }
  return change;
}

/** True when a time that the move leaves or takes is on these days of the week. */
function isTouched(day: i32, step: i32, week: u64): bool {
  if (meets(timeOf(event), day, step, week) || meets(eventTo, day, step, week)) return true;
  return partner >= 0 && (meets(timeOf(partner), day, step, week) || meets(partnerTo, day, step, week));
}

function meets(time: i32, day: i32, step: i32, week: u64): bool {
  if (time == nowhere || (load<u64>(clockOf(time), abi.CLOCK_WEEK_CLASSES) & week) == 0) return false;
  return ((load<i32>(clockOf(time), abi.CLOCK_DAYS) >> day) & ((1 << step) - 1)) != 0;
}

/** What the stays up to `end` count, before a week's limit. */
function amountOf(count: i32, limit: i32, end: usize): i32 {
  let changes = 0;
  let short = 0;
  let free = 0;
  let place = -1;
  for (let at = staysAt; at < end; at += STAY_BYTES) {
    const here = load<i32>(at, STAY_PLACE);
    if (place >= 0 && here != place) {
      changes++;
      if (load<i32>(at, STAY_START) - free < limit) short++;
    }
    place = here;
    free = max(free, load<i32>(at, STAY_END));
  }
  if (count == CHANGES_TOO_SHORT) return short;
  return count == CHANGES_PER_DAY ? max(0, changes - limit) : changes;
}

/** The person's stays on days of a week, as they are or as the move makes them; returns the end of the list. */
function gather(set: usize, day: i32, step: i32, week: u64, isAfter: bool): usize {
  const first = load<i32>(set, CHANGE_FIRST_EVENT);
  const last = first + load<i32>(set, CHANGE_EVENT_COUNT);
  const person = load<i32>(set, CHANGE_RESOURCE);
  const places = rowAt(load<i32>(set, CHANGE_PLACES));
  let end = staysAt;
  for (let k = first; k < last; k++) {
    const member = listItem(k);
    const time = isAfter ? timeAfter(member) : timeOf(member);
    if (!meets(time, day, step, week) || !isAt(member, person, isAfter)) continue;
    const room = roomOf(member, isAfter);
    const place = room < 0 || room == nobody ? -1 : load<i32>(places + ((<usize>(room - firstRoom)) << 2));
    if (place >= 0) end = insertStays(end, time, day, step, place);
  }
  return end;
}

/** One for each of the days on which the time meets, behind those that begin no later. */
function insertStays(end: usize, time: i32, day: i32, step: i32, place: i32): usize {
  const slots = rowAt(headerWord(SECTION_CHANGE_SLOTS)) + ((<usize>time) << 3);
  const days = load<i32>(clockOf(time), abi.CLOCK_DAYS);
  let next = end;
  for (let on = day; on < day + step; on++) {
    if (((days >> on) & 1) == 0) continue;
    assert(next < staysAt + STAY_BYTES * MOST_STAYS);
    // days lie so far apart that no gap reaches from one to the next
    const start = (on << 16) + load<i32>(slots);
    let at = next;
    while (at > staysAt && load<i32>(at - STAY_BYTES, STAY_START) > start) {
      memory.copy(at, at - STAY_BYTES, STAY_BYTES);
      at -= STAY_BYTES;
    }
    store<i32>(at, start, STAY_START);
    store<i32>(at, (on << 16) + load<i32>(slots, 4), STAY_END);
    store<i32>(at, place, STAY_PLACE);
    next += STAY_BYTES;
  }
  return next;
}

function timeAfter(member: i32): i32 {
  return member == event ? eventTo : member == partner ? partnerTo : timeOf(member);
}

function geneAfter(member: i32, k: i32): i32 {
  if (member == event) return k == gene ? resource : k == gene2 ? resource2 : geneOf(k);
  return member == partner && k == partnerGene ? partnerResource : geneOf(k);
}

function roomOf(member: i32, isAfter: bool): i32 {
  const k = eventField(member, abi.EVENT_ROOM_GENE);
  return k < 0 ? -1 : isAfter ? geneAfter(member, k) : geneOf(k);
}

/** True when the event occupies the person. */
function isAt(member: i32, person: i32, isAfter: bool): bool {
  if (profileHas(profileOf(member), person)) return true;
  const first = eventField(member, abi.EVENT_FIRST_GENE);
  const last = first + eventField(member, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) if ((isAfter ? geneAfter(member, k) : geneOf(k)) == person) return true;
  return false;
}
