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

export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
