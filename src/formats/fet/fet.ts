import { type Diagnostic, error, warning } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { ProjectContent, Reader, SourceFile } from '../format.ts';
import { decodeHead, decodeText } from '../text.ts';
import { rootTag } from '../xml/xml.ts';
import { readFetFile } from './file.ts';
import { contentOfFet } from './problem.ts';

/** FET, versions 5 and 6, in all its modes. */
export const fetReader: Reader = {
  id: 'fet',
  title: 'FET (.fet)',
  recognise(files) {
    const [file] = files;
    if (files.length !== 1 || file === undefined) return 0;
    if (/^<fet[\s>]/i.test(rootTag(decodeHead(file.bytes)) ?? '')) return 2;
    return /\.fet$/i.test(file.name) ? 1 : 0;
  },
  read(files) {
    const [file] = files;
    if (file === undefined) return failure([error('file.none', 'There is no file to read.')]);
    return readFet(file);
  },
};

function readFet(source: SourceFile): Result<ProjectContent> {
  const text = decodeText(source);
  if (!text.ok) return text;
  const remarks: Diagnostic[] = [...text.diagnostics];
  const file = readFetFile(text.value, source.name);
  if (!file.ok) return failure([...remarks, ...file.diagnostics]);
  const { unknown } = file.value.mode;
  if (unknown !== undefined) {
    remarks.push(
      warning('fet.mode', 'The mode of the file is not known; its days are read as plain days.', {
        value: unknown,
        place: source.name,
        advice: 'Modes are Official, Mornings_Afternoons, Block_Planning and Terms.',
      }),
    );
  }
  const content = contentOfFet(file.value, source.name, remarks);
  return content.ok ? success(content.value, remarks) : failure([...remarks, ...content.diagnostics]);
}
