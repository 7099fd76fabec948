import * as abi from '../abi/abi';
import { eventCount, headerWord, listItem, rowAt, timeCount } from '../image/problem';
import {
  attendanceHard,
  attendanceSoft,
  firstOptionEvent,
  firstPartner,
  firstRequest,
  limitOf,
  optionEventCount,
  partnerIdsAt,
  requestCount,
  requestField,
} from '../image/requests';
import { choiceOf, enrolledAt, partnerCountAt, partnersAt, positionsAt, setChoiceOf, timeOf } from '../state';
import { firstRoomOf, misses } from './travel';

const PARTNER_EVENT: usize = 0;
const PARTNER_STUDENTS: usize = 2;

/**
 * Attendance: sectioned students who cannot attend two of their events. Each event has a list of those with which it has
 * students in common, and how many, so that a move of an event asks its list, and a move of a student the events of that
 * student. Where an event stands in the list of another one is kept by position + 1, 0 when it does not.
 */
function listOf(event: i32): usize {
  return partnersAt + ((<usize>firstPartner(event)) << 2);
}

function partnerCountOf(event: i32): i32 {
  return load<i32>(partnerCountAt + ((<usize>event) << 2));
}

/** Address of where `other` stands in the list of `event`; 0 when it never can. */
function positionAt(event: i32, other: i32): usize {
  if (partnerIdsAt == 0) return positionsAt + ((<usize>event * <usize>eventCount + <usize>other) << 1);
  let low = firstPartner(event);
  const end = firstPartner(event + 1);
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (<i32>load<u16>(partnerIdsAt + ((<usize>middle) << 1)) < other) low = middle + 1;
    else high = middle;
  }
  const isFound = low < end && <i32>load<u16>(partnerIdsAt + ((<usize>low) << 1)) == other;
  return isFound ? positionsAt + ((<usize>low) << 1) : 0;
}

function commonOf(event: i32, other: i32): i32 {
  const at = positionAt(event, other);
  const position = at == 0 ? 0 : <i32>load<u16>(at);
  return position == 0 ? 0 : <i32>load<u16>(listOf(event) + ((<usize>(position - 1)) << 2), PARTNER_STUDENTS);
}

function timeRow(time: i32): usize {
  return rowAt(headerWord(abi.SECTION_ENOUGH)) + <usize>(time * timeCount);
}

/** Change when `event` goes to time `to` and first room `room`; what it has in common with `except` is left out. */
export function peekAttendance(event: i32, to: i32, room: i32, except: i32, hard: bool): i32 {
  const unit = hard ? attendanceHard : attendanceSoft;
  const from = timeOf(event);
  const held = firstRoomOf(event);
  if (unit == 0 || (from == to && held == room)) return 0;
  const toRow = timeRow(to);
  const fromRow = timeRow(from);
  const first = listOf(event);
  const last = first + ((<usize>partnerCountOf(event)) << 2);
  let change = 0;
  for (let at = first; at < last; at += 4) {
    const other = <i32>load<u16>(at, PARTNER_EVENT);
    const time = timeOf(other);
    const enough = load<u8>(toRow + <usize>time);
    const enoughNow = load<u8>(fromRow + <usize>time);
    // most pairs are apart, or together, before and after
    if ((enough == enoughNow && (enough == abi.NO_WAY || enough == 0)) || other == except) continue;
    const otherRoom = firstRoomOf(other);
    const students = <i32>load<u16>(at, PARTNER_STUDENTS);
    change += students * (misses(toRow, room, time, otherRoom) - misses(fromRow, held, time, otherRoom));
  }
  return change * unit;
}

/** Change of what two events have in common when both move. */
export function peekAttendanceBetween(
  event: i32,
  to: i32,
  room: i32,
  other: i32,
  otherTo: i32,
  otherRoom: i32,
  hard: bool,
): i32 {
  const unit = hard ? attendanceHard : attendanceSoft;
  if (unit == 0) return 0;
  const students = commonOf(event, other);
  if (students == 0) return 0;
  const after = misses(timeRow(to), room, otherTo, otherRoom);
  const before = misses(timeRow(timeOf(event)), firstRoomOf(event), timeOf(other), firstRoomOf(other));
  return students * unit * (after - before);
}

/** Change of the number of missed pairs when a request goes from its option to `option` (-1: none). */
export function peekAttendances(request: i32, option: i32): i32 {
  return missedWith(request, option) - missedWith(request, choiceOf(request));
}

/** Missed pairs of the student that an option of the request is part of. */
export function missedWith(request: i32, option: i32): i32 {
  if (option < 0) return 0;
  const student = requestField(request, abi.REQUEST_STUDENT);
  const last = firstRequest(student + 1);
  let missed = within(request, option);
  for (let other = firstRequest(student); other < last; other++) {
    if (other == request) continue;
    const choice = choiceOf(other);
    if (choice >= 0) missed += between(request, option, other, choice);
  }
  return missed;
}

/** Pairs of events of an option that cannot both be attended. */
function within(request: i32, option: i32): i32 {
  const first = firstOptionEvent(request, option);
  const last = first + optionEventCount(request, option);
  let missed = 0;
  for (let k = first; k < last; k++) for (let l = first; l < k; l++) missed += missesOf(listItem(k), listItem(l));
  return missed;
}

function between(request: i32, option: i32, other: i32, otherOption: i32): i32 {
  const first = firstOptionEvent(request, option);
  const last = first + optionEventCount(request, option);
  const otherFirst = firstOptionEvent(other, otherOption);
  const otherLast = otherFirst + optionEventCount(other, otherOption);
  let missed = 0;
  for (let k = first; k < last; k++) {
    const event = listItem(k);
    const row = timeRow(timeOf(event));
    for (let l = otherFirst; l < otherLast; l++) {
      const attended = listItem(l);
      const time = timeOf(attended);
      // most are apart
      if (load<u8>(row + <usize>time) != abi.NO_WAY)
        missed += misses(row, firstRoomOf(event), time, firstRoomOf(attended));
    }
  }
  return missed;
}

function missesOf(event: i32, other: i32): i32 {
  return misses(timeRow(timeOf(event)), firstRoomOf(event), timeOf(other), firstRoomOf(other));
}

/** Hard change by requests without events, and by students over the limits. */
export function peekLimits(request: i32, option: i32): i32 {
  const held = choiceOf(request);
  let change = (option < 0 ? 1 : 0) - (held < 0 ? 1 : 0);
  const first = firstOptionEvent(request, option);
  const last = first + optionEventCount(request, option);
  for (let k = first; k < last; k++) {
    const event = listItem(k);
    if (!isIn(event, request, held) && enrolledIn(event) >= limitOf(event)) change++;
  }
  const heldFirst = firstOptionEvent(request, held);
  const heldLast = heldFirst + optionEventCount(request, held);
  for (let k = heldFirst; k < heldLast; k++) {
    const event = listItem(k);
    if (!isIn(event, request, option) && enrolledIn(event) > limitOf(event)) change--;
  }
  return change;
}

/** Hard change by the options that requests have, against none for any. */
export function hardOfOptions(): i32 {
  let change = 0;
  for (let request = 0; request < requestCount; request++) if (choiceOf(request) >= 0) change--;
  if (requestCount == 0) return 0;
  for (let event = 0; event < eventCount; event++) change += max<i32>(0, enrolledIn(event) - limitOf(event));
  return change;
}

/** True when an option of the request (-1: none) has the event. */
export function isIn(event: i32, request: i32, option: i32): bool {
  const first = firstOptionEvent(request, option);
  const last = first + optionEventCount(request, option);
  for (let k = first; k < last; k++) if (listItem(k) == event) return true;
  return false;
}

function enrolledIn(event: i32): i32 {
  return load<i32>(enrolledAt + ((<usize>event) << 2));
}

/** The counters follow the request to its new option. */
export function applyAttendances(request: i32, option: i32): void {
  count(request, choiceOf(request), -1);
  setChoiceOf(request, option);
  count(request, option, 1);
}

/** Adds the student to the events of an option, and to what these have in common with the student's others. */
function count(request: i32, option: i32, step: i32): void {
  if (option < 0) return;
  const student = requestField(request, abi.REQUEST_STUDENT);
  const last = firstRequest(student + 1);
  const first = firstOptionEvent(request, option);
  const end = first + optionEventCount(request, option);
  for (let k = first; k < end; k++) {
    const event = listItem(k);
    const at = enrolledAt + ((<usize>event) << 2);
    store<i32>(at, load<i32>(at) + step);
    for (let l = first; l < k; l++) addCommon(event, listItem(l), step);
    for (let other = firstRequest(student); other < last; other++) {
      if (other == request) continue;
      const choice = choiceOf(other);
      const otherFirst = firstOptionEvent(other, choice);
      const otherEnd = otherFirst + optionEventCount(other, choice);
      for (let l = otherFirst; l < otherEnd; l++) addCommon(event, listItem(l), step);
    }
  }
}

function addCommon(event: i32, other: i32, step: i32): void {
  addPartner(event, other, step);
  if (event != other) addPartner(other, event, step);
}

/** One student more or less in the list entry of `other`, which comes and goes with its first and last student. */
function addPartner(event: i32, other: i32, step: i32): void {
  const list = listOf(event);
  const at = positionAt(event, other);
  let position = <i32>load<u16>(at);
  const countAt = partnerCountAt + ((<usize>event) << 2);
  if (position == 0) {
    position = load<i32>(countAt) + 1;
    store<i32>(countAt, position);
    store<u16>(at, <u16>position);
    store<u16>(list + ((<usize>(position - 1)) << 2), <u16>other, PARTNER_EVENT);
  }
  const entry = list + ((<usize>(position - 1)) << 2);
  const students = <i32>load<u16>(entry, PARTNER_STUDENTS) + step;
  store<u16>(entry, <u16>students, PARTNER_STUDENTS);
  if (students != 0) return;
  // the last of the list takes the place
  const last = load<i32>(countAt);
  const lastEntry = list + ((<usize>(last - 1)) << 2);
  store<u16>(positionAt(event, <i32>load<u16>(lastEntry, PARTNER_EVENT)), <u16>position);
  store<u16>(at, 0);
  store<u32>(entry, load<u32>(lastEntry));
  store<u32>(lastEntry, 0);
  store<i32>(countAt, last - 1);
}
