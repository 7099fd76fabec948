import * as abi from '../abi/abi';
import { PROFILE_PAIR_GAIN, PROFILE_REST_GAIN } from '../abi/blocks';
import { enterAt, geneOf, maskAt, shapeCostAt, shapeCostOf, timeOf } from '../state';
import { geneCost } from '../terms/unary';
import { weekMeasures } from '../terms/week-measure';
import {
  cellStride,
  dayStride,
  eventField,
  geneCount,
  geneField,
  hasBlocks,
  listItem,
  profileCount,
  profileField,
  profileOf,
  resourceCount,
  resourceField,
  rowAt,
  rowValue,
  slotCount,
  softTerms,
  weekClassCount,
} from './problem';

/**
 * What the screening of blocks reads (neighbourhoods/screen-blocks.ts): a record for each profile, the masks of resources
 * that hold one event, and what is closed to them. Derived from the image and the layout of the state when an image is
 * opened; none of it is there when meeting times are cells or days are long.
 */
const RECORD_SHIFT: i32 = 6;
/** Address of the candidate times, 32 bits each, and how many. */
export const BLOCK_TIMES: usize = 0;
export const BLOCK_TIME_COUNT: usize = 4;
/** Row of the costs of entering. */
export const BLOCK_ENTER: usize = 8;
/** The most that a move can lower the soft cost, whatever the timetable; and the parts by pairs and by the rest. */
export const BLOCK_GAIN: usize = 12;
export const BLOCK_PAIRS: usize = 16;
export const BLOCK_REST: usize = 20;
/** Addresses of the shape costs of what is always occupied: where they are listed, and the end of the list. */
export const BLOCK_SHAPED: usize = 24;
export const BLOCK_SHAPED_END: usize = 28;
/** How many of the genes are rooms: they come first. */
export const BLOCK_ROOMS: usize = 32;
/** 1 where what is always occupied, and can clash, has room for one event: whoever holds a slot of it is known by name. */
export const BLOCK_SINGLES: usize = 36;

let recordsAt: usize = 0;
/** By resource: address of its masks, or of zeros when none are kept or several events may hold it. */
let maskRowsAt: usize = 0;
/** By resource and day: slots that hard unavailability closes. */
export let closedRowsAt: usize = 0;
/** Shape costs of empty weeks, by resource. */
let emptyAt: usize = 0;
let zerosAt: usize = 0;
let listsAt: usize = 0;
/** True when all rooms and instructors to choose from hold one event, so that their masks say who is free. */
export let poolsAreSingle: bool = false;

/** Bytes that `linkBlocks` needs. */
export function blockBytes(): usize {
  if (!hasBlocks) return 0;
  let listed = 0;
  for (let profile = 0; profile < profileCount; profile++) listed += profileField(profile, abi.PROFILE_STATIC_COUNT);
  const records = ((<usize>profileCount) << RECORD_SHIFT) + ((<usize>listed) << 2);
  const resources = <usize>resourceCount * (8 + ((<usize>dayStride) << 1));
  return records + resources + ((<usize>dayStride) << 1) + 64;
}

export function linkBlocks(from: usize): void {
  if (!hasBlocks) return;
  recordsAt = (from + 15) & ~(<usize>15);
  maskRowsAt = recordsAt + ((<usize>profileCount) << RECORD_SHIFT);
  emptyAt = maskRowsAt + ((<usize>resourceCount) << 2);
  closedRowsAt = emptyAt + ((<usize>resourceCount) << 2);
  zerosAt = closedRowsAt + ((<usize>(resourceCount * dayStride)) << 1);
  listsAt = (zerosAt + ((<usize>dayStride) << 1) + 15) & ~(<usize>15);
  memory.fill(closedRowsAt, 0, listsAt - closedRowsAt);
  for (let resource = 0; resource < resourceCount; resource++) linkResource(resource);
  let end = listsAt;
  for (let profile = 0; profile < profileCount; profile++) end = linkRecord(profile, end);
  poolsAreSingle = true;
  for (let gene = 0; gene < geneCount && poolsAreSingle; gene++) poolsAreSingle = isSinglePool(gene);
}

function isSinglePool(gene: i32): bool {
  const first = geneField(gene, abi.GENE_FIRST_POOL);
  const last = first + geneField(gene, abi.GENE_POOL_COUNT);
  for (let k = first; k < last; k++) if (!hasExactMasks(listItem(k))) return false;
  return true;
}

/** True when the masks of a resource say all about who may enter: it holds one event, and they are kept. */
function hasExactMasks(resource: i32): bool {
  return resourceField(resource, abi.RESOURCE_CAPACITY) == 1 && resourceField(resource, abi.RESOURCE_SHAPED) != 0;
}

export function blockRecordAt(profile: i32): usize {
  return recordsAt + ((<usize>profile) << RECORD_SHIFT);
}

/** Slots of a day in which one more event of the resource would break a hard rule for sure. */
export function barredSlots(resource: i32, day: i32): i32 {
  return busySlots(resource, day) | closedSlots(resource, day);
}

/** True when the resource's masks say who may enter. */
export function hasMasks(resource: i32): bool {
  return load<usize>(maskRowsAt + ((<usize>resource) << 2)) != zerosAt;
}

/** The busy ones among them. */
export function busySlots(resource: i32, day: i32): i32 {
  return <i32>load<u16>(load<usize>(maskRowsAt + ((<usize>resource) << 2)) + ((<usize>day) << 1));
}

/** The most that a move of the event can lower the soft cost now: what is not there cannot be saved. */
export function gainNow(event: i32, record: usize, gene: i32, resource: i32): i32 {
  const time = timeOf(event);
  let gain = load<i32>(record, BLOCK_REST) + load<i32>(record, BLOCK_PAIRS);
  if ((softTerms & abi.TERM_TIME_ROWS) != 0) {
    gain += rowValue(profileField(profileOf(event), abi.PROFILE_TIME_SOFT), time);
  }
  const end = load<usize>(record, BLOCK_SHAPED_END);
  for (let at = load<usize>(record, BLOCK_SHAPED); at < end; at += 4) gain += load<i32>(load<usize>(at));
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  if ((softTerms & abi.TERM_GENE_ROWS) != 0) {
    for (let k = first; k < last; k++) gain += geneCost(k, abi.GENE_SOFT, geneOf(k), time);
  }
  for (let k = first + load<i32>(record, BLOCK_ROOMS); k < last; k++) {
    gain += shapeCostOf(geneOf(k));
    if (k == gene) gain += shapeCostOf(resource);
  }
  return gain;
}

/** Slots of a day that hard unavailability closes to the resource. */
export function closedSlots(resource: i32, day: i32): i32 {
  return <i32>load<u16>(closedRowsAt + ((<usize>(resource * dayStride + day)) << 1));
}

/** The resource whose shape cost lies at an address. */
export function resourceOfCost(at: usize): i32 {
  return <i32>((at - shapeCostAt) >> 2);
}

/** Shape costs as they are when every event is nowhere. */
export function clearShapeCosts(): void {
  if (hasBlocks) memory.copy(shapeCostAt, emptyAt, (<usize>resourceCount) << 2);
}

function linkResource(resource: i32): void {
  const masks = maskAt + ((<usize>(resource * dayStride)) << 1);
  const place = (<usize>resource) << 2;
  store<usize>(maskRowsAt + place, hasExactMasks(resource) ? masks : zerosAt);
  store<i32>(emptyAt + place, emptyCost(resource));
  const row = resourceField(resource, abi.RESOURCE_HARD_CELLS);
  if (row == 0) return;
  for (let cell = 0; cell < cellStride - 1; cell++) {
    const at = closedRowsAt + ((<usize>(resource * dayStride + cell / slotCount)) << 1);
    const bit = i32(rowValue(row, cell) > 0) << (cell % slotCount);
    store<u16>(at, <u16>(<i32>load<u16>(at) | bit));
  }
}

/** What soft rules on the week say when nothing happens; a day without events costs nothing. */
function emptyCost(resource: i32): i32 {
  const table = resourceField(resource, abi.RESOURCE_SOFT_WEEK);
  const measures = resourceField(resource, abi.RESOURCE_SOFT_MEASURES);
  let cost = rowValue(table, 0) * weekClassCount;
  for (let weekClass = 0; weekClass < weekClassCount; weekClass++) cost += weekMeasures(resource, measures, weekClass);
  return cost;
}

/** Writes a record and its list from `end` on; returns the end of the list. */
function linkRecord(profile: i32, from: usize): usize {
  const to = blockRecordAt(profile);
  store<usize>(to, rowAt(profileField(profile, abi.PROFILE_TIMES)), BLOCK_TIMES);
  store<i32>(to, profileField(profile, abi.PROFILE_TIME_COUNT), BLOCK_TIME_COUNT);
  store<usize>(to, enterAt + <usize>profileField(profile, abi.PROFILE_COST_ROW), BLOCK_ENTER);
  store<i32>(to, profileField(profile, abi.PROFILE_SOFT_GAIN), BLOCK_GAIN);
  store<i32>(to, profileField(profile, PROFILE_PAIR_GAIN), BLOCK_PAIRS);
  store<i32>(to, profileField(profile, PROFILE_REST_GAIN), BLOCK_REST);
  store<i32>(to, roomGenes(profile), BLOCK_ROOMS);
  store<usize>(to, from, BLOCK_SHAPED);
  let end = from;
  let singles = 1;
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    if (resourceField(resource, abi.RESOURCE_CAPACITY) > 1) singles = 0;
    if (!hasShapeCost(resource)) continue;
    store<usize>(end, shapeCostAt + ((<usize>resource) << 2));
    end += 4;
  }
  store<usize>(to, end, BLOCK_SHAPED_END);
  store<i32>(to, singles, BLOCK_SINGLES);
  return end;
}

function roomGenes(profile: i32): i32 {
  const event = listItem(profileField(profile, abi.PROFILE_FIRST_EVENT));
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  let gene = first;
  while (gene < last && geneField(gene, abi.GENE_IS_ROOM) != 0) gene++;
  return gene - first;
}

function hasShapeCost(resource: i32): bool {
  return (
    (resourceField(resource, abi.RESOURCE_SOFT_DAYS) |
      resourceField(resource, abi.RESOURCE_SOFT_WEEK) |
      resourceField(resource, abi.RESOURCE_SOFT_MEASURES)) !=
    0
  );
}
