import type { Problem } from '../domain/problem.ts';
import type { Assignment, Timetable } from '../domain/timetable.ts';
import type { ImageShape } from './encode/encode.ts';
import type { Genes } from './kernel.ts';

/** What genes stand for, as plain data: whoever has it can read genes without the problem. */
export interface GeneNames {
  /** Which room or instructor each resource is, -1 for other resources. */
  readonly refOf: Int32Array;
  /** Instructors of the events that leave none to choose: of event e from `firstFixed[e]` up to `firstFixed[e + 1]`. */
  readonly firstFixed: Int32Array;
  readonly fixed: Int32Array;
  readonly hasEnrolment: boolean;
}

export function geneNames(problem: Problem): GeneNames {
  const firstFixed = new Int32Array(problem.events.length + 1);
  const fixed: number[] = [];
  for (const event of problem.events) {
    if (event.instructorsFixed) fixed.push(...event.instructors.map((item) => item.index));
    firstFixed[event.index + 1] = fixed.length;
  }
  return {
    refOf: Int32Array.from(problem.resources, (resource) => resource.ref),
    firstFixed,
    fixed: Int32Array.from(fixed),
    hasEnrolment: problem.sectioning !== null,
  };
}

/** Genes to timetable: resources become indices of rooms and instructors, "nowhere" and "nobody" become -1. */
export function decode(problem: Problem, image: ImageShape, genes: Genes): Timetable {
  return decodeByNames(geneNames(problem), image, genes);
}

export function decodeByNames(names: GeneNames, image: ImageShape, { times, genes, choices }: Genes): Timetable {
  const refs = (from: number, count: number) => {
    const list: number[] = [];
    for (let gene = from; gene < from + count; gene++) {
      const resource = genes[gene] ?? image.nobody;
      list.push(resource === image.nobody ? -1 : (names.refOf[resource] ?? -1));
    }
    return list;
  };
  const assignments: Assignment[] = [];
  for (let event = 0; event < image.eventCount; event++) {
    const time = times[event] ?? image.nowhere;
    const first = image.firstGene[event] ?? 0;
    const rooms = image.roomGenes[event] ?? 0;
    const [fixed, end] = [names.firstFixed[event] ?? 0, names.firstFixed[event + 1] ?? 0];
    assignments.push({
      time: time === image.nowhere ? -1 : time,
      rooms: refs(first, rooms),
      instructors:
        end > fixed
          ? Array.from(names.fixed.subarray(fixed, end))
          : refs(first + rooms, image.instructorGenes[event] ?? 0),
    });
  }
  return names.hasEnrolment ? { assignments, enrolment: [...choices] } : { assignments };
}

/** Timetable to genes; the inverse of `decode`. */
export function encodeGenes(problem: Problem, image: ImageShape, timetable: Timetable): Genes {
  const times = new Int32Array(image.eventCount).fill(image.nowhere);
  const genes = new Int32Array(image.geneCount).fill(image.nobody);
  for (const event of problem.events) {
    const assignment = timetable.assignments[event.index];
    if (assignment === undefined) continue;
    if (assignment.time >= 0) times[event.index] = assignment.time;
    const first = image.firstGene[event.index] ?? 0;
    const rooms = image.roomGenes[event.index] ?? 0;
    const chosen = image.instructorGenes[event.index] ?? 0;
    for (let k = 0; k < rooms; k++) {
      genes[first + k] = problem.resourceOfRoom[assignment.rooms[k] ?? -1] ?? image.nobody;
    }
    for (let k = 0; k < chosen; k++) {
      genes[first + rooms + k] = problem.resourceOfInstructor[assignment.instructors[k] ?? -1] ?? image.nobody;
    }
  }
  const choices = Int32Array.from({ length: image.requestCount }, (_, request) => timetable.enrolment?.[request] ?? -1);
  return { times, genes, choices };
}
