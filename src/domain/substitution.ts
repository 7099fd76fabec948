import type { Occupancy, PlacedEvent } from './evaluation/occupancy.ts';
import { agendaOf, busyDuring, type Moment, meetsOn, overlaps, type Refusal, refusalAt } from './free-resources.ts';
import type { Problem } from './problem.ts';
import { type Limits, loadLimits } from './statistics/load-limits.ts';
import { slotMinutes } from './statistics/loads.ts';
import type { Steps } from './steps.ts';

/** Instructors who cannot come on one day of one week, all day or for some slots. */
export interface Absence {
  readonly instructors: readonly number[];
  /** Day of the week, and index of the week of the cycle. */
  readonly day: number;
  readonly week: number;
  /** First slot, and the one after the last. */
  readonly from: number;
  readonly until: number;
}

/** Who covers which event (indices) on that day. */
export type Covers = ReadonlyMap<number, number>;

/** How many covers each instructor has done or will do on other dates; who is not in it has none. */
export type CoverCounts = ReadonlyMap<number, number>;

const none: CoverCounts = new Map();

/** An event that somebody who is absent would have taught. */
export interface CoverNeed {
  readonly placed: PlacedEvent;
  /** Those of the absent who would have taught it. */
  readonly absent: readonly number[];
  /** Instructors who teach it too: it can go on without a cover. */
  readonly others: readonly number[];
  /** Best first; who is free only because another cover was given back is among them. */
  readonly candidates: readonly CoverCandidate[];
  /** The one chosen; null when there is none, or when the one chosen is not free after all. */
  readonly cover: CoverCandidate | null;
}

export type Qualification = 'event' | 'course' | 'none';

export interface CoverCandidate {
  readonly instructor: number;
  /** In the pool of this event, of another event of the course or of one called alike (of another class), or of neither. */
  readonly qualification: Qualification;
  /** Teaches a group of the event at another time. */
  readonly knowsGroup: boolean;
  /** Busy slots of that day with the covers given so far, without this event; and their minutes by the clock. */
  readonly slotsThatDay: number;
  readonly minutesThatDay: number;
  /** Covers on other dates, and of that day for other events. */
  readonly covers: number;
  /** Events of the whole cycle. */
  readonly events: number;
  /** Has something on that day anyway. */
  readonly present: boolean;
  /** The event fills a free stretch between two others, or lies within a few minutes of one. */
  readonly closeness: 'gap' | 'next' | 'far';
  /** With this event the day would exceed what a rule allows. */
  readonly overLimit: boolean;
  /** A soft rule says unavailable. */
  readonly unwilling: boolean;
}

/**
 * The events concerned, by start, each with everybody who is free, best first: qualified for the event before the course
 * before anybody, then willing and within the limits of the day, then there anyway, then who has covered least, then the
 * lightest day, then an own gap close by, then the lightest week. Covers given so far make their instructors busy for the others. Nothing is changed. A step an event.
 */
export function* coverNeedSteps(
  problem: Problem,
  occupancy: Occupancy,
  absence: Absence,
  covers: Covers,
  counts: CoverCounts = none,
): Steps<readonly CoverNeed[]> {
  const { concerned, needOf } = planOf(problem, occupancy, absence, counts);
  yield;
  const needs: CoverNeed[] = [];
  for (const placed of concerned) {
    needs.push(needOf(placed, covers));
    yield;
  }
  return needs;
}

/**
 * The best choice for every event that has no cover and nobody else who teaches it, one after the other, so that nobody
 * covers two events at once. Only qualified ones are chosen; returns all covers, those given before included.
 */
export function* suggestedCoverSteps(
  problem: Problem,
  occupancy: Occupancy,
  absence: Absence,
  covers: Covers,
  counts: CoverCounts = none,
): Steps<Covers> {
  const { concerned, needOf } = planOf(problem, occupancy, absence, counts);
  const all = new Map(covers);
  for (const placed of concerned) {
    yield;
    const { cover, others, candidates } = needOf(placed, all);
    if (cover !== null || others.length > 0) continue;
    const best = candidates.find(({ qualification }) => qualification !== 'none');
    if (best !== undefined) all.set(placed.event.index, best.instructor);
  }
  return all;
}

function planOf(problem: Problem, occupancy: Occupancy, absence: Absence, counts: CoverCounts) {
  const candidatesFor = staffOf(problem, occupancy, absence, counts);
  const day = { day: absence.day, weeks: [absence.week] };
  const agendas = absence.instructors.map((instructor) =>
    agendaOf(occupancy, problem.resourceOfInstructor[instructor] ?? -1, day),
  );
  const concerned = [...new Set(agendas.flat())]
    .sort(byStart)
    .filter(({ time }) => overlaps(time, { start: absence.from, length: absence.until - absence.from }));
  // Covers for somebody else who is away that day make busy as well; of another day they say nothing.
  const heldThen = (event: number): PlacedEvent | null => {
    const placed = occupancy.placed[event] ?? null;
    return placed !== null && meetsOn(placed.time, day) ? placed : null;
  };
  const needOf = (placed: PlacedEvent, covers: Covers): CoverNeed => {
    const elsewhere = [...covers].flatMap(([event, instructor]) => {
      const covered = heldThen(event);
      return covered === null || event === placed.event.index ? [] : [{ placed: covered, instructor }];
    });
    const candidates = candidatesFor(placed, elsewhere);
    const chosen = covers.get(placed.event.index);
    return {
      placed,
      absent: placed.instructors.filter((instructor) => absence.instructors.includes(instructor)),
      others: placed.instructors.filter((instructor) => !absence.instructors.includes(instructor)),
      candidates,
      cover: candidates.find(({ instructor }) => instructor === chosen) ?? null,
    };
  };
  return { concerned, needOf };
}

function byStart(one: PlacedEvent, other: PlacedEvent): number {
  return one.time.start - other.time.start || one.event.index - other.event.index;
}

interface GivenCover {
  readonly placed: PlacedEvent;
  readonly instructor: number;
}

/** Asked for each event: everybody who is free, ranked. */
function staffOf(problem: Problem, occupancy: Occupancy, absence: Absence, counts: CoverCounts) {
  const limits = loadLimits(problem);
  const lengths = slotMinutes(problem);
  const day = { day: absence.day, weeks: [absence.week] };
  return (placed: PlacedEvent, given: readonly GivenCover[]): readonly CoverCandidate[] => {
    const moment: Moment = { ...day, start: placed.time.start, length: placed.time.length };
    const qualified = qualifiedFor(problem, occupancy, placed);
    const acquainted = acquaintedWith(occupancy, placed);
    const refusal = refusalAt(problem, moment);
    const found: CoverCandidate[] = [];
    for (let instructor = 0; instructor < problem.instructors.length; instructor++) {
      if (absence.instructors.includes(instructor) || placed.instructors.includes(instructor)) continue;
      const resource = problem.resourceOfInstructor[instructor] ?? -1;
      if (!isFree(occupancy, resource, moment, refusal)) continue;
      const own = given.filter((cover) => cover.instructor === instructor).map((cover) => cover.placed);
      if (
        own.some(({ time }) => time.start < moment.start + moment.length && moment.start < time.start + time.length)
      ) {
        continue;
      }
      const agenda = [...agendaOf(occupancy, resource, day), ...own];
      found.push({
        instructor,
        qualification: qualified(instructor),
        knowsGroup: acquainted.has(instructor),
        ...dayWith(agenda, placed, lengths, limits.get(resource)),
        covers: (counts.get(instructor) ?? 0) + own.length,
        events: occupancy.occupants[resource]?.length ?? 0,
        unwilling: refusal(resource) === 'soft',
      });
    }
    return found.sort(byRank);
  };
}

function isFree(occupancy: Occupancy, resource: number, moment: Moment, refusal: Refusal): boolean {
  return refusal(resource) !== 'hard' && busyDuring(occupancy, resource, moment) === 0;
}

/** From one lesson to the next without a free slot between them, pauses included. */
const nextMinutes = 20;

function dayWith(
  agenda: readonly PlacedEvent[],
  { time }: PlacedEvent,
  lengths: readonly number[],
  limits: Limits | undefined,
) {
  // Those that come in for this event alone are the many.
  if (agenda.length === 0) return { ...emptyDay, overLimit: exceeds(limits, time.length) };
  const pauses = agenda.flatMap((other) => [
    time.startMinute - other.time.endMinute,
    other.time.startMinute - time.endMinute,
  ]);
  const before = agenda.some((other) => other.time.endMinute <= time.startMinute);
  const after = agenda.some((other) => other.time.startMinute >= time.endMinute);
  const beside = pauses.some((pause) => pause >= 0 && pause <= nextMinutes);
  const closeness = before && after ? 'gap' : beside ? 'next' : 'far';
  const busy = new Set<number>();
  for (const { time: other } of agenda) {
    for (let slot = other.start; slot < other.start + other.length; slot++) busy.add(slot);
  }
  return {
    slotsThatDay: busy.size,
    minutesThatDay: [...busy].reduce((sum, slot) => sum + (lengths[slot] ?? 0), 0),
    present: true,
    closeness,
    overLimit: exceeds(limits, busy.size + time.length),
  } as const;
}

const emptyDay = { slotsThatDay: 0, minutesThatDay: 0, present: false, closeness: 'far' } as const;

function exceeds(limits: Limits | undefined, slots: number): boolean {
  const most = limits?.daySlots?.max ?? null;
  return most !== null && slots > most;
}

function qualifiedFor(problem: Problem, occupancy: Occupancy, { event }: PlacedEvent) {
  const ofEvent = new Set(event.instructors.map(({ index }) => index));
  const ofCourse = new Set<number>();
  const name = problem.courses[event.course]?.name;
  for (const other of problem.events) {
    if (other.course !== event.course && problem.courses[other.course]?.name !== name) continue;
    for (const { index } of other.instructors) ofCourse.add(index);
    for (const index of occupancy.placed[other.index]?.instructors ?? []) ofCourse.add(index);
  }
  return (instructor: number): Qualification =>
    ofEvent.has(instructor) ? 'event' : ofCourse.has(instructor) ? 'course' : 'none';
}

/** Instructors of other events that the same groups attend. */
function acquaintedWith(occupancy: Occupancy, { event }: PlacedEvent): ReadonlySet<number> {
  const groups = new Set(event.groups);
  const known = new Set<number>();
  if (groups.size === 0) return known;
  for (const other of occupancy.placed) {
    if (other === null || !other.event.groups.some((group) => groups.has(group))) continue;
    for (const instructor of other.instructors) known.add(instructor);
  }
  return known;
}

const rankOfQualification: Readonly<Record<Qualification, number>> = { event: 0, course: 1, none: 2 };
const rankOfCloseness: Readonly<Record<CoverCandidate['closeness'], number>> = { gap: 0, next: 1, far: 2 };

function byRank(one: CoverCandidate, other: CoverCandidate): number {
  return (
    rankOfQualification[one.qualification] - rankOfQualification[other.qualification] ||
    Number(one.unwilling || one.overLimit) - Number(other.unwilling || other.overLimit) ||
    Number(other.present) - Number(one.present) ||
    one.covers - other.covers ||
    one.slotsThatDay - other.slotsThatDay ||
    rankOfCloseness[one.closeness] - rankOfCloseness[other.closeness] ||
    Number(other.knowsGroup) - Number(one.knowsGroup) ||
    one.events - other.events ||
    one.instructor - other.instructor
  );
}
