import type { ProblemData } from '../problem-data.ts';
import { finish, type Steps } from '../steps.ts';
import type { AssignmentData, TimetableData } from '../timetable.ts';
import { coversBetween } from './cover-changes.ts';
import {
  type AssignmentChange,
  type Change,
  type EnrolmentChange,
  type FieldChange,
  type ItemChange,
  type ListName,
  listNames,
  type PlaceChange,
} from './operation.ts';
import { sameData } from './same-data.ts';

type Item = { readonly id: string };

/** The changes that make `after` of `before`, the order of items included; what is the same is not mentioned. */
export function changesBetween(before: ProblemData, after: ProblemData): readonly Change[] {
  return finish(changesBetweenSteps(before, after));
}

/** `changesBetween` in short steps, for the page. */
export function* changesBetweenSteps(before: ProblemData, after: ProblemData): Steps<readonly Change[]> {
  const parts: (readonly Change[])[] = [fieldChanges(before, after)];
  for (const list of listNames) parts.push(yield* listChanges(list, before[list], after[list]));
  return [...parts.flat(), ...coversBetween(before, after)];
}

function fieldChanges(before: ProblemData, after: ProblemData): readonly Change[] {
  return (['name', 'calendar', 'notEnforced'] as const)
    .filter((name) => !sameData(before[name], after[name]))
    .map((name) => ({ of: 'field', name, before: before[name], after: after[name] }) as FieldChange);
}

/**
 * Items that are in both lists and in the same order stay; the others are removed, from the end, and added, from the
 * beginning, so that each position is right when its turn comes.
 */
function* listChanges(list: ListName, before: readonly Item[], after: readonly Item[]): Steps<readonly Change[]> {
  if (before === after) return [];
  const placeBefore = new Map(before.map(({ id }, position) => [id, position]));
  const staying = longestRise(after.flatMap(({ id }) => placeBefore.get(id) ?? []));
  const change = (id: string, position: number, old: Item | null, item: Item | null) =>
    // Both are items of this very list.
    ({ of: 'item', list, id, position, before: old, after: item }) as ItemChange;
  const removed = before
    .flatMap((item, position) => (staying.has(position) ? [] : [change(item.id, position, item, null)]))
    .reverse();
  const put: Change[] = [];
  for (const [position, item] of after.entries()) {
    const place = placeBefore.get(item.id) ?? -1;
    const old = staying.has(place) ? (before[place] ?? null) : null;
    if (old === null || !sameData(old, item)) put.push(change(item.id, position, old, item));
    yield;
  }
  return [...removed, ...put];
}

/** A longest subset of the numbers that rises in their order (patience sorting). */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.set(number, ends[low - 1]);
    ends[low] = number;
  }
  const rise = new Set<number>();
  for (let number = ends.at(-1); number !== undefined; number = previous.get(number)) rise.add(number);
  return rise;
}

/** The changes that make one timetable of another: where every event is, and which events its students attend. */
export function placesBetween(
  timetableId: string,
  before: TimetableData,
  after: TimetableData,
): readonly PlaceChange[] {
  return [...assignmentsBetween(timetableId, before, after), ...enrolmentsBetween(timetableId, before, after)];
}

function enrolmentsBetween(
  timetableId: string,
  before: TimetableData,
  after: TimetableData,
): readonly EnrolmentChange[] {
  const left = new Map((before.enrolments ?? []).map(({ studentId, eventIds }) => [studentId, eventIds]));
  const changes: EnrolmentChange[] = [];
  for (const { studentId, eventIds } of after.enrolments ?? []) {
    const old = left.get(studentId) ?? null;
    left.delete(studentId);
    if (!sameData(old, eventIds))
      changes.push({ of: 'enrolment', timetableId, studentId, before: old, after: eventIds });
  }
  for (const [studentId, old] of left)
    changes.push({ of: 'enrolment', timetableId, studentId, before: old, after: null });
  return changes;
}

/** The changes that put every event where it is in `after`. */
export function assignmentsBetween(
  timetableId: string,
  before: TimetableData,
  after: TimetableData,
): readonly AssignmentChange[] {
  const rows = new Map<string, AssignmentData>(before.assignments.map((row) => [row.eventId, row]));
  const changes: AssignmentChange[] = [];
  for (const row of after.assignments) {
    const old = rows.get(row.eventId) ?? null;
    rows.delete(row.eventId);
    if (!sameData(old, row))
      changes.push({ of: 'assignment', timetableId, eventId: row.eventId, before: old, after: row });
  }
  for (const [eventId, old] of rows) changes.push({ of: 'assignment', timetableId, eventId, before: old, after: null });
  return changes;
}
