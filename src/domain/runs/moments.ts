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
