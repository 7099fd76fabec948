import * as abi from '../abi/abi';
import {
  blockEventAt,
  LINE_ENTER,
  LINE_FIRST_GENE,
  LINE_GENES,
  LINE_GENES_AT,
  LINE_POOLS,
  LINE_PROFILE,
  LINE_ROOMS,
  LINE_TIME_COUNT,
  LINE_TIMES,
  POOL_BYTES,
  POOL_COUNT,
} from '../image/block-events';
import { BLOCK_GAIN, barredSlots, blockRecordAt, gainNow } from '../image/blocks';
import {
  geneField,
  listAt,
  nowhere,
  pairRows,
  profileOf,
  profilesRelated,
  timeField,
  timeRecordAt,
} from '../image/problem';
import { scaled } from '../random';
import { sumOfSlots } from '../solution/lanes';
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
  const line = blockEventAt(event);
  const timeCount = load<i32>(line, LINE_TIME_COUNT);
  if (timeCount == 0) return NOTHING;
  const position = scaled(<u32>(bits >> 32), timeCount);
  const to = load<i32>(load<usize>(line, LINE_TIMES) + ((<usize>position) << 2));
  const genes = load<i32>(line, LINE_GENES);
  let choice = <i32>((more >> 48) & 63);
  let picked = 0;
  if (genes > 1) {
    picked = genes == 2 ? choice & 1 : (choice & 7) % genes;
    choice >>= 3;
  }
  const gene = load<i32>(line, LINE_FIRST_GENE) + picked;
  const pool = line + LINE_POOLS + <usize>(picked * POOL_BYTES);
  const poolCount = genes > 2 ? geneField(gene, abi.GENE_POOL_COUNT) : load<i32>(pool, POOL_COUNT);
  if (poolCount == 0) return to == from ? NOTHING : bound(event, line, -1, -1, from, to, -1, threshold);
  const poolAt = genes > 2 ? listAt(geneField(gene, abi.GENE_FIRST_POOL)) : load<usize>(pool);
  const resource = load<i32>(poolAt + ((<usize>scaled(<u32>(more >> 16), poolCount)) << 2));
  if (picked < load<i32>(line, LINE_ROOMS)) return bound(event, line, -1, -1, from, to, resource, threshold);
  const when = (choice & 1) != 0 ? from : to;
  if (when == from && resource == geneOf(gene)) return NOTHING;
  return bound(event, line, gene, resource, from, when, -1, threshold);
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
function bound(event: i32, line: usize, gene: i32, resource: i32, from: i32, to: i32, room: i32, threshold: i32): i32 {
  const fromAt = timeRecordAt(from);
  const toAt = timeRecordAt(to);
  if ((load<i32>(fromAt, abi.TIME_DAY_COUNT) | load<i32>(toAt, abi.TIME_DAY_COUNT)) != 1) return OPEN;
  const day = load<i32>(toAt, abi.TIME_DAY);
  const mask = load<i32>(toAt, abi.TIME_MASK);
  // a slot that the event holds already brings nothing new
  const fresh = mask & ~select(load<i32>(fromAt, abi.TIME_MASK), 0, load<i32>(fromAt, abi.TIME_DAY) == day);
  let breaches = sumOfSlots(load<usize>(line, LINE_ENTER), toAt, fresh);
  breaches += instructorsMet(line, gene, resource, day, fresh, mask);
  return breaches == 0 ? OPEN : leastOf(event, line, gene, resource, from, to, room, fresh, breaches, threshold);
}

/** The same for an event that would break so many hard rules by itself, in its `fresh` slots as far as it moves. */
export function leastOf(
  event: i32,
  line: usize,
  gene: i32,
  resource: i32,
  from: i32,
  to: i32,
  room: i32,
  fresh: i32,
  met: i32,
  threshold: i32,
): i32 {
  let breaches = met;
  const occupant = room < 0 ? 0 : partnerIn(event, room, to);
  if (occupant < 0) return OPEN;
  if (occupant != 0) {
    const related = profilesRelated(profileOf(event), profileOf(occupant - 1));
    // the two may share somebody they choose
    if (related == abi.RELATED_OTHERWISE) return OPEN;
    // they exchange places and leave alone what both occupy, or the event finds another room
    const shared = related >> 1;
    if (shared != 0) {
      const theirs = metByPartner(occupant - 1, shared, timeRecordAt(from), timeRecordAt(to));
      breaches = min(breaches, breaches - shared * popcnt<i32>(fresh) + theirs);
    }
    if (breaches <= 0) return OPEN;
  }
  if (stateWord(STATE_HARD) != 0) {
    breaches -= mostMended(event) + (occupant == 0 ? 0 : mostMended(occupant - 1));
    if (breaches <= 0) return OPEN;
  }
  const record = load<usize>(line, LINE_PROFILE);
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
function instructorsMet(line: usize, gene: i32, resource: i32, day: i32, fresh: i32, mask: i32): i32 {
  const first = load<i32>(line, LINE_FIRST_GENE);
  const genesAt = load<usize>(line, LINE_GENES_AT);
  const genes = load<i32>(line, LINE_GENES);
  let met = 0;
  for (let k = load<i32>(line, LINE_ROOMS); k < genes; k++) {
    const held = load<i32>(genesAt + ((<usize>k) << 2));
    const taken = first + k == gene ? resource : held;
    met += popcnt<i32>(barredSlots(taken, day) & select(fresh, mask, taken == held));
  }
  return met;
}

/** What an event that goes the other way meets, without the `shared` resources that both occupy. */
function metByPartner(partner: i32, shared: i32, fromAt: usize, toAt: usize): i32 {
  const line = blockEventAt(partner);
  const day = load<i32>(fromAt, abi.TIME_DAY);
  const left = select(load<i32>(toAt, abi.TIME_MASK), 0, load<i32>(toAt, abi.TIME_DAY) == day);
  const fresh = load<i32>(fromAt, abi.TIME_MASK) & ~left;
  const met = sumOfSlots(load<usize>(line, LINE_ENTER), fromAt, fresh) - shared * popcnt<i32>(fresh);
  return max<i32>(0, met) + instructorsMet(line, -1, -1, day, fresh, fresh);
}
