import * as abi from '../abi/abi';
import { RESOURCE_FIRST_MEMBER, RESOURCE_MEMBER_COUNT } from '../abi/members';
import { cellStride, dayStride, listItem, nowhere, profileField, resourceField } from '../image/problem';
import { applyChange } from '../solution/working-solution';
import { maskOf, timeOf } from '../state';
import { meetsOn } from '../terms/day-shape';
import { debtBeyond, debtOf } from './debt';
import { eventWeight, slotsOfEvent } from './state';

/**
 * Whole days: a limit of days is kept again only when everybody leaves one of them, so that no single event's leaving
 * helps.
 */

const MOST_MEETING: i32 = 64;
const meetingAt: usize = memory.data(64 * 4, 16);
const timesAt: usize = memory.data(64 * 4, 16);
let meeting: i32 = 0;

export function meetingCount(): i32 {
  return meeting;
}

export function meetingEvent(position: i32): i32 {
  return load<i32>(meetingAt + ((<usize>position) << 2));
}

/**
 * Leaves on the list the events of the resource's day whose leaving costs the least weight for a unit less of debt; the
 * list is empty when clearing a day does not help. Days on which `except` meets stay.
 */
export function collectDebtDay(resource: i32, except: i32): void {
  const before = debtOf(resource);
  let best = -1;
  let least = i32.MAX_VALUE;
  for (let day = 0; day < dayStride - 1; day++) {
    if (maskOf(resource, day) == 0) continue;
    if (except >= 0 && timeOf(except) != nowhere && meetsOn(timeOf(except), day)) continue;
    const cost = collectMeeting(resource, day);
    const relief = before - debtWithout(resource);
    if (relief <= 0 || cost / relief >= least) continue;
    least = cost / relief;
    best = day;
  }
  meeting = 0;
  if (best >= 0) collectMeeting(resource, best);
}

/** Lists those who always occupy the resource and meet on the day; the sum of their weights. */
function collectMeeting(resource: i32, day: i32): i32 {
  meeting = 0;
  let cost = 0;
  const first = resourceField(resource, RESOURCE_FIRST_MEMBER);
  const last = first + resourceField(resource, RESOURCE_MEMBER_COUNT);
  for (let k = first; k < last; k++) {
    const profile = listItem(k) / (cellStride << 1);
    const firstEvent = profileField(profile, abi.PROFILE_FIRST_EVENT);
    const lastEvent = firstEvent + profileField(profile, abi.PROFILE_EVENT_COUNT);
    for (let position = firstEvent; position < lastEvent && meeting < MOST_MEETING; position++) {
      const event = listItem(position);
      if (timeOf(event) == nowhere || !meetsOn(timeOf(event), day)) continue;
      store<i32>(meetingAt + ((<usize>meeting) << 2), event);
      meeting++;
      cost += eventWeight(event);
    }
  }
  return cost;
}

/** Debt of the resource if all on the list waited: they leave and come back. */
function debtWithout(resource: i32): i32 {
  let slots = 0;
  for (let k = 0; k < meeting; k++) {
    const event = meetingEvent(k);
    store<i32>(timesAt + ((<usize>k) << 2), timeOf(event));
    slots += slotsOfEvent(event);
    applyChange(event, nowhere, -1, -1, -1, -1);
  }
  const without = debtBeyond(resource, slots);
  for (let k = meeting - 1; k >= 0; k--) {
    applyChange(meetingEvent(k), load<i32>(timesAt + ((<usize>k) << 2)), -1, -1, -1, -1);
  }
  return without;
}
