import * as abi from '../abi/abi';
import {
  eventField,
  geneField,
  listItem,
  nobody,
  resourceField,
  simpleTimes,
  slotCount,
  timeDay,
  timeField,
} from '../image/problem';
import { scaled } from '../random';
import { countOf, geneOf, maskOf, occupantsOf, timeOf } from '../state';

/** Answers of `occupantAt` besides an event: nobody else is there (or there is room for one more), or several are. */
export const FREE: i32 = -1;
export const SEVERAL: i32 = -2;

/** Rooms that `freeRoom` looks at. */
const ROOM_TRIES: i32 = 4;

/** The event other than `event` that keeps a pooled resource from taking `event` at `time`; FREE or SEVERAL. */
export function occupantAt(event: i32, resource: i32, time: i32): i32 {
  if (resource == nobody) return FREE;
  if (simpleTimes) {
    const count = countOf(resource, time);
    if (count == 0) return FREE;
    if (count == 1 && resourceField(resource, abi.RESOURCE_CAPACITY) == 1) {
      const other = occupantsOf(resource, time) - 1;
      return other == event ? FREE : other;
    }
  }
  const days = timeField(time, abi.TIME_DAY_COUNT);
  if (!simpleTimes && days == 1 && resourceField(resource, abi.RESOURCE_CAPACITY) == 1) {
    return occupantOfBlock(event, resource, time);
  }
  const start = timeField(time, abi.TIME_START);
  const end = start + timeField(time, abi.TIME_LENGTH);
  const capacity = resourceField(resource, abi.RESOURCE_CAPACITY);
  let found = FREE;
  for (let k = 0; k < days; k++) {
    const base = timeDay(time, k) * slotCount;
    for (let slot = start; slot < end; slot++) {
      const count = countOf(resource, base + slot);
      if (count < capacity) continue;
      const other =
        capacity == 1 && count == 1
          ? occupantsOf(resource, base + slot) - 1
          : amongMany(event, resource, base + slot, count, capacity);
      if (other == event || other == FREE) continue;
      if (other == SEVERAL || (found != FREE && found != other)) return SEVERAL;
      found = other;
    }
  }
  return found;
}

/** The same for a block on one day and a resource of capacity 1, whose mask tells the busy slots at once. */
function occupantOfBlock(event: i32, resource: i32, time: i32): i32 {
  const day = timeField(time, abi.TIME_DAY);
  let busy = maskOf(resource, day) & timeField(time, abi.TIME_MASK);
  let found = FREE;
  while (busy != 0) {
    const cell = day * slotCount + ctz<i32>(busy);
    busy &= busy - 1;
    const count = countOf(resource, cell);
    const other = count == 1 ? occupantsOf(resource, cell) - 1 : amongMany(event, resource, cell, count, 1);
    if (other == event || other == FREE || other == found) continue;
    if (other == SEVERAL || found != FREE) return SEVERAL;
    found = other;
  }
  return found;
}

function amongMany(event: i32, resource: i32, cell: i32, count: i32, capacity: i32): i32 {
  if (!holdsIn(event, resource, cell)) return SEVERAL;
  if (count <= capacity) return FREE;
  return capacity == 1 && count == 2 ? (occupantsOf(resource, cell) ^ (event + 1)) - 1 : SEVERAL;
}

function holdsIn(event: i32, resource: i32, cell: i32): bool {
  const time = timeOf(event);
  const day = cell / slotCount;
  if (((timeField(time, abi.TIME_MASK) >> (cell % slotCount)) & 1) == 0) return false;
  const days = timeField(time, abi.TIME_DAY_COUNT);
  let meets = false;
  for (let k = 0; k < days; k++) if (timeDay(time, k) == day) meets = true;
  if (!meets) return false;
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) if (geneOf(k) == resource) return true;
  return false;
}

/** True when another gene of the event already holds the resource. */
export function heldElsewhere(event: i32, gene: i32, resource: i32): bool {
  const count = eventField(event, abi.EVENT_GENE_COUNT);
  if (count == 1) return false;
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  for (let k = first; k < first + count; k++) if (k != gene && geneOf(k) == resource) return true;
  return false;
}

/** A resource of the gene's pool that is free at `to`, found in a few tries from a random place; -1 when none was. */
export function freeRoom(event: i32, gene: i32, to: i32, bits: u32): i32 {
  const poolCount = geneField(gene, abi.GENE_POOL_COUNT);
  if (poolCount == 0) return -1;
  const firstPool = geneField(gene, abi.GENE_FIRST_POOL);
  let position = scaled(bits, poolCount);
  const tries = poolCount < ROOM_TRIES ? poolCount : ROOM_TRIES;
  for (let k = 0; k < tries; k++) {
    const room = listItem(firstPool + position);
    if (occupantAt(event, room, to) == FREE && !heldElsewhere(event, gene, room)) return room;
    if (++position == poolCount) position = 0;
  }
  return -1;
}
