import * as abi from '../../../assembly/abi/abi.ts';
import { largestHardWeight, scoreFlaws } from '../../domain/build/score-limits.ts';
import type { Problem } from '../../domain/problem.ts';
import { type ScoreBounds, scoreBounds } from '../../domain/score-bounds.ts';
import { ImageWriter } from '../image.ts';
import type { Encoding } from './encoding.ts';
import { type EncodedEvents, encodeEvents } from './events.ts';
import { writeHeader } from './header.ts';
import { encodeIntervals } from './intervals.ts';
import { IndexLists, type ListPlace } from './lists.ts';
import { type EncodedPairs, encodePairs } from './pairs.ts';
import { placeLists, writeProfiles } from './profiles.ts';
import { costRowBytes, distinct, writeEventsAndGenes } from './records.ts';
import { writeRelations } from './relations.ts';
import { type EncodedResources, encodeResources, writeResources } from './resources.ts';
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
  const bounds = checkedBounds(problem, resources, pairs);
  const encoding: Encoding = { problem, image, lists: new IndexLists(), events, resources, pairs };
  const { softUnit, genes } = writeRecords(encoding, limits, largestHardWeight(bounds));
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

/** What the tables written so far hold may have wrapped around where scores are too large; then nobody sees them. */
function checkedBounds(problem: Problem, { resources }: EncodedResources, { tables }: EncodedPairs): ScoreBounds {
  const bounds = scoreBounds(problem, {
    pair: (rule, measure) => tables.mostOf(rule, measure),
    days: (resource, hard) => resources[resource]?.[hard ? 'hardDayMost' : 'softDayMost'] ?? 0,
  });
  const [flaw] = scoreFlaws(bounds);
  if (flaw !== undefined) throw new Error(`${flaw.message} ${flaw.advice ?? ''}`.trim());
  return bounds;
}

/** All records, which refer to the tables, then the lists and the header, which refer to the records. */
function writeRecords(encoding: Encoding, { largestMatrix }: EncodeLimits, mostHard: number) {
  const { problem, image, lists, events, resources } = encoding;
  const profilesOf = profileListsOf(encoding);
  const genes = writeEventsAndGenes(encoding);
  const profilesAt = writeProfiles(encoding);
  const pooled = new Set(events.profiles.flatMap((profile) => profile.genes.flatMap((gene) => gene.pool)));
  const resourcesAt = writeResources(problem, image, resources, profilesOf, (resource) => pooled.has(resource));
  image.setWord(abi.SECTION_RESOURCES, resourcesAt);
  const related = writeRelations(problem, image, events, largestMatrix);
  writeTimes(problem, image);
  writeTravel(problem, image);
  const clockTerms = [
    encodeIntervals(problem, image, lists),
    encodeRoomChanges(problem, image, lists),
    encodeSectioning(problem, image, lists, largestMatrix),
  ].reduce((all, some) => ({ hard: all.hard | some.hard, soft: all.soft | some.soft }));
  placeLists(problem, image, events.profiles, profilesAt, lists.write(image));
  writeScreen(problem, image, events.profiles, profilesAt, related);
  const { softUnit } = writeHeader(encoding, genes.geneCount, clockTerms, mostHard);
  return { genes, softUnit };
}

/** By resource: its profiles, as byte offsets of their rows in the cell cost tables. */
function profileListsOf({ problem, lists, events }: Encoding): readonly ListPlace[] {
  const rowBytes = costRowBytes(problem);
  return problem.resources.map((resource) => {
    const profiles = distinct(resource.events.map((event) => events.profileOf[event]?.index ?? 0));
    return lists.place(profiles.map((profile) => profile * rowBytes));
  });
}

/** Chains of plain events are peeked and cheap; others are applied to be weighed. See docs/decisions/0011-search-designs.md. */
function chainEveryOf(problem: Problem, { profiles }: EncodedEvents): number {
  if (!problem.axis.cellsAreSlots) return 16;
  return profiles.every((profile) => isPlain(problem, profile)) ? 10 : 50;
}
