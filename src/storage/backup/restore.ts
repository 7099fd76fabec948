import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { type PackedProblem, unpackSteps } from '../../domain/packed-problem.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { inSlices, type Steps } from '../../domain/steps.ts';
import type { ProjectRecord, ProjectSummary, TimetableRecord } from '../records.ts';
import {
  packedProblemRowShape,
  problemRowShape,
  problemShapeSteps,
  summaryShape,
  timetableShape,
} from '../row-shapes.ts';
import { isObject, type Shape, stepNumber } from '../shapes.ts';

/**
 * The only way from a stored row to a record. Rows may come from an older version of the app (they are migrated here,
 * one step per row version), from a newer one (refused) or be damaged (refused with the place of the flaw).
 */
const newestRowVersion = 1;

export function restoreSummary(row: unknown): Result<ProjectSummary> {
  return restore<ProjectSummary>('project', summaryShape, row);
}

/** A row of the table `problems`. */
export interface ProblemRow {
  readonly id: string;
  readonly version: 3;
  /** Number of the last step of the log that it contains. */
  readonly seq: number;
  readonly packed: PackedProblem;
  readonly importReport: readonly Diagnostic[];
}

/** Before a problem was packed, its row held the objects themselves. */
type OldProblemRow = Pick<ProjectRecord, 'id' | 'version' | 'problem' | 'importReport'>;

/** Number of the last step that a row of the table `problems` contains; 0 where it is older than the log. */
export function seqOfProblem(row: unknown): number {
  return isObject(row) && typeof row.seq === 'number' && stepNumber(row.seq, '') === null ? row.seq : 0;
}

/** Reads and checks the problem in slices: the page waits for it. */
export async function restoreProject(summaryRow: unknown, problemRow: unknown): Promise<Result<ProjectRecord>> {
  const summary = restoreSummary(summaryRow);
  if (!summary.ok) return summary;
  const problem = await restoreProblem(problemRow);
  if (!problem.ok) return problem;
  const { eventCount: _, ...rest } = summary.value;
  const { problem: data, importReport } = problem.value;
  const seq = seqOfProblem(problemRow);
  return success({ ...rest, seq, storedSeq: seq, problem: data, importReport });
}

export async function restoreProblem(row: unknown): Promise<Result<Pick<ProjectRecord, 'problem' | 'importReport'>>> {
  if (isObject(row) && row.version === 1) return restore<OldProblemRow>('project', problemRowShape, row);
  const found = restore<ProblemRow>('project', packedProblemRowShape, row, 3);
  if (!found.ok) return found;
  const problem = await unpacked('project', row, found.value.packed);
  return problem.ok ? success({ problem: problem.value, importReport: found.value.importReport }) : problem;
}

/** The problem of a row, read and checked in slices. */
export async function unpacked(what: string, row: unknown, packed: PackedProblem): Promise<Result<ProblemData>> {
  const problem = await inSlices(unpackSteps(packed));
  if (problem === null) return failure([damaged(what, row, 'packed')]);
  const flaw = await inSlices(problemShapeSteps(problem));
  return flaw === null ? success(problem) : failure([damaged(what, row, `problem.${flaw}`)]);
}

export function restoreTimetable(row: unknown): Result<TimetableRecord> {
  return restore<TimetableRecord>('timetable', timetableShape, row);
}

/** The good rows, with a remark for each damaged one; checked in slices, because rows can be many and long. */
export function restoreAll<T>(rows: readonly unknown[], restoreOne: (row: unknown) => Result<T>): Promise<Restored<T>> {
  return inSlices(restoreSteps(rows, restoreOne));
}

type Restored<T> = Extract<Result<readonly T[]>, { ok: true }>;

function* restoreSteps<T>(rows: readonly unknown[], restoreOne: (row: unknown) => Result<T>): Steps<Restored<T>> {
  const values: T[] = [];
  const remarks: Diagnostic[] = [];
  for (const row of rows) {
    const restored = restoreOne(row);
    if (restored.ok) values.push(restored.value);
    else remarks.push(...restored.diagnostics);
    yield;
  }
  return { ok: true, value: values, diagnostics: remarks };
}

/** Watched rows are passed on once they are restored, unless newer ones came or nobody watches any more. */
export function watchRestored<T>(
  watch: (listener: (rows: unknown[]) => void) => () => void,
  restoreOne: (row: unknown) => Result<T>,
  listener: (values: readonly T[]) => void,
): () => void {
  let turn = 0;
  const stop = watch((rows) => {
    const mine = ++turn;
    void restoreAll(rows, restoreOne).then(({ value }) => {
      if (mine === turn) listener(value);
    });
  });
  return () => {
    turn++;
    stop();
  };
}

export function restore<T>(what: string, shape: Shape, row: unknown, newest = newestRowVersion): Result<T> {
  if (isObject(row) && typeof row.version === 'number' && row.version > newest) {
    return failure([
      error('storage.newerRow', `This ${what} was stored by a newer version of Horarium.`, {
        value: row.version,
        place: 'version',
        advice: 'Reload the page to get the newest version.',
      }),
    ]);
  }
  const flaw = shape(row, '');
  // The shape was just checked; TypeScript cannot see that it is the shape of T.
  if (flaw === null) return success(row as T);
  return failure([damaged(what, row, flaw)]);
}

export function damaged(what: string, row: unknown, place: string): Diagnostic {
  return error('storage.damaged', `This ${what} is damaged in the storage of the browser.`, {
    value: isObject(row) ? row.id : row,
    place,
    advice: 'Open the last file you saved.',
  });
}
