import { stackPlace } from '../../../domain/stack-place.ts';
import type { ErrorLog, LoggedError } from '../../../storage/storage.ts';

/** What is kept of an error that nobody caught. */
export function loggedError(
  source: LoggedError['source'],
  cause: unknown,
  at: Date,
  version: string,
): Omit<LoggedError, 'count'> {
  const isError = cause instanceof Error;
  return {
    at: at.toISOString(),
    source,
    name: isError ? cause.name : typeof cause,
    message: isError ? cause.message : String(cause),
    place: isError ? stackPlace(cause.stack ?? '') : '',
    version,
  };
}

/** Browsers report by it that a size changed while sizes were looked at: no error of anybody's. */
const harmless = /^ResizeObserver loop/;

/** Logs what nobody on the page has caught, from now on. */
export function captureErrors(scope: EventTarget, log: ErrorLog, version: string): void {
  const add = (source: LoggedError['source'], cause: unknown) =>
    void log.add(loggedError(source, cause, new Date(), version));
  scope.addEventListener('error', (event) => {
    if (!(event instanceof ErrorEvent) || harmless.test(event.message)) return;
    add('window', event.error ?? event.message);
  });
  scope.addEventListener('unhandledrejection', (event) => {
    // The only kind of event of that name.
    add('promise', (event as PromiseRejectionEvent).reason);
  });
}
