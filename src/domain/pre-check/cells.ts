import { bitCount } from '../constraints/masks.ts';
import { unavailableMasks } from '../day-view.ts';
import type { Event, MeetingTime, Problem } from '../problem.ts';

/** A set of cells: one mask of slots per day index. */
export type CellSet = Int32Array;

export function noCells(problem: Problem): CellSet {
  return new Int32Array(problem.axis.dayIndexCount);
}

/** Cells in which an event can lie at no hard cost of its own: open, no break. */
function noBreakOrClosed(problem: Problem): CellSet {
  const { breakMaskOfDay, closedMaskOfDay, dayCount, slotCount } = problem.axis;
  return noCells(problem).map((_, dayIndex) => {
    const day = dayIndex % dayCount;
    return ((1 << slotCount) - 1) & ~((breakMaskOfDay[day] ?? 0) | (closedMaskOfDay[day] ?? 0));
  });
}

/** Cells in which a resource can be busy at no hard cost: open, no break, not marked unavailable by a hard rule. */
export function openCells(problem: Problem, resource: number): CellSet {
  const unavailable = unavailableMasks(problem).hard[resource];
  return noBreakOrClosed(problem).map(
    (mask, dayIndex) => mask & ~(unavailable?.[dayIndex % problem.axis.dayCount] ?? 0),
  );
}

/** All cells of some meeting times. */
export function cellsOfTimes(problem: Problem, times: readonly MeetingTime[]): CellSet {
  const cells = noCells(problem);
  for (const time of times) addTime(cells, time);
  return cells;
}

export function addTime(cells: CellSet, time: MeetingTime): void {
  for (const { dayIndex, mask } of time.spans) cells[dayIndex] = (cells[dayIndex] ?? 0) | mask;
}

export function liesIn(time: MeetingTime, cells: CellSet): boolean {
  return time.spans.every(({ dayIndex, mask }) => (mask & ~(cells[dayIndex] ?? 0)) === 0);
}

export function union(first: CellSet, second: CellSet): CellSet {
  return first.map((mask, dayIndex) => mask | (second[dayIndex] ?? 0));
}

export function intersection(first: CellSet, second: CellSet): CellSet {
  return first.map((mask, dayIndex) => mask & (second[dayIndex] ?? 0));
}

export function cellCount(cells: CellSet): number {
  return cells.reduce((sum, mask) => sum + bitCount(mask), 0);
}

/** Cells in which all that the event occupies whatever is chosen is open, shared between equal events. */
export function createStaticOpen(problem: Problem, open: (resource: number) => CellSet): (event: Event) => CellSet {
  const known = new Map<string, CellSet>();
  return (event) => {
    const key = event.staticResources.join(',');
    const cells = known.get(key) ?? event.staticResources.map(open).reduce(intersection, noBreakOrClosed(problem));
    known.set(key, cells);
    return cells;
  };
}

/** What is asked of a domain again and again; events with the same choice share the list it is known by. */
interface DomainFacts {
  readonly problem: Problem;
  readonly times: MeetingTime[];
  readonly fewestCells: number;
  readonly key: string;
}

const factsOf = new WeakMap<Event['times'], DomainFacts>();

function domainFacts(problem: Problem, event: Event): DomainFacts {
  const known = factsOf.get(event.times);
  // the same list may stand for other times in another problem
  if (known?.problem.times === problem.times) return known;
  const times = event.times.flatMap((item) => problem.times[item.index] ?? []);
  const facts = {
    problem,
    times,
    fewestCells: times.reduce((least, time) => Math.min(least, time.cells.length), Number.POSITIVE_INFINITY),
    key: shortKey(problem, event.times.map((item) => item.index).join(',')),
  };
  factsOf.set(event.times, facts);
  return facts;
}

/** By the times of a problem: a number for every different domain. Domains have dozens of times, keys are joined often. */
const numbersOf = new WeakMap<Problem['times'], Map<string, string>>();

function shortKey(problem: Problem, key: string): string {
  const numbers = numbersOf.get(problem.times) ?? new Map<string, string>();
  numbersOf.set(problem.times, numbers);
  const number = numbers.get(key) ?? `t${numbers.size}`;
  numbers.set(key, number);
  return number;
}

export function timesOf(problem: Problem, event: Event): readonly MeetingTime[] {
  return domainFacts(problem, event).times;
}

/** Cells that the event takes wherever it is placed; 0 when it cannot be placed. */
export function cellsNeeded(problem: Problem, event: Event): number {
  if (event.times.length === 0 || (event.roomCount > 0 && event.rooms.length === 0)) return 0;
  return domainFacts(problem, event).fewestCells;
}

/** Set of cells that any event with this domain can touch, shared between events with equal domains. */
export function createDomainCells(problem: Problem): (event: Event) => CellSet {
  const known = new Map<string, CellSet>();
  return (event) => {
    const key = domainKey(problem, event);
    const cells = known.get(key) ?? cellsOfTimes(problem, timesOf(problem, event));
    known.set(key, cells);
    return cells;
  };
}

export function domainKey(problem: Problem, event: Event): string {
  return domainFacts(problem, event).key;
}
