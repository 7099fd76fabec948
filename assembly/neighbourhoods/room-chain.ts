import * as abi from '../abi/abi';
import { admitsMoved, isAway, isCapped } from '../evolution/home';
import {
  eventField,
  geneField,
  listItem,
  nobody,
  nowhere,
  pairField,
  resourceAllowed,
  resourceField,
  slotCount,
  timeDay,
  timeField,
} from '../image/problem';
import { randomAfter, scaled } from '../random';
import { applyChange } from '../solution/working-solution';
import { countOf, geneOf, occupantsOf, STATE_HARD, STATE_HARD_WEIGHT, STATE_SOFT, stateWord, timeOf } from '../state';
import { pairCost } from '../terms/pair';
import { firstRoomOf } from '../terms/travel';
import { ENTRY_EVENT, ENTRY_ROOM, entryWord, inChain, setEntry, setEntryRoom } from './chain-entries';
import { freeRoom } from './occupants';

/**
 * Rooms change hands while times stay: an event goes to another room, those whom rules keep in its room go with it, and
 * whoever is there makes way: to the room that was left, or to another one, and so on. One by one each of them would
 * have to share a room or break a rule first. Applied, and undone when the sum is above the threshold.
 */

/** Scratch, no part of the state: events moved so far, the random numbers of this chain, who is away from its home. */
let length: i32 = 0;
let stream: u64 = 0;
let moreAway: i32 = 0;
/** Whether events that only soft rules keep in one room stay together, too. */
let keepsSoft: bool = false;

export function tryRoomChain(event: i32, bits: u64, threshold: i32): bool {
  const gene = eventField(event, abi.EVENT_ROOM_GENE);
  if (gene < 0 || timeOf(event) == nowhere) return false;
  const pool = geneField(gene, abi.GENE_POOL_COUNT);
  const held = geneOf(gene);
  if (pool < 2 || held == nobody) return false;
  stream = bits;
  length = 0;
  moreAway = 0;
  const room = listItem(geneField(gene, abi.GENE_FIRST_POOL) + scaled(draw(), pool));
  if (room == held) return false;
  keepsSoft = (draw() & 0x80000000) != 0;
  const hard = stateWord(STATE_HARD);
  const soft = stateWord(STATE_SOFT);
  move(event, room);
  for (let k = 0; k < length && length < abi.LONGEST_CHAIN; k++) {
    takeAlong(k);
    clear(k);
  }
  const change = stateWord(STATE_HARD_WEIGHT) * (stateWord(STATE_HARD) - hard) + stateWord(STATE_SOFT) - soft;
  if (change <= threshold && (!isCapped() || admitsMoved(0, moreAway))) return true;
  while (length > 0) {
    const entry = --length;
    putIn(entryWord(entry, ENTRY_EVENT), entryWord(entry, ENTRY_ROOM));
  }
  return false;
}

function draw(): u32 {
  stream = randomAfter(stream);
  return <u32>(stream >> 32);
}

function putIn(event: i32, room: i32): void {
  applyChange(event, timeOf(event), eventField(event, abi.EVENT_ROOM_GENE), room, -1, -1);
}

function move(event: i32, room: i32): void {
  setEntry(length, event, 0, 0);
  setEntryRoom(length, firstRoomOf(event));
  length++;
  if (isCapped() && isAway(event)) moreAway--;
  putIn(event, room);
  if (isCapped() && isAway(event)) moreAway++;
}

/** Those in the room that a member has left, who may not stay there without it. */
function takeAlong(entry: i32): void {
  const member = entryWord(entry, ENTRY_EVENT);
  const was = entryWord(entry, ENTRY_ROOM);
  const room = firstRoomOf(member);
  const first = eventField(member, abi.EVENT_FIRST_PAIR);
  const last = first + eventField(member, abi.EVENT_PAIR_COUNT);
  for (let pair = first; pair < last && length < abi.LONGEST_CHAIN; pair++) {
    const flags = pairField(pair, abi.PAIR_FLAGS);
    if ((flags & abi.PAIR_OVER_ROOMS) == 0 || ((flags & abi.PAIR_HARD) == 0 && !keepsSoft)) continue;
    const other = pairField(pair, abi.PAIR_OTHER);
    if (firstRoomOf(other) != was || inChain(other, length)) continue;
    if (!resourceAllowed(eventField(other, abi.EVENT_ROOM_GENE), room)) continue;
    const time = timeOf(member);
    const otherTime = timeOf(other);
    if (pairCost(pair, time, room, otherTime, was) > pairCost(pair, time, was, otherTime, was)) move(other, room);
  }
}

/** Whoever is in the room of a member at its time leaves; several at once where they are there one after the other. */
function clear(entry: i32): void {
  const member = entryWord(entry, ENTRY_EVENT);
  const was = entryWord(entry, ENTRY_ROOM);
  const room = firstRoomOf(member);
  // of more than one who may be there, nobody knows the names
  if (resourceField(room, abi.RESOURCE_CAPACITY) != 1) return;
  const time = timeOf(member);
  const days = timeField(time, abi.TIME_DAY_COUNT);
  const start = timeField(time, abi.TIME_START);
  const end = start + timeField(time, abi.TIME_LENGTH);
  for (let k = 0; k < days; k++) {
    const base = timeDay(time, k) * slotCount;
    for (let slot = start; slot < end; slot++) {
      if (countOf(room, base + slot) != 2 || length == abi.LONGEST_CHAIN) continue;
      const other = (occupantsOf(room, base + slot) ^ (member + 1)) - 1;
      if (!inChain(other, length)) makeWay(other, was);
    }
  }
}

function makeWay(event: i32, vacated: i32): void {
  const gene = eventField(event, abi.EVENT_ROOM_GENE);
  if (gene < 0) return;
  if ((draw() & 0xc0000000) != 0 && resourceAllowed(gene, vacated)) {
    move(event, vacated);
    return;
  }
  const free = freeRoom(event, gene, timeOf(event), draw());
  const pool = geneField(gene, abi.GENE_POOL_COUNT);
  if (free >= 0) move(event, free);
  else if (pool > 1) move(event, listItem(geneField(gene, abi.GENE_FIRST_POOL) + scaled(draw(), pool)));
}
