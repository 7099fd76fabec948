/** Days that runs are kept; null is for ever. */
export const retentionChoices = [7, 30, 90, 365, null] as const;
export type Retention = (typeof retentionChoices)[number];
const usual: Retention = 30;

const storageKey = 'horarium.runs.keepDays';

/** What was chosen in this browser. */
export function storedRetention(): Retention {
  try {
    const stored = localStorage.getItem(storageKey);
    if (stored === 'always') return null;
    return retentionChoices.find((days) => days !== null && String(days) === stored) ?? usual;
  } catch {
    // Where nothing is stored, there is nothing to be removed either.
    return usual;
  }
}

export function storeRetention(days: Retention): void {
  try {
    localStorage.setItem(storageKey, days === null ? 'always' : String(days));
  } catch {
    // A browser that blocks storage keeps the choice for this visit only.
  }
}

/** Runs that ended before this moment (ISO 8601) are to go; null when none are. */
export function expiryMoment(days: Retention, now: Date): string | null {
  return days === null ? null : new Date(now.getTime() - days * 86_400_000).toISOString();
}
