import { packItems } from '../domain/packed.ts';
import { type Result, success } from '../domain/result.ts';
import type { Sheet } from '../domain/sheets/sheet.ts';
import { finish } from '../domain/steps.ts';
import type { ReadOptions, SourceFile, WriteOptions } from '../formats/format.ts';
import { readFiles, writeFile } from '../formats/registry.ts';
import { readSheets } from '../formats/tables/sheet-files.ts';
import { type PackedContent, packContent, unpackContent } from './packed-content.ts';

/** A project just read, and which reader did it. */
export interface PackedProject extends PackedContent {
  readonly source: string;
}

/** A sheet with its rows in parts. */
export interface PackedSheet extends Omit<Sheet, 'rows'> {
  readonly parts: readonly Uint8Array[];
}

/** What can be sent to another thread of what a writer can be asked for. */
export type SentOptions = Omit<WriteOptions, 'onProgress'>;

/** What the formats worker offers. */
export interface FormatsApi {
  read(files: readonly SourceFile[], options?: ReadOptions): Promise<Result<PackedProject>>;
  write(
    writerId: string,
    content: PackedContent,
    timetableId: string | null,
    options?: SentOptions,
    onProgress?: (share: number) => void,
  ): Promise<Result<Uint8Array>>;
  readSheets(files: readonly SourceFile[]): Promise<Result<readonly PackedSheet[]>>;
}

export const formatsApi: FormatsApi = {
  async read(files, options) {
    const read = await readFiles(files, options);
    return read.ok
      ? success({ ...finish(packContent(read.value)), source: read.value.source }, read.diagnostics)
      : read;
  },
  write: (writerId, content, timetableId, options, onProgress) =>
    writeFile(writerId, finish(unpackContent(content)), timetableId, {
      ...options,
      ...(onProgress === undefined ? {} : { onProgress }),
    }),
  async readSheets(files) {
    const read = await readSheets(files);
    if (!read.ok) return read;
    const packed = read.value.map(({ rows, ...sheet }) => ({ ...sheet, parts: packItems(rows) }));
    return success(packed, read.diagnostics);
  },
};
