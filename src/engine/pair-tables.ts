import type { RuleDefinition } from '../domain/constraints/definition.ts';
import type { Problem, Rule } from '../domain/problem.ts';
import { enoughTable } from './encode/travel.ts';
import type { ImageWriter } from './image.ts';
import type { BoundMeasure } from './tabulate.ts';

export type BoundPairMeasure = BoundMeasure<'timePair'> | BoundMeasure<'roomPair'> | BoundMeasure<'travelPair'>;

/** Lists of what is not zero may be twice as large as a table: not with more times than this. */
const mostTimes = 512;

export interface PairTable {
  /** Where it is in the image; 0 when all amounts are 0. */
  readonly offset: number;
  readonly most: number;
  /** True when the lists of what is not zero lie behind it: rows of costs can be kept with it. */
  readonly hasLists: boolean;
  /** True when the order of the two does not matter. */
  readonly isSymmetric: boolean;
}

/**
 * A table over two meeting times has the square of their number of entries (36 MB for 3,000), and files have hundreds
 * of rules of one kind. Amounts depend on the measure and the parameters alone, so each combination is tabulated once.
 */
export class PairTables {
  readonly #problem: Problem;
  readonly #image: ImageWriter;
  readonly #known = new Map<string, PairTable>();
  readonly #most = new Map<string, number>();
  readonly #travelTables = new Map<unknown, number>();

  constructor(problem: Problem, image: ImageWriter) {
    this.#problem = problem;
    this.#image = image;
  }

  /** The largest amount of a table made before; undefined when there is none. */
  mostOf({ definition, params }: Pick<Rule, 'definition' | 'params'>, measure: object): number | undefined {
    return this.#most.get(keyOf(definition, params, measure));
  }

  ofTimes(bound: BoundMeasure<'timePair'>): PairTable {
    // one more than there are: nothing is asked of an event that is nowhere
    const size = this.#problem.times.length + 1;
    const listed = !bound.rule.hard && size <= mostTimes ? size : 0;
    return this.#once(bound, listed, () => {
      const { times } = this.#problem;
      const { measure, context } = bound;
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
    return this.#once(bound, 0, () => {
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

  ofTravel({ measure }: BoundMeasure<'travelPair'>): PairTable {
    const offset =
      this.#travelTables.get(measure.enough) ?? this.#image.flags(enoughTable(this.#problem, measure.enough));
    this.#travelTables.set(measure.enough, offset);
    return { offset, most: 1, hasLists: false, isSymmetric: false };
  }

  /** With lists behind it when `listed`, the times of a row, is not 0. */
  #once(
    { rule, measure, context }: BoundMeasure<'timePair'> | BoundMeasure<'roomPair'>,
    listed: number,
    tabulate: () => Int32Array,
  ): PairTable {
    const plainKey = keyOf(rule.definition, context.params, measure);
    const key = `${plainKey}/${listed}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const amounts = tabulate();
    let most = 0;
    for (const amount of amounts) if (amount > most) most = amount;
    const table = {
      offset: most === 0 ? 0 : this.#image.row(listed > 0 ? withLists(amounts, listed) : amounts),
      most,
      hasLists: listed > 0,
      isSymmetric: listed > 0 && isSymmetric(amounts, listed),
    };
    this.#known.set(key, table);
    this.#most.set(plainKey, table.most);
    return table;
  }
}

function keyOf(definition: RuleDefinition, params: Rule['params'], measure: object): string {
  const values = Object.keys(definition.params).map((name) => params[name]);
  // the measure is one of the definition's own
  return JSON.stringify([definition.id, (definition.measures as readonly object[]).indexOf(measure), values]);
}

function isSymmetric(table: Int32Array, size: number): boolean {
  for (let first = 0; first < size; first++) {
    for (let second = 0; second < first; second++) {
      if (table[first * size + second] !== table[second * size + first]) return false;
    }
  }
  return true;
}

/** A table over times, and behind it the lists of what is not zero, see PAIR_TABLE. */
function withLists(table: Int32Array, size: number): Int32Array {
  const starts: number[] = [];
  const entries: number[] = [];
  for (const [step, stride] of [
    [1, size],
    [size, 1],
  ] as const) {
    for (let line = 0; line < size; line++) {
      starts.push(entries.length / 2);
      for (let time = 0; time < size; time++) {
        const amount = table[line * stride + time * step] ?? 0;
        if (amount !== 0) entries.push(time, amount);
      }
    }
  }
  starts.push(entries.length / 2);
  const whole = new Int32Array(table.length + starts.length + entries.length);
  whole.set(table);
  whole.set(starts, table.length);
  whole.set(entries, table.length + starts.length);
  return whole;
}
