import { contentHash } from '../content-hash.ts';
import type { Problem } from '../problem.ts';

/** A moment of a run whose best timetable is kept. */
export interface Moment {
  readonly generation: number;
}

/** Moments that a run keeps at most. */
export const mostMoments = 30;

/**
 * Which moment goes when there are too many: one after which the next comes soonest, measured over its neighbours, so
 * that those that stay lie evenly over the run. Never the first or the last. Null while there is room.
 */
export function momentToDrop(moments: readonly Moment[], most = mostMoments): number | null {
  if (moments.length <= most) return null;
  let [drop, least] = [1, Number.POSITIVE_INFINITY];
  for (let at = 1; at + 1 < moments.length; at++) {
    const room = (moments[at + 1]?.generation ?? 0) - (moments[at - 1]?.generation ?? 0);
    if (room < least) [drop, least] = [at, room];
  }
  return drop;
}

/**
 * Tells whether the indices of a packed timetable mean the same in two problems: a hash of the events, meeting times,
 * rooms, instructors and requests in their order. Rules, locks and names are not in it.
 */
export function structureKey({ events, times, rooms, instructors, sectioning }: Structure): Promise<string> {
  const ids = [events, times, rooms, instructors].map((list) => list.map(({ id }) => id));
  return contentHash([new TextEncoder().encode(JSON.stringify([...ids, sectioning?.requests.length ?? 0]))]);
}

/** Ids begin with the run and are in its order; of one generation, the later moment comes last. */
export function snapshotId(runId: string, { generation, seconds }: Moment & { readonly seconds: number }): string {
  return `${runId}/${padded(generation, 6)}/${padded(Math.round(seconds * 1000), 10)}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

type Structure = Pick<Problem, 'events' | 'times' | 'rooms' | 'instructors' | 'sectioning'>;
