import * as abi from '../../assembly/abi.ts';
import type { Problem } from '../domain/problem.ts';
import type { ImageWriter } from './image.ts';
import { type BoundMeasure, measuresOf } from './tabulate.ts';

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
  const pairsOf: EncodedPair[][] = problem.events.map(() => []);
  let levels = 0;
  for (const hard of [true, false]) {
    for (const bound of measuresOf(problem, 'timePair', hard)) {
      levels |= add(bound, timeTable(problem, bound), 0, image, pairsOf);
    }
    for (const bound of measuresOf(problem, 'roomPair', hard)) {
      levels |= add(bound, roomTable(problem, bound), abi.PAIR_OVER_ROOMS, image, pairsOf);
    }
  }
  return { pairsOf, levels };
}

function timeTable(problem: Problem, { measure, context }: BoundMeasure<'timePair'>): Int32Array {
  const size = problem.times.length + 1;
  const values = new Int32Array(size * size);
  for (const first of problem.times) {
    for (const second of problem.times) {
      values[first.index * size + second.index] = measure.amount(first, second, context.params);
    }
  }
  return values;
}

function roomTable(problem: Problem, { measure, context }: BoundMeasure<'roomPair'>): Int32Array {
  const size = problem.rooms.length;
  const values = new Int32Array(size * size);
  for (let first = 0; first < size; first++) {
    for (let second = 0; second < size; second++) {
      values[first * size + second] = measure.amount(first, second, context.params);
    }
  }
  return values;
}

function add(
  bound: BoundMeasure<'timePair'> | BoundMeasure<'roomPair'>,
  values: Int32Array,
  kind: number,
  image: ImageWriter,
  pairsOf: EncodedPair[][],
): number {
  const table = image.row(values);
  if (table === 0) return 0;
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  const level = bound.rule.hard ? abi.PAIR_HARD : 0;
  let any = false;
  for (const { first, second, weight } of bound.measure.pairs(bound.context)) {
    if (first === second || weight === 0) continue;
    any = true;
    const unit = weight * bound.unit;
    const gain = bound.rule.hard ? 0 : unit * most;
    pairsOf[first]?.push({ other: second, table, weight: unit, flags: level | kind, gain });
    pairsOf[second]?.push({ other: first, table, weight: unit, flags: level | kind | abi.PAIR_REVERSED, gain });
  }
  return any ? (bound.rule.hard ? 1 : 2) : 0;
}
