import * as abi from '../abi/abi';
import { admitsMoved, isAway, isCapped } from '../evolution/home';
import {
  eventField,
  geneField,
  itemAt,
  listItem,
  nobody,
  nowhere,
  pairField,
  profileField,
  profileOf,
} from '../image/problem';
import { randomAfter, scaled } from '../random';
import { peekHard, peekSoft } from '../solution/score';
import { applyChange } from '../solution/working-solution';
import { STATE_HARD, STATE_HARD_WEIGHT, STATE_SOFT, stateWord, timeOf } from '../state';
import { pairCost } from '../terms/pair';
import { firstRoomOf } from '../terms/travel';
import { ENTRY_EVENT, ENTRY_FROM, ENTRY_ROOM, entryWord, setEntry, setEntryRoom } from './chain-entries';
import { FREE, freeRoom, occupantAt } from './occupants';

/**
 * One event goes to another time, and those whom hard rules then forbid to stay follow: partners of a pair (the same
 * days, no overlap, a way between rooms), and the occupant of a room. One by one they would have to break a rule first,
 * which in the cold nobody can afford. Applied, and undone when the sum is above the threshold.
 */

/** Events of one chain, and places that each of those who follow looks at. */
const LONGEST: i32 = 8;
const PLACES: i32 = 6;

/** Scratch, no part of the state: events moved so far, and the random numbers of this chain. */
let length: i32 = 0;
let stream: u64 = 0;
/** How many more of them are away from where a run with a cap started. */
let moreAway: i32 = 0;

export function tryDisplace(event: i32, bits: u64, threshold: i32): bool {
  const times = profileField(profileOf(event), abi.PROFILE_TIME_COUNT);
  stream = bits;
  length = 0;
  moreAway = 0;
  const to = itemAt(profileField(profileOf(event), abi.PROFILE_TIMES), scaled(draw(), times));
  if (to == timeOf(event) || timeOf(event) == nowhere) return false;
  const hard = stateWord(STATE_HARD);
  const soft = stateWord(STATE_SOFT);
  move(event, to, wishedRoom(event, to));
  for (let k = 0; k < length && stateWord(STATE_HARD) > hard; k++) displaceFor(entryWord(k, ENTRY_EVENT), hard);
  const change = stateWord(STATE_HARD_WEIGHT) * (stateWord(STATE_HARD) - hard) + stateWord(STATE_SOFT) - soft;
  if (change <= threshold && (!isCapped() || admitsMoved(0, moreAway))) return true;
  while (length > 0) takeBack(--length);
  return false;
}

function draw(): u32 {
  stream = randomAfter(stream);
  return <u32>(stream >> 32);
}

function move(event: i32, to: i32, room: i32): void {
  setEntry(length, event, timeOf(event), to);
  setEntryRoom(length, firstRoomOf(event));
  length++;
  if (isCapped() && isAway(event)) moreAway--;
  applyChange(event, to, room < 0 ? -1 : eventField(event, abi.EVENT_ROOM_GENE), room, -1, -1);
  if (isCapped() && isAway(event)) moreAway++;
}

function takeBack(entry: i32): void {
  const event = entryWord(entry, ENTRY_EVENT);
  const room = entryWord(entry, ENTRY_ROOM);
  const gene = room < 0 ? -1 : eventField(event, abi.EVENT_ROOM_GENE);
  applyChange(event, entryWord(entry, ENTRY_FROM), gene, room, -1, -1);
}

function hasMoved(event: i32): bool {
  for (let k = 0; k < length; k++) if (entryWord(k, ENTRY_EVENT) == event) return true;
  return false;
}

/** The event's own room or any other of its pool, whoever is there; -1 when it needs none. */
function wishedRoom(event: i32, to: i32): i32 {
  const held = firstRoomOf(event);
  if (held < 0 || (draw() & 0x80000000) != 0) return freedRoom(event, to);
  const gene = eventField(event, abi.EVENT_ROOM_GENE);
  const pool = geneField(gene, abi.GENE_POOL_COUNT);
  return pool == 0 ? held : listItem(geneField(gene, abi.GENE_FIRST_POOL) + scaled(draw(), pool));
}

/** The event's own room if it is free at `to`, else a free one, else its own. */
function freedRoom(event: i32, to: i32): i32 {
  const held = firstRoomOf(event);
  if (held < 0 || (held != nobody && occupantAt(event, held, to) == FREE)) return held;
  const free = freeRoom(event, eventField(event, abi.EVENT_ROOM_GENE), to, draw());
  return free < 0 ? held : free;
}

/** Moves those in the way of an event, until no more hard rules are broken than the `target`. */
function displaceFor(event: i32, target: i32): void {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const last = first + eventField(event, abi.EVENT_PAIR_COUNT);
  for (let pair = first; pair < last && length < LONGEST && stateWord(STATE_HARD) > target; pair++) {
    const flags = pairField(pair, abi.PAIR_FLAGS);
    if ((flags & abi.PAIR_HARD) == 0 || (flags & abi.PAIR_OVER_ROOMS) != 0) continue;
    const other = pairField(pair, abi.PAIR_OTHER);
    if (costAt(event, pair, timeOf(other)) != 0 && !hasMoved(other)) follow(other, event, pair);
  }
  const room = firstRoomOf(event);
  if (room < 0 || room == nobody || length == LONGEST || stateWord(STATE_HARD) <= target) return;
  const occupant = occupantAt(event, room, timeOf(event));
  if (occupant >= 0 && !hasMoved(occupant)) follow(occupant, event, -1);
}

function costAt(event: i32, pair: i32, otherTime: i32): i32 {
  const otherRoom = firstRoomOf(pairField(pair, abi.PAIR_OTHER));
  return pairCost(pair, timeOf(event), firstRoomOf(event), otherTime, otherRoom);
}

/** The event goes to the best of a few times that keep the pair (-1: any other time) with the one it makes way for. */
function follow(event: i32, before: i32, pair: i32): void {
  const times = profileField(profileOf(event), abi.PROFILE_TIME_COUNT);
  const list = profileField(profileOf(event), abi.PROFILE_TIMES);
  const gene = eventField(event, abi.EVENT_ROOM_GENE);
  const hardWeight = stateWord(STATE_HARD_WEIGHT);
  const start = scaled(draw(), times);
  let best = -1;
  let bestRoom = -1;
  let least = i32.MAX_VALUE;
  let looked = 0;
  for (let k = 0; k < times && looked < PLACES; k++) {
    const to = itemAt(list, start + k < times ? start + k : start + k - times);
    if (to == timeOf(event) || (pair >= 0 && costAt(before, pair, to) != 0)) continue;
    looked++;
    const room = freedRoom(event, to);
    const changed = room < 0 ? -1 : gene;
    let cost = hardWeight * peekHard(event, to, changed, room, -1, -1);
    if (cost < least) cost += peekSoft(event, to, changed, room, -1, -1);
    if (cost >= least) continue;
    least = cost;
    best = to;
    bestRoom = room;
  }
  if (best >= 0) move(event, best, bestRoom);
}
