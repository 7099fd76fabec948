import { error } from '../../../domain/diagnostic.ts';
import { flawOfFiles } from '../../../domain/file-limits.ts';
import { failure, type Result, success } from '../../../domain/result.ts';
import type { SourceFile } from '../../../formats/format.ts';
import { listText } from '../words/wording.ts';

/** The bytes of files that somebody chose or dropped; nothing is read of what is far too much. */
export async function loadFiles(files: readonly File[]): Promise<Result<readonly SourceFile[]>> {
  const flaw = flawOfFiles(files);
  if (flaw !== null) return failure([flaw]);
  const loaded: SourceFile[] = [];
  for (const file of files) {
    const { name } = file;
    try {
      loaded.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      // Browsers pass a folder on as a file that cannot be read.
      const advice = 'If this is a folder, open the files in it; otherwise choose the file again.';
      return failure([error('file.unreadable', 'The file could not be read.', { place: name, advice })]);
    }
  }
  return success(loaded);
}

/** What files are called together: of many the first ones. */
export function namesOf(files: readonly { readonly name: string }[]): string {
  const names = files.map(({ name }) => name);
  return listText(names.length > 5 ? [...names.slice(0, 4), '…'] : names);
}
