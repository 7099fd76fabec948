import { basename } from 'node:path';
import { type Diagnostic, error } from './domain/diagnostic.ts';
import { evaluate } from './domain/evaluate.ts';
import type { Problem } from './domain/problem.ts';
import { failure, type Result, success } from './domain/result.ts';
import { compareScores, type Score } from './domain/score.ts';
import { fromTimetableData } from './domain/timetable-data.ts';
import type { NamedTimetable, ProjectContent, ReadOptions, SourceFile } from './formats/format.ts';
import { readAndBuild } from './formats/registry.ts';

export interface RankedTimetable {
  readonly file: string;
  readonly score: Score;
  readonly timetable: NamedTimetable;
}

export interface Merged {
  readonly content: ProjectContent;
  readonly problem: Problem;
  /** Every timetable of every file, the best first; of equals the one of the file named first. */
  readonly ranked: readonly RankedTimetable[];
}

/** Ranks what several runs of one problem have found, by the reference evaluator and the weights of the project. */
export async function mergeResults(
  files: readonly { readonly path: string; readonly file: SourceFile }[],
  options: ReadOptions,
): Promise<Result<Merged>> {
  const ranked: RankedTimetable[] = [];
  const remarks: Diagnostic[] = [];
  let first: { readonly content: ProjectContent; readonly problem: Problem; readonly text: string } | null = null;
  for (const { path, file } of files) {
    const built = await readAndBuild([file], options);
    if (!built.ok)
      return failure(built.diagnostics.map((flaw) => ({ ...flaw, place: `${path}: ${flaw.place ?? ''}` })));
    const { project, problem } = built.value;
    const text = JSON.stringify(problem.data);
    first ??= { content: project, problem, text };
    if (text !== first.text) return failure([otherProblem(path, files[0]?.path ?? '')]);
    for (const timetable of project.timetables) {
      const read = fromTimetableData(problem, timetable.timetable);
      if (!read.ok) return read;
      remarks.push(...read.diagnostics);
      ranked.push({ file: path, score: evaluate(problem, read.value).score, timetable });
    }
    if (project.timetables.length === 0) remarks.push(empty(path));
  }
  if (first === null || ranked.length === 0) {
    return failure([...remarks, error('merge.none', 'There is no timetable in these files.')]);
  }
  ranked.sort((a, b) => compareScores(a.score, b.score));
  return success({ content: first.content, problem: first.problem, ranked }, remarks);
}

function otherProblem(path: string, first: string): Diagnostic {
  return error('merge.otherProblem', `This file is about another problem than ${basename(first)}.`, {
    place: path,
    advice: 'Merge files of one problem only: solve the same file, with the same rules and weights, each time.',
  });
}

function empty(path: string): Diagnostic {
  return { code: 'merge.empty', severity: 'warning', message: 'There is no timetable in this file.', place: path };
}
