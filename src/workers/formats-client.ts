import { unpackItems } from '../domain/packed.ts';
import { type Result, success } from '../domain/result.ts';
import type { Sheet } from '../domain/sheets/sheet.ts';
import { inSlices } from '../domain/steps.ts';
import type { ProjectContent, ReadOptions, SourceFile, WriteOptions } from '../formats/format.ts';
import type { ReadProject } from '../formats/registry.ts';
import { createCallbacks } from './callbacks.ts';
import { createFormatsCalls, type WorkerLike } from './formats-calls.ts';
import { packContent, unpackContent } from './packed-content.ts';
import { startWorker } from './start-worker.ts';

/** Reads and writes files off the main thread. */
export interface FormatsClient {
  read(files: readonly SourceFile[], options?: ReadOptions): Promise<Result<ReadProject>>;
  write(
    writerId: string,
    content: ProjectContent,
    timetableId: string | null,
    options?: WriteOptions,
    /** Ends the work when nobody waits for it any more. */
    signal?: AbortSignal,
  ): Promise<Result<Uint8Array>>;
  readSheets(files: readonly SourceFile[]): Promise<Result<readonly Sheet[]>>;
  /** Ends the worker; calls under way fail. */
  dispose(): void;
}

export interface FormatsClientOptions {
  readonly spawn?: () => WorkerLike;
  /** Milliseconds without an answer and without progress after which a file is given up. */
  readonly timeout?: number;
}

const patience = 60_000;

/** The worker starts with a call and ends with the last answer: what it has parsed would stay in its memory. */
export function createFormatsClient(options: FormatsClientOptions = {}): FormatsClient {
  const { spawn = () => startWorker('formats'), timeout = patience } = options;
  const { call, end } = createFormatsCalls(spawn, timeout);
  return {
    read: (files, options) =>
      call(files.map((file) => file.name).join(', '), async (remote) => {
        const read = await remote.read(files, options);
        if (!read.ok) return read;
        const content = await inSlices(unpackContent(read.value));
        return success({ ...content, source: read.value.source }, read.diagnostics);
      }),
    write(writerId, content, timetableId, { onProgress, ...options } = {}, signal) {
      const callbacks = createCallbacks();
      return call(
        writerId,
        async (remote, goesOn) => {
          const report = (share: number) => {
            goesOn();
            onProgress?.(share);
          };
          const packed = await inSlices(packContent(content));
          return remote.write(writerId, packed, timetableId, options, callbacks.offer(report));
        },
        signal,
      ).finally(callbacks.endAll);
    },
    readSheets: (files) =>
      call(files.map((file) => file.name).join(', '), async (remote) => {
        const read = await remote.readSheets(files);
        if (!read.ok) return read;
        const sheets: Sheet[] = [];
        for (const { parts, ...sheet } of read.value) {
          // Packed from rows of texts by the worker.
          sheets.push({ ...sheet, rows: (await inSlices(unpackItems(parts))) as string[][] });
        }
        return success(sheets, read.diagnostics);
      }),
    dispose: end,
  };
}
