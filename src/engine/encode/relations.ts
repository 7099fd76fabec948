import * as abi from '../../../assembly/abi/abi.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import type { EncodedEvents, Profile } from './events.ts';

/** Bytes of a row of relations without the matrix, a power of two: few of the related profiles meet in one. */
const shortRow = 256;

/**
 * Who occupies what always, and which profiles may share a resource besides rooms; returns where the rows of that are.
 * A matrix of more than `largestMatrix` bytes is not written: the kernel asks lists, whose size follows the problem's.
 */
export function writeRelations(
  problem: Problem,
  image: ImageWriter,
  { profiles }: EncodedEvents,
  largestMatrix: number,
): { readonly at: number; readonly width: number } {
  writeHas(problem, image, profiles, largestMatrix);
  // one more for the spare profile
  const count = profiles.length + 1;
  const isLarge = count * count > largestMatrix;
  const width = isLarge ? shortRow : count;
  const mask = isLarge ? shortRow - 1 : 0xffff;
  const rows = new Uint8Array(count * width);
  const relations = isLarge ? profiles.map(() => new Map<number, number>()) : [];
  relate(problem, profiles, isLarge ? relations : profiles.map(({ index }) => new DenseRow(rows, index * width)));
  for (const [first, row] of relations.entries()) {
    for (const [second, value] of row) {
      const at = first * width + (second & mask);
      rows[at] = Math.max(rows[at] ?? 0, value);
    }
  }
  const at = image.bytes(rows);
  image.setWord(abi.SECTION_RELATED, at);
  image.setWord(abi.HEADER_RELATED_WIDTH, width);
  image.setWord(abi.HEADER_RELATED_MASK, mask);
  if (isLarge) image.setWord(abi.SECTION_RELATED_LISTS, image.words(listsOf(relations)));
  return { at, width };
}

/** The related profiles of one, and how, see SECTION_RELATED. */
interface Row {
  get(profile: number): number | undefined;
  set(profile: number, relation: number): unknown;
}

/** A row of the matrix as such a map. */
class DenseRow {
  readonly #rows: Uint8Array;
  readonly #first: number;

  constructor(rows: Uint8Array, first: number) {
    this.#rows = rows;
    this.#first = first;
  }

  get(profile: number): number {
    return this.#rows[this.#first + profile] ?? 0;
  }

  set(profile: number, relation: number): void {
    this.#rows[this.#first + profile] = relation;
  }
}

function writeHas(problem: Problem, image: ImageWriter, profiles: readonly Profile[], largestMatrix: number): void {
  const words = Math.max(1, Math.ceil((problem.resources.length + 1) / 32));
  if (profiles.length * words * 4 > largestMatrix) return;
  const has = new Int32Array(profiles.length * words);
  for (const profile of profiles) {
    for (const resource of profile.staticResources) {
      const word = profile.index * words + (resource >>> 5);
      has[word] = (has[word] ?? 0) | (1 << (resource & 31));
    }
  }
  image.setWord(abi.HEADER_HAS_WORDS, words);
  image.setWord(abi.SECTION_HAS, image.words(has));
}

/** Fills the row of each profile. */
function relate(problem: Problem, profiles: readonly Profile[], relations: readonly Row[]): void {
  for (const [resource, { always, maybe }] of holdersOf(problem, profiles)) {
    const capacity = problem.resources[resource]?.capacity ?? 0;
    for (const first of always) {
      const row = relations[first];
      for (const second of always) row?.set(second, relatedMore(row.get(second) ?? 0, capacity));
    }
    for (const first of maybe) {
      for (const list of [always, maybe]) {
        for (const second of list) {
          relations[first]?.set(second, abi.RELATED_OTHERWISE);
          relations[second]?.set(first, abi.RELATED_OTHERWISE);
        }
      }
    }
  }
}

/** The relation of two profiles that share one more resource. */
function relatedMore(before: number, capacity: number): number {
  if (capacity > 1) return abi.RELATED_OTHERWISE;
  return Math.min(abi.RELATED_OTHERWISE, Math.max(1, before) + (capacity === 1 ? 2 : 0));
}

/** Profiles that always occupy a resource, and those that may through a pool; rooms are left out of the latter. */
function holdersOf(problem: Problem, profiles: readonly Profile[]) {
  const holders = new Map<number, { readonly always: Set<number>; readonly maybe: Set<number> }>();
  const of = (resource: number) => {
    const known = holders.get(resource) ?? { always: new Set(), maybe: new Set() };
    holders.set(resource, known);
    return known;
  };
  for (const profile of profiles) {
    // sets may hold everything: the terms that look at them ask about both sides of a swap themselves
    const own = profile.staticResources.filter((resource) => problem.resources[resource]?.kind !== 'set');
    for (const resource of own) of(resource).always.add(profile.index);
    for (const gene of profile.genes) {
      if (!gene.isRoom) for (const resource of gene.pool) of(resource).maybe.add(profile.index);
    }
  }
  return holders;
}

/** SECTION_RELATED_LISTS. */
function listsOf(relations: readonly ReadonlyMap<number, number>[]): number[] {
  const words: number[] = [];
  const entries: number[] = [];
  for (const row of relations) {
    words.push(relations.length + 1 + entries.length);
    const list = [...row].map(([second, value]) => second * 256 + value).sort((a, b) => a - b);
    for (const entry of list) entries.push(entry);
  }
  words.push(relations.length + 1 + entries.length);
  return words.concat(entries);
}
