import { packValue, unpackValue } from '../domain/packed.ts';
import { type PackedProblem, packProblem, unpackSteps } from '../domain/packed-problem.ts';
import type { Steps } from '../domain/steps.ts';
import type { TimetableData } from '../domain/timetable.ts';
import type { NamedTimetable, ProjectContent, SavedRun } from '../formats/format.ts';

/** The content of a project on its way between the page and the worker that reads and writes files. */
export interface PackedContent {
  readonly problem: PackedProblem;
  readonly timetables: readonly PackedNamedTimetable[];
  readonly run?: SavedRun;
}

type PackedNamedTimetable = Omit<NamedTimetable, 'timetable'> & { readonly packed: Uint8Array };

export function* packContent({ problem, timetables, run }: ProjectContent): Steps<PackedContent> {
  const packed: PackedNamedTimetable[] = [];
  for (const { timetable, ...named } of timetables) {
    packed.push({ ...named, packed: packValue(timetable) });
    yield;
  }
  return { problem: packProblem(problem), timetables: packed, ...(run === undefined ? {} : { run }) };
}

/** Throws when the bytes are not those of `packContent`. */
export function* unpackContent({ problem, timetables, run }: PackedContent): Steps<ProjectContent> {
  const data = yield* unpackSteps(problem);
  if (data === null) throw new Error('The other thread sent no problem');
  const unpacked: NamedTimetable[] = [];
  for (const { packed, ...named } of timetables) {
    unpacked.push({ ...named, timetable: unpackValue(packed) as TimetableData }); // Packed by `packContent`.
    yield;
  }
  return { problem: data, timetables: unpacked, ...(run === undefined ? {} : { run }) };
}
