import * as abi from '../../assembly/abi.ts';
import type { DomainItem, Event, Problem } from '../domain/problem.ts';
import { type EncodedResources, measureGain } from './encode-resources.ts';
import type { ImageWriter } from './image.ts';
import { type BoundMeasure, byMember, measuresOf, spread } from './tabulate.ts';

/** One resource to be chosen for an event: a needed room, or an instructor from a pool. */
export interface EncodedGene {
  readonly isRoom: boolean;
  /** Resource indices. */
  readonly pool: readonly number[];
  readonly hardRow: number;
  readonly softRow: number;
  readonly allowed: number;
  /** The first resource that the rows are about, and how many: every candidate is among them. */
  readonly base: number;
  readonly width: number;
  readonly gain: number;
  /** The part of it that the row of soft amounts can win. */
  readonly rowGain: number;
}

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

/** Rooms and instructors are measured alike. */
type ChoiceMeasure = BoundMeasure<'unaryRoom'> | BoundMeasure<'unaryInstructor'>;

type Level<T> = { readonly soft: T; readonly hard: T };

/** Profiles are numbered in 16 bits, and one number is spare. */
const mostProfiles = 65_000;
/** With more rooms, or instructors, the rows of a gene are about its candidates only, so that they do not grow with all. */
const mostInRow = 256;

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
  readonly #rooms: Level<Map<number, BoundMeasure<'unaryRoom'>[]>>;
  readonly #instructors: Level<Map<number, BoundMeasure<'unaryInstructor'>[]>>;
  readonly #closedCells: Int32Array;

  constructor(problem: Problem, image: ImageWriter, resources: EncodedResources) {
    this.#problem = problem;
    this.#image = image;
    this.#resources = resources;
    const events = (rule: { readonly events: readonly number[] }) => rule.events;
    this.#times = {
      soft: byMember(measuresOf(problem, 'unaryTime', false), events),
      hard: byMember(measuresOf(problem, 'unaryTime', true), events),
    };
    this.#rooms = {
      soft: byMember(measuresOf(problem, 'unaryRoom', false), events),
      hard: byMember(measuresOf(problem, 'unaryRoom', true), events),
    };
    this.#instructors = {
      soft: byMember(measuresOf(problem, 'unaryInstructor', false), events),
      hard: byMember(measuresOf(problem, 'unaryInstructor', true), events),
    };
    this.#closedCells = closedCells(problem);
  }

  profile(event: Event, index: number): Profile {
    const timeSoft = this.#timeSoft(event);
    const timeHard = this.#timeHard(event);
    const genes = this.#genes(event);
    const cellHard = this.#cellHard(event);
    const times = this.#promisingTimes(event, timeHard, cellHard);
    const allowed = new Uint8Array(this.#problem.times.length + 1);
    for (const time of times) allowed[time] = 1;
    const row = {
      timeAllowed: this.#image.flags(allowed),
      timeHard: this.#image.row(this.#withFixedInstructors(timeHard, event, this.#instructors.hard)),
      timeSoft: this.#image.row(timeSoft),
      cellHard: this.#image.row(cellHard),
    };
    const geneKey = genes.map((gene) => `${gene.pool.join('.')}:${gene.hardRow}:${gene.softRow}:${gene.isRoom}`);
    const key = [Object.values(row).join(), event.staticResources.join(), geneKey.join('/'), event.duration].join('|');
    return {
      key,
      index,
      events: [],
      times,
      ...row,
      staticResources: event.staticResources,
      genes,
      length: Math.min(
        abi.MOST_SLOTS,
        Math.max(0, ...event.times.map((item) => this.#problem.times[item.index]?.length ?? 0)),
      ),
      timeGain: spread(timeSoft),
    };
  }

  /**
   * Candidate times that break no hard rule by themselves, when they are at least half of all: the others are not worth
   * proposing. With fewer, breaking one may be the lesser evil, so all are kept.
   */
  #promisingTimes(event: Event, timeHard: Int32Array, cellHard: Int32Array): number[] {
    const all = event.times.map((item) => item.index);
    const free = all.filter((time) => {
      const cells = this.#problem.times[time]?.cells ?? [];
      return timeHard[time] === 0 && cells.every((cell) => cellHard[cell] === 0);
    });
    return free.length * 2 >= all.length ? free : all;
  }

  #timeRow(measures: readonly BoundMeasure<'unaryTime'>[], event: Event): Int32Array {
    const row = new Int32Array(this.#problem.times.length + 1);
    if (measures.length === 0) return row;
    for (const time of this.#problem.times) {
      for (const { measure, context, unit } of measures) {
        row[time.index] = (row[time.index] ?? 0) + unit * measure.amount(event, time, context);
      }
    }
    return row;
  }

  /** Rules on time, graded candidates, and soft unavailability of what the event always occupies. */
  #timeSoft(event: Event): Int32Array {
    const row = this.#timeRow(this.#times.soft.get(event.index) ?? [], event);
    for (const item of event.times) row[item.index] = (row[item.index] ?? 0) + item.penalty;
    for (const resource of event.staticResources) {
      const cells = this.#resources.resources[resource]?.softCells;
      if (!cells) continue;
      this.#addCells(row, cells);
    }
    return this.#withFixedInstructors(row, event, this.#instructors.soft, true);
  }

  /** Rules on time; where days are long, unavailability as well, which has no row by cell then. */
  #timeHard(event: Event): Int32Array {
    const row = this.#timeRow(this.#times.hard.get(event.index) ?? [], event);
    if (this.#problem.axis.cellsAreSlots) return row;
    for (const resource of event.staticResources) {
      const cells = this.#resources.resources[resource]?.hardCells;
      if (cells) this.#addCells(row, cells);
    }
    return row;
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
    if (sum !== 0) for (let time = 0; time < this.#problem.times.length; time++) row[time] = (row[time] ?? 0) + sum;
    return row;
  }

  #cellHard(event: Event): Int32Array {
    const row = this.#closedCells.slice();
    if (!this.#problem.axis.cellsAreSlots) return row;
    for (const resource of event.staticResources) {
      const cells = this.#resources.resources[resource]?.hardCells;
      if (cells) for (let cell = 0; cell < cells.length; cell++) row[cell] = (row[cell] ?? 0) + (cells[cell] ?? 0);
    }
    return row;
  }

  #genes(event: Event): EncodedGene[] {
    const genes: EncodedGene[] = [];
    const { resourceOfRoom, resourceOfInstructor } = this.#problem;
    if (event.roomCount > 0) {
      const gene = this.#gene(event, event.rooms, resourceOfRoom, this.#rooms, true);
      for (let count = 0; count < event.roomCount; count++) genes.push(gene);
    }
    if (!event.instructorsFixed && event.instructorCount > 0) {
      const gene = this.#gene(event, event.instructors, resourceOfInstructor, this.#instructors, false);
      for (let count = 0; count < event.instructorCount; count++) genes.push(gene);
    }
    return genes;
  }

  #gene(
    event: Event,
    domain: readonly DomainItem[],
    resourceOf: readonly number[],
    rules: Level<ReadonlyMap<number, readonly ChoiceMeasure[]>>,
    isRoom: boolean,
  ): EncodedGene {
    const pool = domain.map((item) => resourceOf[item.index] ?? 0);
    const measured = resourceOf.length <= mostInRow ? resourceOf : pool;
    const { base, width } = span(measured);
    const row = (list: readonly ChoiceMeasure[]) => choiceRow(event, measured, { base, width }, resourceOf, list);
    const soft = row(rules.soft.get(event.index) ?? []);
    const hard = row(rules.hard.get(event.index) ?? []);
    const allowed = new Uint8Array(width);
    for (const [position, item] of domain.entries()) {
      const at = (pool[position] ?? base) - base;
      soft[at] = (soft[at] ?? 0) + item.penalty;
      allowed[at] = 1;
    }
    return {
      isRoom,
      pool,
      hardRow: this.#image.row(hard),
      softRow: this.#image.row(soft),
      allowed: this.#image.flags(allowed),
      base,
      width,
      gain: spread(soft) + this.#poolGain(event, pool),
      rowGain: spread(soft),
    };
  }

  /** Bound of what the shapes and soft unavailability of pooled resources can win. */
  #poolGain(event: Event, pool: readonly number[]): number {
    let gain = 0;
    for (const resource of pool) {
      const item = this.#resources.resources[resource];
      if (!item) continue;
      const slots = slotsOf(this.#problem, event);
      const cells = item.softCells === null ? 0 : spread(item.softCells) * slots;
      gain = Math.max(gain, item.dayGain * slots + item.weekGain + measureGain(item, slots) + cells);
    }
    return gain * 2;
  }
}

/** The most slots that a candidate time of the event takes, over all its days and week classes. */
export function slotsOf(problem: Problem, event: Event): number {
  return Math.max(1, ...event.times.map((item) => problem.times[item.index]?.cells.length ?? 1));
}

/** From the first to the last of the resources. */
function span(resources: readonly number[]): Pick<EncodedGene, 'base' | 'width'> {
  let base = resources[0] ?? 0;
  let last = base - 1;
  for (const resource of resources) {
    base = Math.min(base, resource);
    last = Math.max(last, resource);
  }
  return { base, width: last + 1 - base };
}

function choiceRow(
  event: Event,
  measured: readonly number[],
  { base, width }: Pick<EncodedGene, 'base' | 'width'>,
  resourceOf: readonly number[],
  rules: readonly ChoiceMeasure[],
): Int32Array {
  const row = new Int32Array(width);
  // resources of a kind follow each other
  const first = resourceOf[0] ?? 0;
  for (const { measure, context, unit } of rules) {
    for (const resource of measured) {
      const at = resource - base;
      row[at] = (row[at] ?? 0) + unit * measure.amount(event, resource - first, context);
    }
  }
  return row;
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
