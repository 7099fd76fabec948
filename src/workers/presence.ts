/** Says that a worker has loaded. The lock is held for as long as the worker lives; null where there are no locks. */
interface Present {
  readonly presentAs: string | null;
}

/**
 * Called by a worker once it can be spoken to. It then holds a lock of its own, which the browser frees when the worker
 * is gone, however it went: a worker that is ended or runs out of memory says nothing.
 */
export function announcePresence(): void {
  // Absent where the page is not on a secure origin.
  const locks: LockManager | undefined = navigator.locks;
  const say = (presentAs: string | null) => postMessage({ presentAs } satisfies Present);
  if (locks === undefined) {
    say(null);
    return;
  }
  const name = `worker:${crypto.randomUUID()}`;
  const held = locks.request(name, () => {
    say(name);
    return new Promise(() => {});
  });
  held.catch(() => say(null));
}

/** Looks at a worker that is to load; where the page itself is held up, they come later. */
const looks = 16;
const lookEvery = 250;

/** Calls back when a worker that announces itself does not load within about 4 s, or is gone afterwards. */
export function watchPresence(worker: Worker, onGone: (cause: Error) => void): void {
  let left = looks;
  const timer = setInterval(() => {
    if (--left > 0) return;
    clearInterval(timer);
    onGone(new Error('A worker could not be started: no answer within 4 s'));
  }, lookEvery);
  worker.addEventListener('error', () => clearInterval(timer));
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isPresent(data)) return;
    clearInterval(timer);
    if (data.presentAs === null) return;
    const gone = () => onGone(new Error('A worker ended without a word'));
    // Granted when the worker is gone. Whoever has ended it does not listen any more.
    navigator.locks.request(data.presentAs, gone).catch(() => {});
  });
}

function isPresent(data: unknown): data is Present {
  return typeof data === 'object' && data !== null && 'presentAs' in data;
}
