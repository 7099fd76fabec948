import { applyChanges } from '../operations/apply-changes.ts';
import { changesBetweenSteps } from '../operations/changes-between.ts';
import { positions } from '../operations/changes-of.ts';
import { withCovers } from '../operations/cover-changes.ts';
import { newIdFor } from '../operations/new-id.ts';
import { type Change, type ListName, listNames, type ProjectDocument } from '../operations/operation.ts';
import { removalOf } from '../operations/removal.ts';
import { sameData } from '../operations/same-data.ts';
import type { CoverData, ProblemData } from '../problem-data.ts';
import type { Steps } from '../steps.ts';
import type { AssignmentData, TimetableData } from '../timetable.ts';
import { coverKey, type MergeChoice, type MergeEntry, type MergePlan, mergedFields, mergedItem } from './merge.ts';

type Item = { readonly id: string };

/** Choices by the keys of the entries; entries that are not named take what is usual. */
export type MergeChoices = ReadonlyMap<string, MergeChoice>;

/** The entries about which somebody has to decide and nobody has. */
export function undecided({ entries }: MergePlan, choices: MergeChoices): readonly MergeEntry[] {
  return entries.filter(({ key, usual }) => usual === null && !choices.has(key));
}

/**
 * The changes that merge the other project into this one as it was chosen: one operation. What refers to an item that is
 * left out, or that goes, loses the reference as when it is deleted. `timetableId` is the timetable whose places are merged.
 */
export function* mergedChanges(
  mine: ProblemData,
  document: ProjectDocument,
  plan: MergePlan,
  choices: MergeChoices,
  timetableId: string | null,
): Steps<readonly Change[]> {
  const left = new Map<ListName, readonly string[]>();
  let problem: ProblemData = mine;
  for (const list of listNames) {
    const entries = plan.entries.filter((entry) => entry.list === list);
    if (entries.length === 0) continue;
    const { items, gone } = mergedList(list, problem, plan, entries, choices);
    problem = { ...problem, [list]: items };
    if (gone.length > 0) left.set(list, gone);
    yield;
  }
  const calendar = plan.entries.find(({ list }) => list === 'calendar');
  if (calendar !== undefined) problem = withCalendar(problem, plan, calendar, choiceOf(calendar, choices));
  problem = mergedCovers(problem, plan, choices);
  for (const [list, ids] of left) {
    const removed = applyChanges(
      { problem, timetables: new Map() },
      removalOf({ problem, timetables: new Map() }, list, ids).changes,
    );
    if (removed.ok) problem = removed.value.problem;
    yield;
  }
  const changes = yield* changesBetweenSteps(mine, problem);
  const timetable = timetableId === null ? undefined : document.timetables.get(timetableId);
  if (timetableId === null || timetable === undefined) return changes;
  return [
    ...changes,
    ...placeChanges(problem, timetableId, timetable.assignments, plan, choices),
    ...enrolmentChanges(problem, timetableId, timetable, plan, choices),
  ];
}

function mergedCovers(problem: ProblemData, plan: MergePlan, choices: MergeChoices): ProblemData {
  const own = new Map((problem.covers ?? []).map((cover) => [coverKey(cover), cover]));
  const other = new Map((plan.theirs.problem.covers ?? []).map((cover) => [coverKey(cover), cover]));
  const changes = plan.entries.flatMap((entry) => {
    const choice = entry.list === 'covers' ? choiceOf(entry, choices) : 'mine';
    const [before, theirs] = [own.get(entry.id) ?? null, other.get(entry.id) ?? null];
    const at: CoverData | null = before ?? theirs;
    if (choice === 'mine' || at === null) return [];
    const after = choice === 'merged' && before !== null ? mergedFields(entry, before) : theirs;
    return [{ of: 'cover' as const, date: at.date, eventId: at.eventId, before, after }];
  });
  return withCovers(problem, changes);
}

/** Students that go take their enrolment along; events that are not there are left out of the others'. */
function enrolmentChanges(
  problem: ProblemData,
  timetableId: string,
  { enrolments = [] }: TimetableData,
  plan: MergePlan,
  choices: MergeChoices,
): readonly Change[] {
  const students = positions(problem.students);
  const events = positions(problem.events);
  const own = new Map(enrolments.map((row) => [row.studentId, row.eventIds]));
  const other = new Map((plan.theirs.timetable?.enrolments ?? []).map((row) => [row.studentId, row.eventIds]));
  const after = new Map(
    enrolments.map((row) => [row.studentId, students.has(row.studentId) ? row.eventIds : null] as const),
  );
  for (const entry of plan.entries) {
    if (entry.list !== 'enrolments' || choiceOf(entry, choices) === 'mine' || !students.has(entry.id)) continue;
    after.set(entry.id, other.get(entry.id) ?? null);
  }
  return [...after].flatMap(([studentId, eventIds]): Change[] => {
    const before = own.get(studentId) ?? null;
    const kept = eventIds?.filter((id) => events.has(id)) ?? null;
    if (sameData(before, kept)) return [];
    return [{ of: 'enrolment', timetableId, studentId, before, after: kept }];
  });
}

function choiceOf({ key, usual }: MergeEntry, choices: MergeChoices): MergeChoice {
  return choices.get(key) ?? usual ?? 'mine';
}

/** The list with everything in it, and the ids of what is to go once all lists are there. */
function mergedList(
  list: ListName,
  mine: ProblemData,
  plan: MergePlan,
  entries: readonly MergeEntry[],
  choices: MergeChoices,
): { readonly items: readonly Item[]; readonly gone: readonly string[] } {
  const own: readonly Item[] = mine[list];
  const other: readonly Item[] = plan.theirs.problem[list];
  const theirsOf = (id: string) => other[positions(other).get(id) ?? -1];
  const laid = new Map(own.map((item) => [item.id, item]));
  const taken = new Set([...laid.keys(), ...other.map(({ id }) => id)]);
  const gone: string[] = [];
  for (const entry of entries) {
    const choice = choiceOf(entry, choices);
    const [before, theirs] = [laid.get(entry.id), theirsOf(entry.id)];
    // The items are of this list.
    const after = mergedItem(entry, choice, before as never, theirs as never) as Item | null;
    if (after !== null) laid.set(entry.id, after);
    else {
      // What is left out is there until it can be taken away with all that mentions it.
      if (before === undefined && theirs !== undefined) laid.set(entry.id, theirs);
      gone.push(entry.id);
    }
    if (choice === 'both' && theirs !== undefined) {
      const id = newIdFor(entry.id, taken, 'item');
      laid.set(id, { ...theirs, id });
    }
  }
  return { items: [...laid.values()], gone };
}

function withCalendar(problem: ProblemData, plan: MergePlan, entry: MergeEntry, choice: MergeChoice): ProblemData {
  if (choice === 'merged') return { ...problem, calendar: mergedFields(entry, problem.calendar) };
  if (choice !== 'theirs') return problem;
  const { breaks, closed, term } = plan.theirs.problem.calendar;
  const { term: _, ...rest } = problem.calendar;
  return { ...problem, calendar: { ...rest, breaks, closed, ...(term === undefined ? {} : { term }) } };
}

function placeChanges(
  problem: ProblemData,
  timetableId: string,
  assignments: readonly AssignmentData[],
  plan: MergePlan,
  choices: MergeChoices,
): readonly Change[] {
  const events = positions(problem.events);
  const rows = new Map(assignments.map((row) => [row.eventId, row]));
  const other = new Map(plan.theirs.timetable?.assignments.map((row) => [row.eventId, row]));
  const lost = assignments
    .filter(({ eventId }) => !events.has(eventId))
    .map((before): Change => ({ of: 'assignment', timetableId, eventId: before.eventId, before, after: null }));
  const moved = plan.entries.flatMap((entry): Change[] => {
    const choice = entry.list === 'places' ? choiceOf(entry, choices) : 'mine';
    const isThere = events.has(entry.id);
    if (choice === 'mine' || !isThere) return [];
    const before = rows.get(entry.id) ?? null;
    const theirs = other.get(entry.id) ?? null;
    const after = choice === 'merged' && before !== null ? mergedFields(entry, before) : theirs;
    return [{ of: 'assignment', timetableId, eventId: entry.id, before, after }];
  });
  return [...lost, ...moved];
}
