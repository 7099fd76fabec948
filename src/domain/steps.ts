/**
 * Work that can be interrupted: every `yield` is a place where somebody else may have a turn. It is written once and
 * either done in one go (`finish`, in workers and tests) or in slices (`inSlices`, on the page).
 */
export type Steps<Value> = Generator<undefined, Value, undefined>;

export function finish<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Far below the 50 ms that a user begins to feel, also on a device several times slower. */
const sliceMilliseconds = 8;

/**
 * Does the steps in tasks of about `milliseconds` each; clicks and frames come in between. One step is never cut, so
 * steps must be short. Rejects with what a step throws.
 */
export async function inSlices<Value>(steps: Steps<Value>, milliseconds = sliceMilliseconds): Promise<Value> {
  for (;;) {
    // First of all: what the caller did in this task already counts, too.
    await nextTask();
    const end = performance.now() + milliseconds;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (performance.now() < end);
  }
}

/**
 * Resolves in a task of its own, after clicks and frames that wait. Not by `setTimeout`: browsers hold that back for 4 ms
 * when it repeats, half the time of work in slices, and for a second in a tab that is not seen.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else {
      waiting.push(resolve);
      postman ??= createPostman();
      postman.postMessage(null);
    }
  });
}

const waiting: (() => void)[] = [];
let postman: MessagePort | null = null;

/** Each message to the port that is returned lets the one go on who has waited longest. */
function createPostman(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return port2;
}
