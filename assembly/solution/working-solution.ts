import * as abi from '../abi/abi';
import {
  eventField,
  geneField,
  hardTerms,
  hasBlocks,
  listItem,
  nobody,
  nowhere,
  profileField,
  profileOf,
  resourceField,
  simpleTimes,
  slotCount,
  softTerms,
  timeDay,
  timeField,
} from '../image/problem';
import {
  countOf,
  distinctOf,
  enterAt,
  geneAfter,
  geneOf,
  leaveAt,
  maskOf,
  STATE_UNPLACED,
  setCountOf,
  setGeneOf,
  setStandingRoom,
  setStateWord,
  setTimeOf,
  stateWord,
  timeOf,
  toggleOccupant,
} from '../state';
import { peekInstructorPairs } from '../terms/instructor-pair';
import { cellRowChange, cellRowSum } from '../terms/occupancy';
import { peekPairs } from '../terms/pair';
import { applyPairRows } from '../terms/pair-rows';
import { applySetUse, distinctAfter, setShapeChange } from '../terms/set-shape';
import { peekStaticCounts } from '../terms/slot-count';
import { roomAfter } from '../terms/travel';
import { geneChange, geneCost, peekTimeHard, peekTimeSoft } from '../terms/unary';
import { occupyBlock, shiftBlock, vacateBlock } from './block-solution';
import { applyClock, clockTerms } from './clock-terms';
import { setDayMask } from './day-masks';
import { addHard, addSoft, isScored } from './scoring';

/** The one working solution of an island: it carries the counters; individuals are bare genes and scores. */

/** True when the event has a time and somebody in every gene. */
export function isPlaced(event: i32): bool {
  if (timeOf(event) == nowhere) return false;
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const count = eventField(event, abi.EVENT_GENE_COUNT);
  for (let gene = first; gene < first + count; gene++) if (geneOf(gene) == nobody) return false;
  return true;
}

/** Moves an event to a time, with up to two of its genes changed (-1: none). All counters and the score follow. */
export function applyChange(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): void {
  const from = timeOf(event);
  const placedBefore = isPlaced(event) ? 1 : 0;
  if (isScored && ((hardTerms | softTerms) & abi.TERM_INSTRUCTOR_PAIRS) != 0) {
    addHard(peekInstructorPairs(event, to, gene, resource, gene2, resource2, true));
    addSoft(peekInstructorPairs(event, to, gene, resource, gene2, resource2, false));
  }
  if (((hardTerms | softTerms) & clockTerms) != 0) applyClock(event, to, gene, resource, gene2, resource2, isScored);
  if (from != to) applyTime(event, from, to, gene, resource);
  else if (gene >= 0) applyRoomPairs(event, gene, resource);
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const count = eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = first; k < first + count; k++) {
    const held = geneOf(k);
    const taken = geneAfter(k, held, gene, resource, gene2, resource2);
    if (held != taken || from != to) applyGene(event, k, held, taken, from, to);
  }
  setTimeOf(event, to);
  setStateWord(STATE_UNPLACED, stateWord(STATE_UNPLACED) + placedBefore - (isPlaced(event) ? 1 : 0));
}

function applyTime(event: i32, from: i32, to: i32, gene: i32, taken: i32): void {
  const profile = profileOf(event);
  const simple = simpleTimes && from != nowhere && to != nowhere;
  const isBlock = hasBlocks && from != nowhere && to != nowhere;
  if (isScored) scoreTime(event, profile, from, to, roomAfter(event, gene, taken));
  if (((hardTerms | softTerms) & abi.TERM_PAIRS) != 0) applyPairRows(event, from, to);
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const count = profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = first; k < first + count; k++) {
    const resource = listItem(k);
    if (simple) shift(resource, from, to, event);
    else if (!isBlock || !shiftBlock(resource, from, to, event)) {
      vacate(resource, from, event);
      occupy(resource, to, event);
    }
  }
}

/** What rules say about the event's time. */
function scoreTime(event: i32, profile: i32, from: i32, to: i32, room: i32): void {
  if (((hardTerms | softTerms) & abi.TERM_PAIRS) != 0) {
    addHard(peekPairs(event, to, room, abi.PAIR_HARD, -1));
    addSoft(peekPairs(event, to, room, 0, -1));
  }
  if ((hardTerms & abi.TERM_SET_MEASURES) != 0) addHard(peekStaticCounts(profile, from, to, true));
  if ((softTerms & abi.TERM_SET_MEASURES) != 0) addSoft(peekStaticCounts(profile, from, to, false));
  addHard(peekTimeHard(profile, from, to));
  addSoft(peekTimeSoft(profile, from, to));
  addHard(cellRowChange(profileField(profile, abi.PROFILE_CELL_HARD), from, to));
}

/** A change of the first room alone touches the pair rules over rooms. */
function applyRoomPairs(event: i32, gene: i32, resource: i32): void {
  if (!isScored || eventField(event, abi.EVENT_PAIR_COUNT) == 0 || eventField(event, abi.EVENT_ROOM_GENE) != gene)
    return;
  addHard(peekPairs(event, timeOf(event), resource, abi.PAIR_HARD, -1));
  addSoft(peekPairs(event, timeOf(event), resource, 0, -1));
}

function applyGene(event: i32, gene: i32, held: i32, taken: i32, from: i32, to: i32): void {
  if (isScored) {
    addHard(geneChange(gene, abi.GENE_HARD, held, taken, from, to));
    addSoft(geneChange(gene, abi.GENE_SOFT, held, taken, from, to));
  }
  if (simpleTimes && ((hardTerms | softTerms) & (abi.TERM_POOLED_CELLS | abi.TERM_POOLED_SHAPES)) == 0) {
    if (held != nobody && from != nowhere) releaseSlot(held, from, event);
    if (taken != nobody && to != nowhere) holdSlot(taken, to, event);
  } else {
    if (isScored) scoreCells(held, taken, from, to);
    applyPooled(event, held, taken, from, to);
  }
  const set = eventField(event, abi.EVENT_SET);
  const sameRoom = held == taken && (from == nowhere) == (to == nowhere);
  if (set >= 0 && !sameRoom && geneField(gene, abi.GENE_IS_ROOM) != 0) applySet(set, held, taken, from, to);
  setGeneOf(gene, taken);
  if (held != taken && profileField(profileOf(event), abi.PROFILE_IS_PLAIN) != 0) {
    setStandingRoom(event, taken, geneCost(gene, abi.GENE_SOFT, taken, to));
  }
}

/** `vacate` and `occupy` for pooled resources of one slot that no shape or unavailability is about. */
export function releaseSlot(resource: i32, cell: i32, event: i32): void {
  const count = countOf(resource, cell) - 1;
  setCountOf(resource, cell, count);
  toggleOccupant(resource, cell, event);
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  if (count + 1 >= capacity) left(resource, cell, count, capacity);
}

export function holdSlot(resource: i32, cell: i32, event: i32): void {
  const count = countOf(resource, cell) + 1;
  setCountOf(resource, cell, count);
  toggleOccupant(resource, cell, event);
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  if (count >= capacity) entered(resource, cell, count, capacity);
}

function applyPooled(event: i32, held: i32, taken: i32, from: i32, to: i32): void {
  if (hasBlocks && held == taken && held != nobody && from != nowhere && to != nowhere) {
    if (shiftBlock(held, from, to, event)) return;
  }
  if (held != nobody) vacate(held, from, event);
  if (taken != nobody) occupy(taken, to, event);
}

/** Unavailability of pooled resources. */
function scoreCells(held: i32, taken: i32, from: i32, to: i32): void {
  if (held != nobody) {
    addHard(-cellRowSum(resourceField(held, abi.RESOURCE_HARD_CELLS), from));
    addSoft(-cellRowSum(resourceField(held, abi.RESOURCE_SOFT_CELLS), from));
  }
  if (taken != nobody) {
    addHard(cellRowSum(resourceField(taken, abi.RESOURCE_HARD_CELLS), to));
    addSoft(cellRowSum(resourceField(taken, abi.RESOURCE_SOFT_CELLS), to));
  }
}

function applySet(set: i32, held: i32, taken: i32, from: i32, to: i32): void {
  if (held != nobody && from != nowhere) useRoom(set, held, -1);
  if (taken != nobody && to != nowhere) useRoom(set, taken, 1);
}

function useRoom(set: i32, room: i32, step: i32): void {
  const before = distinctOf(set);
  const after = distinctAfter(set, room, step);
  if (isScored) {
    addHard(setShapeChange(set, abi.SET_HARD, before, after));
    addSoft(setShapeChange(set, abi.SET_SOFT, before, after));
  }
  applySetUse(set, room, step);
}

function occupy(resource: i32, time: i32, event: i32): void {
  if (hasBlocks && occupyBlock(resource, time, event)) return;
  const days = timeField(time, abi.TIME_DAY_COUNT);
  const start = timeField(time, abi.TIME_START);
  const end = start + timeField(time, abi.TIME_LENGTH);
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  const shaped = resourceField(resource, abi.RESOURCE_SHAPED) != 0;
  for (let k = 0; k < days; k++) {
    const day = timeDay(time, k);
    for (let slot = start; slot < end; slot++) {
      const cell = day * slotCount + slot;
      const count = countOf(resource, cell) + 1;
      setCountOf(resource, cell, count);
      toggleOccupant(resource, cell, event);
      if (capacity != 0 && count >= capacity) entered(resource, cell, count, capacity);
    }
    if (shaped) setDayMask(resource, day, maskOf(resource, day) | timeField(time, abi.TIME_MASK));
  }
}

function vacate(resource: i32, time: i32, event: i32): void {
  if (hasBlocks && vacateBlock(resource, time)) return;
  const days = timeField(time, abi.TIME_DAY_COUNT);
  const start = timeField(time, abi.TIME_START);
  const end = start + timeField(time, abi.TIME_LENGTH);
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  const shaped = resourceField(resource, abi.RESOURCE_SHAPED) != 0;
  for (let k = 0; k < days; k++) {
    const day = timeDay(time, k);
    let freed = 0;
    for (let slot = start; slot < end; slot++) {
      const cell = day * slotCount + slot;
      const count = countOf(resource, cell) - 1;
      setCountOf(resource, cell, count);
      toggleOccupant(resource, cell, event);
      if (count == 0) freed |= 1 << slot;
      if (capacity != 0 && count + 1 >= capacity) left(resource, cell, count, capacity);
    }
    if (shaped && freed != 0) setDayMask(resource, day, maskOf(resource, day) & ~freed);
  }
}

/** One slot of a resource for another: `vacate` and `occupy` for the simplest meeting times. */
function shift(resource: i32, from: i32, to: i32, event: i32): void {
  const count = countOf(resource, from) - 1;
  const countThere = countOf(resource, to) + 1;
  setCountOf(resource, from, count);
  setCountOf(resource, to, countThere);
  toggleOccupant(resource, from, event);
  toggleOccupant(resource, to, event);
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  if (capacity == 1 && count == 0 && countThere == 1) shiftEnterCosts(resource, from, to);
  else if (capacity != 0) {
    if (count + 1 >= capacity) left(resource, from, count, capacity);
    if (countThere >= capacity) entered(resource, to, countThere, capacity);
  }
  if (resourceField(resource, abi.RESOURCE_SHAPED) == 0) return;
  const day = timeField(from, abi.TIME_DAY);
  const dayThere = timeField(to, abi.TIME_DAY);
  const freed = count == 0 ? timeField(from, abi.TIME_MASK) : 0;
  const mask = maskOf(resource, day) & ~freed;
  if (day == dayThere) {
    setDayMask(resource, day, mask | timeField(to, abi.TIME_MASK));
    return;
  }
  setDayMask(resource, day, mask);
  setDayMask(resource, dayThere, maskOf(resource, dayThere) | timeField(to, abi.TIME_MASK));
}

export function shiftEnterCosts(resource: i32, from: i32, to: i32): void {
  const first = resourceField(resource, abi.RESOURCE_FIRST_PROFILE);
  const last = first + resourceField(resource, abi.RESOURCE_PROFILE_COUNT);
  const fromAt = enterAt + ((<usize>from) << 1);
  const toAt = enterAt + ((<usize>to) << 1);
  for (let k = first; k < last; k++) {
    const row = <usize>listItem(k);
    store<u16>(fromAt + row, <u16>(<i32>load<u16>(fromAt + row) - 1));
    store<u16>(toAt + row, <u16>(<i32>load<u16>(toAt + row) + 1));
  }
}

/** Adds to the costs of a cell in the rows of all profiles that always occupy the resource. */
function changeCosts(tableAt: usize, resource: i32, cell: i32, change: i32): void {
  const first = resourceField(resource, abi.RESOURCE_FIRST_PROFILE);
  const last = first + resourceField(resource, abi.RESOURCE_PROFILE_COUNT);
  const cellAt = tableAt + ((<usize>cell) << 1);
  for (let k = first; k < last; k++) {
    const at = cellAt + <usize>listItem(k);
    store<u16>(at, <u16>(<i32>load<u16>(at) + change));
  }
}

/** One more occupant, now `count` ≥ capacity: the clash itself, and what it means to the profiles of the resource. */
export function entered(resource: i32, cell: i32, count: i32, capacity: i32): void {
  if (count > capacity) addHard(1);
  if (count > capacity + 1) return;
  changeCosts(count == capacity ? enterAt : leaveAt, resource, cell, 1);
}

/** One occupant less, now `count` ≥ capacity − 1. */
export function left(resource: i32, cell: i32, count: i32, capacity: i32): void {
  if (count >= capacity) addHard(-1);
  if (count > capacity) return;
  changeCosts(count == capacity - 1 ? enterAt : leaveAt, resource, cell, -1);
}
