import * as abi from '../abi/abi';
import { bondCount, firstOfBond, kindOf, memberOfBond } from '../ejection/bonds';
import { slotsOfEvent } from '../ejection/state';
import {
  eventField,
  geneField,
  itemAt,
  listItem,
  nowhere,
  profileField,
  profileHas,
  profileOf,
  resourceField,
  slotCount,
  timeDay,
  timeField,
} from '../image/problem';
import { randomBelow } from '../random';
import { enterCost } from '../state';
import { cellRowSum, peekClash } from '../terms/occupancy';
import { geneCost } from '../terms/unary';
import { placeBound } from './place-event';

/**
 * Large bonds (ejection/bonds.ts) come first in a construction, the largest of them first: once one of their members has
 * a time, the others have no choice of its kind, and hardly any repair can move all of them.
 */

/** Members from which on a bond is large, and kinds of times between which there is a choice. */
const LARGE: i32 = 5;
const MOST_KINDS: i32 = 64;
/** Slots that would be missing in each kind of times. */
const missingAt: usize = memory.data(64 * 4, 16);

export function constructBonds(): void {
  const count = bondCount();
  let size = nextSize(i32.MAX_VALUE, count);
  while (size >= LARGE) {
    for (let bond = 0; bond < count; bond++) if (sizeOf(bond) == size) constructBond(bond);
    size = nextSize(size, count);
  }
}

function sizeOf(bond: i32): i32 {
  return firstOfBond(bond + 1) - firstOfBond(bond);
}

/** The largest size of a bond below `size`. */
function nextSize(size: i32, count: i32): i32 {
  let next = 0;
  for (let bond = 0; bond < count; bond++) if (sizeOf(bond) < size) next = max<i32>(next, sizeOf(bond));
  return next;
}

/** Places the members at times of the kind in which fewest of their slots find no room, any one of several. */
function constructBond(bond: i32): void {
  memory.fill(missingAt, 0, MOST_KINDS << 2);
  const first = firstOfBond(bond);
  const end = firstOfBond(bond + 1);
  for (let position = first; position < end; position++) countMissing(bond, position);
  let best = -1;
  let least = i32.MAX_VALUE;
  let equal = 0;
  for (let kind = 0; kind < MOST_KINDS; kind++) {
    const missing = load<i32>(missingAt + ((<usize>kind) << 2));
    if (missing > least || !isKindOf(bond, kind)) continue;
    equal = missing < least ? 1 : equal + 1;
    least = missing;
    if (randomBelow(equal) == 0) best = kind;
  }
  if (best < 0) return;
  const offset = randomBelow(end - first);
  for (let k = first; k < end; k++) {
    const position = k + offset < end ? k + offset : k + offset - (end - first);
    placeBound(memberOfBond(position), bond, best);
  }
}

/** True when the first member of the bond may be at such a time. */
function isKindOf(bond: i32, kind: i32): bool {
  const profile = profileOf(memberOfBond(firstOfBond(bond)));
  const times = profileField(profile, abi.PROFILE_TIMES);
  const count = profileField(profile, abi.PROFILE_TIME_COUNT);
  for (let k = 0; k < count; k++) if (kindOf(bond, itemAt(times, k)) == kind) return true;
  return false;
}

/**
 * Adds what is missing for the member at a position alone, and for all who share a resource with it if it is the first of
 * these: they need so many slots in places of which there are only so many.
 */
function countMissing(bond: i32, position: i32): void {
  const event = memberOfBond(position);
  const profile = profileOf(event);
  addShortage(bond, event, -1, slotsOfEvent(event), 1 << 16);
  const last = profileField(profile, abi.PROFILE_FIRST_STATIC) + profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = profileField(profile, abi.PROFILE_FIRST_STATIC); k < last; k++) {
    const demand = demandFrom(bond, position, listItem(k));
    if (demand > slotsOfEvent(event)) addShortage(bond, event, -1, demand, 1);
  }
  const genes = eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = 0; k < genes; k++) {
    const gene = eventField(event, abi.EVENT_FIRST_GENE) + k;
    const demand = demandOfPool(bond, position, gene);
    if (demand > 0) addShortage(bond, event, gene, demand, 1);
  }
}

/** Slots that the members from the position on need of the gene's pool; 0 if one before has the same. */
function demandOfPool(bond: i32, position: i32, gene: i32): i32 {
  for (let before = firstOfBond(bond); before < position; before++) {
    if (genesWithPool(memberOfBond(before), gene) > 0) return 0;
  }
  let demand = 0;
  const end = firstOfBond(bond + 1);
  for (let k = position; k < end; k++) {
    const member = memberOfBond(k);
    demand += genesWithPool(member, gene) * slotsOfEvent(member);
  }
  return demand;
}

function genesWithPool(event: i32, gene: i32): i32 {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  let count = 0;
  for (let other = first; other < last; other++) {
    const isSame =
      geneField(other, abi.GENE_FIRST_POOL) == geneField(gene, abi.GENE_FIRST_POOL) &&
      geneField(other, abi.GENE_POOL_COUNT) == geneField(gene, abi.GENE_POOL_COUNT);
    if (isSame) count++;
  }
  return count;
}

/** Members of the gene's pool that are free all through a time and may be chosen then. */
function freeInPool(gene: i32, time: i32): i32 {
  const first = geneField(gene, abi.GENE_FIRST_POOL);
  const last = first + geneField(gene, abi.GENE_POOL_COUNT);
  let count = 0;
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    if (geneCost(gene, abi.GENE_HARD, resource, time) != 0 || peekClash(resource, nowhere, time) != 0) continue;
    if (cellRowSum(resourceField(resource, abi.RESOURCE_HARD_CELLS), time) == 0) count++;
  }
  return count;
}

/** Slots that the members from the position on need of a resource; 0 if one before has it, too. */
function demandFrom(bond: i32, position: i32, resource: i32): i32 {
  for (let before = firstOfBond(bond); before < position; before++) {
    if (profileHas(profileOf(memberOfBond(before)), resource)) return 0;
  }
  let demand = 0;
  const end = firstOfBond(bond + 1);
  for (let k = position; k < end; k++) {
    if (profileHas(profileOf(memberOfBond(k)), resource)) demand += slotsOfEvent(memberOfBond(k));
  }
  return demand;
}

/**
 * Adds to each kind the part of `slots` for which the event's free times of the kind are not enough, or what is free then of
 * the pool of `gene` if there is one (else -1).
 */
function addShortage(bond: i32, event: i32, gene: i32, slots: i32, weight: i32): void {
  const profile = profileOf(event);
  const times = profileField(profile, abi.PROFILE_TIMES);
  const count = profileField(profile, abi.PROFILE_TIME_COUNT);
  for (let kind = 0; kind < MOST_KINDS; kind++) {
    let left = slots;
    for (let k = 0; k < count && left > 0; k++) {
      const time = itemAt(times, k);
      if (kindOf(bond, time) != kind) continue;
      const places = gene < 0 ? <i32>isFree(profile, time) : freeInPool(gene, time);
      left -= places * slotsOfEvent(event);
    }
    const at = missingAt + ((<usize>kind) << 2);
    if (left > 0) store<i32>(at, load<i32>(at) + left * weight);
  }
}

/** True when nobody of those whom the profile always occupies would meet anybody there. */
function isFree(profile: i32, time: i32): bool {
  const days = timeField(time, abi.TIME_DAY_COUNT);
  const start = timeField(time, abi.TIME_START);
  const end = start + timeField(time, abi.TIME_LENGTH);
  for (let k = 0; k < days; k++) {
    for (let slot = start; slot < end; slot++)
      if (enterCost(profile, timeDay(time, k) * slotCount + slot) > 0) return false;
  }
  return true;
}
