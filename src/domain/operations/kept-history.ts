/** How much of the log of a project is kept. */
export interface HistoryLimits {
  /** So many of the last steps are kept, however old they are … */
  readonly steps: number;
  /** … and all steps that are not older than this, in milliseconds. */
  readonly age: number;
  /** What is older goes although it should be kept when the log takes more than this … */
  readonly bytes: number;
  /** … but never one of so many last steps. */
  readonly leastSteps: number;
}

/** A year of daily work is some thousands of steps of a few hundred bytes; only imports and restored versions are large. */
export const historyLimits: HistoryLimits = {
  steps: 10_000,
  age: 90 * 86_400_000,
  bytes: 64 * 2 ** 20,
  leastSteps: 1000,
};

interface SizedStep {
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly bytes: number;
}

/** Number of the first step that is kept; `steps` oldest first. 1 when there is none. */
export function firstKept(steps: readonly SizedStep[], now: Date, limits: HistoryLimits = historyLimits): number {
  const oldest = now.getTime() - limits.age;
  let first = steps.length;
  let bytes = 0;
  while (first > 0) {
    const step = steps[first - 1];
    const kept = steps.length - first;
    if (step === undefined) break;
    bytes += step.bytes;
    // One with a moment that cannot be read is as old as any.
    const isYoung = Date.parse(step.at) >= oldest;
    const isWanted = (kept < limits.steps || isYoung) && bytes <= limits.bytes;
    if (!isWanted && kept >= limits.leastSteps) break;
    first--;
  }
  return steps[first]?.seq ?? (steps.at(-1)?.seq ?? 0) + 1;
}
