import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { Score } from '../../../domain/score.ts';
import type { Assignment, AssignmentData, Timetable } from '../../../domain/timetable.ts';
import { fromTimetableData, unplacedAssignment } from '../../../domain/timetable-data.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Editing } from '../../../workers/editing-client.ts';
import type { OpenProject } from '../project/project.ts';
import type { EvaluatedTimetable } from './evaluation.ts';

/** Where everything is, as indices of `problem`. */
export interface Placed {
  readonly record: TimetableRecord;
  readonly problem: Problem;
  readonly timetable: Timetable;
}

export interface Placement {
  /** As edited so far, at once; null when there is no timetable. */
  readonly placed: Accessor<Placed | null>;
  /** Of what is placed; null until it is known. */
  readonly score: Accessor<Score | null>;
  /** What is wrong, found out later than the placement; null until it is known for this problem. */
  readonly evaluated: Accessor<EvaluatedTimetable | null>;
  /** True when `evaluated` is about what is placed now, false while it is about a former state. */
  readonly isCurrent: Accessor<boolean>;
}

/** Edits in a row are evaluated as one. */
const evaluationDelay = 400;

/** The timetable of a record: repainted at every edit, scored by the editing engine, explained by the evaluation. */
export function createPlacement(
  project: OpenProject,
  editing: Editing,
  record: Accessor<TimetableRecord | null>,
): Placement {
  const placed = createMemo<Placed | null>((before) => {
    const wanted = record();
    return wanted === null ? null : placedOf(project.problem(), wanted, before ?? null);
  }, null);
  const settled = createSettled(placed);
  const known = project.evaluations.follow(settled.record);
  createEffect(() => settled.finish(known()));
  const evaluated = createMemo(() => {
    const shown = placed();
    const found = known();
    return found !== null && found.problem === shown?.problem && found.record.id === shown.record.id ? found : null;
  });
  const isCurrent = createMemo(() => {
    const shown = placed();
    const found = evaluated();
    return shown !== null && found !== null && sameTimetable(shown.timetable, found.timetable);
  });
  const quick = createQuickScore(editing, placed);
  return {
    placed,
    evaluated,
    isCurrent,
    score: createMemo(() => (isCurrent() ? (evaluated()?.score ?? null) : (quick() ?? evaluated()?.score ?? null))),
  };
}

/** What did not change keeps its identity, so that neither the page nor the engine looks at it again. */
export function placedOf(problem: Problem, record: TimetableRecord, before: Placed | null): Placed {
  const data = record.timetable;
  if (before === null || before.problem !== problem || before.record.id !== record.id) {
    return { record, problem, timetable: read(problem, data.assignments, record) };
  }
  if (before.record.timetable === data) return before.record === record ? before : { ...before, record };
  const former = new Set(before.record.timetable.assignments);
  const touched = new Map<string, AssignmentData>();
  for (const row of data.assignments) {
    if (former.has(row)) former.delete(row);
    else touched.set(row.eventId, row);
  }
  // What is left of the former rows has changed or gone.
  for (const row of former) if (!touched.has(row.eventId)) touched.set(row.eventId, gone(row));
  const changed = read(problem, [...touched.values()], record);
  const assignments = [...before.timetable.assignments];
  let isNew = data.enrolments !== before.record.timetable.enrolments;
  for (const event of problem.events) {
    if (!touched.has(event.id)) continue;
    const next = changed.assignments[event.index] ?? unplacedAssignment(event);
    if (sameAssignment(assignments[event.index], next)) continue;
    assignments[event.index] = next;
    isNew = true;
  }
  if (!isNew) return { ...before, record };
  const { enrolment } = changed;
  return { record, problem, timetable: enrolment === undefined ? { assignments } : { assignments, enrolment } };
}

function gone({ eventId }: AssignmentData): AssignmentData {
  return { eventId, roomIds: [], instructorIds: [] };
}

/** Ids that the problem does not know are left out. */
function read(problem: Problem, assignments: readonly AssignmentData[], record: TimetableRecord): Timetable {
  const result = fromTimetableData(problem, { ...record.timetable, assignments });
  return result.ok ? result.value : { assignments: problem.events.map(unplacedAssignment) };
}

export function sameAssignment(a: Assignment | undefined, b: Assignment | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.time !== b.time) return false;
  return sameIndices(a.rooms, b.rooms) && sameIndices(a.instructors, b.instructors);
}

function sameIndices(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((item, position) => item === b[position]);
}

function sameTimetable(a: Timetable, b: Timetable): boolean {
  return a.assignments.every((assignment, event) => sameAssignment(assignment, b.assignments[event]));
}

/** The record to be evaluated: a pause after the last edit, and one evaluation at a time. */
function createSettled(placed: Accessor<Placed | null>) {
  const [record, setRecord] = createSignal<TimetableRecord | null>(null);
  const [busy, setBusy] = createSignal<TimetableRecord | null>(null);
  const start = (next: TimetableRecord | null) => {
    setBusy(next);
    setRecord(next);
  };
  createEffect(() => {
    const next = placed()?.record ?? null;
    if (next === null || next.id !== record()?.id) return start(next);
    if (next === record() || busy() !== null) return;
    const timer = setTimeout(() => start(next), evaluationDelay);
    onCleanup(() => clearTimeout(timer));
  });
  return {
    record,
    finish(found: EvaluatedTimetable | null): void {
      const waited = record();
      if (found?.record.id === waited?.id && found?.record.updatedAt === waited?.updatedAt) setBusy(null);
    },
  };
}

/** The score by the editing engine, which keeps the timetable loaded; null while it is not known. */
function createQuickScore(editing: Editing, placed: Accessor<Placed | null>): Accessor<Score | null> {
  const [score, setScore] = createSignal<{ readonly of: Timetable; readonly score: Score } | null>(null);
  createEffect(
    on(placed, (shown) => {
      if (shown === null) return;
      void editing.open(shown.problem, shown.timetable).then((result) => {
        if (result.ok && placed()?.timetable === shown.timetable) {
          setScore({ of: shown.timetable, score: result.value });
        }
      });
    }),
  );
  return () => {
    const known = score();
    return known !== null && known.of === placed()?.timetable ? known.score : null;
  };
}
