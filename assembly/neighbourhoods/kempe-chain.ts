import * as abi from '../abi/abi';
import { admitsMoved, isCapped } from '../evolution/home';
import { singlesOnly } from '../image/linked';
import {
  eventField,
  geneField,
  hasBlocks,
  headerWord,
  listItem,
  nobody,
  nowhere,
  profileField,
  profileOf,
  resourceField,
  simpleTimes,
  timeAllowed,
  timeDay,
  timeField,
  timeStartingAt,
} from '../image/problem';
import { beginKnown, endKnown } from '../solution/scoring';
import { applyChange } from '../solution/working-solution';
import {
  countOf,
  enterCost,
  geneOf,
  occupantsOf,
  STATE_HARD,
  STATE_HARD_WEIGHT,
  STATE_SOFT,
  stateWord,
  timeOf,
} from '../state';
import { geneCost } from '../terms/unary';
import { leastOfChain } from './chain-bound';
import {
  awayInChain,
  ENTRY_EVENT,
  ENTRY_FROM,
  ENTRY_ROOM,
  ENTRY_TO,
  entryWord,
  inChain,
  setEntry,
  setEntryRoom,
} from './chain-entries';
import { findHolders, holderFound, UNKNOWN } from './holders';
import { FREE, freeRoom, occupantAt, SEVERAL } from './occupants';
import { peekChain } from './peek-chain';
import { ACCEPTED, proposePlain, UNDECIDED } from './plain';
import { areTwins, growPlainChain, MET_TWIN, NOT_PLAIN } from './plain-chain';
import { proposeRoom } from './propose';
import { tryRelocate } from './relocate';

/** Members that a chain may have at any temperature. */
const SHORT_CHAIN: i32 = 4;

/**
 * Kempe chain: an event goes from one meeting time to another, whoever clashes with it there goes the other way, and
 * so on until nobody clashes. The chain is grown first, then peeked if its events are plain, else applied and undone if
 * the sum is above the threshold. Members keep their room if it is free, else take the best free one.
 */
export function tryKempeChain(event: i32, to: i32, threshold: i32): bool {
  const from = timeOf(event);
  if (from == to || from == nowhere) return false;
  longest = longestFor(threshold);
  twin = -1;
  const length = grow(event, from, to);
  if (twin >= 0) return joinTwin(event, threshold);
  if (length == 0) return false;
  const outcome = isCapped() ? UNDECIDED : peekChain(length, threshold);
  if (outcome != UNDECIDED) return outcome == ACCEPTED;
  if (hasBlocks && isBounded && length > 1 && leastOfChain(length, threshold) > threshold) return false;
  // nobody in the way: a relocation, which can be peeked
  return length == 1 ? relocateAlone(event, to, threshold) : settleChain(length, threshold);
}

/** False while a test asks what would come of the chains that are refused by their bound. */
let isBounded: bool = true;

export function boundChains(isOn: bool): void {
  isBounded = isOn;
}

/** Longest chain worth growing for the proposal under way. */
let longest: i32 = abi.LONGEST_CHAIN;
/** The event's like that it met, or -1. */
let twin: i32 = -1;

/**
 * The longer a chain, the more it costs: with all hard rules kept, next to none of more than four members was accepted at
 * a temperature below two soft units. While a rule is broken, the longest may be the way out.
 */
function longestFor(threshold: i32): i32 {
  if (stateWord(STATE_HARD) != 0) return abi.LONGEST_CHAIN;
  const unit = headerWord(abi.HEADER_SOFT_UNIT);
  const units = unit == 1 ? max<i32>(0, threshold) : max<i32>(0, threshold) / unit;
  return SHORT_CHAIN + 2 * min<i32>(units, (abi.LONGEST_CHAIN - SHORT_CHAIN) / 2);
}

function grow(event: i32, from: i32, to: i32): i32 {
  if (!singlesOnly || !simpleTimes || stateWord(STATE_HARD) != 0) return growChain(event, from, to);
  const length = growPlainChain(event, from, to, longest);
  if (length == MET_TWIN) twin = entryWord(1, ENTRY_EVENT);
  return length == NOT_PLAIN ? growChain(event, from, to) : max(0, length);
}

/** Length of the chain written to the scratch region, 0 when there is none within bounds. */
function growChain(event: i32, from: i32, to: i32): i32 {
  setEntry(0, event, from, to);
  let length = 1;
  for (let k = 0; k < length; k++) {
    const member = entryWord(k, ENTRY_EVENT);
    const target = entryWord(k, ENTRY_TO);
    const back = entryWord(k, ENTRY_FROM);
    length = addStaticNeighbours(length, member, target, back);
    if (length > 0) length = addPooledNeighbours(length, member, target, back);
    if (length <= 0) return 0;
  }
  return length;
}

/** Events that share a static resource with `member` and meet during `target` join the chain. */
function addStaticNeighbours(length: i32, member: i32, target: i32, back: i32): i32 {
  const profile = profileOf(member);
  if (!simpleTimes) {
    const found = hasBlocks ? findHolders(member, target) : UNKNOWN;
    return found == UNKNOWN
      ? addNeighbours(length, member, target, back)
      : addFound(length, found, member, target, back);
  }
  const cell = timeField(target, abi.TIME_CELL);
  if (enterCost(profile, cell) == 0) return length;
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
    const count = countOf(resource, cell);
    if (count < capacity || capacity == 0) continue;
    // several cannot be told apart by what is kept of them
    if (capacity != 1 || count != 1) return addNeighbours(length, member, target, back);
    const other = occupantsOf(resource, cell) - 1;
    if (other == member || inChain(other, length)) continue;
    if (length == 1 && areTwins(member, other)) {
      twin = other;
      return 0;
    }
    length = join(length, other, target, back);
    if (length <= 0) return 0;
  }
  return length;
}

/** Those whom `findHolders` found join the chain. */
function addFound(before: i32, found: i32, member: i32, target: i32, back: i32): i32 {
  let length = before;
  for (let k = 0; k < found; k++) {
    const other = holderFound(k);
    if (other == member || inChain(other, length)) continue;
    length = join(length, other, target, back);
    if (length <= 0) return 0;
  }
  return length;
}

/** The event goes where its twin is held, at its own time: so the events of a class come to share a room. */
function joinTwin(event: i32, threshold: i32): bool {
  if (eventField(event, abi.EVENT_GENE_COUNT) == 0) return false;
  const gene = eventField(event, abi.EVENT_FIRST_GENE);
  const room = geneOf(eventField(twin, abi.EVENT_FIRST_GENE));
  if (room == nobody || room == geneOf(gene)) return false;
  const time = timeOf(event);
  const outcome = proposePlain(event, time, room, threshold);
  return outcome == UNDECIDED ? proposeRoom(event, time, gene, room, <u32>event, 1, threshold) : outcome == ACCEPTED;
}

/** The same by asking every event that shares a static resource with `member`. */
function addNeighbours(length: i32, member: i32, target: i32, back: i32): i32 {
  const profile = profileOf(member);
  const first = profileField(profile, abi.PROFILE_FIRST_NEIGHBOUR);
  const last = first + profileField(profile, abi.PROFILE_NEIGHBOUR_COUNT);
  for (let k = first; k < last; k++) {
    const neighbour = listItem(k);
    const firstEvent = profileField(neighbour, abi.PROFILE_FIRST_EVENT);
    const lastEvent = firstEvent + profileField(neighbour, abi.PROFILE_EVENT_COUNT);
    for (let e = firstEvent; e < lastEvent; e++) {
      const other = listItem(e);
      if (other == member || !overlap(timeOf(other), target) || inChain(other, length)) continue;
      length = join(length, other, target, back);
      if (length <= 0) return 0;
    }
  }
  return length;
}

/** Events that hold one of `member`'s pooled instructors during `target` join the chain. */
function addPooledNeighbours(length: i32, member: i32, target: i32, back: i32): i32 {
  const first = eventField(member, abi.EVENT_FIRST_GENE);
  const last = first + eventField(member, abi.EVENT_GENE_COUNT);
  for (let gene = first; gene < last; gene++) {
    const held = geneOf(gene);
    if (geneField(gene, abi.GENE_IS_ROOM) != 0 || held == nobody) continue;
    const other = occupantAt(member, held, target);
    if (other == SEVERAL) return 0;
    if (other < 0 || inChain(other, length)) continue;
    length = join(length, other, target, back);
    if (length <= 0) return 0;
  }
  return length;
}

function overlap(first: i32, second: i32): bool {
  if (first == second) return first != nowhere;
  if (simpleTimes) return false;
  if ((timeField(first, abi.TIME_MASK) & timeField(second, abi.TIME_MASK)) == 0) return false;
  const firstDays = timeField(first, abi.TIME_DAY_COUNT);
  const secondDays = timeField(second, abi.TIME_DAY_COUNT);
  for (let k = 0; k < firstDays; k++) {
    for (let l = 0; l < secondDays; l++) if (timeDay(first, k) == timeDay(second, l)) return true;
  }
  return false;
}

/** Sends `other` to where `target`'s newcomer came from; 0 when it may not go there or the chain is too long. */
function join(length: i32, other: i32, target: i32, back: i32): i32 {
  if (length >= longest) return 0;
  const profile = profileOf(other);
  const from = timeOf(other);
  let to = back;
  if (from != target || timeField(back, abi.TIME_SHAPE_CLASS) != profileField(profile, abi.PROFILE_SHAPE_CLASS)) {
    const shapeClass = profileField(profile, abi.PROFILE_SHAPE_CLASS);
    if (shapeClass < 0) return 0;
    to = timeStartingAt(shapeClass, timeField(back, abi.TIME_CELL));
  }
  if (to < 0 || to == from || !timeAllowed(profile, to)) return 0;
  setEntry(length, other, from, to);
  return length + 1;
}

function relocateAlone(event: i32, to: i32, threshold: i32): bool {
  const gene = eventField(event, abi.EVENT_ROOM_GENE);
  if (gene < 0 || occupantAt(event, geneOf(gene), to) == FREE) return tryRelocate(event, to, -1, -1, -1, -1, threshold);
  const room = freeRoom(event, gene, to, <u32>(event * 0x9e3779b1));
  return room >= 0 && tryRelocate(event, to, gene, room, -1, -1, threshold);
}

/** The general way: applied event by event, and undone if the sum is too much. */
function settleChain(length: i32, threshold: i32): bool {
  const hard = stateWord(STATE_HARD);
  const soft = stateWord(STATE_SOFT);
  const away = isCapped() ? awayInChain(length) : 0;
  for (let k = 0; k < length; k++) {
    const member = entryWord(k, ENTRY_EVENT);
    const gene = eventField(member, abi.EVENT_ROOM_GENE);
    setEntryRoom(k, gene < 0 ? -1 : geneOf(gene));
    applyChange(member, entryWord(k, ENTRY_TO), -1, -1, -1, -1);
  }
  for (let k = 0; k < length; k++) findRoom(entryWord(k, ENTRY_EVENT));
  const change = stateWord(STATE_HARD_WEIGHT) * (stateWord(STATE_HARD) - hard) + stateWord(STATE_SOFT) - soft;
  if (change <= threshold && (!isCapped() || admitsMoved(away, awayInChain(length)))) return true;
  // the score is what it was
  beginKnown(hard - stateWord(STATE_HARD), soft - stateWord(STATE_SOFT));
  for (let k = length - 1; k >= 0; k--) {
    const member = entryWord(k, ENTRY_EVENT);
    applyChange(
      member,
      entryWord(k, ENTRY_FROM),
      eventField(member, abi.EVENT_ROOM_GENE),
      entryWord(k, ENTRY_ROOM),
      -1,
      -1,
    );
  }
  endKnown();
  return false;
}

/** Keeps the room unless somebody else holds it; else the free one of least own cost. */
function findRoom(member: i32): void {
  const gene = eventField(member, abi.EVENT_ROOM_GENE);
  if (gene < 0) return;
  const time = timeOf(member);
  const held = geneOf(gene);
  if (held != nobody && occupantAt(member, held, time) == FREE) return;
  const first = geneField(gene, abi.GENE_FIRST_POOL);
  const count = geneField(gene, abi.GENE_POOL_COUNT);
  let best = -1;
  let bestCost = i32.MAX_VALUE;
  for (let k = first; k < first + count; k++) {
    const room = listItem(k);
    if (room == held || occupantAt(member, room, time) != FREE) continue;
    const cost = geneCost(gene, abi.GENE_SOFT, room, time) + (geneCost(gene, abi.GENE_HARD, room, time) << 8);
    if (cost < bestCost) {
      bestCost = cost;
      best = room;
    }
  }
  if (best >= 0) applyChange(member, time, gene, best, -1, -1);
}
