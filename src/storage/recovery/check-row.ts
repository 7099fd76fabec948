import type { Diagnostic } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { damaged, restoreProblem, restoreSummary, restoreTimetable } from '../backup/restore.ts';
import { keyOf, type TableName } from '../rows.ts';
import { restoreCheckpoint, restoreOldCheckpoint } from '../runs/restore-checkpoint.ts';
import { restoreRun, restoreRunInput } from '../runs/restore-run.ts';
import { restoreDetails } from '../runs/run-details.ts';
import { isObject } from '../shapes.ts';
import { restoreSnapshot } from '../snapshots.ts';
import { restoreStep, stepId } from '../steps.ts';
import { adoptedKey } from '../timetables.ts';
import { restoreContent, restoreVersion } from '../versions.ts';

type Check = (row: Readonly<Record<string, unknown>>) => Result<unknown> | Promise<Result<unknown>>;

/** How each table's rows are read by the app itself; every table is named. */
const checks: Readonly<Record<TableName, Check>> = {
  projects: restoreSummary,
  problems: restoreProblem,
  timetables: restoreTimetable,
  operations: checkStep,
  versions: restoreVersion,
  versionContents: restoreContent,
  runs: restoreRun,
  runInputs: restoreRunInput,
  runDetails: restoreDetails,
  runSnapshots: (row) => keyedByRun('snapshot', row, restoreSnapshot(row)),
  checkpoints: restoreOldCheckpoint,
  checkpointCopies: (row) => keyedByRun('checkpoint', row, restoreCheckpoint(row)),
  meta: checkMeta,
};

/** Why the app could not use this row, read whole; null when it can. Code `storage.newerRow` where only a newer app can. */
export async function faultOf(table: TableName, key: IDBValidKey, row: unknown): Promise<Diagnostic | null> {
  if (!isObject(row) || typeof key !== 'string' || row[keyOf[table]] !== key) return damaged(table, row, keyOf[table]);
  try {
    const checked = await checks[table](row);
    return checked.ok ? null : (checked.diagnostics[0] ?? damaged(table, row, ''));
  } catch (cause) {
    return damaged(table, row, String(cause));
  }
}

function checkStep(row: Readonly<Record<string, unknown>>): Result<unknown> {
  const step = restoreStep(row);
  if (!step.ok) return step;
  if (row.id !== stepId(String(row.projectId), step.value.seq)) return failure([damaged('history', row, 'seq')]);
  return step.value.kind === 'do' ? step.value.changes() : step;
}

function keyedByRun(what: string, row: Readonly<Record<string, unknown>>, found: Result<unknown>): Result<unknown> {
  return found.ok && !String(row.id).startsWith(`${row.runId}/`) ? failure([damaged(what, row, 'runId')]) : found;
}

/** What else is in this table is read with an answer for everything. */
function checkMeta(row: Readonly<Record<string, unknown>>): Result<unknown> {
  const isAdopted = String(row.id).startsWith(adoptedKey(''));
  return isAdopted && typeof row.timetableId !== 'string'
    ? failure([damaged('choice', row, 'timetableId')])
    : success(row);
}
