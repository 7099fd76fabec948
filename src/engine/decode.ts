import type { Problem } from '../domain/problem.ts';
import type { Assignment, Timetable } from '../domain/timetable.ts';
import type { ProblemImage } from './encode.ts';
import type { Genes } from './kernel.ts';

/** Genes to timetable: resources become indices of rooms and instructors, "nowhere" and "nobody" become -1. */
export function decode(problem: Problem, image: ProblemImage, { times, genes, choices }: Genes): Timetable {
  const assignments = problem.events.map((event): Assignment => {
    const time = times[event.index] ?? image.nowhere;
    const first = image.firstGene[event.index] ?? 0;
    const rooms = image.roomGenes[event.index] ?? 0;
    const chosen = image.instructorGenes[event.index] ?? 0;
    return {
      time: time === image.nowhere ? -1 : time,
      rooms: refs(problem, genes.subarray(first, first + rooms), image.nobody),
      instructors: event.instructorsFixed
        ? event.instructors.map((item) => item.index)
        : refs(problem, genes.subarray(first + rooms, first + rooms + chosen), image.nobody),
    };
  });
  return problem.sectioning === null ? { assignments } : { assignments, enrolment: [...choices] };
}

function refs(problem: Problem, resources: Int32Array, nobody: number): number[] {
  return Array.from(resources, (resource) => (resource === nobody ? -1 : (problem.resources[resource]?.ref ?? -1)));
}

/** Timetable to genes; the inverse of `decode`. */
export function encodeGenes(problem: Problem, image: ProblemImage, timetable: Timetable): Genes {
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
