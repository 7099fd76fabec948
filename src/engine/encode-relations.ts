import * as abi from '../../assembly/abi.ts';
import type { Problem } from '../domain/problem.ts';
import type { EncodedEvents } from './encode-events.ts';
import type { ImageWriter } from './image.ts';

/** Who occupies what always, and which profiles may share a resource besides rooms; returns where that is. */
export function writeMatrices(problem: Problem, image: ImageWriter, { profiles }: EncodedEvents): number {
  const words = Math.max(1, Math.ceil((problem.resources.length + 1) / 32));
  const has = new Int32Array(profiles.length * words);
  const holders = new Map<number, { always: Set<number>; maybe: Set<number> }>();
  const holdersOf = (resource: number) => {
    const known = holders.get(resource) ?? { always: new Set(), maybe: new Set() };
    holders.set(resource, known);
    return known;
  };
  for (const profile of profiles) {
    for (const resource of profile.staticResources) {
      const word = profile.index * words + (resource >>> 5);
      has[word] = (has[word] ?? 0) | (1 << (resource & 31));
      holdersOf(resource).always.add(profile.index);
    }
    for (const gene of profile.genes) {
      if (!gene.isRoom) for (const resource of gene.pool) holdersOf(resource).maybe.add(profile.index);
    }
  }
  // one more for the spare profile
  const count = profiles.length + 1;
  const related = new Uint8Array(count * count);
  for (const [resource, { always, maybe }] of holders) {
    const capacity = problem.resources[resource]?.capacity ?? 0;
    for (const first of always) {
      for (const second of always) {
        const at = first * count + second;
        const before = related[at] ?? 0;
        const shared =
          capacity === 1 && before < abi.RELATED_OTHERWISE - 2 ? Math.max(1, before) + 1 : Math.max(1, before);
        related[at] = capacity > 1 || before === abi.RELATED_OTHERWISE ? abi.RELATED_OTHERWISE : shared;
      }
      for (const second of maybe)
        related[first * count + second] = related[second * count + first] = abi.RELATED_OTHERWISE;
    }
    for (const first of maybe) for (const second of maybe) related[first * count + second] = abi.RELATED_OTHERWISE;
  }
  image.setWord(abi.HEADER_HAS_WORDS, words);
  image.setWord(abi.SECTION_HAS, image.words(has));
  const relatedAt = image.bytes(related);
  image.setWord(abi.SECTION_RELATED, relatedAt);
  return relatedAt;
}
