/** A worker that could not be started or could not go on. */
export interface WorkerFailure {
  /** Which of the app's workers. */
  readonly worker: string;
  readonly message: string;
  /** `file.js:line:column`, or empty. */
  readonly place: string;
}

const listeners = new Set<(failure: WorkerFailure) => void>();

export function onWorkerFailure(listener: (failure: WorkerFailure) => void): void {
  listeners.add(listener);
}

/**
 * Tells of its failures; whoever has started it sees to what follows from them. An answer that cannot be read is one, too:
 * whoever waits for it would wait for ever.
 */
export function watched(worker: Worker, name: string): Worker {
  worker.addEventListener('messageerror', () => {
    const message = 'A message of a worker could not be read';
    worker.dispatchEvent(Object.assign(new Event('error'), { message }));
  });
  worker.addEventListener('error', ({ message, filename, lineno, colno }) => {
    // A worker that cannot be fetched gives a plain event, without any of these.
    const file = filename?.replace(/^.*\//, '') ?? '';
    const place = file === '' ? '' : `${file}:${lineno}:${colno}`;
    for (const listener of listeners) listener({ worker: name, message: message ?? 'not loaded', place });
  });
  return worker;
}
