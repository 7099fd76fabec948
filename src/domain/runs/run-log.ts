import { compareScores, isFeasible, type Score } from '../score.ts';

/** What can be told of a run, as data: whoever shows it finds the words. */
export const runEventKinds = [
  ...(['queued', 'started', 'resumed', 'reseeded', 'paused', 'continued', 'stopping', 'interrupted'] as const),
  ...(['first', 'placed', 'feasible', 'better', 'steered', 'retried', 'slept', 'ended', 'failed', 'kept'] as const),
] as const;
export type RunEventKind = (typeof runEventKinds)[number];

export interface RunEvent {
  /** ISO 8601. */
  readonly at: string;
  /** Of the run, pauses excluded. */
  readonly seconds: number;
  readonly kind: RunEventKind;
  /** Best at that moment, where the kind is about it. */
  readonly score?: Score;
  readonly generation?: number;
  /** Of the timetable that it began with or was kept as, or the cause of a failure. */
  readonly name?: string;
  /** Why it ended (`StopReason`) or the code of an error. */
  readonly code?: string;
}

/** Events that a record keeps at most. */
export const longestLog = 200;

/** Seconds between two events about a better timetable; milestones are always kept. */
const quietSeconds = 1;

/** Oldest first. Of too many, the oldest about a better timetable goes, else the second: the first says how it began. */
export function addEvent(log: readonly RunEvent[], event: RunEvent): readonly RunEvent[] {
  const all = [...log, event];
  if (all.length <= longestLog) return all;
  const better = all.findIndex(({ kind }) => kind === 'better');
  return all.filter((_, at) => at !== (better < 0 ? 1 : better));
}

/** The event that a new best is worth, or null: not better than what the log tells already, or too soon after it. */
export function betterEvent(log: readonly RunEvent[], score: Score, at: string, seconds: number): RunEvent | null {
  const last = log.findLast((event) => event.score !== undefined);
  const before = last?.score;
  if (last === undefined || before === undefined) return { at, seconds, kind: 'first', score };
  if (compareScores(score, before) >= 0) return null;
  if (isFeasible(score) && !isFeasible(before)) return { at, seconds, kind: 'feasible', score };
  if (score.unplaced === 0 && before.unplaced > 0) return { at, seconds, kind: 'placed', score };
  return seconds - last.seconds < quietSeconds ? null : { at, seconds, kind: 'better', score };
}
