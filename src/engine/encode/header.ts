import * as abi from '../../../assembly/abi/abi.ts';
import { largestPenalty } from '../../domain/domain-facts.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import type { Encoding, TermsInUse } from './encoding.ts';
import type { EncodedEvents } from './events.ts';

/**
 * Counts, levels and starting weights. `clockTerms` are the terms that their own writers have found in use, `mostHard` is
 * the largest weight that the hard amount may have.
 */
export function writeHeader(
  encoding: Encoding,
  geneCount: number,
  clockTerms: TermsInUse,
  mostHard: number,
): { readonly softUnit: number } {
  const { problem, image, events, resources } = encoding;
  const { axis } = problem;
  const softUnit = unitOf(problem, image);
  const words: readonly (readonly [number, number])[] = [
    [abi.HEADER_MAGIC, abi.MAGIC],
    [abi.HEADER_VERSION, abi.LAYOUT_VERSION],
    [abi.HEADER_EVENTS, problem.events.length],
    [abi.HEADER_PROFILES, events.profiles.length],
    [abi.HEADER_TIMES, problem.times.length + 1],
    [abi.HEADER_RESOURCES, problem.resources.length + 1],
    [abi.HEADER_DAYS, axis.cellsAreSlots ? axis.dayCount : axis.cellCount],
    [abi.HEADER_SLOTS, axis.cellsAreSlots ? axis.slotCount : 1],
    [abi.HEADER_WEEK_CLASSES, axis.cellsAreSlots ? axis.weekClassCount : 1],
    [abi.HEADER_LONG_DAYS, longDays(problem, events)],
    [abi.HEADER_GENES, geneCount],
    [abi.HEADER_SETS, resources.sets.length],
    [abi.HEADER_FIRST_ROOM, problem.resourceOfRoom[0] ?? 0],
    [abi.HEADER_ROOMS, problem.rooms.length],
    [abi.HEADER_FIRST_INSTRUCTOR, problem.resourceOfInstructor[0] ?? 0],
    [abi.HEADER_INSTRUCTORS, problem.instructors.length],
    [abi.HEADER_SIMPLE_TIMES, timesAreCells(problem) ? 1 : 0],
    [abi.HEADER_HARD_TERMS, termsInUse(encoding, true) | clockTerms.hard],
    [abi.HEADER_SOFT_TERMS, termsInUse(encoding, false) | clockTerms.soft],
    [abi.HEADER_LARGEST_HARD_WEIGHT, mostHard],
    [abi.HEADER_HARD_WEIGHT, Math.min(mostHard, startingHardWeight(encoding, softUnit))],
    [abi.HEADER_SOFT_UNIT, softUnit],
    [abi.HEADER_EMPTY_HARD, resources.emptyHard + (problem.sectioning?.requests.length ?? 0)],
    [abi.HEADER_EMPTY_SOFT, resources.emptySoft],
  ];
  for (const [word, value] of words) image.setWord(word, value);
  return { softUnit };
}

/** In soft units. Where days are long, two events that clash do so in many cells: docs/decisions/0010-itc-2019-search.md. */
const longDaysHardWeight = 25;
/** What a student who misses an event costs in soft units, at most: docs/decisions/0035-unit-of-students.md. */
const unitsOfStudent = 5;

/** A clash has to outweigh what one move can win on soft rules; see docs/decisions for what was measured. */
function startingHardWeight({ problem, events, resources }: Encoding, softUnit: number): number {
  if (!problem.axis.cellsAreSlots) return longDaysHardWeight * softUnit;
  let sum = 0;
  for (const profile of events.profileOf) {
    for (const resource of profile.staticResources) sum += resources.resources[resource]?.dayGain ?? 0;
  }
  const mean = sum / Math.max(1, events.profileOf.length);
  return Math.max(100, Math.min(2000, Math.round(4 * mean)));
}

function longDays(problem: Problem, { profiles }: EncodedEvents): number {
  if (problem.axis.cellsAreSlots) return 0;
  const clashing = (resource: number) => (problem.resources[resource]?.capacity ?? 0) !== 0;
  const isFree = profiles.every((profile) => profile.cellHard === 0 && !profile.staticResources.some(clashing));
  return abi.LONG_DAYS | (isFree ? abi.NOTHING_STATIC : 0);
}

export function timesAreCells(problem: Problem): boolean {
  return (
    problem.axis.cellsAreSlots &&
    problem.times.length === problem.axis.cellCount &&
    problem.times.every((time) => time.cells.length === 1 && time.cells[0] === time.index)
  );
}

/** Bits of the terms that rules of one level use; the kernel skips the others. */
function termsInUse(encoding: Encoding, hard: boolean): number {
  const {
    problem,
    pairs,
    events: { profiles },
    resources: { resources, sets },
  } = encoding;
  const any = (bit: number, used: boolean) => (used ? bit : 0);
  const genes = profiles.flatMap((profile) => profile.genes);
  const pools = new Set(genes.flatMap((gene) => gene.pool));
  const pooled = [...pools].flatMap((resource) => resources[resource] ?? []);
  const days = (item: (typeof resources)[number]) => (hard ? item.hardDays : item.softDays) !== 0;
  const weeks = (item: (typeof resources)[number]) => (hard ? item.hardWeek : item.softWeek) !== 0;
  const measures = (item: (typeof resources)[number]) => (hard ? item.hardMeasures : item.softMeasures).offset !== 0;
  const counts = (item: (typeof resources)[number]) => (hard ? item.hardCounts : item.softCounts).offset !== 0;
  return (
    any(
      abi.TERM_TIME_ROWS,
      profiles.some((profile) => (hard ? profile.timeHard : profile.timeSoft) !== 0),
    ) |
    any(
      abi.TERM_GENE_ROWS,
      genes.some((gene) => (hard ? gene.hardRow : gene.softRow) !== 0),
    ) |
    any(
      abi.TERM_POOLED_CELLS,
      pooled.some((item) => (hard ? item.hardCells : item.softCells) !== null),
    ) |
    any(
      abi.TERM_POOLED_SHAPES,
      pooled.some((item) => days(item) || weeks(item) || measures(item)),
    ) |
    any(
      abi.TERM_SETS,
      sets.some((set) => (hard ? set.hard : set.soft) !== 0),
    ) |
    any(abi.TERM_DAY_SHAPES, resources.some(days)) |
    any(abi.TERM_WEEK_SHAPES, resources.some(weeks)) |
    any(abi.TERM_WEEK_MEASURES, resources.some(measures)) |
    any(
      abi.TERM_SET_MEASURES,
      resources.some((item, index) => problem.resources[index]?.kind === 'set' && (measures(item) || counts(item))),
    ) |
    any(abi.TERM_PAIRS, (pairs.levels & (hard ? 1 : 2)) !== 0) |
    any(abi.TERM_INSTRUCTOR_PAIRS, (pairs.instructors.levels & (hard ? 1 : 2)) !== 0) |
    any(
      abi.TERM_KEPT_GENES,
      profiles.some((profile) => profile.genes.length > 1),
    )
  );
}

/**
 * What temperatures are measured in. Where days are long, most of the cost are students who choose: a single room or time
 * may weigh much less than one of them, and a ladder made for it would begin far too cold.
 */
function unitOf(problem: Problem, image: ImageWriter): number {
  const smallest = smallestWeight(problem);
  if (problem.axis.cellsAreSlots || image.wordAt(abi.HEADER_MOVABLE * 4) === 0) return smallest;
  return Math.max(smallest, Math.floor(image.wordAt(abi.HEADER_ATTENDANCE_SOFT * 4) / unitsOfStudent));
}

function smallestWeight(problem: Problem): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const rule of problem.rules) if (!rule.hard) smallest = Math.min(smallest, rule.weight);
  for (const event of problem.events) {
    for (const items of [event.times, event.rooms, event.instructors]) {
      if (largestPenalty(items) === 0) continue;
      for (const { penalty } of items) if (penalty > 0) smallest = Math.min(smallest, penalty);
    }
  }
  return Number.isFinite(smallest) ? smallest : 1;
}
