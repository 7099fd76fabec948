import * as abi from '../abi/abi';
import { TERM_ROOM_CHANGES } from '../abi/changes';
import {
  eventCount,
  eventField,
  geneField,
  hardTerms,
  listItem,
  nobody,
  nowhere,
  pairField,
  profileField,
  profileOf,
  resourceField,
  rowValue,
  slotCount,
  timeDay,
  timeField,
} from '../image/problem';
import { scaled } from '../random';
import { peekSet } from '../solution/score';
import { countOf, enterCost, geneOf, occupantsOf, occupies, timeOf } from '../state';
import { meetsOn, peekDayShape } from '../terms/day-shape';
import { cellRowSum } from '../terms/occupancy';
import { pairCost } from '../terms/pair';
import { peekStaticCounts } from '../terms/slot-count';
import { firstRoomOf } from '../terms/travel';
import { geneCost } from '../terms/unary';
import { peekWeekShape } from '../terms/week-shape';
import { blame, culprit, culpritCount, isBlamed, setCulpritCount, UNARY_COST } from './culprits';
import { debtCost } from './debt';
import { isFixed } from './fixed';
import { blameIntervals } from './intervals';
import { eventWeight, resourceWeight } from './state';
import { blameStays } from './stays';

/**
 * What it would cost to place a waiting event: the weights of all who are in its way, who would have to leave, and what
 * its hard unary rules and shapes add. Who they are is left in a scratch list.
 */

const MOST_UNITS: i32 = 400;
/** A unit of a limit on events at the same time: who leaves to mend it is found out at the end. */
const COUNT_COST: i32 = 64;
/** More than any candidate is worth. */
export const TOO_MUCH: i32 = i32.MAX_VALUE;

const MOST_GENES: i32 = 64;
const choicesAt: usize = memory.data(64 * 4, 16);
/** Resources of a pool that are looked at for one candidate. */
const POOL_TRIES: i32 = 40;

/** The resource chosen for the `position`-th gene of the event. */
export function choice(position: i32): i32 {
  return load<i32>(choicesAt + ((<usize>position) << 2));
}

function setChoice(position: i32, resource: i32): void {
  store<i32>(choicesAt + ((<usize>position) << 2), resource);
}

/** Bounded, so that sums fit 32 bits. */
function unaryCost(units: i32): i32 {
  return min<i32>(MOST_UNITS, units) * UNARY_COST;
}

/** Hard units that the event meets at a time whoever else is there. */
export function ownCost(event: i32, to: i32): i32 {
  const profile = profileOf(event);
  return (
    rowValue(profileField(profile, abi.PROFILE_TIME_HARD), to) +
    cellRowSum(profileField(profile, abi.PROFILE_CELL_HARD), to)
  );
}

/**
 * Cost of placing `event`, which is nowhere, at `to`, with the resources found best for its genes; at least `limit` when
 * it is not less than that. `bits` are random.
 */
export function costOfPlacing(event: i32, to: i32, limit: i32, bits: u32): i32 {
  setCulpritCount(0);
  let cost = unaryCost(ownCost(event, to));
  if (cost >= limit) return cost;
  cost += blameStatic(event, to);
  if (cost >= limit) return cost;
  if ((hardTerms & abi.TERM_PAIRS) != 0) cost += blamePairs(event, to, -1, 0);
  if ((hardTerms & (abi.TERM_DAY_SHAPES | abi.TERM_WEEK_SHAPES | abi.TERM_WEEK_MEASURES)) != 0) cost += debtCost(to);
  cost += blameIntervals(event, to);
  if ((hardTerms & abi.TERM_SET_MEASURES) != 0) {
    cost += max<i32>(0, peekStaticCounts(profileOf(event), nowhere, to, true)) * COUNT_COST;
  }
  const genes = eventField(event, abi.EVENT_GENE_COUNT);
  if (genes == 0 || cost >= limit) return cost;
  cost += chooseGenes(event, to, bits);
  if ((hardTerms & abi.TERM_SETS) != 0) cost += setCost(event, to);
  return cost;
}

/** Those who hold what the event always occupies. */
function blameStatic(event: i32, to: i32): i32 {
  const profile = profileOf(event);
  const row = profileField(profile, abi.PROFILE_CELL_HARD);
  const days = timeField(to, abi.TIME_DAY_COUNT);
  const start = timeField(to, abi.TIME_START);
  const end = start + timeField(to, abi.TIME_LENGTH);
  let cost = 0;
  for (let k = 0; k < days; k++) {
    const base = timeDay(to, k) * slotCount;
    for (let slot = start; slot < end; slot++) {
      const cell = base + slot;
      if (enterCost(profile, cell) > rowValue(row, cell)) cost += blameInCell(profile, cell);
    }
  }
  return cost;
}

function blameInCell(profile: i32, cell: i32): i32 {
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  let cost = 0;
  for (let k = first; k < last; k++) cost += blameHolders(listItem(k), cell);
  return cost;
}

/** Those who have to leave a resource in a cell so that there is room for one more. */
function blameHolders(resource: i32, cell: i32): i32 {
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  const count = countOf(resource, cell);
  if (capacity == 0 || count < capacity) return 0;
  return count == 1 ? blame(occupantsOf(resource, cell) - 1) : blameLightest(resource, cell, count - capacity + 1);
}

/** Several hold it: those of least weight go, and those who have to go anyhow count first. */
function blameLightest(resource: i32, cell: i32, surplus: i32): i32 {
  let left = surplus;
  for (let k = 0; k < culpritCount() && left > 0; k++) if (holds(culprit(k), resource, cell)) left--;
  let cost = 0;
  for (; left > 0; left--) {
    let lightest = -1;
    for (let event = 0; event < eventCount; event++) {
      if (timeOf(event) == nowhere || !holds(event, resource, cell) || isBlamed(event) || isFixed(event)) continue;
      if (lightest < 0 || eventWeight(event) < eventWeight(lightest)) lightest = event;
    }
    if (lightest < 0) return cost + UNARY_COST;
    cost += blame(lightest);
  }
  return cost;
}

function holds(event: i32, resource: i32, cell: i32): bool {
  const time = timeOf(event);
  const day = cell / slotCount;
  if (((timeField(time, abi.TIME_MASK) >> (cell - day * slotCount)) & 1) == 0) return false;
  return meetsOn(time, day) && occupies(event, resource);
}

/** Partners with whom a hard rule on pairs would be broken: over times, or over rooms if `room` is given. */
function blamePairs(event: i32, to: i32, room: i32, kind: i32): i32 {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const last = first + eventField(event, abi.EVENT_PAIR_COUNT);
  let cost = 0;
  for (let pair = first; pair < last; pair++) {
    const flags = pairField(pair, abi.PAIR_FLAGS);
    if ((flags & abi.PAIR_HARD) == 0 || (flags & abi.PAIR_OVER_ROOMS) != kind) continue;
    const other = pairField(pair, abi.PAIR_OTHER);
    const otherTime = timeOf(other);
    if (otherTime == nowhere || pairCost(pair, to, room, otherTime, firstRoomOf(other)) == 0) continue;
    cost += blame(other);
  }
  return cost;
}

/** Chooses a resource for every gene; what that costs. */
function chooseGenes(event: i32, to: i32, bits: u32): i32 {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const genes = min<i32>(MOST_GENES, eventField(event, abi.EVENT_GENE_COUNT));
  const roomGene = eventField(event, abi.EVENT_ROOM_GENE);
  let cost = 0;
  for (let position = 0; position < genes; position++) {
    const gene = first + position;
    const resource = bestOfPool(event, gene, position, to, bits);
    setChoice(position, resource);
    if (resource == nobody) continue;
    cost += costOfHolding(gene, resource, to);
    if (gene == roomGene) cost += costOfRoom(event, to, gene, resource);
  }
  return cost;
}

/** The cheapest of some resources of the gene's pool, its present one first; nobody when the pool is empty. */
function bestOfPool(event: i32, gene: i32, position: i32, to: i32, bits: u32): i32 {
  const count = geneField(gene, abi.GENE_POOL_COUNT);
  if (count == 0) return nobody;
  const firstPool = geneField(gene, abi.GENE_FIRST_POOL);
  const held = geneOf(gene);
  const before = culpritCount();
  let best = nobody;
  let bestCost = TOO_MUCH;
  let at = scaled(bits, count);
  const tries = count < POOL_TRIES ? count : POOL_TRIES;
  for (let k = held == nobody ? 0 : -1; k < tries && bestCost > 0; k++) {
    const resource = k < 0 ? held : listItem(firstPool + at);
    if (k >= 0 && ++at == count) at = 0;
    if (isChosen(resource, position)) continue;
    let cost = costOfHolding(gene, resource, to);
    if (cost < bestCost && gene == eventField(event, abi.EVENT_ROOM_GENE)) {
      cost += costOfRoom(event, to, gene, resource);
    }
    setCulpritCount(before);
    if (cost < bestCost) {
      bestCost = cost;
      best = resource;
    }
  }
  return best;
}

/** What the event's room breaks together with the rooms of others. */
function costOfRoom(event: i32, to: i32, gene: i32, room: i32): i32 {
  const pairs = (hardTerms & abi.TERM_PAIRS) == 0 ? 0 : blamePairs(event, to, room, abi.PAIR_OVER_ROOMS);
  if ((hardTerms & TERM_ROOM_CHANGES) == 0) return pairs;
  return pairs + blameStays(event, to, gene, room);
}

function isChosen(resource: i32, position: i32): bool {
  for (let k = 0; k < position; k++) if (choice(k) == resource) return true;
  return false;
}

/** What a pooled resource at a time costs; those in the way join the list. */
function costOfHolding(gene: i32, resource: i32, to: i32): i32 {
  const own = geneCost(gene, abi.GENE_HARD, resource, to);
  let cost = unaryCost(own + cellRowSum(resourceField(resource, abi.RESOURCE_HARD_CELLS), to));
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  const days = timeField(to, abi.TIME_DAY_COUNT);
  const start = timeField(to, abi.TIME_START);
  const end = start + timeField(to, abi.TIME_LENGTH);
  for (let k = 0; k < days; k++) {
    const base = timeDay(to, k) * slotCount;
    for (let slot = start; slot < end; slot++) {
      if (countOf(resource, base + slot) >= capacity) cost += blameHolders(resource, base + slot);
    }
  }
  if ((hardTerms & abi.TERM_POOLED_SHAPES) == 0) return cost;
  const dayTables = resourceField(resource, abi.RESOURCE_HARD_DAYS);
  const week = resourceField(resource, abi.RESOURCE_HARD_WEEK);
  let change = 0;
  if (dayTables != 0) change += peekDayShape(resource, dayTables, nowhere, to);
  if (week != 0) change += peekWeekShape(resource, week, nowhere, to);
  return cost + change * resourceWeight(resource);
}

/** A hard limit of distinct rooms; exact for one room. */
function setCost(event: i32, to: i32): i32 {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  return unaryCost(peekSet(event, to, first, choice(0), abi.SET_HARD));
}
