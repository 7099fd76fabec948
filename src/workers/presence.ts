/** Says that a worker has loaded. The lock is held for as long as the worker lives; null where there are no locks. */
interface Present {
  readonly presentAs: string | null;
}

/**
 * Called by a worker once it has loaded. It then holds a lock of its own, which the browser frees when the worker is gone,
 * however it went: a worker that is ended or runs out of memory says nothing. Resolves once this is known to the page;
 * work that begins earlier could keep the worker from saying it until it counts as lost.
 */
export function announcePresence(): Promise<void> {
  // Absent where the page is not on a secure origin.
  const locks: LockManager | undefined = navigator.locks;
  const say = (presentAs: string | null) => postMessage({ presentAs } satisfies Present);
  return new Promise((resolve) => {
    const sayNone = () => resolve(say(null));
    if (locks === undefined) {
      sayNone();
      return;
    }
    const name = `worker:${crypto.randomUUID()}`;
    const held = locks.request(name, () => {
      resolve(say(name));
      return new Promise(() => {});
    });
    held.catch(sayNone);
  });
}

const lookEvery = 250;

/**
 * Calls back when a worker that announces itself does not load within about `loadSeconds`, or is gone afterwards; not any
 * more once the function that it returns was called.
 */
export function watchPresence(worker: Worker, loadSeconds: number, onGone: (cause: string) => void): () => void {
  // Looks are counted: where the page itself is held up, they come later.
  let left = (loadSeconds * 1000) / lookEvery;
  let isOver = false;
  const gone = (cause: string) => {
    clearInterval(timer);
    if (!isOver) onGone(cause);
    isOver = true;
  };
  const timer = setInterval(() => {
    if (--left <= 0) gone(`A worker could not be started: no answer within ${loadSeconds} s`);
  }, lookEvery);
  worker.addEventListener('error', () => clearInterval(timer));
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isPresent(data)) return;
    clearInterval(timer);
    if (data.presentAs === null) return;
    // Granted when the worker is gone.
    navigator.locks.request(data.presentAs, () => gone('A worker ended without a word')).catch(() => {});
  });
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

function isPresent(data: unknown): data is Present {
  return typeof data === 'object' && data !== null && 'presentAs' in data;
}
