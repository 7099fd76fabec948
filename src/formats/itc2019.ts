import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { Flaws } from './flaws.ts';
import type { ProjectContent, Reader, SourceFile } from './format.ts';
import { readItc2019File } from './itc2019-file.ts';
import { problemOfItc2019 } from './itc2019-problem.ts';
import { decodeHead, decodeText } from './text.ts';
import { parseXml } from './xml.ts';

/** University course timetabling of the International Timetabling Competition 2019 (UniTime). */
export const itc2019Reader: Reader = {
  id: 'itc2019',
  title: 'ITC-2019 university timetabling (.xml)',
  recognise(files) {
    const [file] = files;
    if (files.length !== 1 || file === undefined) return 0;
    return /<problem\s[^>]*\bslotsPerDay=/.test(decodeHead(file.bytes)) ? 2 : 0;
  },
  read(files) {
    const [file] = files;
    if (file === undefined) return failure([error('file.none', 'There is no file to read.')]);
    return readItc2019(file);
  },
};

function readItc2019(source: SourceFile): Result<ProjectContent> {
  const text = decodeText(source);
  if (!text.ok) return text;
  const root = parseXml(text.value, source.name);
  if (!root.ok) return failure([...text.diagnostics, ...root.diagnostics]);
  const flaws = new Flaws('itc2019.more');
  const file = readItc2019File(root.value, flaws);
  if (flaws.count > 0) return failure([...text.diagnostics, ...flaws.list(source.name)]);
  const remarks: Diagnostic[] = [...text.diagnostics];
  return success({ problem: problemOfItc2019(file, remarks), timetables: [] }, remarks);
}
