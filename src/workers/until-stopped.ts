import type { Steps } from '../domain/steps.ts';
import { tick } from '../engine/tick.ts';

/** Work between two looks at messages. */
const sliceMilliseconds = 10;

/** Does the steps in slices, between which messages get through; null when it was stopped before the end. */
export async function untilStopped<Value>(steps: Steps<Value>, isStopped: () => boolean): Promise<Value | null> {
  while (!isStopped()) {
    const end = performance.now() + sliceMilliseconds;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (performance.now() < end);
    await tick();
  }
  return null;
}
