import * as abi from '../abi/abi';
import { countAt, distinctAt, LINKED_SHIFT, maskAt, setCountAt, weekAt } from '../state';
import { onlyTable } from './linked';
import {
  cellStride,
  dayStride,
  eventCount,
  eventField,
  firstRoom,
  listItem,
  profileCount,
  profileField,
  resourceCount,
  resourceField,
  roomCount,
  rowAt,
  setField,
} from './problem';

/**
 * What is asked about a plain event's soft rules once the screening let a proposal pass, with addresses in place of
 * numbers: a record for each profile, with the list of the records of the resources that it always occupies and that
 * soft rules on weeks or days are about. Derived like the linked records, and no part of the state.
 */
const SOFT_SHIFT: usize = 5;
/** The most that a move can lower the soft cost without what its room costs now, and the part of day shapes in it. */
export const SOFT_GAIN: usize = 0;
export const SOFT_SHAPE_GAIN: usize = 4;
/** Row of amounts by time, 0 for none. */
export const SOFT_TIMES: usize = 8;
/** Addresses of records: resources with rules on their weeks, then those with rules on their days. */
export const SOFT_WEEKS: usize = 12;
export const SOFT_DAYS: usize = 16;
export const SOFT_DAYS_END: usize = 20;

const RESOURCE_SHIFT: usize = 5;
/** Masks by day. */
export const SHAPED_MASKS: usize = 0;
/** Soft day tables: the table itself when all days have the same, else 0 and the list of offsets by day. */
export const SHAPED_TABLE: usize = 4;
export const SHAPED_TABLES: usize = 8;
/** Worked days and the table by them. */
export const SHAPED_WEEK: usize = 12;
export const SHAPED_WEEK_TABLE: usize = 16;
/** Counts by cell; 0 where one event has each slot for itself as long as nothing clashes. */
export const SHAPED_COUNTS: usize = 20;
export const SHAPED_RESOURCE: usize = 24;

const SET_SHIFT: usize = 4;
/** Uses of rooms by an event's set, as if the row started with resource 0; 0 when no soft rule is about it. */
export const SET_ROW: usize = 0;
/** Amounts by the number of distinct rooms, and the address of that number. */
export const SET_TABLE: usize = 4;
export const SET_DISTINCT: usize = 8;

let softAt: usize = 0;
let shapedAt: usize = 0;
let setsAt: usize = 0;

export function softBytes(): usize {
  let entries = 0;
  for (let profile = 0; profile < profileCount; profile++) {
    entries += profileField(profile, abi.PROFILE_SOFT_WEEK_COUNT);
    entries += profileField(profile, abi.PROFILE_SOFT_SHAPE_COUNT);
  }
  const records = ((<usize>(profileCount + 1)) << SOFT_SHIFT) + ((<usize>resourceCount) << RESOURCE_SHIFT);
  return records + ((<usize>eventCount) << SET_SHIFT) + ((<usize>entries) << 2);
}

/** The record that belongs to a place among the linked records. */
export function softOf(place: u32): usize {
  return softAt + (<usize>place >> (<usize>LINKED_SHIFT - SOFT_SHIFT));
}

export function setRecordOf(event: i32): usize {
  return setsAt + ((<usize>event) << SET_SHIFT);
}

export function linkSoft(at: usize): void {
  softAt = at;
  shapedAt = softAt + ((<usize>(profileCount + 1)) << SOFT_SHIFT);
  setsAt = shapedAt + ((<usize>resourceCount) << RESOURCE_SHIFT);
  memory.fill(softAt, 0, setsAt - softAt);
  for (let resource = 0; resource < resourceCount; resource++) linkResource(resource);
  for (let event = 0; event < eventCount; event++) linkSet(event);
  let end = setsAt + ((<usize>eventCount) << SET_SHIFT);
  for (let profile = 0; profile < profileCount; profile++) end = linkProfile(profile, end);
}

function linkProfile(profile: i32, at: usize): usize {
  const record = softAt + ((<usize>profile) << SOFT_SHIFT);
  store<i32>(record, profileField(profile, abi.PROFILE_PLAIN_GAIN), SOFT_GAIN);
  store<i32>(record, profileField(profile, abi.PROFILE_SHAPE_GAIN), SOFT_SHAPE_GAIN);
  store<usize>(record, rowAt(profileField(profile, abi.PROFILE_TIME_SOFT)), SOFT_TIMES);
  store<usize>(record, at, SOFT_WEEKS);
  const firstWeek = profileField(profile, abi.PROFILE_FIRST_SOFT_WEEK);
  const days = writeList(at, firstWeek, profileField(profile, abi.PROFILE_SOFT_WEEK_COUNT));
  store<usize>(record, days, SOFT_DAYS);
  const firstShape = profileField(profile, abi.PROFILE_FIRST_SOFT_SHAPE);
  const end = writeList(days, firstShape, profileField(profile, abi.PROFILE_SOFT_SHAPE_COUNT));
  store<usize>(record, end, SOFT_DAYS_END);
  return end;
}

function linkSet(event: i32): void {
  const record = setRecordOf(event);
  const set = eventField(event, abi.EVENT_SET);
  const table: usize = set < 0 ? 0 : rowAt(setField(set, abi.SET_SOFT));
  const row = setCountAt + ((<usize>(set * (roomCount + 1) - firstRoom)) << 1);
  store<usize>(record, table == 0 ? 0 : row, SET_ROW);
  store<usize>(record, table, SET_TABLE);
  store<usize>(record, distinctAt + ((<usize>set) << 2), SET_DISTINCT);
}

/** Addresses of the records of so many resources of the image's lists; returns the end. */
function writeList(at: usize, first: i32, count: i32): usize {
  for (let k = 0; k < count; k++) {
    store<usize>(at + ((<usize>k) << 2), shapedAt + ((<usize>listItem(first + k)) << RESOURCE_SHIFT));
  }
  return at + ((<usize>count) << 2);
}

function linkResource(resource: i32): void {
  const to = shapedAt + ((<usize>resource) << RESOURCE_SHIFT);
  const tables = rowAt(resourceField(resource, abi.RESOURCE_SOFT_DAYS));
  store<usize>(to, maskAt + ((<usize>(resource * dayStride)) << 1), SHAPED_MASKS);
  store<usize>(to, tables, SHAPED_TABLES);
  store<usize>(to, tables == 0 ? 0 : onlyTable(tables), SHAPED_TABLE);
  // one week class, see plainIsSimple
  store<usize>(to, weekAt + ((<usize>resource) << 2), SHAPED_WEEK);
  store<usize>(to, rowAt(resourceField(resource, abi.RESOURCE_SOFT_WEEK)), SHAPED_WEEK_TABLE);
  const isSingle = resourceField(resource, abi.RESOURCE_CAPACITY) == 1;
  store<usize>(to, isSingle ? 0 : countAt + ((<usize>(resource * cellStride)) << 1), SHAPED_COUNTS);
  store<i32>(to, resource, SHAPED_RESOURCE);
}
