import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { Flaws } from '../flaws.ts';
import type { NamedTimetable, ProjectContent, Reader, SourceFile } from '../format.ts';
import { decodeHead, decodeXml } from '../text.ts';
import { parseXml } from '../xml/xml.ts';
import { readItc2019File } from './file.ts';
import { problemOfItc2019 } from './problem.ts';
import { isItc2019Solution, readItc2019Solution } from './solution.ts';

/**
 * University course timetabling of the International Timetabling Competition 2019 (UniTime); solutions dropped together
 * with the problem become timetables of the project.
 */
export const itc2019Reader: Reader = {
  id: 'itc2019',
  title: 'ITC-2019 university timetabling (.xml)',
  recognise(files) {
    const problems = files.filter((candidate) => !isItc2019Solution(candidate));
    const [file] = problems;
    if (problems.length !== 1 || file === undefined) return 0;
    return /<problem\s[^>]*\bslotsPerDay=/.test(decodeHead(file.bytes)) ? 2 : 0;
  },
  read(files) {
    const file = files.find((candidate) => !isItc2019Solution(candidate));
    if (file === undefined) return failure([error('file.none', 'There is no file to read.')]);
    return readItc2019(file, files.filter(isItc2019Solution));
  },
};

function readItc2019(source: SourceFile, solutions: readonly SourceFile[]): Result<ProjectContent> {
  const text = decodeXml(source);
  if (!text.ok) return text;
  const root = parseXml(text.value, source.name);
  if (!root.ok) return failure([...text.diagnostics, ...root.diagnostics]);
  const flaws = new Flaws('itc2019.more');
  const file = readItc2019File(root.value, source.name, flaws);
  if (flaws.count > 0) return failure([...text.diagnostics, ...flaws.list(source.name)]);
  const remarks: Diagnostic[] = [...text.diagnostics];
  const problem = problemOfItc2019(file, remarks);
  const timetables: NamedTimetable[] = [];
  for (const solution of solutions) {
    const timetable = readItc2019Solution(file, solution);
    remarks.push(...timetable.diagnostics);
    if (!timetable.ok) return failure(remarks);
    timetables.push({ ...timetable.value, id: `solution-${timetables.length + 1}` });
  }
  return success({ problem, timetables }, remarks);
}
