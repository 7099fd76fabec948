import * as abi from '../abi/abi';
import { countAt, enterAt, LINKED_SHIFT, maskAt } from '../state';
import {
  cellStride,
  dayStride,
  eventField,
  geneField,
  listItem,
  profileAt,
  profileCount,
  profileField,
  resourceCount,
  resourceField,
  roomCount,
  rowAt,
  screenRecordAt,
  timeCount,
} from './problem';

/**
 * What the innermost loop reads, with addresses in place of offsets and packed close together: a record for each
 * profile and one for each resource. Derived from the image and the layout of the state when an image is opened; it
 * lies behind the state and is no part of it.
 */
const SCREEN_RECORD_BYTES: i32 = 1 << LINKED_SHIFT;
export const LINKED_TIMES: usize = 0;
/** 0 for profiles that are not plain. */
export const LINKED_TIME_COUNT: usize = 4;
export const LINKED_POOL: usize = 8;
export const LINKED_POOL_COUNT: usize = 12;
/** Row of the costs of entering. */
export const LINKED_ENTER: usize = 16;
export const LINKED_RELATED: usize = 20;
/** Soft amounts by room, as if the row started with resource 0: zeros where there is none. */
export const LINKED_ROOM_SOFT: usize = 24;
/** Bytes by time: 1 where an event of the profile may surely go in an exchange, whatever the room. */
export const LINKED_ALLOWED: usize = 28;
/** What events of a plain profile occupy whatever is chosen and has room for one: offsets of its rows in the table of
 * occupants, one word each, and their end. */
export const LINKED_SINGLES: usize = 32;
export const LINKED_SINGLES_END: usize = 36;
/** The pool once more, see linked-places.ts. */
export const LINKED_PLACES: usize = 40;
/** Up to which of 32 random bits a proposal goes the general way: the share of chains, and everything that is not plain. */
export const LINKED_LAST_GENERAL: usize = 44;

const SHAPE_RECORD_BYTES: i32 = 16;
/** Rows of the resource's masks by day and of its counts by cell. */
export const LINKED_MASKS: usize = 0;
export const LINKED_COUNTS: usize = 4;
/** Soft day tables: the list by day, and the table itself when all days have the same; else 0. */
export const LINKED_TABLES: usize = 8;
export const LINKED_TABLE: usize = 12;

let screensAt: usize = 0;
let shapesAt: usize = 0;
/** True when nothing that plain events occupy by themselves has room for several only. */
export let singlesOnly: bool = true;
let singlesEnd: usize = 0;
/** A zero for each resource, and for each time. */
let zerosAt: usize = 0;

/** Bytes that `link` needs. */
export function linkedBytes(): usize {
  return (
    <usize>((profileCount + 1) * SCREEN_RECORD_BYTES + resourceCount * SHAPE_RECORD_BYTES) +
    zerosBytes() +
    singlesBytes()
  );
}

/** At most what all profiles occupy by themselves. */
function singlesBytes(): usize {
  let count = 0;
  for (let profile = 0; profile < profileCount; profile++) count += profileField(profile, abi.PROFILE_STATIC_COUNT);
  return (<usize>count) << 2;
}

function zerosBytes(): usize {
  return max<usize>((<usize>resourceCount) << 2, <usize>(timeCount + 3) & ~3);
}

export function link(at: usize): void {
  screensAt = at;
  shapesAt = at + <usize>((profileCount + 1) * SCREEN_RECORD_BYTES);
  zerosAt = shapesAt + <usize>(resourceCount * SHAPE_RECORD_BYTES);
  memory.fill(zerosAt, 0, zerosBytes());
  singlesOnly = true;
  singlesEnd = zerosAt + zerosBytes();
  for (let profile = 0; profile <= profileCount; profile++) linkProfile(profile);
  for (let resource = 0; resource < resourceCount; resource++) linkShapes(resource);
}

export function linkedProfileAt(profile: i32): usize {
  return screensAt + ((<usize>profile) << LINKED_SHIFT);
}

export function linkedShapesAt(resource: i32): usize {
  return shapesAt + ((<usize>resource) << 4);
}

function linkProfile(profile: i32): void {
  const from = screenRecordAt(profile);
  const to = linkedProfileAt(profile);
  store<usize>(to + LINKED_TIMES, rowAt(load<i32>(from, abi.SCREEN_TIMES)));
  store<i32>(to + LINKED_TIME_COUNT, load<i32>(from, abi.SCREEN_TIME_COUNT));
  store<usize>(to + LINKED_POOL, rowAt(load<i32>(from, abi.SCREEN_POOL)));
  store<i32>(to + LINKED_POOL_COUNT, load<i32>(from, abi.SCREEN_POOL_COUNT));
  store<usize>(to + LINKED_ENTER, enterAt + <usize>load<i32>(from, abi.SCREEN_COST_ROW));
  store<usize>(to + LINKED_RELATED, rowAt(load<i32>(from, abi.SCREEN_RELATED)));
  const isPlain = profile < profileCount && load<i32>(profileAt(profile), abi.PROFILE_IS_PLAIN) != 0;
  const takesEveryRoom = load<i32>(from, abi.SCREEN_POOL_COUNT) == roomCount;
  // the screening asks about an occupant's room, too: a row of some rooms knows nothing about it, and no cost is below 0
  const rooms = isPlain && hasEveryRoom(profile) ? load<i32>(profileAt(profile), abi.PROFILE_ROOM_SOFT) : 0;
  const times = isPlain && takesEveryRoom ? load<i32>(profileAt(profile), abi.PROFILE_TIME_ALLOWED) : 0;
  store<usize>(to + LINKED_ROOM_SOFT, rooms == 0 ? zerosAt : rowAt(rooms));
  store<usize>(to + LINKED_ALLOWED, times == 0 ? zerosAt : rowAt(times));
  if (isPlain) linkSingles(profile, to);
}

function linkSingles(profile: i32, to: usize): void {
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  store<usize>(to + LINKED_SINGLES, singlesEnd);
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
    if (capacity > 1) singlesOnly = false;
    if (capacity != 1) continue;
    store<usize>(singlesEnd, (<usize>(resource * cellStride)) << 2);
    singlesEnd += 4;
  }
  store<usize>(to + LINKED_SINGLES_END, singlesEnd);
}

/** True when the rows of a plain profile's only gene are about all rooms. */
export function hasEveryRoom(profile: i32): bool {
  const gene = eventField(listItem(profileField(profile, abi.PROFILE_FIRST_EVENT)), abi.EVENT_FIRST_GENE);
  return geneField(gene, abi.GENE_WIDTH) >= roomCount;
}

function linkShapes(resource: i32): void {
  const to = linkedShapesAt(resource);
  const tables = rowAt(resourceField(resource, abi.RESOURCE_SOFT_DAYS));
  store<usize>(to + LINKED_MASKS, maskAt + ((<usize>(resource * dayStride)) << 1));
  store<usize>(to + LINKED_COUNTS, countAt + ((<usize>(resource * cellStride)) << 1));
  store<usize>(to + LINKED_TABLES, tables);
  store<usize>(to + LINKED_TABLE, tables == 0 ? 0 : onlyTable(tables));
}

/** The table of all days when they have the same, else 0. */
export function onlyTable(tables: usize): usize {
  const first = load<i32>(tables);
  for (let day = 1; day < dayStride; day++) {
    if (load<i32>(tables + ((<usize>day) << 2)) != first) return 0;
  }
  return rowAt(first);
}
