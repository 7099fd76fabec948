import * as abi from './abi';
import {
  dayCount,
  eventField,
  listItem,
  profileField,
  profileHas,
  profileOf,
  resourceField,
  rowValue,
  timeField,
} from './problem';
import {
  countOf,
  geneOf,
  maskOf,
  STATE_SOFT,
  setCountOf,
  setGeneOf,
  setMaskOf,
  setStandingRoom,
  setStateWord,
  setTimeOf,
  setWeekOf,
  stateWord,
  timeOf,
  toggleOccupant,
  weekOf,
} from './state';
import { applySetUse } from './terms/set-shape';
import { geneCost } from './terms/unary';
import { addHard, entered, holdSlot, left, releaseSlot, shiftEnterCosts } from './working-solution';

/**
 * What `applyChange` does, for accepted moves of plain events (see PROFILE_IS_PLAIN) whose soft change is known: the
 * counters follow, and the tables of the soft rules are not asked a second time.
 */
export function applyPlain(event: i32, to: i32, gene: i32, room: i32, soft: i32): void {
  move(event, to, gene, room, -1);
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
  move(event, to, gene, room, profileOf(partner));
  move(partner, from, partnerGene, held, profileOf(event));
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

/** Counters of what the event occupies; of what `other` occupies too, only the names change. */
function move(event: i32, to: i32, gene: i32, room: i32, other: i32): void {
  const profile = profileOf(event);
  const from = timeOf(event);
  releaseSlot(geneOf(gene), from, event);
  holdSlot(room, to, event);
  if (from == to) return;
  const row = profileField(profile, abi.PROFILE_CELL_HARD);
  if (row != 0) addHard(rowValue(row, to) - rowValue(row, from));
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    toggleOccupant(resource, from, event);
    toggleOccupant(resource, to, event);
    if (other < 0 || !profileHas(other, resource)) shiftCounters(resource, from, to);
  }
}

function shiftCounters(resource: i32, from: i32, to: i32): void {
  const count = countOf(resource, from) - 1;
  const countThere = countOf(resource, to) + 1;
  setCountOf(resource, from, count);
  setCountOf(resource, to, countThere);
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  if (capacity == 1 && count == 0 && countThere == 1) shiftEnterCosts(resource, from, to);
  else if (capacity != 0) {
    if (count + 1 >= capacity) left(resource, from, count, capacity);
    if (countThere >= capacity) entered(resource, to, countThere, capacity);
  }
  const shaped = resourceField(resource, abi.RESOURCE_SHAPED);
  if (shaped == 0) return;
  const day = timeField(from, abi.TIME_DAY);
  const dayThere = timeField(to, abi.TIME_DAY);
  if (count == 0) setMaskOf(resource, day, maskOf(resource, day) & ~timeField(from, abi.TIME_MASK));
  setMaskOf(resource, dayThere, maskOf(resource, dayThere) | timeField(to, abi.TIME_MASK));
  if ((shaped & abi.SHAPED_WEEKS) == 0 || day == dayThere) return;
  if (maskOf(resource, day) == 0) changeWeek(resource, day, false);
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
