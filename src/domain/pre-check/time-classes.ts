import type { Event, MeetingTime, Problem } from '../problem.ts';
import {
  addTime,
  type CellSet,
  cellCount,
  cellsNeeded,
  cellsOfTimes,
  createOpenCells,
  createStaticOpen,
  domainKey,
  intersection,
  liesIn,
  noCells,
  timesOf,
} from './cells.ts';
import { suitableRooms } from './rooms.ts';

/**
 * What a slot may be used for. `slots`: any slot in which everybody is available; every slot beyond them is a hard
 * unit. `stretches`: only slots of a whole meeting time that breaks no rule, in a suitable room; every event beyond
 * them is one.
 */
export type FlowMode = 'slots' | 'stretches';

/** Events alike: they draw on one group, one pool of instructors and one pool of rooms, in the same cells. */
export interface TimeClass {
  readonly events: number[];
  needed: number;
  /** Most slots that one event needs. */
  largest: number;
  /** The resource that stands for all groups that attend, or -1. */
  readonly group: number;
  /** Resources of which each event needs at least one; `rooms` may be empty. */
  readonly instructors: readonly number[];
  readonly rooms: readonly number[];
  readonly cells: CellSet;
  /** Equal for classes that can take the same of the same instructors and rooms. */
  readonly poolKey: string;
  /** Cells in which this instructor or room can be used for an event of the class. */
  readonly supply: (resource: number) => CellSet;
}

export function timeClasses(problem: Problem, mode: FlowMode, excluded: ReadonlySet<number>): TimeClass[] {
  const open = createOpenCells(problem);
  const staticOpen = createStaticOpen(problem);
  const representative = createRepresentatives(problem, open);
  const roomPools = mode === 'stretches' ? suitableRooms(problem) : problem.events.map(roomsOf);
  const classes = new Map<string, TimeClass>();
  for (const event of problem.events) {
    const needed = cellsNeeded(problem, event);
    if (needed === 0 || event.instructorCount === 0 || excluded.has(event.index)) continue;
    const free = staticOpen(event);
    const rooms = resourcesOf(event.roomCount === 0 ? [] : (roomPools[event.index] ?? []), problem.resourceOfRoom);
    const pool = resourcesOf(
      event.instructors.map((item) => item.index),
      problem.resourceOfInstructor,
    );
    const instructors = event.instructorsFixed ? [representative(pool)] : pool;
    const group = representative(event.staticResources.filter((resource) => isGroup(problem, resource)));
    const when = `${domainKey(problem, event)}/${free.join(',')}`;
    const who = `${instructors.join(',')}/${rooms.join(',')}`;
    const key = `${group}/${who}/${when}`;
    const known = classes.get(key);
    if (known !== undefined) {
      known.events.push(event.index);
      known.needed += needed;
      continue;
    }
    const times = timesOf(problem, event);
    const fitting = mode === 'stretches' ? times.filter((time) => liesIn(problem, time, free)) : times;
    const cells = intersection(cellsOfTimes(problem, fitting), free);
    const supply = mode === 'stretches' ? createStretches(problem, fitting, open) : open;
    classes.set(key, {
      events: [event.index],
      needed,
      largest: needed,
      group,
      instructors,
      rooms,
      cells,
      poolKey: `${who}/${mode === 'stretches' ? when : ''}`,
      supply,
    });
  }
  return [...classes.values()];
}

function createStretches(
  problem: Problem,
  times: readonly MeetingTime[],
  open: (resource: number) => CellSet,
): (resource: number) => CellSet {
  const known = new Map<number, CellSet>();
  return (resource) => {
    const found = known.get(resource);
    if (found !== undefined) return found;
    const cells = noCells(problem);
    for (const time of times) if (liesIn(problem, time, open(resource))) addTime(problem, cells, time);
    known.set(resource, cells);
    return cells;
  };
}

/** Of resources that an event needs all, the one with the least time to spare: one stands for all in the flow. */
function createRepresentatives(problem: Problem, open: (resource: number) => CellSet) {
  const slack = problem.resources.map((resource) => {
    const needed = resource.events.reduce((sum, index) => {
      const event = problem.events[index];
      return event === undefined ? sum : sum + cellsNeeded(problem, event);
    }, 0);
    return cellCount(open(resource.index)) - needed;
  });
  return (resources: readonly number[]): number =>
    resources.reduce((best, item) => (best < 0 || (slack[item] ?? 0) < (slack[best] ?? 0) ? item : best), -1);
}

function isGroup(problem: Problem, index: number): boolean {
  const resource = problem.resources[index];
  return resource?.capacity === 1 && (resource.kind === 'group' || resource.kind === 'overlap');
}

function roomsOf(event: Event): number[] {
  return event.rooms.map((item) => item.index);
}

function resourcesOf(pool: readonly number[], resourceOf: readonly number[]): number[] {
  return [...new Set(pool.map((index) => resourceOf[index] ?? -1))].sort((a, b) => a - b);
}
