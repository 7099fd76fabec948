import * as abi from '../abi/abi';
import { admitsExchange, admitsRelocation, isCapped } from '../evolution/home';
import { LINKED_ALLOWED, LINKED_RELATED, LINKED_ROOM_SOFT, LINKED_TIME_COUNT, linkedProfileAt } from '../image/linked';
import { PLACE_OCCUPANTS } from '../image/linked-places';
import {
  SET_DISTINCT,
  SET_ROW,
  SET_TABLE,
  SHAPED_COUNTS,
  SHAPED_MASKS,
  SHAPED_RESOURCE,
  SHAPED_TABLE,
  SHAPED_TABLES,
  SHAPED_WEEK,
  SHAPED_WEEK_TABLE,
  SOFT_DAYS,
  SOFT_DAYS_END,
  SOFT_GAIN,
  SOFT_SHAPE_GAIN,
  SOFT_TIMES,
  SOFT_WEEKS,
  setRecordOf,
  softOf,
} from '../image/linked-soft';
import { eventField, profileHas, resourceAllowed, rowAt, softTerms, timeAllowed, timeField } from '../image/problem';
import { applyPlain, applyPlainExchange } from '../solution/plain-solution';
import { LINKED_SHIFT, STANDING_PROFILE, STANDING_ROOM, STANDING_TIME, standingOf } from '../state';
import { peekStaticMeasures } from '../terms/static-measures';
import { ACCEPTED, REFUSED, UNDECIDED } from './plain';
import { drawnEvent, drawnRoom, drawnThreshold, drawnTime, ENTRY_BOUND, entryBits, mixed } from './screen';
import { drawnPlace } from './screen-settled';

/**
 * What `proposePlain` decides, for a proposal that `screenSettled` let pass: its bound is what clashes and rooms change less
 * the most that can be gained, so that only the soft rules on sets, weeks and days are left to ask.
 */
export function proposeSettled(entry: usize): i32 {
  const bits = entryBits(entry);
  const more = mixed(bits);
  const threshold = drawnThreshold(more);
  const bound = load<i32>(entry, ENTRY_BOUND);
  const event = drawnEvent(bits);
  const records = linkedProfileAt(0);
  const standing = standingOf(event + 1);
  const place = load<u32>(standing, STANDING_PROFILE);
  const record = records + <usize>place;
  const to = drawnTime(record, bits);
  const occupants = load<usize>(drawnPlace(record, more), PLACE_OCCUPANTS);
  const occupant = load<i32>(occupants + ((<usize>to) << 2));
  const from = load<i32>(standing, STANDING_TIME);
  const room = drawnRoom(record, more);
  const held = load<i32>(standing, STANDING_ROOM);
  if (occupant == 0)
    return bound > threshold ? REFUSED : relocate(event, place, from, to, held, room, bound, threshold);
  const partner = load<u32>(standingOf(occupant), STANDING_PROFILE);
  // the event itself, or one alike in everything but the name: nothing would change
  if (partner == place) return REFUSED;
  if (!mayExchange(occupant, records + <usize>partner, from, room, held)) return UNDECIDED;
  return bound > threshold ? REFUSED : exchange(event, occupant - 1, place, partner, bound, threshold);
}

/** True when the occupant may take a place at `from` in the room `held`, instead of looking for another for the event. */
function mayExchange(occupant: i32, record: usize, from: i32, room: i32, held: i32): bool {
  if (load<i32>(record, LINKED_TIME_COUNT) == 0) return false;
  const standing = standingOf(occupant);
  // it may hold the room for good
  if (load<i32>(standing, STANDING_ROOM) != room) return false;
  if (load<u8>(load<usize>(record, LINKED_ALLOWED) + <usize>from) != 0) return true;
  const profile = <i32>(load<u32>(standing, STANDING_PROFILE) >> LINKED_SHIFT);
  return timeAllowed(profile, from) && resourceAllowed(eventField(occupant - 1, abi.EVENT_FIRST_GENE), held);
}

function relocate(event: i32, place: u32, from: i32, to: i32, held: i32, room: i32, bound: i32, threshold: i32): i32 {
  const soft = softOf(place);
  const known = bound + load<i32>(soft, SOFT_GAIN);
  let change = known + roomsOfSet(setRecordOf(event), held, room);
  if (from != to) {
    change += softOfWeeks(soft, -1, from, to);
    if ((softTerms & abi.TERMS_OF_MEASURES) != 0) {
      change += peekStaticMeasures(<i32>(place >> LINKED_SHIFT), -1, from, to, false);
    }
    if (change - load<i32>(soft, SOFT_SHAPE_GAIN) > threshold) return REFUSED;
    change += softOfDays(soft, -1, from, to);
  }
  if (change > threshold) return REFUSED;
  const gene = eventField(event, abi.EVENT_FIRST_GENE);
  if (isCapped() && !admitsRelocation(event, to, gene, room, -1, -1)) return REFUSED;
  applyPlain(event, to, gene, room, change - known + roomChange(place, held, room));
  return ACCEPTED;
}

function exchange(event: i32, partner: i32, place: u32, partnerPlace: u32, bound: i32, threshold: i32): i32 {
  const standing = standingOf(event + 1);
  const partnerStanding = standingOf(partner + 1);
  const from = load<i32>(standing, STANDING_TIME);
  const to = load<i32>(partnerStanding, STANDING_TIME);
  const held = load<i32>(standing, STANDING_ROOM);
  const room = load<i32>(partnerStanding, STANDING_ROOM);
  const soft = softOf(place);
  const partnerSoft = softOf(partnerPlace);
  const known = bound + load<i32>(soft, SOFT_GAIN) + load<i32>(partnerSoft, SOFT_GAIN);
  let change = known;
  // events of one class exchange rooms without any change to its rooms
  const set = setRecordOf(event);
  const partnerSet = setRecordOf(partner);
  if (load<usize>(set, SET_ROW) != load<usize>(partnerSet, SET_ROW)) {
    change += roomsOfSet(set, held, room) + roomsOfSet(partnerSet, room, held);
  }
  if (from != to) {
    const profile = <i32>(place >> LINKED_SHIFT);
    const partnerProfile = <i32>(partnerPlace >> LINKED_SHIFT);
    const relation = load<u8>(load<usize>(linkedProfileAt(profile), LINKED_RELATED) + <usize>partnerProfile);
    // what both always occupy sees no change
    const other = relation != 0 ? partnerProfile : -1;
    const partnerOther = relation != 0 ? profile : -1;
    change += softOfWeeks(soft, other, from, to) + softOfWeeks(partnerSoft, partnerOther, to, from);
    if ((softTerms & abi.TERMS_OF_MEASURES) != 0) {
      change += peekStaticMeasures(profile, partner, from, to, false);
      change += peekStaticMeasures(partnerProfile, event, to, from, false);
    }
    const partnerGain = load<i32>(partnerSoft, SOFT_SHAPE_GAIN);
    if (change - load<i32>(soft, SOFT_SHAPE_GAIN) - partnerGain > threshold) return REFUSED;
    change += softOfDays(soft, other, from, to);
    if (change - partnerGain > threshold) return REFUSED;
    change += softOfDays(partnerSoft, partnerOther, to, from);
  }
  if (change > threshold) return REFUSED;
  const gene = eventField(event, abi.EVENT_FIRST_GENE);
  const partnerGene = eventField(partner, abi.EVENT_FIRST_GENE);
  if (isCapped() && !admitsExchange(event, gene, partner, partnerGene)) return REFUSED;
  const rooms = roomChange(place, held, room) + roomChange(partnerPlace, room, held);
  applyPlainExchange(event, gene, partner, partnerGene, change - known + rooms);
  return ACCEPTED;
}

/** Soft change of what the room itself costs; the rest of what is known are clashes. */
function roomChange(place: u32, held: i32, room: i32): i32 {
  const costs = load<usize>(linkedProfileAt(0) + <usize>place, LINKED_ROOM_SOFT);
  return load<i32>(costs + ((<usize>room) << 2)) - load<i32>(costs + ((<usize>held) << 2));
}

/** Change of the distinct rooms of a class that gives up `held` for `room`; 0 when the record is nobody's. */
export function roomsOfSet(record: usize, held: i32, room: i32): i32 {
  const row = load<usize>(record, SET_ROW);
  if (row == 0 || held == room) return 0;
  // without a branch on the timetable: nobody could guess it
  const isNew = i32(load<u16>(row + ((<usize>room) << 1)) == 0);
  const isLast = i32(load<u16>(row + ((<usize>held) << 1)) == 1);
  const distinct = load<i32>(load<usize>(record, SET_DISTINCT));
  const table = load<usize>(record, SET_TABLE);
  return entry(table, distinct + isNew - isLast) - entry(table, distinct);
}

/** Change of the event's row by time, and of the weeks of what it always occupies, except what `other` (a profile, or -1) does. */
export function softOfWeeks(soft: usize, other: i32, from: i32, to: i32): i32 {
  const times = load<usize>(soft, SOFT_TIMES);
  const row = times == 0 ? 0 : load<i32>(times + ((<usize>to) << 2)) - load<i32>(times + ((<usize>from) << 2));
  let at = load<usize>(soft, SOFT_WEEKS);
  const end = load<usize>(soft, SOFT_DAYS);
  const day = timeField(from, abi.TIME_DAY);
  const dayThere = timeField(to, abi.TIME_DAY);
  if (at == end || day == dayThere) return row;
  const mask = timeField(from, abi.TIME_MASK);
  let change = row;
  for (; at < end; at += 4) {
    const shaped = load<usize>(at);
    if (other >= 0 && profileHas(other, load<i32>(shaped, SHAPED_RESOURCE))) continue;
    const days = load<i32>(load<usize>(shaped, SHAPED_WEEK));
    const only = i32(<i32>load<u16>(load<usize>(shaped, SHAPED_MASKS) + ((<usize>day) << 1)) == mask);
    const after = (days | (1 << dayThere)) & ~((only & i32(isLast(shaped, from))) << day);
    const table = load<usize>(shaped, SHAPED_WEEK_TABLE);
    change += entry(table, after) - entry(table, days);
  }
  return change;
}

/** Change of the days of what the event always occupies; `other` as above. */
export function softOfDays(soft: usize, other: i32, from: i32, to: i32): i32 {
  const end = load<usize>(soft, SOFT_DAYS_END);
  // as offsets in rows of 16-bit entries
  const day = (<usize>timeField(from, abi.TIME_DAY)) << 1;
  const dayThere = (<usize>timeField(to, abi.TIME_DAY)) << 1;
  const mask = timeField(from, abi.TIME_MASK);
  const maskThere = timeField(to, abi.TIME_MASK);
  let change = 0;
  for (let at = load<usize>(soft, SOFT_DAYS); at < end; at += 4) {
    const shaped = load<usize>(at);
    if (other >= 0 && profileHas(other, load<i32>(shaped, SHAPED_RESOURCE))) continue;
    const masks = load<usize>(shaped, SHAPED_MASKS);
    const before = <i32>load<u16>(masks + day);
    const kept = isLast(shaped, from) ? before & ~mask : before;
    const only = load<usize>(shaped, SHAPED_TABLE);
    const table = only != 0 ? only : tableOf(shaped, day);
    const tableThere = only != 0 ? only : tableOf(shaped, dayThere);
    // on one day the slot is taken when the other has been left
    const there = select(kept, <i32>load<u16>(masks + dayThere), day == dayThere);
    change += entry(table, kept) - entry(table, before);
    change += entry(tableThere, there | maskThere) - entry(tableThere, there);
  }
  return change;
}

/** True when the resource falls free in the cell as one event leaves it. */
function isLast(shaped: usize, cell: i32): bool {
  const counts = load<usize>(shaped, SHAPED_COUNTS);
  return counts == 0 || load<u16>(counts + ((<usize>cell) << 1)) == 1;
}

/** Soft day table of a resource whose days differ, by the offset of the day. */
function tableOf(shaped: usize, day: usize): usize {
  return rowAt(load<i32>(load<usize>(shaped, SHAPED_TABLES) + (day << 1)));
}

function entry(table: usize, mask: i32): i32 {
  return load<i32>(table + ((<usize>mask) << 2));
}
