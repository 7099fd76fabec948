/**
 * Lets messages in between two slices of work. `setImmediate` where there is one (Node), else a message to ourselves:
 * `setTimeout` would cost a fifth of the throughput, `scheduler.yield` would starve incoming messages.
 */
export function tick(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
