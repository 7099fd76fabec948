import * as abi from '../../../assembly/abi/abi.ts';
import { largestHardWeight, scoreFlaws } from '../../domain/build/score-limits.ts';
import type { Problem } from '../../domain/problem.ts';
import { scoreBounds } from '../../domain/score-bounds.ts';
import { ImageWriter } from '../image.ts';
import { type EncodedEvents, encodeEvents } from './events.ts';
import { writeHeader } from './header.ts';
import { encodeIntervals } from './intervals.ts';
import { encodePairs } from './pairs.ts';
import { placeLists, writeProfiles } from './profiles.ts';
import { costRowBytes, distinct, writeEventsAndGenes } from './records.ts';
import { writeRelations } from './relations.ts';
import { encodeResources, writeResources } from './resources.ts';
import { encodeRoomChanges } from './room-changes.ts';
import { isPlain, writeScreen } from './screen.ts';
import { encodeSectioning } from './sectioning.ts';
import { writeTimes } from './times.ts';
import { writeTravel } from './travel.ts';

/** The problem as the kernel reads it, and where its genes are; see docs/memory-layout.md. */
export interface ProblemImage extends ImageShape {
  readonly bytes: ArrayBuffer;
}

/** What is left to know of an image once the kernel has its bytes. */
export interface ImageShape {
  readonly eventCount: number;
  readonly geneCount: number;
  /** Requests of sectioned students, see `Sectioning`. */
  readonly requestCount: number;
  /** First gene and number of genes by event: rooms first, then chosen instructors. */
  readonly firstGene: Int32Array;
  readonly roomGenes: Int32Array;
  readonly instructorGenes: Int32Array;
  readonly nowhere: number;
  readonly nobody: number;
  /** Smallest soft unit: temperatures are measured in it. */
  readonly softUnit: number;
  /** One proposal in so many is a Kempe chain or, where days are long, one of several events at once. */
  readonly chainEvery: number;
}

/** Where large problems are encoded otherwise than small ones; scores are the same either way. */
export interface EncodeLimits {
  /** Bytes that a matrix of the image may have: beyond, there are lists in its place. */
  readonly largestMatrix: number;
  /** With more soft pairs over times for an event, on average, rows of costs are kept. */
  readonly fewPartners: number;
}

const usualLimits: EncodeLimits = { largestMatrix: 1 << 24, fewPartners: 8 };

/**
 * Compiles every rule of the problem to the kernel's terms. Pure; the same problem and limits give the same
 * bytes. Throws when scores could leave what the kernel counts in.
 */
export function encode(problem: Problem, limits = usualLimits): ProblemImage {
  const image = new ImageWriter(abi.HEADER_WORDS);
  const resources = encodeResources(problem, image);
  const events = encodeEvents(problem, image, resources);
  const pairs = encodePairs(problem, image, limits.fewPartners);
  // what the tables written so far hold may have wrapped around; then nobody sees them
  const bounds = scoreBounds(problem, {
    pair: (rule, measure) => pairs.tables.mostOf(rule, measure),
    days: (resource, hard) => resources.resources[resource]?.[hard ? 'hardDayMost' : 'softDayMost'] ?? 0,
  });
  const [flaw] = scoreFlaws(bounds);
  if (flaw !== undefined) throw new Error(`${flaw.message} ${flaw.advice ?? ''}`.trim());
  const lists: number[] = [];
  const known = new Map<string, { readonly first: number; readonly count: number }>();
  // most lists are asked for again and again
  const same = new WeakMap<readonly number[], { readonly first: number; readonly count: number }>();
  const listed = (items: readonly number[]) => {
    const before = same.get(items);
    if (before !== undefined) return before;
    const key = items.join();
    const place = known.get(key) ?? { first: lists.length, count: items.length };
    if (!known.has(key)) for (const item of items) lists.push(item);
    known.set(key, place);
    same.set(items, place);
    return place;
  };
  const pooled = new Set(events.profiles.flatMap((profile) => profile.genes.flatMap((gene) => gene.pool)));
  const rowBytes = costRowBytes(problem);
  const profilesOf = problem.resources.map((resource) =>
    listed(
      distinct(resource.events.map((event) => events.profileOf[event]?.index ?? 0)).map(
        (profile) => profile * rowBytes,
      ),
    ),
  );
  const genes = writeEventsAndGenes(problem, image, events, pairs, resources, listed);
  const profilesAt = writeProfiles(problem, image, events, resources, pairs, listed);
  const resourcesAt = writeResources(problem, image, resources, profilesOf, (resource) => pooled.has(resource));
  image.setWord(abi.SECTION_RESOURCES, resourcesAt);
  const related = writeRelations(problem, image, events, limits.largestMatrix);
  writeTimes(problem, image);
  writeTravel(problem, image);
  const clockTerms = combined(
    combined(encodeIntervals(problem, image, listed), encodeRoomChanges(problem, image, listed)),
    encodeSectioning(problem, image, listed, limits.largestMatrix),
  );
  const listsAt = image.words(lists);
  image.setWord(abi.SECTION_LISTS, listsAt);
  placeLists(problem, image, events.profiles, profilesAt, listsAt);
  writeScreen(problem, image, events.profiles, profilesAt, related);
  const { softUnit } = writeHeader(problem, image, events, resources, pairs, clockTerms);
  image.setWord(abi.HEADER_GENES, genes.geneCount);
  const largest = largestHardWeight(bounds);
  image.setWord(abi.HEADER_LARGEST_HARD_WEIGHT, largest);
  image.setWord(abi.HEADER_HARD_WEIGHT, Math.min(largest, image.wordAt(abi.HEADER_HARD_WEIGHT * 4)));
  const bytes = image.finish();
  new DataView(bytes).setInt32(abi.HEADER_BYTES * 4, bytes.byteLength, true);
  return {
    bytes,
    eventCount: problem.events.length,
    requestCount: problem.sectioning?.requests.length ?? 0,
    ...genes,
    nowhere: problem.times.length,
    nobody: problem.resources.length,
    softUnit,
    chainEvery: chainEveryOf(problem, events),
  };
}

/** Chains of plain events are peeked and cheap; others are applied to be weighed. See docs/decisions/0011-search-designs.md. */
function chainEveryOf(problem: Problem, { profiles }: EncodedEvents): number {
  if (!problem.axis.cellsAreSlots) return 16;
  return profiles.every((profile) => isPlain(problem, profile)) ? 10 : 50;
}

interface Terms {
  readonly hard: number;
  readonly soft: number;
}

function combined(first: Terms, second: Terms): Terms {
  return { hard: first.hard | second.hard, soft: first.soft | second.soft };
}
