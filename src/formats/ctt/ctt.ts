import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { NamedTimetable, ProjectContent, Reader, SourceFile } from '../format.ts';
import { decodeHead, decodeText } from '../text.ts';
import { readCttFile } from './file.ts';
import { problemOfCtt } from './problem.ts';
import { readCttSolution } from './solution.ts';

/** ITC-2007 curriculum-based course timetabling; a `.sol` dropped together with it becomes a timetable of the project. */
export const cttReader: Reader = {
  id: 'ctt',
  title: 'ITC-2007 course timetabling (.ctt, .ectt)',
  recognise(files) {
    const problems = files.filter((file) => !isSolution(file));
    const [file] = problems;
    if (problems.length !== 1 || file === undefined) return 0;
    if (/^\s*name:[^\n\r]*[\r\n]+\s*courses:/i.test(decodeHead(file.bytes))) return 2;
    return /\.e?ctt$/i.test(file.name) ? 1 : 0;
  },
  read(files) {
    const file = files.find((candidate) => !isSolution(candidate));
    if (file === undefined) {
      return failure([
        error('ctt.onlySolution', 'A solution alone says too little; its problem is needed.', {
          ...(files[0] === undefined ? {} : { place: files[0].name }),
          advice: 'Drop the .ctt file together with it.',
        }),
      ]);
    }
    return readCtt(file, files.filter(isSolution));
  },
};

function readCtt(file: SourceFile, solutions: readonly SourceFile[]): Result<ProjectContent> {
  const text = decodeText(file);
  if (!text.ok) return text;
  const parsed = readCttFile(text.value, file.name);
  if (!parsed.ok) return failure([...text.diagnostics, ...parsed.diagnostics]);
  const remarks: Diagnostic[] = [...text.diagnostics, ...parsed.diagnostics];
  const problem = problemOfCtt(parsed.value, remarks);
  const timetables: NamedTimetable[] = [];
  for (const solution of solutions) {
    const timetable = readCttSolution(problem, solution.bytes, solution.name);
    if (!timetable.ok) return failure([...remarks, ...timetable.diagnostics]);
    remarks.push(...timetable.diagnostics);
    timetables.push({
      id: `solution-${timetables.length + 1}`,
      name: solution.name,
      createdAt: new Date().toISOString(),
      timetable: timetable.value,
    });
  }
  return success({ problem, timetables }, remarks);
}

function isSolution(file: SourceFile): boolean {
  return /\.sol$/i.test(file.name);
}
