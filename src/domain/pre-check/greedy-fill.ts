import type { Problem } from '../problem.ts';
import { cellFrame } from './cells.ts';
import type { TimeClass } from './time-classes.ts';

/**
 * Whether there is room for all classes by taking the first cells that are free, the class with the fewest cells to
 * spare first: then the maximum flow is all that is needed, and nobody has to find it. The cells and holders are those
 * of the flow network in `time-flow.ts`. False says nothing.
 */
export function fillsGreedily(problem: Problem, classes: readonly TimeClass[]): boolean {
  const taken = new Map<string | number, Int32Array>();
  const { words, bits } = cellFrame(problem);
  const size = words * bits;
  const cellsOf = (key: string | number) => {
    const known = taken.get(key) ?? new Int32Array(size);
    taken.set(key, known);
    return known;
  };
  const spare = (item: TimeClass) => bitsOf(item.cells) * (item.group < 0 ? item.events.length : 1) - item.needed;
  const ordered = classes.map((item) => ({ item, spare: spare(item) })).sort((a, b) => a.spare - b.spare);
  return ordered.every(({ item }) => fill(problem, item, cellsOf));
}

/** Takes what the class needs, cell by cell; false when it does not find enough. */
function fill(problem: Problem, item: TimeClass, cellsOf: (key: string | number) => Int32Array): boolean {
  const { bits } = cellFrame(problem);
  const pool = cellsOf(item.poolKey);
  const group = item.group < 0 ? null : cellsOf(`${item.group}:${item.poolKey}`);
  const taughtBy = item.instructors.map(cellsOf);
  let missing = item.needed;
  for (let dayIndex = 0; dayIndex < item.cells.length; dayIndex++) {
    for (let slot = 0; slot < bits && missing > 0; slot++) {
      if ((((item.cells[dayIndex] ?? 0) >>> slot) & 1) === 0) continue;
      const cell = dayIndex * bits + slot;
      const held = pool[cell] ?? 0;
      let wanted = Math.min(missing, group === null ? item.events.length : 1 - (group[cell] ?? 0));
      if (item.rooms.length > 0) {
        wanted = Math.min(wanted, freeRooms(problem, item, dayIndex, slot, held + wanted) - held);
      }
      let found = 0;
      for (let index = 0; index < taughtBy.length && found < wanted; index++) {
        const instructor = item.instructors[index] ?? -1;
        const taught = taughtBy[index];
        if (taught === undefined || !isUsable(item, instructor, dayIndex, slot)) continue;
        const free = Math.min(wanted - found, capacityOf(problem, instructor) - (taught[cell] ?? 0));
        taught[cell] = (taught[cell] ?? 0) + free;
        found += free;
      }
      pool[cell] = (pool[cell] ?? 0) + found;
      if (group !== null) group[cell] = (group[cell] ?? 0) + found;
      missing -= found;
    }
  }
  return missing === 0;
}

/** How many events the rooms of a class hold in a cell, counted no further than `enough`. */
function freeRooms(problem: Problem, item: TimeClass, dayIndex: number, slot: number, enough: number): number {
  let sum = 0;
  for (const room of item.rooms) {
    if (sum >= enough) return enough;
    if (isUsable(item, room, dayIndex, slot)) sum += capacityOf(problem, room);
  }
  return Math.min(sum, enough);
}

function isUsable(item: TimeClass, resource: number, dayIndex: number, slot: number): boolean {
  return (((item.supply(resource)[dayIndex] ?? 0) >>> slot) & 1) === 1;
}

function capacityOf(problem: Problem, resource: number): number {
  return problem.resources[resource]?.capacity ?? 1;
}

function bitsOf(cells: Int32Array): number {
  let count = 0;
  for (const mask of cells) for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
