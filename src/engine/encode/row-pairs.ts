import {
  ROW_PAIR_WEIGHT_SHIFT,
  ROW_RUN_BYTES,
  ROW_RUN_COUNT,
  ROW_RUN_REVERSED,
  ROW_RUN_TABLE,
  ROW_RUN_UNIT,
} from '../../../assembly/abi/row-pairs.ts';
import type { ImageWriter } from '../image.ts';
import type { PairTable } from '../pair-tables.ts';

/** Pairs that share a table: three numbers each, the two events and the weight, a positive integer. */
export interface PairsOfTable {
  readonly table: PairTable;
  readonly triples: readonly number[];
}

/** The pairs of one table as one event sees them: all of a symmetric table, else those in which it is first, or second. */
interface Kind {
  readonly table: PairTable;
  readonly reversed: boolean;
  /** All weights are multiples of it. */
  readonly unit: number;
  readonly batches: readonly PairsOfTable[];
  /** By event. */
  readonly counts: Int32Array;
}

const shift = ROW_PAIR_WEIGHT_SHIFT;
const partnerMask = (1 << shift) - 1;
const mostWeight = 0xffff;

/**
 * Writes for each event what its row of costs is about, see abi/row-pairs.ts; returns the byte offset of its list by
 * event, 0 where there is none, and that of the most that one partner costs each. There may be millions of pairs: four bytes for each of the two events.
 */
export function writeRowPairs(image: ImageWriter, batches: readonly PairsOfTable[], eventCount: number) {
  const kinds = kindsOf(batches, eventCount);
  for (const kind of kinds) {
    visit(kind, (event, _, weight) => {
      kind.counts[event] = (kind.counts[event] ?? 0) + Math.ceil(weight / mostWeight);
    });
  }
  const header = ROW_RUN_BYTES / 4;
  const firstOf = new Int32Array(eventCount + 1);
  for (let event = 0; event < eventCount; event++) {
    let words = 0;
    for (const { counts } of kinds) words += counts[event] === 0 ? 0 : header + (counts[event] ?? 0);
    firstOf[event + 1] = (firstOf[event] ?? 0) + (words === 0 ? 0 : words + 1);
  }
  const words = new Int32Array(firstOf[eventCount] ?? 0);
  // behind the number of runs
  const next = firstOf.map((first) => first + 1);
  for (const kind of kinds) writeKind(kind, words, firstOf, next);
  const at = image.words(words);
  const rowPairsOf = firstOf.subarray(0, eventCount);
  return {
    rowPairsOf: rowPairsOf.map((first, event) => (first === firstOf[event + 1] ? 0 : at + first * 4)),
    rowMostAt: image.words(mostOfPartners(batches, eventCount)),
  };
}

function kindsOf(batches: readonly PairsOfTable[], eventCount: number): Kind[] {
  const byTable = new Map<number, PairsOfTable[]>();
  for (const batch of batches) byTable.set(batch.table.offset, [...(byTable.get(batch.table.offset) ?? []), batch]);
  return [...byTable.values()].flatMap((list) => {
    const table = list[0]?.table;
    if (table === undefined) return [];
    const unit = commonDivisor(list);
    return (table.isSymmetric ? [false] : [false, true]).map(
      (reversed): Kind => ({ table, reversed, unit, batches: list, counts: new Int32Array(eventCount) }),
    );
  });
}

/** By event: the most that one partner can cost it. A pair may be in several rules. */
function mostOfPartners(batches: readonly PairsOfTable[], eventCount: number): Int32Array {
  const most = new Int32Array(eventCount);
  for (const { triples, table } of batches) {
    const ofBatch = new Int32Array(eventCount);
    for (let k = 0; k < triples.length; k += 3) {
      const amount = (triples[k + 2] ?? 0) * table.most;
      for (const event of [triples[k] ?? 0, triples[k + 1] ?? 0]) {
        ofBatch[event] = Math.max(ofBatch[event] ?? 0, amount);
      }
    }
    for (let event = 0; event < eventCount; event++) most[event] = (most[event] ?? 0) + (ofBatch[event] ?? 0);
  }
  return most;
}

function commonDivisor(batches: readonly PairsOfTable[]): number {
  let divisor = 0;
  for (const { triples } of batches) {
    for (let k = 2; k < triples.length && divisor !== 1; k += 3) {
      let [larger, smaller] = [divisor, triples[k] ?? 0];
      while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
      divisor = larger;
    }
  }
  return Math.max(1, divisor);
}

/** Every pair of the kind, with its weight in units. */
function visit(
  { table, reversed, unit, batches }: Kind,
  each: (event: number, other: number, weight: number) => void,
): void {
  for (const { triples } of batches) {
    for (let k = 0; k < triples.length; k += 3) {
      const [first = 0, second = 0, weight = 0] = [triples[k], triples[k + 1], triples[k + 2]];
      if (!reversed) each(first, second, weight / unit);
      if (reversed || table.isSymmetric) each(second, first, weight / unit);
    }
  }
}

/** The kind's run of every event that has one; a weight that is too large for an entry is divided among several. */
function writeKind(kind: Kind, words: Int32Array, firstOf: Int32Array, next: Int32Array): void {
  const { table, reversed, unit, counts } = kind;
  for (let event = 0; event < counts.length; event++) {
    const count = counts[event] ?? 0;
    if (count === 0) continue;
    const first = firstOf[event] ?? 0;
    words[first] = (words[first] ?? 0) + 1;
    const at = next[event] ?? 0;
    words[at + ROW_RUN_TABLE / 4] = table.offset;
    words[at + ROW_RUN_REVERSED / 4] = reversed ? 1 : 0;
    words[at + ROW_RUN_UNIT / 4] = unit;
    words[at + ROW_RUN_COUNT / 4] = count;
    next[event] = at + ROW_RUN_BYTES / 4;
  }
  visit(kind, (event, other, weight) => {
    for (let left = weight; left > 0; left -= mostWeight) {
      const at = next[event] ?? 0;
      words[at] = other | (Math.min(left, mostWeight) << shift);
      next[event] = at + 1;
    }
  });
  for (let event = 0; event < counts.length; event++) {
    const end = next[event] ?? 0;
    sortByPartner(words.subarray(end - (counts[event] ?? 0), end));
  }
}

function sortByPartner(entries: Int32Array): void {
  const partner = (word: number | undefined) => (word ?? 0) & partnerMask;
  if (entries.every((word, index) => index === 0 || partner(entries[index - 1]) <= partner(word))) return;
  entries.set([...entries].sort((a, b) => partner(a) - partner(b) || (a >>> shift) - (b >>> shift)));
}
