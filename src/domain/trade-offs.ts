import { evaluate } from './evaluate.ts';
import type { Problem } from './problem.ts';
import type { Score } from './score.ts';
import type { Timetable } from './timetable.ts';

/** What one timetable of several is worth, by what it can be compared. */
export interface ComparedTimetable {
  readonly score: Score;
  /** Cost of each soft kind of rule, amount of each hard one, under `kind` or `kind!` when hard; what is 0 is left out. */
  readonly byKind: Readonly<Record<string, number>>;
}

/** Judges timetables by the reference; equal ones are judged once. */
export function compareTimetables(problem: Problem, timetables: readonly Timetable[]): ComparedTimetable[] {
  const known = new Set<string>();
  return timetables.flatMap((timetable) => {
    const key = JSON.stringify(timetable.assignments);
    if (known.has(key)) return [];
    known.add(key);
    const { score, violations } = evaluate(problem, timetable);
    const byKind: Record<string, number> = {};
    for (const { kind, hard, amount, cost } of violations) {
      const name = hard ? `${kind}!` : kind;
      byKind[name] = (byKind[name] ?? 0) + (hard ? amount : cost);
    }
    return [{ score, byKind }];
  });
}

/** Two things to compare by; less is better in both. */
export type Objectives = readonly [number, number];

/**
 * Which points no other one dominates: none is at least as good in both and better in one. Of equal points all are
 * marked.
 */
export function nonDominated(points: readonly Objectives[]): boolean[] {
  return points.map(
    ([first, second]) => !points.some(([x, y]) => x <= first && y <= second && (x < first || y < second)),
  );
}
