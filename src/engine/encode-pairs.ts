import * as abi from '../../assembly/abi.ts';
import type { Problem } from '../domain/problem.ts';
import type { ImageWriter } from './image.ts';
import { type BoundMeasure, measuresOf } from './tabulate.ts';

type BoundPairMeasure = BoundMeasure<'timePair'> | BoundMeasure<'roomPair'>;

export interface EncodedPair {
  readonly other: number;
  readonly table: number;
  readonly weight: number;
  readonly flags: number;
  /** The most this pair can cost. */
  readonly gain: number;
}

export interface EncodedPairs {
  /** By event. */
  readonly pairsOf: readonly (readonly EncodedPair[])[];
  /** Bit 0: some are hard; bit 1: some are soft. */
  readonly levels: number;
}

/** Tables over two meeting times or two rooms, and for every event the list of its partners. */
export function encodePairs(problem: Problem, image: ImageWriter): EncodedPairs {
  const tables = new PairTables(problem, image);
  const pairsOf: EncodedPair[][] = problem.events.map(() => []);
  let levels = 0;
  for (const hard of [true, false]) {
    for (const bound of measuresOf(problem, 'timePair', hard)) {
      levels |= add(bound, tables.ofTimes(bound), 0, pairsOf);
    }
    for (const bound of measuresOf(problem, 'roomPair', hard)) {
      levels |= add(bound, tables.ofRooms(bound), abi.PAIR_OVER_ROOMS, pairsOf);
    }
  }
  return { pairsOf, levels };
}

interface PairTable {
  /** Where it is in the image; 0 when all amounts are 0. */
  readonly offset: number;
  readonly most: number;
}

/**
 * A table over two meeting times has the square of their number of entries (36 MB for 3,000), and files have hundreds
 * of rules of one kind. Amounts depend on the measure and the parameters alone, so each combination is tabulated once.
 */
class PairTables {
  readonly #problem: Problem;
  readonly #image: ImageWriter;
  readonly #known = new Map<string, PairTable>();

  constructor(problem: Problem, image: ImageWriter) {
    this.#problem = problem;
    this.#image = image;
  }

  ofTimes(bound: BoundMeasure<'timePair'>): PairTable {
    return this.#once(bound, () => {
      const { times } = this.#problem;
      const { measure, context } = bound;
      // One more than there are: nothing is asked of an event that is nowhere.
      const size = times.length + 1;
      const values = new Int32Array(size * size);
      for (const first of times) {
        for (const second of times) {
          values[first.index * size + second.index] = measure.amount(first, second, context);
        }
      }
      return values;
    });
  }

  ofRooms(bound: BoundMeasure<'roomPair'>): PairTable {
    return this.#once(bound, () => {
      const size = this.#problem.rooms.length;
      const values = new Int32Array(size * size);
      for (let first = 0; first < size; first++) {
        for (let second = 0; second < size; second++) {
          values[first * size + second] = bound.measure.amount(first, second, bound.context);
        }
      }
      return values;
    });
  }

  #once({ rule, measure, context }: BoundPairMeasure, tabulate: () => Int32Array): PairTable {
    const { id, measures, params } = rule.definition;
    const values = Object.keys(params).map((name) => context.params[name]);
    const key = JSON.stringify([id, measures.indexOf(measure), values]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const amounts = tabulate();
    const table = {
      offset: this.#image.row(amounts),
      most: amounts.reduce((high, value) => Math.max(high, value), 0),
    };
    this.#known.set(key, table);
    return table;
  }
}

/** Adds the pairs of one measure to both partners; returns the level they are on (1 hard, 2 soft), 0 without pairs. */
function add(bound: BoundPairMeasure, table: PairTable, kind: number, pairsOf: EncodedPair[][]): number {
  if (table.offset === 0) return 0;
  const level = bound.rule.hard ? abi.PAIR_HARD : 0;
  let any = false;
  for (const { first, second, weight } of bound.measure.pairs(bound.context)) {
    if (first === second || weight === 0) continue;
    any = true;
    const unit = weight * bound.unit;
    const gain = bound.rule.hard ? 0 : unit * table.most;
    const common = { table: table.offset, weight: unit, gain };
    pairsOf[first]?.push({ ...common, other: second, flags: level | kind });
    pairsOf[second]?.push({ ...common, other: first, flags: level | kind | abi.PAIR_REVERSED });
  }
  return any ? (bound.rule.hard ? 1 : 2) : 0;
}
