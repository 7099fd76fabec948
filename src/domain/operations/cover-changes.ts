import type { CoverData, ProblemData } from '../problem-data.ts';
import type { CoverChange } from './operation.ts';
import { sameData } from './same-data.ts';

type Place = Pick<CoverData, 'date' | 'eventId'>;

function keyOf({ date, eventId }: Place): string {
  return `${date} ${eventId}`;
}

/** The cover of an event on a date, or null. */
export function coverAt({ covers = [] }: ProblemData, { date, eventId }: Place): CoverData | null {
  return covers.find((cover) => cover.date === date && cover.eventId === eventId) ?? null;
}

/** The changes that put these covers in the place of those that are there; those that are the same are passed over. */
export function putCovers(problem: ProblemData, covers: readonly CoverData[]): readonly CoverChange[] {
  return covers.flatMap((after): CoverChange[] => {
    const before = coverAt(problem, after);
    if (before !== null && sameData(before, after)) return [];
    return [{ of: 'cover', date: after.date, eventId: after.eventId, before, after }];
  });
}

/** The changes that take covers away; places where none is are passed over. */
export function removeCovers(problem: ProblemData, places: readonly Place[]): readonly CoverChange[] {
  return places.flatMap(({ date, eventId }): CoverChange[] => {
    const before = coverAt(problem, { date, eventId });
    return before === null ? [] : [{ of: 'cover', date, eventId, before, after: null }];
  });
}

/** The changes that make the covers of `after` of those of `before`. */
export function coversBetween(before: ProblemData, after: ProblemData): readonly CoverChange[] {
  if (before.covers === after.covers) return [];
  const staying = new Set((after.covers ?? []).map(keyOf));
  return [
    ...removeCovers(
      before,
      (before.covers ?? []).filter((cover) => !staying.has(keyOf(cover))),
    ),
    ...putCovers(before, after.covers ?? []),
  ];
}

/** The problem with the changes made. Covers are in the order of their dates; of one date, in which they were arranged. */
export function withCovers(problem: ProblemData, changes: readonly CoverChange[]): ProblemData {
  const covers = new Map((problem.covers ?? []).map((cover) => [keyOf(cover), cover]));
  for (const change of changes) {
    if (change.after === null) covers.delete(keyOf(change));
    else covers.set(keyOf(change), change.after);
  }
  const { covers: _, ...rest } = problem;
  if (covers.size === 0) return rest;
  return { ...rest, covers: [...covers.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) };
}

/** True when two states of a project differ in nothing but their covers, which no timetable depends on. */
export function differOnlyInCovers(one: ProblemData, other: ProblemData): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof ProblemData>; // Their own keys.
  names.delete('covers');
  return [...names].every((name) => one[name] === other[name]);
}
