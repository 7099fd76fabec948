/** Compared in this order: unplaced events, hard amount, soft cost (Σ weight × amount). Lower is better. */
export interface Score {
  readonly unplaced: number;
  readonly hard: number;
  readonly soft: number;
}

/** Negative when `a` is better than `b`, 0 when equal. */
export function compareScores(a: Score, b: Score): number {
  return a.unplaced - b.unplaced || a.hard - b.hard || a.soft - b.soft;
}

export function equalScores(a: Score, b: Score): boolean {
  return compareScores(a, b) === 0;
}

/** True when every event is placed and no hard rule is broken. */
export function isFeasible(score: Score): boolean {
  return score.unplaced === 0 && score.hard === 0;
}
