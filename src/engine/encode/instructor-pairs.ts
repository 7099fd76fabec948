import * as abi from '../../../assembly/abi/abi.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import { type BoundMeasure, measuresOf } from '../tabulate.ts';

/** Pairs of events whose instructors are compared. */
export interface EncodedInstructorPairs {
  /** By event, the offset of its list in the image; 0 when it has none. */
  readonly offsetOf: Int32Array;
  /** By event, the most that its soft pairs can cost. */
  readonly gainOf: Float64Array;
  /** Bit 0: some are hard; bit 1: some are soft. */
  readonly levels: number;
}

/** Lists of partners with a table of amounts by the number of instructors in common, see terms/instructor-pair.ts. */
export function encodeInstructorPairs(problem: Problem, image: ImageWriter): EncodedInstructorPairs {
  const offsetOf = new Int32Array(problem.events.length);
  const gainOf = new Float64Array(problem.events.length);
  const records = new Map<number, number[]>();
  const mostInCommon = Math.max(0, ...problem.events.map((event) => event.instructorCount));
  let levels = 0;
  for (const hard of [true, false]) {
    for (const bound of measuresOf(problem, 'instructorPair', hard)) {
      const amounts = amountsOf(bound, mostInCommon);
      const table = image.row(amounts);
      if (table === 0) continue;
      const most = Math.max(...amounts);
      for (const { first, second, weight } of bound.measure.pairs(bound.context)) {
        if (first === second || weight === 0) continue;
        levels |= hard ? 1 : 2;
        const cost = weight * bound.unit;
        for (const [event, other] of [
          [first, second],
          [second, first],
        ] as const) {
          const list = records.get(event) ?? [];
          list.push(other, table, cost, hard ? 1 : 0);
          records.set(event, list);
          if (!hard) gainOf[event] = (gainOf[event] ?? 0) + cost * most;
        }
      }
    }
  }
  for (const [event, list] of records) {
    offsetOf[event] = image.words([list.length / (abi.INSTRUCTOR_PAIR_BYTES / 4), ...list]);
  }
  return { offsetOf, gainOf, levels };
}

function amountsOf({ measure, context }: BoundMeasure<'instructorPair'>, mostInCommon: number): Int32Array {
  return Int32Array.from({ length: mostInCommon + 1 }, (_, common) => measure.amount(common, context.params));
}
