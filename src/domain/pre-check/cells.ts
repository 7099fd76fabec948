import { bitCount } from '../constraints/masks.ts';
import { unavailableMasks } from '../day-view.ts';
import type { Event, MeetingTime, Problem, Span } from '../problem.ts';
import { awayAmounts } from './long-days.ts';
import { onceFor } from './once.ts';

/** A set of cells: one mask of slots per day index; where days are long, words of so many cells in their order. */
export type CellSet = Int32Array;

const bitsOfLongDays = 16;

/** How a set is made up: cell `word * bits + bit` of the axis. */
export function cellFrame({ axis }: Problem): { readonly words: number; readonly bits: number } {
  return axis.cellsAreSlots
    ? { words: axis.dayIndexCount, bits: axis.slotCount }
    : { words: Math.ceil(axis.cellCount / bitsOfLongDays), bits: bitsOfLongDays };
}

export function noCells(problem: Problem): CellSet {
  return new Int32Array(cellFrame(problem).words);
}

/** Cells in which an event can lie at no hard cost of its own: open, no break (long days have neither). */
const noBreakOrClosed = onceFor((problem): CellSet => {
  const { breakMaskOfDay, closedMaskOfDay, dayCount, slotCount, cellsAreSlots } = problem.axis;
  if (!cellsAreSlots) return noCells(problem).fill((1 << bitsOfLongDays) - 1);
  return noCells(problem).map((_, dayIndex) => {
    const day = dayIndex % dayCount;
    return ((1 << slotCount) - 1) & ~((breakMaskOfDay[day] ?? 0) | (closedMaskOfDay[day] ?? 0));
  });
});

/**
 * Cells in which a resource can be busy at no hard cost: open, no break, not marked unavailable by a hard rule. Sets are
 * shared: do not write into them.
 */
export const createOpenCells = onceFor((problem) => {
  const known = new Map<number, CellSet>();
  return (resource: number): CellSet => {
    const cells = known.get(resource) ?? openCells(problem, resource);
    known.set(resource, cells);
    return cells;
  };
});

function openCells(problem: Problem, resource: number): CellSet {
  if (!problem.axis.cellsAreSlots) return openInLongDays(problem, resource);
  const always = noBreakOrClosed(problem);
  const unavailable = unavailableMasks(problem).hard[resource];
  if (unavailable === undefined || unavailable.every((mask) => mask === 0)) return always;
  return always.map((mask, dayIndex) => mask & ~(unavailable[dayIndex % problem.axis.dayCount] ?? 0));
}

/** Where days are long, somebody is away by meeting time, not by cell: open is what the other times touch. */
function openInLongDays(problem: Problem, resource: number): CellSet {
  const away = awayAmounts(problem, resource);
  return cellsOfTimes(
    problem,
    problem.times.filter(({ index }) => (away?.[index] ?? 0) === 0),
  );
}

/** All cells of some meeting times. */
export function cellsOfTimes(problem: Problem, times: readonly MeetingTime[]): CellSet {
  const cells = noCells(problem);
  for (const time of times) addTime(problem, cells, time);
  return cells;
}

export function addTime(problem: Problem, cells: CellSet, time: MeetingTime): void {
  for (const { dayIndex, mask } of wordsOf(problem, time)) cells[dayIndex] = (cells[dayIndex] ?? 0) | mask;
}

const longWords = new WeakMap<MeetingTime, readonly Span[]>();

/** The cells of a meeting time by word; on short days a word is a day. */
function wordsOf(problem: Problem, time: MeetingTime): readonly Span[] {
  if (problem.axis.cellsAreSlots) return time.spans;
  const known = longWords.get(time);
  if (known !== undefined) return known;
  const masks = new Map<number, number>();
  for (const cell of time.cells) {
    const word = Math.floor(cell / bitsOfLongDays);
    masks.set(word, (masks.get(word) ?? 0) | (1 << (cell % bitsOfLongDays)));
  }
  const words = [...masks].map(([dayIndex, mask]) => ({ dayIndex, mask }));
  longWords.set(time, words);
  return words;
}

export function liesIn(problem: Problem, time: MeetingTime, cells: CellSet): boolean {
  return wordsOf(problem, time).every(({ dayIndex, mask }) => (mask & ~(cells[dayIndex] ?? 0)) === 0);
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
export const createStaticOpen = onceFor((problem) => {
  const open = createOpenCells(problem);
  const always = noBreakOrClosed(problem);
  const known = new Map<string, CellSet>();
  return (event: Event): CellSet => {
    const closing = event.staticResources.filter((resource) => open(resource) !== always);
    if (closing.length === 0) return always;
    const key = closing.join(',');
    const cells = known.get(key) ?? closing.map(open).reduce(intersection, always);
    known.set(key, cells);
    return cells;
  };
});

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

/**
 * Whether the event has a time, and as many different rooms as it needs. Without them it is one unplaced event wherever
 * it is, and nobody has to be in its way.
 */
export function canBePlaced(event: Event): boolean {
  return event.times.length > 0 && event.rooms.length >= event.roomCount;
}

/** Cells that the event takes wherever it is placed; 0 when it cannot be placed. */
export function cellsNeeded(problem: Problem, event: Event): number {
  if (!canBePlaced(event)) return 0;
  return domainFacts(problem, event).fewestCells;
}

/** Set of cells that any event with this domain can touch, shared between events with equal domains. */
export const createDomainCells = onceFor((problem) => {
  const known = new Map<string, CellSet>();
  return (event: Event): CellSet => {
    const key = domainKey(problem, event);
    const cells = known.get(key) ?? cellsOfTimes(problem, timesOf(problem, event));
    known.set(key, cells);
    return cells;
  };
});

export function domainKey(problem: Problem, event: Event): string {
  return domainFacts(problem, event).key;
}
