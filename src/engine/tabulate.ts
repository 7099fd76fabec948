import { mostDaysInTables } from '../domain/build/calendar.ts';
import type { DayView, Measure, MeasureContext } from '../domain/constraints/definition.ts';
import type { ParamSpecs, ParamValues } from '../domain/constraints/params.ts';
import { dayViewOf } from '../domain/day-view.ts';
import type { Problem, Rule } from '../domain/problem.ts';
import { weekAmountsOf } from '../domain/week-view.ts';

export type Params = ParamValues<ParamSpecs>;
export type Term = Measure<Params>['term'];
export type MeasureOf<T extends Term> = Extract<Measure<Params>, { readonly term: T }>;

/** One measure of one rule instance, ready to be asked. */
export interface BoundMeasure<T extends Term> {
  readonly rule: Rule;
  readonly measure: MeasureOf<T>;
  readonly context: MeasureContext<Params>;
  /** What a unit of amount costs at the level it counts on: the weight when soft, 1 when hard. */
  readonly unit: number;
}

/** All measures of a term at one level, in the order of the rules. */
export function measuresOf<T extends Term>(problem: Problem, term: T, hard: boolean): BoundMeasure<T>[] {
  return problem.rules
    .filter((rule) => rule.hard === hard)
    .flatMap((rule) =>
      rule.definition.measures
        .filter((measure): measure is MeasureOf<T> => measure.term === term)
        .map((measure) => ({
          rule,
          measure,
          // `completeParams` has checked the values against the definition's specs.
          context: { problem, rule, params: rule.params as Params },
          unit: rule.hard ? 1 : rule.weight,
        })),
    );
}

/** Groups measures by the members of their rules' scope. */
export function byMember<Bound extends { readonly rule: Rule }>(
  measures: readonly Bound[],
  membersOf: (rule: Rule) => readonly number[],
): Map<number, Bound[]> {
  const result = new Map<number, Bound[]>();
  for (const bound of measures) {
    for (const member of membersOf(bound.rule)) {
      const list = result.get(member);
      if (list === undefined) result.set(member, [bound]);
      else list.push(bound);
    }
  }
  return result;
}

type UnaryMeasure = BoundMeasure<'unaryTime'> | BoundMeasure<'unaryRoom'> | BoundMeasure<'unaryInstructor'>;

/** Groups measures of single events by event; those that have nothing to say about an event are left out. */
export function byEvent<Bound extends UnaryMeasure>(measures: readonly Bound[]): Map<number, Bound[]> {
  const result = byMember(measures, (rule) => rule.events);
  const events = measures[0]?.context.problem.events ?? [];
  for (const [index, list] of result) {
    const event = events[index];
    if (event === undefined) continue;
    const told = list.filter(({ measure, context }) => measure.isAbout?.(event, context) !== false);
    if (told.length < list.length) result.set(index, told);
  }
  return result;
}

export interface ShapeTable {
  readonly values: Int32Array;
  /** The largest amount, which need not fit into 32 bits. */
  readonly most: number;
  /** The most that one slot more, and one slot less, can lower the value. */
  readonly gain: number;
}

/**
 * Day-shape tables, indexed by the mask of busy slots. A table depends on what its rules ask for and on those parts of a
 * day that they look at, and on nothing else: whoever agrees in these shares it, whatever the rules are called.
 */
export class DayTables {
  readonly #problem: Problem;
  /** By what the rules ask for: the fields of the day looked at, and the tables by their values. */
  readonly #known = new Map<string, Map<string, Map<string, ShapeTable>>>();
  readonly #asked = new WeakMap<BoundMeasure<'dayShape'>, string>();

  constructor(problem: Problem) {
    this.#problem = problem;
  }

  table(measures: readonly BoundMeasure<'dayShape'>[], resource: number, day: number): ShapeTable {
    const view = dayViewOf(this.#problem, resource, day);
    const asked = measures.map((bound) => this.#askedBy(bound)).join('|');
    const byFields = this.#known.get(asked) ?? new Map<string, Map<string, ShapeTable>>();
    this.#known.set(asked, byFields);
    for (const [fields, tables] of byFields) {
      const known = tables.get(valuesOf(view, fields));
      if (known !== undefined) return known;
    }
    const { table, fields } = makeTable(measures, view);
    const tables = byFields.get(fields) ?? new Map<string, ShapeTable>();
    byFields.set(fields, tables.set(valuesOf(view, fields), table));
    return table;
  }

  #askedBy(bound: BoundMeasure<'dayShape'>): string {
    const known = this.#asked.get(bound);
    if (known !== undefined) return known;
    const { rule, measure, unit } = bound;
    const position = rule.definition.measures.indexOf(measure);
    const asked = `${rule.definition.id}.${position}.${unit}.${JSON.stringify(rule.params)}`;
    this.#asked.set(bound, asked);
    return asked;
  }
}

function valuesOf(view: DayView, fields: string): string {
  // The fields are names of its own that a measure has looked at.
  return fields === ''
    ? ''
    : fields
        .split(',')
        .map((field) => view[field as keyof DayView])
        .join();
}

/** The table for one day, and the fields of the day that the measures looked at, in a fixed order. */
function makeTable(measures: readonly BoundMeasure<'dayShape'>[], view: DayView) {
  const looked = new Set<string>();
  const watched = Object.defineProperties(
    { ...view },
    Object.fromEntries(
      Object.entries(view).map(([field, value]) => {
        const get = () => {
          looked.add(field);
          return value;
        };
        return [field, { get }];
      }),
    ),
  );
  const values = new Int32Array(1 << view.slotCount);
  let most = 0;
  for (let mask = 1; mask < values.length; mask++) {
    let sum = 0;
    for (const { measure, context, unit } of measures) sum += unit * measure.amount(mask, watched, context.params);
    values[mask] = sum;
    if (sum > most) most = sum;
  }
  const fields = Object.keys(view).filter((field) => looked.has(field) && field !== 'slotCount');
  return { table: { values, most, gain: gainOf(values, view.slotCount) }, fields: fields.join() };
}

/** Largest drop by adding one bit plus largest drop by removing one: bounds what a move of one slot can win. */
function gainOf(values: Int32Array, bits: number): number {
  let adding = 0;
  let removing = 0;
  for (let mask = 0; mask < values.length; mask++) {
    const here = values[mask] ?? 0;
    for (let bit = 0; bit < bits; bit++) {
      if ((mask >>> bit) & 1) continue;
      const drop = here - (values[mask | (1 << bit)] ?? 0);
      if (drop > adding) adding = drop;
      if (-drop > removing) removing = -drop;
    }
  }
  return adding + removing;
}

/** Week-shape table of a resource, indexed by the set of worked days; null when all zero, or when it would be too large. */
export function weekTable(
  problem: Problem,
  measures: readonly BoundMeasure<'weekShape'>[],
  resource: number,
): Int32Array | null {
  if (measures.length === 0 || problem.axis.dayCount > mostDaysInTables) return null;
  const values = new Int32Array(1 << problem.axis.dayCount);
  for (const { measure, context, unit } of measures) {
    const amountOf = weekAmountsOf(context, measure, resource);
    if (amountOf === null) continue;
    for (let days = 0; days < values.length; days++) values[days] = (values[days] ?? 0) + unit * amountOf(days);
  }
  return values.some((value) => value !== 0) ? values : null;
}

/** Set-shape table, indexed by the number of distinct rooms; null when all zero. */
export function setTable(measures: readonly BoundMeasure<'setShape'>[], largest: number): Int32Array | null {
  if (measures.length === 0) return null;
  const values = new Int32Array(largest + 1);
  for (let distinct = 0; distinct <= largest; distinct++) {
    for (const { measure, context, unit } of measures) {
      values[distinct] = (values[distinct] ?? 0) + unit * measure.amount(distinct, context.params);
    }
  }
  return values.some((value) => value !== 0) ? values : null;
}

export function spread(values: Int32Array): number {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}
