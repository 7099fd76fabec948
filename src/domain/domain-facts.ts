import type { DomainItem, MeetingTime } from './problem.ts';

/**
 * Facts about the candidates of events that many ask for. Events that are alike share their list of candidates, so each
 * list is looked through once. Lists never change.
 */
type Candidates = readonly DomainItem[];

const cells = new WeakMap<Candidates, number>();
const penalties = new WeakMap<Candidates, number>();

/** The most slots that a candidate time takes, over all its days and week classes; 0 without a candidate. */
export function mostCells(times: readonly MeetingTime[], candidates: Candidates): number {
  let most = cells.get(candidates);
  if (most === undefined) {
    most = 0;
    for (const { index } of candidates) most = Math.max(most, times[index]?.cells.length ?? 0);
    cells.set(candidates, most);
  }
  return most;
}

/** The largest penalty of a candidate; 0 without one. */
export function largestPenalty(candidates: Candidates): number {
  let largest = penalties.get(candidates);
  if (largest === undefined) {
    largest = 0;
    for (const { penalty } of candidates) largest = Math.max(largest, penalty);
    penalties.set(candidates, largest);
  }
  return largest;
}
