import * as abi from '../abi/abi';
import {
  cellStride,
  dayCount,
  dayStride,
  eventField,
  listItem,
  profileField,
  profileHas,
  profileOf,
  resourceField,
  rowValue,
  timeField,
} from '../image/problem';
import {
  countAt,
  geneOf,
  maskAt,
  occupantAt,
  STATE_SOFT,
  setGeneOf,
  setStandingRoom,
  setStateWord,
  setTimeOf,
  setWeekOf,
  stateWord,
  timeOf,
  weekOf,
} from '../state';
import { applySetUse } from '../terms/set-shape';
import { geneCost } from '../terms/unary';
import { addHard } from './scoring';
import { entered, holdSlot, left, releaseSlot, shiftEnterCosts } from './working-solution';

/**
 * What `applyChange` does, for accepted moves of plain events (see PROFILE_IS_PLAIN) whose soft change is known: the
 * counters follow, and the tables of the soft rules are not asked a second time.
 */
export function applyPlain(event: i32, to: i32, gene: i32, room: i32, soft: i32): void {
  const from = timeOf(event);
  releaseSlot(geneOf(gene), from, event);
  holdSlot(room, to, event);
  move(event, from, to, -1);
  useRoom(eventField(event, abi.EVENT_SET), geneOf(gene), room);
  settle(event, to, gene, room);
  setStateWord(STATE_SOFT, stateWord(STATE_SOFT) + soft);
}

/** Two plain events exchange times and rooms; what both occupy stays as it is. */
export function applyPlainExchange(event: i32, gene: i32, partner: i32, partnerGene: i32, soft: i32): void {
  const from = timeOf(event);
  const to = timeOf(partner);
  const held = geneOf(gene);
  const room = geneOf(partnerGene);
  // each is alone in its room and stays so: only the names change
  exchangeNames(held, from, event, partner);
  exchangeNames(room, to, event, partner);
  move(event, from, to, profileOf(partner));
  move(partner, to, from, profileOf(event));
  const set = eventField(event, abi.EVENT_SET);
  const partnerSet = eventField(partner, abi.EVENT_SET);
  if (set != partnerSet) {
    useRoom(set, held, room);
    useRoom(partnerSet, room, held);
  }
  settle(event, to, gene, room);
  settle(partner, from, partnerGene, held);
  setStateWord(STATE_SOFT, stateWord(STATE_SOFT) + soft);
}

/** Counters of what the event always occupies; of what `other` occupies too, only the names change. */
function move(event: i32, from: i32, to: i32, other: i32): void {
  if (from == to) return;
  const profile = profileOf(event);
  const row = profileField(profile, abi.PROFILE_CELL_HARD);
  if (row != 0) addHard(rowValue(row, to) - rowValue(row, from));
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  const occupants = occupantAt;
  const stride = cellStride;
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    const row = occupants + ((<usize>(resource * stride)) << 2);
    toggle(row + ((<usize>from) << 2), event + 1);
    toggle(row + ((<usize>to) << 2), event + 1);
    if (other < 0 || !profileHas(other, resource)) shiftCounters(resource, from, to);
  }
}

/** See `toggleOccupant`. */
function toggle(at: usize, name: i32): void {
  store<i32>(at, load<i32>(at) ^ name);
}

/** One of the two alone holds the room: now it is the other. */
function exchangeNames(room: i32, cell: i32, event: i32, partner: i32): void {
  toggle(occupantAt + ((<usize>(room * cellStride + cell)) << 2), (event + 1) ^ (partner + 1));
}

function shiftCounters(resource: i32, from: i32, to: i32): void {
  const row = countAt + ((<usize>(resource * cellStride)) << 1);
  const fromAt = row + ((<usize>from) << 1);
  const toAt = row + ((<usize>to) << 1);
  const count = <i32>load<u16>(fromAt) - 1;
  const countThere = <i32>load<u16>(toAt) + 1;
  store<u16>(fromAt, <u16>count);
  store<u16>(toAt, <u16>countThere);
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  if (capacity == 1 && count == 0 && countThere == 1) shiftEnterCosts(resource, from, to);
  else if (capacity != 0) {
    if (count + 1 >= capacity) left(resource, from, count, capacity);
    if (countThere >= capacity) entered(resource, to, countThere, capacity);
  }
  const shaped = resourceField(resource, abi.RESOURCE_SHAPED);
  if (shaped != 0) shiftMasks(resource, from, to, count == 0, (shaped & abi.SHAPED_WEEKS) != 0);
}

function shiftMasks(resource: i32, from: i32, to: i32, isFree: bool, hasWeeks: bool): void {
  const row = maskAt + ((<usize>(resource * dayStride)) << 1);
  const day = timeField(from, abi.TIME_DAY);
  const dayThere = timeField(to, abi.TIME_DAY);
  const dayAt = row + ((<usize>day) << 1);
  const dayThereAt = row + ((<usize>dayThere) << 1);
  const mask = <i32>load<u16>(dayAt) & ~select(timeField(from, abi.TIME_MASK), 0, isFree);
  store<u16>(dayAt, <u16>mask);
  store<u16>(dayThereAt, <u16>(<i32>load<u16>(dayThereAt) | timeField(to, abi.TIME_MASK)));
  if (!hasWeeks || day == dayThere) return;
  if (mask == 0) changeWeek(resource, day, false);
  changeWeek(resource, dayThere, true);
}

function changeWeek(resource: i32, day: i32, isBusy: bool): void {
  const weekClass = day / dayCount;
  const bit = 1 << (day - weekClass * dayCount);
  const days = weekOf(resource, weekClass);
  setWeekOf(resource, weekClass, isBusy ? days | bit : days & ~bit);
}

function useRoom(set: i32, held: i32, room: i32): void {
  if (set < 0 || held == room) return;
  applySetUse(set, held, -1);
  applySetUse(set, room, 1);
}

function settle(event: i32, to: i32, gene: i32, room: i32): void {
  setTimeOf(event, to);
  if (geneOf(gene) == room) return;
  setGeneOf(gene, room);
  setStandingRoom(event, room, geneCost(gene, abi.GENE_SOFT, room, to));
}
