import { type Diagnostic, error } from '../diagnostic.ts';
import type { ProblemData } from '../problem-data.ts';
import { failure, type Result, success } from '../result.ts';
import type { AssignmentData, EnrolmentData, TimetableData } from '../timetable.ts';
import { positions } from './changes-of.ts';
import { withCovers } from './cover-changes.ts';
import type {
  AssignmentChange,
  Change,
  CoverChange,
  EnrolmentChange,
  FieldChange,
  ItemChange,
  ListName,
  ProjectDocument,
  TimetableChange,
} from './operation.ts';

type Item = { readonly id: string };

/**
 * The document with all changes made, or failed with `operation.*` and nothing changed: `operation.exists` (an item of
 * that id is there already), `operation.missing` (it is not there), `operation.noTimetable`. Whether the items make
 * sense together is for `buildProblem` to say. Cost: linear in the lists that are touched, whatever the number of changes.
 */
export function applyChanges(document: ProjectDocument, changes: readonly Change[]): Result<ProjectDocument> {
  let problem = document.problem;
  let timetables = document.timetables;
  const faults: Diagnostic[] = [];
  for (const run of runsOf(changes)) {
    const first = run[0];
    if (first === undefined) continue;
    if (first.of === 'field') problem = withFields(problem, run as readonly FieldChange[]);
    else if (first.of === 'item') problem = withItems(problem, first.list, run as readonly ItemChange[], faults);
    else if (first.of === 'cover') problem = withCovers(problem, run as readonly CoverChange[]);
    else if (first.of === 'timetable')
      timetables = withTimetables(timetables, run as readonly TimetableChange[], faults);
    else {
      const timetable = timetables.get(first.timetableId);
      if (timetable === undefined) return failure([noTimetable(first.timetableId)]);
      const changed =
        first.of === 'enrolment'
          ? withEnrolments(timetable, run as readonly EnrolmentChange[])
          : withAssignments(problem, timetable, run as readonly AssignmentChange[]);
      timetables = new Map(timetables).set(first.timetableId, changed);
    }
    if (faults.length > 0) return failure(faults);
  }
  return success({ problem, timetables });
}

/** Changes in a row that concern the same list or timetable, so that it is copied once. */
function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = [];
  let target = '';
  for (const change of changes) {
    const wanted = targetOf(change);
    const run = runs.at(-1);
    if (run !== undefined && wanted === target) run.push(change);
    else runs.push([change]);
    target = wanted;
  }
  return runs;
}

function targetOf(change: Change): string {
  if (change.of === 'item') return `item ${change.list}`;
  return 'timetableId' in change ? `${change.of} ${change.timetableId}` : change.of;
}

function withFields(problem: ProblemData, changes: readonly FieldChange[]): ProblemData {
  return { ...problem, ...Object.fromEntries(changes.map(({ name, after }) => [name, after])) };
}

function withItems(
  problem: ProblemData,
  list: ListName,
  changes: readonly ItemChange[],
  faults: Diagnostic[],
): ProblemData {
  const items: Item[] = [...problem[list]];
  const ids = changes.length > 8 ? new Set(items.map(({ id }) => id)) : null;
  const find = (id: string, position: number): number =>
    items[position]?.id === id ? position : items.findIndex((item) => item.id === id);
  for (const { id, position, before, after } of changes) {
    if (before === null && after !== null) {
      if (ids === null ? find(id, position) >= 0 : ids.has(id)) faults.push(exists(list, id));
      else items.splice(Math.min(position, items.length), 0, after);
      ids?.add(id);
      continue;
    }
    const at = find(id, position);
    if (at < 0) faults.push(missing(list, id));
    else if (after === null) items.splice(at, 1);
    else items[at] = after;
    if (after === null) ids?.delete(id);
  }
  return { ...problem, [list]: items };
}

function withTimetables(
  timetables: ReadonlyMap<string, TimetableData>,
  changes: readonly TimetableChange[],
  faults: Diagnostic[],
): ReadonlyMap<string, TimetableData> {
  const all = new Map(timetables);
  for (const { id, before, after } of changes) {
    if (before === null && all.has(id)) faults.push(timetableExists(id));
    else if (before !== null && !all.has(id)) faults.push(noTimetable(id));
    else if (after === null) all.delete(id);
    else if (before === null) all.set(id, { assignments: [] });
  }
  return all;
}

function withEnrolments(timetable: TimetableData, changes: readonly EnrolmentChange[]): TimetableData {
  const rows = new Map<string, EnrolmentData>((timetable.enrolments ?? []).map((row) => [row.studentId, row]));
  for (const { studentId, after } of changes) {
    if (after === null) rows.delete(studentId);
    else rows.set(studentId, { studentId, eventIds: after });
  }
  const { enrolments: _, ...rest } = timetable;
  return rows.size === 0 ? rest : { ...rest, enrolments: [...rows.values()] };
}

function withAssignments(
  problem: ProblemData,
  timetable: TimetableData,
  changes: readonly AssignmentChange[],
): TimetableData {
  const rows = new Map<string, AssignmentData>(timetable.assignments.map((row) => [row.eventId, row]));
  let hasNew = false;
  for (const { eventId, after } of changes) {
    hasNew ||= !rows.has(eventId);
    if (after === null) rows.delete(eventId);
    else rows.set(eventId, after);
  }
  const assignments = [...rows.values()];
  if (hasNew) {
    // a row that comes back goes to where it was: rows are in the order of the events
    const order = positions(problem.events);
    const at = ({ eventId }: AssignmentData): number => order.get(eventId) ?? order.size;
    assignments.sort((a, b) => at(a) - at(b));
  }
  return { ...timetable, assignments };
}

function noTimetable(id: string): Diagnostic {
  return error('operation.noTimetable', 'This timetable is not there any more.', { value: id });
}

function timetableExists(id: string): Diagnostic {
  return error('operation.exists', `There is already a timetable "${id}".`, { value: id });
}

function exists(list: ListName, id: string): Diagnostic {
  return error('operation.exists', `There is already an item "${id}".`, {
    value: id,
    place: list,
    advice: 'Choose another id.',
  });
}

function missing(list: ListName, id: string): Diagnostic {
  return error('operation.missing', `There is no item "${id}" any more.`, { value: id, place: list });
}
