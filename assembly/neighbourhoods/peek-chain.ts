import * as abi from '../abi/abi';
import {
  eventField,
  geneField,
  hardTerms,
  itemAt,
  listItem,
  nobody,
  notPlainTerms,
  nowhere,
  plainIsSimple,
  profileField,
  profileHas,
  profileOf,
  profilesRelated,
  resourceField,
  rowValue,
  simpleTimes,
  softTerms,
} from '../image/problem';
import { applyPlain } from '../solution/plain-solution';
import { applyChange } from '../solution/working-solution';
import {
  countOf,
  distinctOf,
  geneOf,
  occupantsOf,
  STATE_HARD,
  STATE_HARD_WEIGHT,
  STATE_SOFT,
  stateWord,
} from '../state';
import { peekDayShape } from '../terms/day-shape';
import { distinctStep, setShapeChange } from '../terms/set-shape';
import { geneChange, peekTimeSoft } from '../terms/unary';
import { peekWeekMeasures } from '../terms/week-measure';
import { peekWeekShape } from '../terms/week-shape';
import {
  ENTRY_EVENT,
  ENTRY_FROM,
  ENTRY_GAIN,
  ENTRY_ROOM,
  ENTRY_TO,
  entryWord,
  setEntryGain,
  setEntryRoom,
} from './chain-entries';
import { canPeekShort, isShortRefused, shortHard, shortSoft } from './peek-short-chain';
import { ACCEPTED, REFUSED, UNDECIDED } from './plain';
import { isSettled } from './screen-settled';

/**
 * Most chains are refused, so they are peeked where that is simple: plain events, two cells, no hard rule broken, no
 * pair rules. A resource that members of both directions occupy sees no change; any other sees one event move. What the
 * members' times change comes first: it refuses most chains before anybody looks for a room. UNDECIDED when the chain is
 * not as simple as that.
 */
export function peekChain(length: i32, threshold: i32): i32 {
  if (!simpleTimes || stateWord(STATE_HARD) != 0 || (hardTerms & ~abi.TERM_KEPT_GENES) != 0) return UNDECIDED;
  if ((softTerms & notPlainTerms) != 0) return UNDECIDED;
  if ((softTerms & abi.TERM_SET_MEASURES) != 0) return UNDECIDED;
  const isShort = length <= 2 && isSettled() && (softTerms & abi.TERMS_OF_MEASURES) == 0 && canPeekShort(length);
  if (!isShort) return peekLong(length, threshold);
  if (isShortRefused(length, threshold)) return REFUSED;
  for (let k = 0; k < length; k++) setEntryGain(k, roomGain(k));
  return peekRooms(length, shortHard(), shortSoft(), threshold);
}

/** A chain of any length. */
function peekLong(length: i32, threshold: i32): i32 {
  let closed = 0;
  // the most that the members not yet asked, and all rooms, may gain
  let gain = 0;
  for (let k = 0; k < length; k++) {
    const profile = profileOf(entryWord(k, ENTRY_EVENT));
    if (profileField(profile, abi.PROFILE_IS_PLAIN) == 0 || sharesWithEarlier(k)) return UNDECIDED;
    // what is unavailable there, if a time like that may be proposed at all
    closed += rowValue(profileField(profile, abi.PROFILE_CELL_HARD), entryWord(k, ENTRY_TO));
    const ofRoom = roomGain(k);
    setEntryGain(k, ofRoom);
    gain += profileField(profile, abi.PROFILE_PLAIN_GAIN) + ofRoom;
  }
  const hard = stateWord(STATE_HARD_WEIGHT) * closed;
  let soft = 0;
  for (let k = 0; k < length; k++) {
    soft += shapeChange(k, length);
    gain -= profileField(profileOf(entryWord(k, ENTRY_EVENT)), abi.PROFILE_PLAIN_GAIN);
    if (hard + soft - gain > threshold) return REFUSED;
  }
  return peekRooms(length, hard, soft, threshold);
}

/** The rooms of a chain by whose times hard rules change `hard`, weighted, and soft ones `known`; then the chain itself. */
function peekRooms(length: i32, hard: i32, known: i32, threshold: i32): i32 {
  let soft = known;
  // who keeps the room gains nothing by it
  let gain = 0;
  for (let k = 0; k < length; k++) {
    const kept = keptRoom(k, length);
    setEntryRoom(k, kept);
    if (kept < 0) gain += entryWord(k, ENTRY_GAIN);
  }
  if (hard + soft - gain > threshold) return REFUSED;
  for (let k = 0; k < length; k++) {
    if (entryWord(k, ENTRY_ROOM) >= 0) continue;
    if (!findRoom(k, length)) return REFUSED;
    gain -= entryWord(k, ENTRY_GAIN);
    soft += roomChange(k);
    if (hard + soft - gain > threshold) return REFUSED;
  }
  applyChain(length, soft);
  return ACCEPTED;
}

/** The most that a member can gain by another room: all that its own costs now, and what its class can save. */
function roomGain(entry: i32): i32 {
  const event = entryWord(entry, ENTRY_EVENT);
  const gene = eventField(event, abi.EVENT_FIRST_GENE);
  const gain = geneChange(gene, abi.GENE_SOFT, geneOf(gene), nobody, entryWord(entry, ENTRY_FROM), nowhere);
  const set = eventField(event, abi.EVENT_SET);
  if (set < 0) return -gain;
  const distinct = distinctOf(set);
  const fewer = setShapeChange(set, abi.SET_SOFT, distinct, max(0, distinct - 1));
  return -gain - min(0, min(fewer, setShapeChange(set, abi.SET_SOFT, distinct, distinct + 1)));
}

/**
 * Two members of one class that go the same way, or both change rooms, would need counting together. What clashes is
 * never shared by two that go the same way.
 */
function sharesWithEarlier(entry: i32): bool {
  const event = entryWord(entry, ENTRY_EVENT);
  const set = eventField(event, abi.EVENT_SET);
  const profile = profileOf(event);
  for (let k = 0; k < entry; k++) {
    const other = entryWord(k, ENTRY_EVENT);
    const goesAlong = entryWord(k, ENTRY_FROM) == entryWord(entry, ENTRY_FROM);
    if (profileOf(other) == profile || (goesAlong && profilesRelated(profile, profileOf(other)) != 0)) return true;
    if (set >= 0 && eventField(other, abi.EVENT_SET) == set) return true;
  }
  return false;
}

/** The member's room, unless somebody who stays holds it where the member goes; then -1. */
function keptRoom(entry: i32, length: i32): i32 {
  const room = geneOf(eventField(entryWord(entry, ENTRY_EVENT), abi.EVENT_FIRST_GENE));
  const to = entryWord(entry, ENTRY_TO);
  if (countOf(room, to) == 0) return room;
  const occupant = occupantsOf(room, to) - 1;
  for (let k = 0; k < length; k++) if (entryWord(k, ENTRY_EVENT) == occupant) return room;
  return -1;
}

/** The free room of least own cost; false when there is none. */
function findRoom(entry: i32, length: i32): bool {
  const event = entryWord(entry, ENTRY_EVENT);
  const profile = profileOf(event);
  const to = entryWord(entry, ENTRY_TO);
  const pool = profileField(profile, abi.PROFILE_POOL);
  const count = profileField(profile, abi.PROFILE_POOL_COUNT);
  let best = -1;
  let bestCost = i32.MAX_VALUE;
  for (let k = 0; k < count; k++) {
    const room = itemAt(pool, k);
    if (countOf(room, to) != 0 || isClaimed(room, to, length)) continue;
    setEntryRoom(entry, room);
    const cost = roomChange(entry);
    if (cost < bestCost) {
      bestCost = cost;
      best = room;
      // none is cheaper
      if (cost + entryWord(entry, ENTRY_GAIN) <= 0) break;
    }
  }
  setEntryRoom(entry, best);
  return best >= 0;
}

function isClaimed(room: i32, to: i32, length: i32): bool {
  for (let k = 0; k < length; k++) if (entryWord(k, ENTRY_ROOM) == room && entryWord(k, ENTRY_TO) == to) return true;
  return false;
}

function roomChange(entry: i32): i32 {
  const event = entryWord(entry, ENTRY_EVENT);
  const gene = eventField(event, abi.EVENT_FIRST_GENE);
  const held = geneOf(gene);
  const taken = entryWord(entry, ENTRY_ROOM);
  if (held == taken) return 0;
  const from = entryWord(entry, ENTRY_FROM);
  const to = entryWord(entry, ENTRY_TO);
  let change = geneChange(gene, abi.GENE_SOFT, held, taken, from, to);
  const set = eventField(event, abi.EVENT_SET);
  if (set >= 0 && geneField(gene, abi.GENE_IS_ROOM) != 0) {
    const distinct = distinctOf(set);
    change += setShapeChange(set, abi.SET_SOFT, distinct, distinct + distinctStep(set, held, taken, from, to));
  }
  return change;
}

function shapeChange(entry: i32, length: i32): i32 {
  const profile = profileOf(entryWord(entry, ENTRY_EVENT));
  const from = entryWord(entry, ENTRY_FROM);
  const to = entryWord(entry, ENTRY_TO);
  let change = peekTimeSoft(profile, from, to);
  const firstWeek = profileField(profile, abi.PROFILE_FIRST_SOFT_WEEK);
  const lastWeek = firstWeek + profileField(profile, abi.PROFILE_SOFT_WEEK_COUNT);
  for (let k = firstWeek; k < lastWeek; k++) {
    const resource = listItem(k);
    if (comesBack(resource, to, length)) continue;
    change += peekWeekShape(resource, resourceField(resource, abi.RESOURCE_SOFT_WEEK), from, to);
  }
  const first = profileField(profile, abi.PROFILE_FIRST_SOFT_SHAPE);
  const last = first + profileField(profile, abi.PROFILE_SOFT_SHAPE_COUNT);
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    if (comesBack(resource, to, length)) continue;
    change += peekDayShape(resource, resourceField(resource, abi.RESOURCE_SOFT_DAYS), from, to);
  }
  return (softTerms & abi.TERM_WEEK_MEASURES) == 0 ? change : change + measureChange(profile, from, to, length);
}

function measureChange(profile: i32, from: i32, to: i32, length: i32): i32 {
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  let change = 0;
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    const list = resourceField(resource, abi.RESOURCE_SOFT_MEASURES);
    if (list != 0 && !comesBack(resource, to, length)) change += peekWeekMeasures(resource, list, from, to);
  }
  return change;
}

/** True when a member of the other direction frees for this one what it takes: the resource sees no change. */
function comesBack(resource: i32, to: i32, length: i32): bool {
  if (countOf(resource, to) == 0) return false;
  for (let k = 0; k < length; k++) {
    if (entryWord(k, ENTRY_FROM) == to && profileHas(profileOf(entryWord(k, ENTRY_EVENT)), resource)) return true;
  }
  return false;
}

/** One by one: in between two members may hold a place, which the counters can tell. */
function applyChain(length: i32, soft: i32): void {
  const expected = stateWord(STATE_SOFT) + soft;
  for (let k = 0; k < length; k++) {
    const event = entryWord(k, ENTRY_EVENT);
    const gene = eventField(event, abi.EVENT_FIRST_GENE);
    if (plainIsSimple) applyPlain(event, entryWord(k, ENTRY_TO), gene, entryWord(k, ENTRY_ROOM), k == 0 ? soft : 0);
    else applyChange(event, entryWord(k, ENTRY_TO), gene, entryWord(k, ENTRY_ROOM), -1, -1);
  }
  assert(stateWord(STATE_SOFT) == expected);
}
