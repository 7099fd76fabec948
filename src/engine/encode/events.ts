import * as abi from '../../../assembly/abi/abi.ts';
import { largestPenalty } from '../../domain/domain-facts.ts';
import type { DomainItem, Event, Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import { type BoundMeasure, byEvent, measuresOf, spread } from '../tabulate.ts';
import { type EncodedGene, GeneEncoder, type Level } from './genes.ts';
import type { EncodedResources } from './resources.ts';

/** Events that are alike in everything but their name share a profile. */
export interface Profile {
  readonly key: string;
  readonly index: number;
  readonly events: number[];
  readonly times: readonly number[];
  readonly timeAllowed: number;
  readonly timeHard: number;
  readonly timeSoft: number;
  readonly cellHard: number;
  readonly staticResources: readonly number[];
  readonly genes: readonly EncodedGene[];
  readonly length: number;
  readonly timeGain: number;
}

export interface EncodedEvents {
  readonly profiles: readonly Profile[];
  readonly profileOf: readonly Profile[];
}

interface Promising {
  readonly times: readonly number[];
  readonly timeAllowed: number;
}

/** Hard amounts by cell of events that always occupy the same resources with closed cells. */
interface CellRow {
  readonly row: Int32Array;
  readonly offset: number;
  /** Candidate times of the events that no rule on time is about, by their domain. */
  readonly promising: Map<readonly DomainItem[], Promising>;
}

/** Profiles are numbered in 16 bits, and one number is spare. */
const mostProfiles = 65_000;
/** Turns domains, unary rules and unavailability into rows, and events that come out equal into profiles. */
export function encodeEvents(problem: Problem, image: ImageWriter, resources: EncodedResources): EncodedEvents {
  const encoder = new EventEncoder(problem, image, resources);
  const profiles = new Map<string, Profile>();
  const profileOf = problem.events.map((event) => {
    const made = encoder.profile(event, profiles.size);
    const profile = profiles.get(made.key) ?? made;
    profiles.set(made.key, profile);
    profile.events.push(event.index);
    return profile;
  });
  if (profiles.size > mostProfiles) {
    throw new Error(`The problem has ${profiles.size} different kinds of events; the kernel holds ${mostProfiles}.`);
  }
  return { profiles: [...profiles.values()], profileOf };
}

class EventEncoder {
  readonly #problem: Problem;
  readonly #image: ImageWriter;
  readonly #resources: EncodedResources;
  readonly #times: Level<Map<number, BoundMeasure<'unaryTime'>[]>>;
  readonly #genes: GeneEncoder;
  readonly #closedCells: Int32Array;
  /** The row of events that no rule on time is about; nobody writes to it. */
  readonly #noTimes: Int32Array;
  /** By the resources whose cells are added up. */
  readonly #cellRows = new Map<string, CellRow>();

  constructor(problem: Problem, image: ImageWriter, resources: EncodedResources) {
    this.#problem = problem;
    this.#image = image;
    this.#resources = resources;
    this.#times = {
      soft: byEvent(measuresOf(problem, 'unaryTime', false)),
      hard: byEvent(measuresOf(problem, 'unaryTime', true)),
    };
    this.#genes = new GeneEncoder(problem, image, resources);
    this.#closedCells = closedCells(problem);
    this.#noTimes = new Int32Array(problem.times.length + 1);
  }

  profile(event: Event, index: number): Profile {
    const timeSoft = this.#timeSoft(event);
    const timeHard = this.#timeHard(event);
    const genes = this.#genes.genes(event);
    const cellHard = this.#cellHard(event);
    const { times, timeAllowed } = this.#promisingTimes(event, timeHard, cellHard);
    const row = {
      timeAllowed,
      timeHard: this.#image.row(this.#withFixedInstructors(timeHard, event, this.#genes.instructors.hard)),
      timeSoft: this.#image.row(timeSoft),
      cellHard: cellHard.offset,
    };
    let key = `${row.timeAllowed},${row.timeHard},${row.timeSoft},${row.cellHard}|${event.staticResources.join()}`;
    for (const { poolKey, hardRow, softRow } of genes) key += `/${poolKey}:${hardRow}:${softRow}`;
    key += `|${event.duration}`;
    return {
      key,
      index,
      events: [],
      times,
      ...row,
      staticResources: event.staticResources,
      genes,
      length: Math.min(abi.MOST_SLOTS, longestOf(this.#problem, event)),
      timeGain: timeSoft === this.#noTimes ? 0 : spread(timeSoft),
    };
  }

  /**
   * Candidate times that break no hard rule by themselves, when they are at least half of all: the others are not worth
   * proposing. With fewer, breaking one may be the lesser evil, so all are kept. Most events share their domain and what is
   * closed to them with others.
   */
  #promisingTimes(event: Event, timeHard: Int32Array, cellHard: CellRow): Promising {
    if (timeHard !== this.#noTimes) return this.#promising(event, timeHard, cellHard);
    const known = cellHard.promising.get(event.times);
    if (known !== undefined) return known;
    const made = this.#promising(event, timeHard, cellHard);
    cellHard.promising.set(event.times, made);
    return made;
  }

  #promising(event: Event, timeHard: Int32Array, { row }: CellRow): Promising {
    const all = event.times.map((item) => item.index);
    const free = all.filter((time) => {
      const cells = this.#problem.times[time]?.cells ?? [];
      return timeHard[time] === 0 && cells.every((cell) => row[cell] === 0);
    });
    const times = free.length * 2 >= all.length ? free : all;
    const allowed = new Uint8Array(this.#problem.times.length + 1);
    for (const time of times) allowed[time] = 1;
    return { times, timeAllowed: this.#image.flags(allowed) };
  }

  /** What rules on time amount to at every time; the row that all share when there are none. */
  #timeRow(measures: readonly BoundMeasure<'unaryTime'>[], event: Event): Int32Array {
    if (measures.length === 0) return this.#noTimes;
    const row = new Int32Array(this.#problem.times.length + 1);
    for (const { measure, context, unit } of measures) {
      for (const time of this.#problem.times) {
        row[time.index] = (row[time.index] ?? 0) + unit * measure.amount(event, time, context);
      }
    }
    return row;
  }

  /** Rules on time, graded candidates, and soft unavailability of what the event always occupies. */
  #timeSoft(event: Event): Int32Array {
    let row = this.#timeRow(this.#times.soft.get(event.index) ?? [], event);
    if (largestPenalty(event.times) > 0) {
      row = this.#owned(row);
      for (const item of event.times) row[item.index] = (row[item.index] ?? 0) + item.penalty;
    }
    for (const resource of event.staticResources) {
      const cells = this.#resources.resources[resource]?.softCells;
      if (!cells) continue;
      row = this.#owned(row);
      this.#addCells(row, cells);
    }
    return this.#withFixedInstructors(row, event, this.#genes.instructors.soft, true);
  }

  /** Rules on time; where days are long, unavailability as well, which has no row by cell then. */
  #timeHard(event: Event): Int32Array {
    let row = this.#timeRow(this.#times.hard.get(event.index) ?? [], event);
    if (this.#problem.axis.cellsAreSlots) return row;
    for (const resource of event.staticResources) {
      const cells = this.#resources.resources[resource]?.hardCells;
      if (!cells) continue;
      row = this.#owned(row);
      this.#addCells(row, cells);
    }
    return row;
  }

  /** A row that may be written to. */
  #owned(row: Int32Array): Int32Array {
    return row === this.#noTimes ? row.slice() : row;
  }

  /** Adds what unavailability costs at each time. */
  #addCells(row: Int32Array, cells: Int32Array): void {
    for (const time of this.#problem.times) {
      const at = this.#problem.axis.cellsAreSlots ? time.cells : [time.index];
      for (const cell of at) row[time.index] = (row[time.index] ?? 0) + (cells[cell] ?? 0);
    }
  }

  /** Where the whole pool teaches, its unary amounts come with any time. */
  #withFixedInstructors(
    row: Int32Array,
    event: Event,
    rules: ReadonlyMap<number, readonly BoundMeasure<'unaryInstructor'>[]>,
    penalties = false,
  ): Int32Array {
    if (!event.instructorsFixed) return row;
    let sum = 0;
    for (const item of event.instructors) {
      if (penalties) sum += item.penalty;
      for (const { measure, context, unit } of rules.get(event.index) ?? []) {
        sum += unit * measure.amount(event, item.index, context);
      }
    }
    if (sum === 0) return row;
    const added = this.#owned(row);
    for (let time = 0; time < this.#problem.times.length; time++) added[time] = (added[time] ?? 0) + sum;
    return added;
  }

  #cellHard(event: Event): CellRow {
    const rows: Int32Array[] = [];
    let key = '';
    for (const resource of this.#problem.axis.cellsAreSlots ? event.staticResources : []) {
      const cells = this.#resources.resources[resource]?.hardCells;
      if (!cells) continue;
      rows.push(cells);
      key += `${resource},`;
    }
    const known = this.#cellRows.get(key);
    if (known !== undefined) return known;
    const row = this.#closedCells.slice();
    for (const cells of rows)
      for (let cell = 0; cell < cells.length; cell++) row[cell] = (row[cell] ?? 0) + (cells[cell] ?? 0);
    const made = { row, offset: this.#image.row(row), promising: new Map() };
    this.#cellRows.set(key, made);
    return made;
  }
}

/** Slots of a day that its longest candidate time takes. */
function longestOf({ times }: Problem, event: Event): number {
  let longest = 0;
  for (const { index } of event.times) longest = Math.max(longest, times[index]?.length ?? 0);
  return longest;
}

/** 1 in every cell of a break or outside the open hours; the spare cell stays 0. */
function closedCells(problem: Problem): Int32Array {
  const { cellCount, dayCount, slotCount, breakMaskOfDay, closedMaskOfDay } = problem.axis;
  const row = new Int32Array(cellCount + 1);
  if (!problem.axis.cellsAreSlots) return row;
  for (let cell = 0; cell < cellCount; cell++) {
    const day = Math.floor(cell / slotCount) % dayCount;
    const shut = (breakMaskOfDay[day] ?? 0) | (closedMaskOfDay[day] ?? 0);
    row[cell] = (shut >>> (cell % slotCount)) & 1;
  }
  return row;
}
