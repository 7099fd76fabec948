import { type Accessor, createSignal } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import type { Result } from '../../../domain/result.ts';

/** The writes of one run: each waits for those before it, and what the storage refuses is told, not thrown. */
export interface RunWrites {
  /** Why the run is not stored, or its end; it goes on in memory. */
  readonly notStored: Accessor<Diagnostic | null>;
  /** Another write, after those that were asked for before it. */
  store<T>(write: () => Promise<Result<T>>): Promise<Result<T>>;
  /** What became of a write that waited for no other. */
  heard(result: Result<unknown>): void;
}

export function createRunWrites(): RunWrites {
  const [notStored, setNotStored] = createSignal<Diagnostic | null>(null);
  let writes: Promise<unknown> = Promise.resolve();

  /** Says why it is not stored, until it is again. */
  function heard(result: Result<unknown>): void {
    const cause = result.ok ? null : result.diagnostics.find(({ code }) => code.startsWith('storage.'));
    if (cause !== undefined) setNotStored(cause);
  }

  return {
    notStored,
    store(write) {
      const written = writes.then(write);
      writes = written.catch(() => undefined);
      return written.then((result) => {
        heard(result);
        return result;
      });
    },
    heard,
  };
}
