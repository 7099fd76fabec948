import { type Endpoint, expose } from 'comlink';
import { announcePresence } from './presence.ts';

/**
 * Offers the methods of `api` to the other end. Comlink alone would follow any path through its objects and leave what it
 * does not understand without an answer, for which somebody might wait for ever. Here calls of the methods get through;
 * every other message that names a question is answered as a call that failed. A message that cannot be read at all ends
 * the worker with an error, which its client hears of. Without an endpoint it serves the page that has started this
 * worker, and begins once the page knows that the worker is there.
 */
export function serve(api: object, given?: Endpoint): void {
  // The library of DOM types knows the scope of a page only.
  const endpoint = given ?? (globalThis as unknown as Endpoint);
  const announced = given === undefined ? announcePresence() : null;
  let heard: ((event: Event) => void) | null = null;
  expose(api, {
    postMessage: (message, transfer) => endpoint.postMessage(message, transfer),
    addEventListener(type, listener) {
      const hear = (event: Event) => {
        const { data } = event as MessageEvent<unknown>; // Comlink listens to messages only.
        const flaw = flawOf(api, data);
        if (flaw === null) typeof listener === 'function' ? listener(event) : listener.handleEvent(event);
        else refuse(endpoint, data, flaw);
      };
      const hearInTurn = (event: Event) => announced?.then(() => hear(event)).catch((cause) => reportError(cause));
      heard = announced === null ? hear : hearInTurn;
      endpoint.addEventListener(type, heard);
    },
    removeEventListener(type) {
      if (heard !== null) endpoint.removeEventListener(type, heard);
    },
    start: () => endpoint.start?.(),
  });
}

/** What is wrong with a message, or null: it calls a method of `api` with plain values and callbacks, or says goodbye. */
function flawOf(api: object, message: unknown): string | null {
  if (!isRecord(message)) return 'no message';
  const { type, path, argumentList } = message;
  if (type === 'RELEASE') return null;
  if (type !== 'APPLY') return `no call: ${String(type)}`;
  const method: unknown = Array.isArray(path) && path.length === 1 ? path[0] : undefined;
  if (typeof method !== 'string' || !Object.hasOwn(api, method)) return `no method: ${String(path)}`;
  if (!Array.isArray(argumentList) || !argumentList.every(isArgument)) return `no arguments of ${method}`;
  return null;
}

function isArgument(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return (
    value.type === 'RAW' || (value.type === 'HANDLER' && value.name === 'proxy' && value.value instanceof MessagePort)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** In the form in which Comlink passes errors on. Nobody waits for an answer to what is no question. */
function refuse(endpoint: Endpoint, message: unknown, flaw: string): void {
  if (!isRecord(message) || typeof message.id !== 'string') return;
  const error = { name: 'Error', message: `A worker was sent ${flaw}`, stack: '' };
  endpoint.postMessage({ id: message.id, type: 'HANDLER', name: 'throw', value: { isError: true, value: error } });
}
