/** Days that runs are kept; null is for ever. */
export const retentionChoices = [7, 30, 90, 365, null] as const;
export type Retention = (typeof retentionChoices)[number];
const usual: Retention = 30;

const storageKey = 'horarium.runs.keepDays';
const notedKey = 'horarium.runs.lookedAt';
const day = 86_400_000;

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
  return days === null ? null : new Date(now.getTime() - days * day).toISOString();
}

/**
 * The moment by which the age of runs is judged when nobody asks for it: what the clock showed on a visit a day ago or
 * more; null where there was none. So a clock that is ahead for less than a day takes no run before its time, and a note
 * that it left is forgotten once it is set right. Runs stay somewhat longer for it.
 */
export function believedMoment(now: Date): Date | null {
  try {
    const noted = Number(localStorage.getItem(notedKey) ?? Number.NaN);
    const age = now.getTime() - noted;
    if (age >= 0 && age < day) return null;
    localStorage.setItem(notedKey, String(now.getTime()));
    return age >= day ? new Date(noted) : null;
  } catch {
    // Where nothing is stored, there is nothing to be removed either.
    return null;
  }
}
