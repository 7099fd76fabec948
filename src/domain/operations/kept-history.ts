/** How much of the log of a project is kept. */
export interface HistoryLimits {
  /** The oldest steps go when the log takes more than this … */
  readonly bytes: number;
  /** … but never one of so many last steps. */
  readonly leastSteps: number;
}

/** A year of daily work is some thousands of steps of a few hundred bytes; only imports and restored versions are large. */
export const historyLimits: HistoryLimits = { bytes: 64 * 2 ** 20, leastSteps: 1000 };

interface SizedStep {
  readonly seq: number;
  readonly bytes: number;
}

/** Number of the first step that is kept; `steps` oldest first. 1 when there is none. */
export function firstKept(steps: readonly SizedStep[], limits: HistoryLimits = historyLimits): number {
  let first = steps.length;
  let bytes = 0;
  while (first > 0) {
    bytes += steps[first - 1]?.bytes ?? 0;
    if (bytes > limits.bytes && steps.length - first >= limits.leastSteps) break;
    first--;
  }
  return steps[first]?.seq ?? (steps.at(-1)?.seq ?? 0) + 1;
}
