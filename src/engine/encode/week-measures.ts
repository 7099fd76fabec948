import * as abi from '../../../assembly/abi/abi.ts';
import { mostDaysInTables } from '../../domain/build/calendar.ts';
import { nightsOf } from '../../domain/evaluation/week-drivers.ts';
import type { Problem } from '../../domain/problem.ts';
import { daySets, isAskedForTotal, isOpen, weekDayViewOf, weekViewOf } from '../../domain/week-view.ts';
import type { ImageWriter } from '../image.ts';
import { type BoundMeasure, measuresOf } from '../tabulate.ts';

/** The measures over the weeks of one resource at one level. */
export interface EncodedMeasures {
  /** Of the list in the image; 0 when there is none. */
  readonly offset: number;
  /** What they amount to in an empty timetable. */
  readonly empty: number;
  /** The most that one move can lower them by each slot that it takes or leaves, and at all. */
  readonly gainOfSlot: number;
  readonly mostGain: number;
}

type ValueMeasure = BoundMeasure<'weekTotal'> | BoundMeasure<'weekSpread'>;
/** Those over sets of worked days only where there are too many days for tables over them. */
type AnyMeasure = ValueMeasure | BoundMeasure<'overnight'> | BoundMeasure<'weekShape'>;

/** A value for every mask of busy slots. */
interface ValueTable {
  readonly offset: number;
  readonly most: number;
  /** The most that one slot more or less changes it. */
  readonly step: number;
}

interface Encoded {
  readonly record: readonly [form: number, values: number, amounts: number];
  readonly empty: number;
  readonly gainOfSlot: number;
  readonly mostGain: number;
}

const none: EncodedMeasures = { offset: 0, empty: 0, gainOfSlot: 0, mostGain: 0 };

/** Tabulates the rules that look at all days of a week together, see MEASURE_FORM. */
export class WeekMeasureEncoder {
  readonly #problem: Problem;
  readonly #image: ImageWriter;
  readonly #levels: Readonly<Record<'soft' | 'hard', ReadonlyMap<number, readonly AnyMeasure[]>>>;
  readonly #values = new Map<string, ValueTable>();

  constructor(problem: Problem, image: ImageWriter) {
    this.#problem = problem;
    this.#image = image;
    this.#levels = { soft: measuresByResource(problem, false), hard: measuresByResource(problem, true) };
  }

  /** All measures of a resource at one level. */
  encode(resource: number, level: 'soft' | 'hard'): EncodedMeasures {
    const encoded = (this.#levels[level].get(resource) ?? []).flatMap((bound) => this.#one(bound, resource) ?? []);
    if (encoded.length === 0) return none;
    const { weekClassCount } = this.#problem.axis;
    const sum = (part: (item: Encoded) => number) => encoded.reduce((all, item) => all + part(item), 0);
    const words = [encoded.length, ...encoded.flatMap((item) => item.record)];
    return {
      offset: this.#image.row(Int32Array.from(words), true),
      empty: sum((item) => item.empty) * weekClassCount,
      gainOfSlot: sum((item) => item.gainOfSlot),
      mostGain: sum((item) => item.mostGain) * weekClassCount,
    };
  }

  #one(bound: AnyMeasure, resource: number): Encoded | null {
    if (isOvernight(bound)) return this.#overnight(bound);
    if (isOfDays(bound)) return this.#one(counting(bound, resource), resource);
    const tables = this.#valuesByDay(bound, resource);
    const isTotal = isOfTotal(bound);
    if (isTotal && !isAskedForTotal(bound.context, bound.measure, resource)) return null;
    const largest = tables.reduce((sum, { most }) => (isTotal ? sum + most : Math.max(sum, most)), 0);
    const { measure, unit, context } = bound;
    const amounts = Int32Array.from(
      { length: largest + 1 },
      (_, value) => unit * measure.amount(value, context.params),
    );
    const high = Math.max(...amounts);
    if (high === 0) return null;
    const values = this.#image.row(
      Int32Array.from(tables, ({ offset }) => offset),
      true,
    );
    const form = isTotal ? abi.MEASURE_TOTAL : abi.MEASURE_SPREAD;
    const step = tables.reduce((most, table) => Math.max(most, table.step), 0);
    return {
      record: [form, values, this.#image.row(amounts, true)],
      // no day is compared in an empty week
      empty: isTotal ? (amounts[0] ?? 0) : 0,
      // a slot is left and another taken; the difference of days jumps when one falls empty
      gainOfSlot: isTotal ? 2 * step * steepest(amounts) : high,
      mostGain: high,
    };
  }

  #overnight({ measure, context, unit }: BoundMeasure<'overnight'>): Encoded | null {
    const { slotCount, dayCount } = this.#problem.axis;
    const amounts = new Int32Array(slotCount * slotCount);
    for (let last = 0; last < slotCount; last++) {
      for (let first = 0; first < slotCount; first++) {
        amounts[last * slotCount + first] = unit * measure.amount(last, first, context);
      }
    }
    const high = Math.max(...amounts);
    const asked = nightsOf(measure, context.params, dayCount);
    const nights = asked.reduce((mask, isAsked, day) => (isAsked ? mask | (1 << day) : mask), 0);
    if (high === 0 || nights === 0) return null;
    return {
      record: [abi.MEASURE_OVERNIGHT, nights, this.#image.row(amounts, true)],
      empty: 0,
      // two nights around the day left, two around the day taken
      gainOfSlot: 4 * high,
      mostGain: high * asked.filter((isAsked) => isAsked).length,
    };
  }

  /** Tables that depend on the same measure, parameters, breaks, open hours and unavailable slots are made once. */
  #valuesByDay({ measure, rule, context }: ValueMeasure, resource: number): ValueTable[] {
    const { params } = context;
    const { id, measures, params: specs } = rule.definition;
    const given = Object.keys(specs).map((name) => params[name]);
    return Array.from({ length: this.#problem.axis.dayCount }, (_, day) => {
      const view = weekDayViewOf(context, resource, day);
      const key = JSON.stringify([id, measures.indexOf(measure), given, view]);
      const known = this.#values.get(key);
      if (known !== undefined) return known;
      const values = Int32Array.from({ length: 1 << view.slotCount }, (_, mask) => measure.value(mask, view, params));
      const table = {
        offset: this.#image.row(values, true),
        most: values.reduce((most, value) => Math.max(most, value), 0),
        step: largestStep(values, view.slotCount),
      };
      this.#values.set(key, table);
      return table;
    });
  }
}

/** A measure over the set of worked days as one that counts them. */
function counting({ measure, ...bound }: BoundMeasure<'weekShape'>, resource: number): BoundMeasure<'weekTotal'> {
  const { problem } = bound.context;
  const week = weekViewOf(problem, resource);
  const sets = daySets(measure, week, problem.axis.dayCount);
  const ofOpen = measure.countsDays === 'open';
  return {
    ...bound,
    measure: {
      term: 'weekTotal',
      value: (mask, day) => (mask === 0 || (ofOpen && !isOpen(day)) ? 0 : 1),
      amount: (count, params) => measure.amount(sets[count] ?? 0, params, week),
    },
  };
}

function measuresByResource(problem: Problem, hard: boolean): ReadonlyMap<number, readonly AnyMeasure[]> {
  const all: readonly AnyMeasure[] = [
    ...(problem.axis.dayCount > mostDaysInTables ? measuresOf(problem, 'weekShape', hard) : []),
    ...measuresOf(problem, 'weekTotal', hard),
    ...measuresOf(problem, 'weekSpread', hard),
    ...measuresOf(problem, 'overnight', hard),
  ];
  const byResource = new Map<number, AnyMeasure[]>();
  for (const bound of all) {
    for (const resource of bound.rule.resources) {
      const list = byResource.get(resource);
      if (list === undefined) byResource.set(resource, [bound]);
      else list.push(bound);
    }
  }
  return byResource;
}

function isOvernight(bound: AnyMeasure): bound is BoundMeasure<'overnight'> {
  return bound.measure.term === 'overnight';
}

function isOfDays(bound: AnyMeasure): bound is BoundMeasure<'weekShape'> {
  return bound.measure.term === 'weekShape';
}

function isOfTotal(bound: ValueMeasure): bound is BoundMeasure<'weekTotal'> {
  return bound.measure.term === 'weekTotal';
}

/** The most that one bit more or less changes a table over masks. */
function largestStep(values: Int32Array, bits: number): number {
  let largest = 0;
  for (let mask = 0; mask < values.length; mask++) {
    const here = values[mask] ?? 0;
    for (let bit = 1; bit < 1 << bits; bit <<= 1) {
      if ((mask & bit) === 0) largest = Math.max(largest, Math.abs(here - (values[mask | bit] ?? 0)));
    }
  }
  return largest;
}

/** The largest difference of two entries in a row. */
function steepest(amounts: Int32Array): number {
  let most = 0;
  for (let at = 1; at < amounts.length; at++) {
    most = Math.max(most, Math.abs((amounts[at] ?? 0) - (amounts[at - 1] ?? 0)));
  }
  return most;
}
