import * as abi from '../abi';
import { admitsMoved, isCapped } from '../home';
import { eventField, geneField, listItem, nobody, nowhere, pairField, resourceAllowed } from '../problem';
import { scaled } from '../random';
import { geneOf, STATE_HARD, STATE_HARD_WEIGHT, STATE_SOFT, stateWord, timeOf } from '../state';
import { pairCost } from '../terms/pair';
import { applyChange } from '../working-solution';
import { awayInChain, ENTRY_EVENT, entryWord, setEntry } from './chain-entries';

/**
 * Events that hard rules keep in one room go to another one together: one by one, each would have to break the rule
 * first. Applied, and undone when the sum is above the threshold.
 */
export function tryTogether(event: i32, bits: u32, threshold: i32): bool {
  const gene = eventField(event, abi.EVENT_ROOM_GENE);
  if (gene < 0 || geneField(gene, abi.GENE_POOL_COUNT) < 2) return false;
  const room = listItem(geneField(gene, abi.GENE_FIRST_POOL) + scaled(bits, geneField(gene, abi.GENE_POOL_COUNT)));
  const held = geneOf(gene);
  if (room == held || held == nobody || timeOf(event) == nowhere) return false;
  const length = gather(event, held, room);
  const hard = stateWord(STATE_HARD);
  const soft = stateWord(STATE_SOFT);
  const away = isCapped() ? awayInChain(length) : 0;
  moveAll(length, room);
  const change = stateWord(STATE_HARD_WEIGHT) * (stateWord(STATE_HARD) - hard) + stateWord(STATE_SOFT) - soft;
  if (change <= threshold && (!isCapped() || admitsMoved(away, awayInChain(length)))) return true;
  moveAll(length, held);
  return false;
}

/** The event and, one after the other, those in the same room that may not stay there without the ones gathered. */
function gather(event: i32, held: i32, room: i32): i32 {
  setEntry(0, event, 0, 0);
  let length = 1;
  for (let k = 0; k < length; k++) {
    const member = entryWord(k, ENTRY_EVENT);
    const first = eventField(member, abi.EVENT_FIRST_PAIR);
    const last = first + eventField(member, abi.EVENT_PAIR_COUNT);
    for (let pair = first; pair < last && length < abi.LONGEST_CHAIN; pair++) {
      if (!tiesRooms(pair, member, held, room)) continue;
      const other = pairField(pair, abi.PAIR_OTHER);
      if (!isGathered(other, length)) setEntry(length++, other, 0, 0);
    }
  }
  return length;
}

/** True when a hard rule breaks if the member leaves the room alone, and the other one may follow. */
function tiesRooms(pair: i32, member: i32, held: i32, room: i32): bool {
  const flags = pairField(pair, abi.PAIR_FLAGS);
  if ((flags & abi.PAIR_HARD) == 0 || (flags & abi.PAIR_OVER_ROOMS) == 0) return false;
  const other = pairField(pair, abi.PAIR_OTHER);
  const gene = eventField(other, abi.EVENT_ROOM_GENE);
  if (gene < 0 || geneOf(gene) != held || !resourceAllowed(gene, room)) return false;
  const time = timeOf(member);
  const otherTime = timeOf(other);
  return pairCost(pair, time, room, otherTime, held) > pairCost(pair, time, held, otherTime, held);
}

function isGathered(event: i32, length: i32): bool {
  for (let k = 0; k < length; k++) if (entryWord(k, ENTRY_EVENT) == event) return true;
  return false;
}

function moveAll(length: i32, room: i32): void {
  for (let k = 0; k < length; k++) {
    const member = entryWord(k, ENTRY_EVENT);
    applyChange(member, timeOf(member), eventField(member, abi.EVENT_ROOM_GENE), room, -1, -1);
  }
}
