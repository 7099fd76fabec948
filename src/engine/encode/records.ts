import * as abi from '../../../assembly/abi/abi.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import type { Encoding } from './encoding.ts';
import type { EncodedResources } from './resources.ts';

/** Where the genes of events are, as `ImageShape` tells it. */
interface GenePlaces {
  readonly geneCount: number;
  readonly firstGene: Int32Array;
  readonly roomGenes: Int32Array;
  readonly instructorGenes: Int32Array;
}

/** Event, gene, pair and set records. */
export function writeEventsAndGenes({ problem, image, lists, events, resources, pairs }: Encoding): GenePlaces {
  const firstGene = new Int32Array(problem.events.length);
  const roomGenes = new Int32Array(problem.events.length);
  const instructorGenes = new Int32Array(problem.events.length);
  const geneCount = events.profileOf.reduce((sum, profile) => sum + profile.genes.length, 0);
  const eventsAt = image.reserve(problem.events.length * abi.EVENT_BYTES);
  const genesAt = image.reserve(geneCount * abi.GENE_BYTES);
  let gene = 0;
  events.profileOf.forEach((profile, event) => {
    const record = eventsAt + event * abi.EVENT_BYTES;
    const firstPair = pairs.firstOf[event] ?? 0;
    const set = problem.events[event]?.staticResources.find((resource) => resources.setOfResource.has(resource)) ?? -1;
    const rooms = profile.genes.filter((item) => item.isRoom).length;
    image.setAt(record + abi.EVENT_FIRST_GENE, gene);
    image.setAt(record + abi.EVENT_GENE_COUNT, profile.genes.length);
    image.setAt(record + abi.EVENT_FIRST_PAIR, firstPair);
    image.setAt(record + abi.EVENT_PAIR_COUNT, (pairs.firstOf[event + 1] ?? 0) - firstPair);
    image.setAt(record + abi.EVENT_ROW_PAIRS, pairs.rowPairsOf[event] ?? 0);
    image.setAt(record + abi.EVENT_INSTRUCTOR_PAIRS, pairs.instructors.offsetOf[event] ?? 0);
    image.setAt(record + abi.EVENT_SET, resources.setOfResource.get(set) ?? -1);
    image.setAt(record + abi.EVENT_ROOM_GENE, rooms > 0 ? gene : -1);
    firstGene[event] = gene;
    roomGenes[event] = rooms;
    instructorGenes[event] = profile.genes.length - rooms;
    for (const item of profile.genes) {
      const pool = lists.place(item.pool);
      const at = genesAt + gene++ * abi.GENE_BYTES;
      image.setAt(at + abi.GENE_FIRST_POOL, pool.first);
      image.setAt(at + abi.GENE_POOL_COUNT, pool.count);
      image.setAt(at + abi.GENE_HARD, item.hardRow);
      image.setAt(at + abi.GENE_SOFT, item.softRow);
      image.setAt(at + abi.GENE_ALLOWED, item.allowed);
      image.setAt(at + abi.GENE_BASE, item.base);
      image.setAt(at + abi.GENE_WIDTH, item.width);
      image.setAt(at + abi.GENE_IS_ROOM, item.isRoom ? 1 : 0);
    }
  });
  const profileIndex = Uint16Array.of(events.profiles.length, ...events.profileOf.map((profile) => profile.index));
  image.setWord(abi.SECTION_PROFILE_OF, image.bytes(new Uint8Array(profileIndex.buffer)));
  image.setWord(abi.SECTION_EVENTS, eventsAt);
  image.setWord(abi.SECTION_GENES, genesAt);
  image.setWord(abi.SECTION_ROW_MOST, pairs.rowMostAt);
  image.setWord(abi.SECTION_PAIRS, image.words(pairs.records));
  writeSets(image, resources);
  return { geneCount, firstGene, roomGenes, instructorGenes };
}

function writeSets(image: ImageWriter, { sets }: EncodedResources): void {
  const at = image.reserve(sets.length * abi.SET_BYTES);
  sets.forEach((set, index) => {
    image.setAt(at + index * abi.SET_BYTES + abi.SET_SOFT, set.soft);
    image.setAt(at + index * abi.SET_BYTES + abi.SET_HARD, set.hard);
  });
  image.setWord(abi.SECTION_SETS, at);
}

/** Rows of the kernel's cell cost tables: 16-bit entries, one spare cell. */
export function costRowBytes(problem: Problem): number {
  return (problem.axis.cellCount + 1) * 2;
}

export function distinct(values: readonly number[]): number[] {
  return [...new Set(values)];
}
