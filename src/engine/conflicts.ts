import type { EventConflict } from './run-contract/run-events.ts';

/** The most frequent first; equally frequent ones by event, so that the order does not depend on where they come from. */
export function byFrequency(a: EventConflict, b: EventConflict): number {
  return b.times - a.times || a.event - b.event || a.other - b.other;
}

/** Adds up the lists of several islands, and keeps the `most` frequent. */
export function joinConflicts(lists: readonly (readonly EventConflict[])[], most: number): EventConflict[] {
  const sums = new Map<string, EventConflict>();
  for (const conflict of lists.flat()) {
    const key = `${conflict.event} ${conflict.other}`;
    const times = (sums.get(key)?.times ?? 0) + conflict.times;
    sums.set(key, { ...conflict, times });
  }
  return [...sums.values()].sort(byFrequency).slice(0, most);
}
