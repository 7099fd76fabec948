import * as abi from '../abi/abi';
import { TERM_ROOM_CHANGES } from '../abi/changes';
import { RESOURCE_FIRST_MEMBER, RESOURCE_MEMBER_COUNT } from '../abi/members';
import { intervalSetCount } from '../image/clock';
import {
  cellStride,
  dayStride,
  eventCount,
  eventField,
  geneField,
  hardTerms,
  itemAt,
  listItem,
  nobody,
  nowhere,
  profileField,
  profileOf,
  resourceCount,
  resourceField,
  rowAt,
  rowValue,
  weekClassCount,
} from '../image/problem';
import { randomBelow } from '../random';
import { peekSet } from '../solution/score';
import { geneOf, maskOf, occupies, timeOf, weekOf } from '../state';
import { peekInstructorPairs } from '../terms/instructor-pair';
import { cellRowSum, peekClash, peekStaticClash } from '../terms/occupancy';
import { peekPairs } from '../terms/pair';
import { peekRoomChanges } from '../terms/room-changes';
import { peekStaticCounts } from '../terms/slot-count';
import { firstRoomOf } from '../terms/travel';
import { geneCost } from '../terms/unary';
import { weekMeasures } from '../terms/week-measure';
import { ownCost } from './candidate';
import { isOnTooManyDays } from './intervals';

/** Who breaks hard rules: events by where they are, resources by their days and weeks. */

const MOST_MEMBERS: i32 = 6;
const membersAt: usize = memory.data(6 * 4, 16);
let members: i32 = 0;
let seen: i32 = 0;

export function memberCount(): i32 {
  return members;
}

export function memberOf(position: i32): i32 {
  return load<i32>(membersAt + ((<usize>position) << 2));
}

/** A random one of the resources whose hard shapes cost something, or -1. */
export function violator(): i32 {
  let found = -1;
  let count = 0;
  for (let resource = 0; resource < resourceCount; resource++) {
    const shaped = resourceField(resource, abi.RESOURCE_SHAPED);
    if ((shaped & (abi.SHAPED_DAYS | abi.SHAPED_WEEKS | abi.SHAPED_MEASURES)) == 0 || !isViolated(resource)) continue;
    count++;
    if (randomBelow(count) == 0) found = resource;
  }
  return found;
}

function isViolated(resource: i32): bool {
  const tables = rowAt(resourceField(resource, abi.RESOURCE_HARD_DAYS));
  if (tables != 0) {
    for (let day = 0; day < dayStride - 1; day++) {
      const table = load<i32>(tables + ((<usize>day) << 2));
      if (rowValue(table, maskOf(resource, day)) != 0) return true;
    }
  }
  const measures = resourceField(resource, abi.RESOURCE_HARD_MEASURES);
  for (let weekClass = 0; measures != 0 && weekClass < weekClassCount; weekClass++) {
    if (weekMeasures(resource, measures, weekClass) != 0) return true;
  }
  const week = resourceField(resource, abi.RESOURCE_HARD_WEEK);
  if (week == 0) return false;
  for (let weekClass = 0; weekClass < weekClassCount; weekClass++) {
    if (rowValue(week, weekOf(resource, weekClass)) != 0) return true;
  }
  return false;
}

/** Some random events of the resource that have a time. */
export function collectMembers(resource: i32): void {
  members = 0;
  seen = 0;
  const first = resourceField(resource, RESOURCE_FIRST_MEMBER);
  const count = resourceField(resource, RESOURCE_MEMBER_COUNT);
  for (let k = first; k < first + count; k++) {
    const profile = listItem(k) / (cellStride << 1);
    const firstEvent = profileField(profile, abi.PROFILE_FIRST_EVENT);
    const events = profileField(profile, abi.PROFILE_EVENT_COUNT);
    for (let position = 0; position < events; position++) offer(listItem(firstEvent + position));
  }
  if (count != 0) return;
  for (let event = 0; event < eventCount; event++) if (occupies(event, resource)) offer(event);
}

/** Reservoir sampling (Vitter 1985, algorithm R). */
function offer(event: i32): void {
  if (timeOf(event) == nowhere) return;
  seen++;
  const position = members < MOST_MEMBERS ? members++ : randomBelow(seen);
  if (position < MOST_MEMBERS) store<i32>(membersAt + ((<usize>position) << 2), event);
}

/** True when there is somebody in every pool of the event. */
export function isPlaceable(event: i32): bool {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let gene = first; gene < last; gene++) if (geneField(gene, abi.GENE_POOL_COUNT) == 0) return false;
  return true;
}

/**
 * True when an event that has a time breaks a hard rule there, other than on days and weeks, and there are times where it
 * would break less by itself.
 */
export function isToBlame(event: i32): bool {
  const from = timeOf(event);
  const profile = profileOf(event);
  const cells = cellRowSum(profileField(profile, abi.PROFILE_CELL_HARD), from);
  if (peekStaticClash(profile, from, nowhere) + cells < 0) return true;
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let gene = first; gene < last; gene++) {
    const held = geneOf(gene);
    if (held == nobody) continue;
    if (peekClash(held, from, nowhere) < 0 || geneCost(gene, abi.GENE_HARD, held, from) > 0) return true;
    if (cellRowSum(resourceField(held, abi.RESOURCE_HARD_CELLS), from) > 0) return true;
  }
  if ((hardTerms & abi.TERM_PAIRS) != 0 && peekPairs(event, nowhere, firstRoomOf(event), abi.PAIR_HARD, -1) < 0) {
    return true;
  }
  if ((hardTerms & abi.TERM_SETS) != 0 && peekSet(event, nowhere, -1, -1, abi.SET_HARD) < 0) return true;
  if ((hardTerms & abi.TERM_SET_MEASURES) != 0 && peekStaticCounts(profile, from, nowhere, true) < 0) return true;
  if (intervalSetCount != 0 && isOnTooManyDays(event)) return true;
  if ((hardTerms & TERM_ROOM_CHANGES) != 0 && peekRoomChanges(event, nowhere, -1, 0, -1, 0, true) < 0) return true;
  if ((hardTerms & abi.TERM_INSTRUCTOR_PAIRS) != 0 && peekInstructorPairs(event, nowhere, -1, -1, -1, -1, true) < 0) {
    return true;
  }
  const own = ownCost(event, from);
  return own > 0 && hasBetterTime(event, own);
}

function hasBetterTime(event: i32, own: i32): bool {
  const profile = profileOf(event);
  const count = profileField(profile, abi.PROFILE_TIME_COUNT);
  const times = profileField(profile, abi.PROFILE_TIMES);
  for (let k = 0; k < count; k++) if (ownCost(event, itemAt(times, k)) < own) return true;
  return false;
}
