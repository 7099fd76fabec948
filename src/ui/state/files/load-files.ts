import { error } from '../../../domain/diagnostic.ts';
import { flawOfFiles } from '../../../domain/file-limits.ts';
import { failure, type Result, success } from '../../../domain/result.ts';
import type { SourceFile } from '../../../formats/format.ts';

/** The bytes of files that somebody chose or dropped; nothing is read of what is far too much. */
export async function loadFiles(files: readonly File[]): Promise<Result<readonly SourceFile[]>> {
  const flaw = flawOfFiles(files);
  if (flaw !== null) return failure([flaw]);
  try {
    return success(
      await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      ),
    );
  } catch (cause) {
    return failure([error('file.unreadable', 'The file could not be read.', { value: String(cause) })]);
  }
}
