import { type Endpoint, type Remote, releaseProxy } from 'comlink';
import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { unpackItems } from '../domain/packed.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Sheet } from '../domain/sheets/sheet.ts';
import { inSlices } from '../domain/steps.ts';
import type { ProjectContent, ReadOptions, SourceFile, WriteOptions } from '../formats/format.ts';
import type { ReadProject } from '../formats/registry.ts';
import { createCallbacks } from './callbacks.ts';
import type { FormatsApi } from './formats-api.ts';
import { packContent, unpackContent } from './packed-content.ts';
import { remoteOf } from './remote.ts';
import { watched } from './worker-failures.ts';

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

/** The part of a Worker that the client needs. */
export type WorkerLike = Endpoint & { terminate(): void };

export interface FormatsClientOptions {
  readonly spawn?: () => WorkerLike;
  /** Milliseconds without an answer and without progress after which a file is given up. */
  readonly timeout?: number;
}

interface Connection {
  readonly worker: WorkerLike;
  readonly remote: Remote<FormatsApi>;
  /** Ends the calls under way with this remark: a terminated worker never answers. */
  readonly abort: AbortController;
  /** Calls that wait for an answer. */
  open: number;
}

const patience = 60_000;

/** The worker starts with a call and ends with the last answer: what it has parsed would stay in its memory. */
export function createFormatsClient(options: FormatsClientOptions = {}): FormatsClient {
  const { spawn = spawnWorker, timeout = patience } = options;
  let connection: Connection | null = null;

  function connect(): Connection {
    if (connection !== null) return connection;
    const worker = spawn();
    const opened: Connection = {
      worker,
      remote: remoteOf<FormatsApi>('formats', worker),
      abort: new AbortController(),
      open: 0,
    };
    worker.addEventListener('error', () => close(opened, workerFailed('The worker that reads files could not go on.')));
    connection = opened;
    return opened;
  }

  function close(closed: Connection, reason: Diagnostic): void {
    if (closed.abort.signal.aborted) return;
    if (connection === closed) connection = null;
    closed.abort.abort(reason);
    closed.remote[releaseProxy]();
    closed.worker.terminate();
  }

  /** `work` is given what it calls to say that it goes on. */
  async function call<T>(
    place: string,
    work: (remote: Remote<FormatsApi>, goesOn: () => void) => Promise<Result<T>>,
    signal?: AbortSignal,
  ): Promise<Result<T>> {
    if (signal?.aborted === true) return failure([cancelled]);
    const current = connect();
    current.open++;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const wait = () => {
      clearTimeout(timer);
      // The last progress may arrive after the answer.
      if (!stop.signal.aborted) timer = setTimeout(() => close(current, tooSlow(timeout, place)), timeout);
    };
    const given = new Promise<Result<T>>((settle) => {
      const endsOn = (ending: AbortSignal, reason: () => Diagnostic) =>
        ending.addEventListener('abort', () => settle(failure([reason()])), { once: true, signal: stop.signal });
      endsOn(current.abort.signal, () => current.abort.signal.reason);
      if (signal !== undefined) endsOn(signal, () => cancelled);
      wait();
    });
    try {
      return await Promise.race([work(current.remote, wait), given]);
    } catch (cause) {
      return failure([workerFailed(String(cause))]);
    } finally {
      clearTimeout(timer);
      stop.abort();
      current.open--;
      if (current.open === 0 && connection === current) close(current, workerFailed('The work on files is over.'));
    }
  }

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
    dispose() {
      if (connection !== null) close(connection, workerFailed('The work on files was ended.'));
    },
  };
}

function spawnWorker(): WorkerLike {
  return watched(new Worker(new URL('./formats.worker.ts', import.meta.url), { type: 'module' }), 'formats');
}

const cancelled = error('file.cancelled', 'The work was ended before it was done.');

function tooSlow(timeout: number, place: string): Diagnostic {
  return error('file.tooSlow', 'Nothing came of the work for {seconds} seconds, and it was ended.', {
    values: { seconds: Math.round(timeout / 1000) },
    place,
    advice: 'Check that this is the right file, or try on a faster device.',
  });
}

function workerFailed(cause: string): Diagnostic {
  return error('file.workerFailed', 'The files could not be worked on.', {
    value: cause,
    advice: 'Try again; if it happens again, close other tabs and programs, or try on a faster device.',
  });
}
