import * as abi from '../abi/abi';
import { eventField, itemAt, nobody, nowhere, profileField, profileOf } from '../image/problem';
import { nextRandom, scaled } from '../random';
import { applyChange } from '../solution/working-solution';
import { geneOf, timeOf } from '../state';
import { choice, costOfPlacing } from './candidate';
import { culprit, culpritCount, UNARY_COST } from './culprits';
import { beginDebts, debtOf, debtor, debtorCount, debtVictim } from './debt';
import { isFixed, releaseAll, setFixed } from './fixed';
import { costOfHand, inHand, takeInHand, timeInHand, weighHand } from './hand';
import { addWaiting, stopWaiting } from './state';
import { tieCount, tiedTo } from './ties';

/**
 * Recursive swapping, the way of FET (L. Lalescu): an event takes the place from which fewest have to leave, and each of
 * these is placed at once in the same manner, without touching anybody who got a place on the way. Where one finds no
 * place, all is taken back and the next place is tried. So the number of those who wait only ever falls. Nothing of it
 * outlives a step but what it comes to.
 */

/** Events that may be moved one because of the other. */
const DEEPEST: i32 = 14;
/** From this depth on, only the first place is tried. */
const NARROW: i32 = 2;
/** Events that are looked at in one attempt. More of them find more, but cost too much where nothing is to be found. */
const MOST_CALLS: i32 = 80;
/** Places that are remembered at each depth. */
const MOST_PLACES: i32 = 128;
const placesAt: usize = memory.data(14 * 128 * 8, 16);
/** Sent away at each depth. */
const MOST_SENT: i32 = 8;
const sentAt: usize = memory.data(14 * 8 * 4, 16);
const sentCountsAt: usize = memory.data(14 * 4, 16);
/** What has happened, to be taken back: event, time before, number of genes; then what the genes held. */
const MOST_LOGGED: i32 = 8192;
const logAt: usize = memory.data(8192 * 4, 16);

let logged: i32 = 0;
let callsLeft: i32 = 0;
let looked: i32 = 0;

export function lookedAt(): i32 {
  return looked;
}

/** Tries to place the event, which waits, so that nobody waits who did not before. Without success all is as before. */
export function trySwaps(event: i32): bool {
  logged = 0;
  callsLeft = MOST_CALLS;
  looked = 0;
  releaseAll();
  const done = settle(event, 0);
  releaseAll();
  return done;
}

/** Places an event that waits, and everybody who has to leave because of it. */
function settle(event: i32, depth: i32): bool {
  if (depth == DEEPEST || callsLeft <= 0) return false;
  callsLeft--;
  const bits = <u32>nextRandom();
  const count = collectPlaces(event, depth, bits);
  for (let k = 0; k < count; k++) {
    const to = takeCheapest(depth, count - k);
    const mark = logged;
    if (enter(event, to, depth, bits) && settleSent(depth)) return true;
    takeBack(mark);
    if (depth >= NARROW || callsLeft <= 0) return false;
  }
  return false;
}

function placeAt(depth: i32, position: i32): usize {
  return placesAt + ((<usize>(depth * MOST_PLACES + position)) << 3);
}

/** Lists the places where nobody is in the way who has to stay; only the first one where nobody is at all. */
function collectPlaces(event: i32, depth: i32, bits: u32): i32 {
  const profile = profileOf(event);
  const count = profileField(profile, abi.PROFILE_TIME_COUNT);
  const times = profileField(profile, abi.PROFILE_TIMES);
  const tries = min<i32>(count, MOST_PLACES);
  let at = scaled(<u32>(nextRandom() >> 32), count);
  let places = 0;
  if (takeInHand(event) > 1) {
    looked += weighHand(at, tries, bits);
    for (let k = 0; k < tries; k++) {
      if (costOfHand(k) >= UNARY_COST) continue;
      store<i32>(placeAt(depth, places), costOfHand(k));
      store<i32>(placeAt(depth, places), itemAt(times, (at + k) % count), 4);
      places++;
    }
    return places;
  }
  stopWaiting(event);
  beginDebts(event);
  for (let k = 0; k < tries; k++) {
    const to = itemAt(times, at);
    if (++at == count) at = 0;
    looked++;
    const cost = costOfPlacing(event, to, UNARY_COST, bits);
    if (cost >= UNARY_COST) continue;
    store<i32>(placeAt(depth, places), cost);
    store<i32>(placeAt(depth, places), to, 4);
    places++;
    if (cost <= 0) {
      store<u64>(placeAt(depth, 0), load<u64>(placeAt(depth, places - 1)));
      places = 1;
      break;
    }
  }
  addWaiting(event);
  return places;
}

/** Takes the cheapest of the first `count` places off the list; the last one goes where it was. */
function takeCheapest(depth: i32, count: i32): i32 {
  let best = 0;
  for (let k = 1; k < count; k++) {
    if (load<i32>(placeAt(depth, k)) < load<i32>(placeAt(depth, best))) best = k;
  }
  const to = load<i32>(placeAt(depth, best), 4);
  store<u64>(placeAt(depth, best), load<u64>(placeAt(depth, count - 1)));
  return to;
}

let sent: i32 = 0;

/** The event and those in hand go there, those in the way leave; false when somebody would have to who may not. */
function enter(event: i32, to: i32, depth: i32, bits: u32): bool {
  sent = 0;
  const count = takeInHand(event);
  for (let k = 0; k < count; k++) {
    const time = timeInHand(k, to);
    if (time == nowhere || !enterAlone(inHand(k), time, depth, bits)) return false;
  }
  store<i32>(sentCountAt(depth), sent);
  return true;
}

function enterAlone(event: i32, to: i32, depth: i32, bits: u32): bool {
  stopWaiting(event);
  beginDebts(event);
  const cost = costOfPlacing(event, to, i32.MAX_VALUE, bits);
  const count = culpritCount();
  if (cost >= UNARY_COST || count > MOST_SENT || !remember(event)) {
    addWaiting(event);
    return false;
  }
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const genes = eventField(event, abi.EVENT_GENE_COUNT);
  applyChange(event, to, -1, -1, -1, -1);
  for (let k = 0; k < genes; k++) {
    if (choice(k) != nobody) applyChange(event, to, first + k, choice(k), -1, -1);
  }
  setFixed(event, true);
  for (let k = 0; k < count; k++) if (!send(culprit(k), depth)) return false;
  const debtors = debtorCount();
  for (let k = 0; k < debtors; k++) {
    const resource = debtor(k);
    while (debtOf(resource) > 0) {
      const victim = debtVictim(resource, event);
      if (victim < 0 || !send(victim, depth)) return false;
    }
  }
  return true;
}

function sentCountAt(depth: i32): usize {
  return sentCountsAt + ((<usize>depth) << 2);
}

/** The event and those that are tied to it leave. */
function send(other: i32, depth: i32): bool {
  if (timeOf(other) == nowhere) return true;
  if (sent == MOST_SENT || isFixed(other) || !remember(other)) return false;
  applyChange(other, nowhere, -1, -1, -1, -1);
  addWaiting(other);
  store<i32>(sentAt + ((<usize>(depth * MOST_SENT + sent)) << 2), other);
  sent++;
  const ties = tieCount(other);
  for (let tie = 0; tie < ties; tie++) if (!send(tiedTo(other, tie), depth)) return false;
  return true;
}

/** Everybody who was sent away at this depth finds a place. */
function settleSent(depth: i32): bool {
  const count = load<i32>(sentCountAt(depth));
  for (let k = 0; k < count; k++) {
    const other = load<i32>(sentAt + ((<usize>(depth * MOST_SENT + k)) << 2));
    if (timeOf(other) == nowhere && !settle(other, depth + 1)) return false;
  }
  return true;
}

/** Where the event is, so that it can come back. */
function remember(event: i32): bool {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const genes = eventField(event, abi.EVENT_GENE_COUNT);
  if (logged + genes + 3 > MOST_LOGGED) return false;
  for (let k = 0; k < genes; k++) note(geneOf(first + k));
  note(genes);
  note(timeOf(event));
  note(event);
  return true;
}

function note(value: i32): void {
  store<i32>(logAt + ((<usize>logged) << 2), value);
  logged++;
}

function lastNote(): i32 {
  logged--;
  return load<i32>(logAt + ((<usize>logged) << 2));
}

/** Everything since `mark`, the last first. Who was placed waits again. */
function takeBack(mark: i32): void {
  while (logged > mark) {
    const event = lastNote();
    const time = lastNote();
    const genes = lastNote();
    const first = eventField(event, abi.EVENT_FIRST_GENE);
    if (time == nowhere) {
      setFixed(event, false);
      applyChange(event, nowhere, -1, -1, -1, -1);
      addWaiting(event);
    } else {
      stopWaiting(event);
      applyChange(event, time, -1, -1, -1, -1);
    }
    for (let k = genes - 1; k >= 0; k--) {
      const held = lastNote();
      if (held != geneOf(first + k)) applyChange(event, time, first + k, held, -1, -1);
    }
  }
}
