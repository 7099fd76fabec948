import { watchPresence } from './presence.ts';

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
 * Tells of its failures; whoever has started it sees to what follows from them. Browsers report errors in its code only.
 * It is an error here, too, that an answer cannot be read, that the worker ends without a word, and that it does not load
 * within `loadSeconds`: whoever waits for it would wait for ever. A worker that has loaded may be busy for any time.
 */
export function watched(worker: Worker, name: string, loadSeconds = 20): Worker {
  const fail = (message: string) => worker.dispatchEvent(Object.assign(new Event('error'), { message }));
  worker.addEventListener('messageerror', () => fail('A message of a worker could not be read'));
  const leave = watchPresence(worker, loadSeconds, fail);
  const terminate = worker.terminate.bind(worker);
  worker.terminate = () => {
    // An end that was wanted is no failure.
    leave();
    terminate();
  };
  worker.addEventListener('error', ({ message, filename, lineno, colno }) => {
    // A worker that cannot be fetched gives a plain event, without any of these.
    const file = filename?.replace(/^.*\//, '') ?? '';
    const place = file === '' ? '' : `${file}:${lineno}:${colno}`;
    for (const listener of listeners) listener({ worker: name, message: message ?? 'not loaded', place });
  });
  return worker;
}
