import * as abi from '../../../assembly/abi/abi.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import { type BoundPairMeasure, type PairTable, PairTables } from '../pair-tables.ts';
import { measuresOf } from '../tabulate.ts';
import { type EncodedInstructorPairs, encodeInstructorPairs } from './instructor-pairs.ts';
import { writeRowPairs } from './row-pairs.ts';

export interface EncodedPairs {
  /** Pair records of all events, ready to be written, without those that rows are about. */
  readonly records: Int32Array;
  /** First record of each event, and the end. */
  readonly firstOf: Int32Array;
  /** By event, where the pairs are that its row of costs is about; 0: none. */
  readonly rowPairsOf: Int32Array;
  /** Where SECTION_ROW_MOST is; 0 when there are no rows. */
  readonly rowMostAt: number;
  /** The most that the soft pairs of each event can cost, without those that its row is about. */
  readonly gainOf: Float64Array;
  /** Bit 0: some are hard; bit 1: some are soft. */
  readonly levels: number;
  readonly instructors: EncodedInstructorPairs;
  readonly tables: PairTables;
}

/** Pairs that share a table and a level: three numbers each, the two events and the weight. */
interface Batch {
  readonly table: PairTable;
  readonly flags: number;
  readonly triples: readonly number[];
  /** Soft and over times: what rows of costs can be about. */
  readonly fitsRow: boolean;
  /** The most that a pair of weight 1 can cost on soft rules. */
  readonly gain: number;
}

/** Entries of all rows together. */
const mostEntries = 1 << 24;

/**
 * Tables over two meeting times or two rooms, and for every event the list of its partners. With more than `fewPartners`
 * for an event, keeping rows of costs is cheaper than asking all of them.
 */
export function encodePairs(problem: Problem, image: ImageWriter, fewPartners: number): EncodedPairs {
  const tables = new PairTables(problem, image);
  const batches: Batch[] = [];
  for (const hard of [true, false]) {
    for (const bound of measuresOf(problem, 'timePair', hard)) {
      batches.push(...batchOf(bound, tables.ofTimes(bound), 0));
    }
    for (const bound of measuresOf(problem, 'travelPair', hard)) {
      batches.push(...batchOf(bound, tables.ofTravel(bound), abi.PAIR_TRAVEL));
    }
    for (const bound of measuresOf(problem, 'roomPair', hard)) {
      batches.push(...batchOf(bound, tables.ofRooms(bound), abi.PAIR_OVER_ROOMS));
    }
  }
  const levels = batches.reduce((bits, { flags }) => bits | ((flags & abi.PAIR_HARD) !== 0 ? 1 : 2), 0);
  const instructors = encodeInstructorPairs(problem, image);
  return { ...sorted(batches, problem, image, fewPartners), levels, tables, instructors };
}

/** Deals the pairs of all batches to their events: there may be millions, so they are counted first and written once. */
function sorted(
  batches: readonly Batch[],
  { events, times }: Problem,
  image: ImageWriter,
  fewPartners: number,
): Omit<EncodedPairs, 'levels' | 'tables' | 'instructors'> {
  const eventCount = events.length;
  const forRows = batches.filter(({ fitsRow }) => fitsRow);
  const pairsInRows = forRows.reduce((sum, { triples }) => sum + triples.length / 3, 0);
  const hasRows = pairsInRows * 2 > eventCount * fewPartners && eventCount * (times.length + 1) <= mostEntries;
  if (!hasRows) return { ...records(batches, eventCount), rowPairsOf: new Int32Array(eventCount), rowMostAt: 0 };
  const others = batches.filter(({ fitsRow }) => !fitsRow);
  return { ...records(others, eventCount), ...writeRowPairs(image, forRows, eventCount) };
}

function records(batches: readonly Batch[], eventCount: number): Pick<EncodedPairs, 'records' | 'firstOf' | 'gainOf'> {
  const firstOf = new Int32Array(eventCount + 1);
  const gainOf = new Float64Array(eventCount);
  for (const { triples } of batches) {
    for (let k = 0; k < triples.length; k++) {
      const event = triples[k] ?? 0;
      if (k % 3 !== 2) firstOf[event + 1] = (firstOf[event + 1] ?? 0) + 1;
    }
  }
  for (let event = 0; event < eventCount; event++)
    firstOf[event + 1] = (firstOf[event + 1] ?? 0) + (firstOf[event] ?? 0);
  const words = abi.PAIR_BYTES / 4;
  const records = new Int32Array((firstOf[eventCount] ?? 0) * words);
  const next = firstOf.slice();
  for (const { table, flags, triples, gain } of batches) {
    const add = (event: number, other: number, weight: number, direction: number) => {
      const at = (next[event] ?? 0) * words;
      records[at + abi.PAIR_OTHER / 4] = other;
      records[at + abi.PAIR_TABLE / 4] = table.offset;
      records[at + abi.PAIR_WEIGHT / 4] = weight;
      records[at + abi.PAIR_FLAGS / 4] = flags | direction;
      next[event] = (next[event] ?? 0) + 1;
      gainOf[event] = (gainOf[event] ?? 0) + weight * gain;
    };
    for (let k = 0; k < triples.length; k += 3) {
      const [first = 0, second = 0, weight = 0] = [triples[k], triples[k + 1], triples[k + 2]];
      add(first, second, weight, 0);
      add(second, first, weight, abi.PAIR_REVERSED);
    }
  }
  return { records, firstOf, gainOf };
}

function batchOf(bound: BoundPairMeasure, table: PairTable, kind: number): Batch[] {
  if (table.offset === 0) return [];
  const triples: number[] = [];
  for (const { first, second, weight } of bound.measure.pairs(bound.context)) {
    if (first !== second && weight !== 0) triples.push(first, second, weight * bound.unit);
  }
  if (triples.length === 0) return [];
  const { hard } = bound.rule;
  const flags = (hard ? abi.PAIR_HARD : 0) | kind;
  return [{ table, flags, triples, gain: hard ? 0 : table.most, fitsRow: table.hasLists }];
}
