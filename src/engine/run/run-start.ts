import { changesFrom, eventsThatMustChange, isTimetableOf, withFewChanges } from '../../domain/changes.ts';
import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { unpackTimetable } from '../../domain/packed-timetable.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Timetable } from '../../domain/timetable.ts';
import { encodeGenes } from '../decode.ts';
import type { ImageShape } from '../encode/encode.ts';
import type { Genes } from '../kernel.ts';
import type { RunStart } from '../run-contract/run-settings.ts';

/** Whether a run of the problem can start there and keep to the limit. */
export function checkStart(problem: Problem, start: RunStart): readonly Diagnostic[] {
  const timetable = unpackTimetable(start.timetable);
  if (!isTimetableOf(problem, timetable)) {
    return [
      error('start.timetable', 'The timetable to start from is not one of this problem.', {
        value: timetable.assignments.length,
        place: 'start',
        advice: 'Open it anew, or start from nothing.',
      }),
    ];
  }
  if (start.cap === null) return [];
  const forced = eventsThatMustChange(problem, timetable);
  if (forced.length <= start.cap) return [];
  return [
    error('start.cap', '{n} events cannot stay where they are, and only {most} may change.', {
      value: start.cap,
      place: 'start',
      advice: 'Allow {n} changes at least.',
      values: { n: forced.length, most: start.cap },
    }),
  ];
}

/** The problem that is searched: differences from the start cost something where they are to be few. */
export function problemFrom(problem: Problem, start: RunStart | undefined): Problem {
  return start === undefined || start.keep === 0
    ? problem
    : withFewChanges(problem, unpackTimetable(start.timetable), start.keep);
}

/** What the kernel is told of a start, see assembly/evolution/home.ts. */
export interface Home {
  readonly genes: Genes;
  /** Most events that may be away, those not counted that have to be; -1 for no limit. */
  readonly cap: number;
  readonly hasOptions: boolean;
}

const nothing = -1;

/** How the kernel is told of a home: what has to change in any case starts there, if it may be there, but does not count. */
function homeValue(value: number, isPossible: boolean, isForced: boolean): number {
  if (!isPossible) return nothing;
  return isForced ? -2 - value : value;
}

export function encodeHome(problem: Problem, image: ImageShape, { timetable: packed, cap }: RunStart): Home {
  const timetable = unpackTimetable(packed);
  const { times, genes, choices } = encodeGenes(problem, image, timetable);
  const forced = new Set(eventsThatMustChange(problem, timetable));
  for (const event of problem.events) {
    const isForced = forced.has(event.index);
    const time = times[event.index] ?? image.nowhere;
    const isPlaced = time !== image.nowhere;
    const mayMeet = event.times.some(({ index }) => index === time);
    times[event.index] = homeValue(time, isPlaced && (!isForced || mayMeet), isForced);
    const first = image.firstGene[event.index] ?? 0;
    const rooms = image.roomGenes[event.index] ?? 0;
    const count = rooms + (image.instructorGenes[event.index] ?? 0);
    const taken = new Set<number>();
    for (let gene = first; gene < first + count; gene++) {
      const resource = genes[gene] ?? image.nobody;
      const ref = problem.resources[resource]?.ref;
      const offered = gene < first + rooms ? event.rooms : event.instructors;
      const isOffered = offered.some(({ index }) => index === ref) && !taken.has(resource);
      taken.add(resource);
      genes[gene] = homeValue(resource, isPlaced && isOffered, isForced);
    }
  }
  return {
    genes: { times, genes, choices },
    cap: cap === null ? -1 : Math.min(problem.events.length, cap) - forced.size,
    hasOptions: timetable.enrolment !== undefined,
  };
}

/** A run that went over its limit would be our mistake: it ends loudly, as with a wrong score. */
export function auditCap(problem: Problem, start: RunStart, timetable: Timetable, seed: number): void {
  if (start.cap === null) return;
  const { length } = changesFrom(problem, unpackTimetable(start.timetable), timetable);
  if (length <= start.cap) return;
  throw new Error(
    `${length} events differ from the start, and ${start.cap} may (seed ${seed}). Please report this problem file.`,
  );
}
