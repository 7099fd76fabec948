import * as abi from '../abi';
import {
  BLOCK_ENTER,
  BLOCK_GAIN,
  BLOCK_ROOMS,
  BLOCK_TIME_COUNT,
  BLOCK_TIMES,
  barredSlots,
  blockRecordAt,
  gainNow,
} from '../blocks';
import { sumOfSlots } from '../lanes';
import {
  eventField,
  eventRecordAt,
  geneField,
  listItem,
  nowhere,
  pairRows,
  profileOf,
  profilesRelated,
  timeField,
  timeRecordAt,
} from '../problem';
import { scaled } from '../random';
import { countOf, geneOf, occupantsOf, STATE_HARD, STATE_HARD_WEIGHT, stateWord, timeOf } from '../state';
import { mostMended } from '../terms/own-breaches';
import { leastRowPairs } from '../terms/pair-rows';

/**
 * What `screen.ts` does for plain events, where meeting times are blocks and events choose among rooms and instructors: a
 * lower bound of the change that a proposal would make, from what the event would meet at its new time and the most that
 * can be gained. Nine of ten proposals end here.
 */

/** Nobody can say: less than any threshold. */
const OPEN: i32 = i32.MIN_VALUE;
/** Nothing would be proposed. */
const NOTHING: i32 = i32.MAX_VALUE;

/**
 * The bound for the proposal that `propose` makes of these draws; it is exact, as whatever is above `threshold` would be
 * refused by the full peek.
 */
export function leastChange(event: i32, bits: u64, more: u64, threshold: i32): i32 {
  const from = timeOf(event);
  if (from == nowhere) return OPEN;
  const record = blockRecordAt(profileOf(event));
  const timeCount = load<i32>(record, BLOCK_TIME_COUNT);
  if (timeCount == 0) return NOTHING;
  const position = scaled(<u32>(bits >> 32), timeCount);
  const to = load<i32>(load<usize>(record, BLOCK_TIMES) + ((<usize>position) << 2));
  const eventAt = eventRecordAt(event);
  const genes = load<i32>(eventAt, abi.EVENT_GENE_COUNT);
  let choice = <i32>((more >> 48) & 63);
  let picked = 0;
  if (genes > 1) {
    picked = genes == 2 ? choice & 1 : (choice & 7) % genes;
    choice >>= 3;
  }
  const gene = load<i32>(eventAt, abi.EVENT_FIRST_GENE) + picked;
  const poolCount = genes == 0 ? 0 : geneField(gene, abi.GENE_POOL_COUNT);
  if (poolCount == 0) return to == from ? NOTHING : bound(event, record, -1, -1, from, to, -1, threshold);
  const resource = listItem(geneField(gene, abi.GENE_FIRST_POOL) + scaled(<u32>(more >> 16), poolCount));
  if (picked < load<i32>(record, BLOCK_ROOMS)) return bound(event, record, -1, -1, from, to, resource, threshold);
  const when = (choice & 1) != 0 ? from : to;
  if (when == from && resource == geneOf(gene)) return NOTHING;
  return bound(event, record, gene, resource, from, when, -1, threshold);
}

/** The event (+ 1) in the room at exactly this time, which may take the event's place; 0 for nobody, -1 for several. */
function partnerIn(event: i32, room: i32, to: i32): i32 {
  const cell = timeField(to, abi.TIME_CELL);
  const occupants = countOf(room, cell);
  if (occupants == 0) return 0;
  if (occupants > 1) return -1;
  const partner = occupantsOf(room, cell) - 1;
  return partner == event || timeOf(partner) != to ? 0 : partner + 1;
}

/**
 * The bound for an event that goes from `from` to `to`, with another instructor `resource` in `gene` (-1: the ones it
 * has) or into `room` (-1: the one it has), whose occupant may take its place.
 */
function bound(
  event: i32,
  record: usize,
  gene: i32,
  resource: i32,
  from: i32,
  to: i32,
  room: i32,
  threshold: i32,
): i32 {
  const fromAt = timeRecordAt(from);
  const toAt = timeRecordAt(to);
  if ((load<i32>(fromAt, abi.TIME_DAY_COUNT) | load<i32>(toAt, abi.TIME_DAY_COUNT)) != 1) return OPEN;
  const day = load<i32>(toAt, abi.TIME_DAY);
  const mask = load<i32>(toAt, abi.TIME_MASK);
  // a slot that the event holds already brings nothing new
  const fresh = mask & ~select(load<i32>(fromAt, abi.TIME_MASK), 0, load<i32>(fromAt, abi.TIME_DAY) == day);
  let breaches = sumOfSlots(load<usize>(record, BLOCK_ENTER), toAt, fresh);
  breaches += instructorsMet(event, record, gene, resource, day, fresh, mask);
  if (breaches == 0) return OPEN;
  const occupant = room < 0 ? 0 : partnerIn(event, room, to);
  if (occupant < 0) return OPEN;
  if (occupant != 0) {
    const related = profilesRelated(profileOf(event), profileOf(occupant - 1));
    // the two may share somebody they choose
    if (related == abi.RELATED_OTHERWISE) return OPEN;
    // they exchange places and leave alone what both occupy, or the event finds another room
    const shared = related >> 1;
    if (shared != 0) {
      const met = metByPartner(occupant - 1, shared, fromAt, toAt);
      breaches = min(breaches, breaches - shared * popcnt<i32>(fresh) + met);
    }
    if (breaches <= 0) return OPEN;
  }
  if (stateWord(STATE_HARD) != 0) {
    breaches -= mostMended(event) + (occupant == 0 ? 0 : mostMended(occupant - 1));
    if (breaches <= 0) return OPEN;
  }
  let change = breaches * stateWord(STATE_HARD_WEIGHT);
  if (pairRows) change += leastRowPairs(event, from, occupant, to);
  const partnerRecord: usize = occupant == 0 ? 0 : blockRecordAt(profileOf(occupant - 1));
  let least = change - load<i32>(record, BLOCK_GAIN);
  if (occupant != 0) least -= load<i32>(partnerRecord, BLOCK_GAIN);
  if (least > threshold) return least;
  least = change - gainNow(event, record, gene, resource);
  return occupant == 0 ? least : least - gainNow(occupant - 1, partnerRecord, -1, -1);
}

/** Slots in which an instructor that the event has, or takes in `gene`, is busy or away. */
function instructorsMet(event: i32, record: usize, gene: i32, resource: i32, day: i32, fresh: i32, mask: i32): i32 {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  let met = 0;
  for (let k = first + load<i32>(record, BLOCK_ROOMS); k < last; k++) {
    const held = geneOf(k);
    const taken = k == gene ? resource : held;
    met += popcnt<i32>(barredSlots(taken, day) & select(fresh, mask, taken == held));
  }
  return met;
}

/** What an event that goes the other way meets, without the `shared` resources that both occupy. */
function metByPartner(partner: i32, shared: i32, fromAt: usize, toAt: usize): i32 {
  const record = blockRecordAt(profileOf(partner));
  const day = load<i32>(fromAt, abi.TIME_DAY);
  const left = select(load<i32>(toAt, abi.TIME_MASK), 0, load<i32>(toAt, abi.TIME_DAY) == day);
  const fresh = load<i32>(fromAt, abi.TIME_MASK) & ~left;
  const met = sumOfSlots(load<usize>(record, BLOCK_ENTER), fromAt, fresh) - shared * popcnt<i32>(fresh);
  return max<i32>(0, met) + instructorsMet(partner, record, -1, -1, day, fresh, fresh);
}
