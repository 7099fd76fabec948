import { type Endpoint, type Remote, releaseProxy } from 'comlink';
import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { failure, type Result } from '../domain/result.ts';
import type { FormatsApi } from './formats-api.ts';
import { remoteOf } from './remote.ts';

/** The part of a Worker that the client needs. */
export type WorkerLike = Endpoint & { terminate(): void };

interface Connection {
  readonly worker: WorkerLike;
  readonly remote: Remote<FormatsApi>;
  /** Ends the calls under way with this remark: a terminated worker never answers. */
  readonly abort: AbortController;
  /** Calls that wait for an answer. */
  open: number;
}

/** Calls to a worker that starts with the first and ends with the last answer. */
export interface FormatsCalls {
  /**
   * `work` is given what it calls to say that it goes on; without that for too long the worker is ended. So are all calls
   * when the worker fails, and this one when nobody waits for it any more.
   */
  call<T>(
    place: string,
    work: (remote: Remote<FormatsApi>, goesOn: () => void) => Promise<Result<T>>,
    signal?: AbortSignal,
  ): Promise<Result<T>>;
  /** Ends the worker; calls under way fail. */
  end(): void;
}

/** `timeout`: milliseconds without an answer and without progress after which a file is given up. */
export function createFormatsCalls(spawn: () => WorkerLike, timeout: number): FormatsCalls {
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
    worker.addEventListener('error', () => close(opened, workerFailed()));
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
      if (current.open === 0 && connection === current) close(current, workerFailed());
    }
  }

  return {
    call,
    end() {
      if (connection !== null) close(connection, workerFailed());
    },
  };
}

const cancelled = error('file.cancelled', 'The work was ended before it was done.');

function tooSlow(timeout: number, place: string): Diagnostic {
  return error('file.tooSlow', 'Nothing came of the work for {seconds} seconds, and it was ended.', {
    values: { seconds: Math.round(timeout / 1000) },
    place,
    advice: 'Check that this is the right file, or try on a faster device.',
  });
}

function workerFailed(cause?: string): Diagnostic {
  return error('file.workerFailed', 'The files could not be worked on.', {
    value: cause,
    advice: 'Try again; if it happens again, reload the page, or close other tabs and programs.',
  });
}
