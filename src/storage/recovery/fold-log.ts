import { packProblem } from '../../domain/packed-problem.ts';
import { damaged, restoreTimetable, seqOfProblem } from '../backup/restore.ts';
import { timestamp } from '../identifiers.ts';
import { createProjects } from '../projects.ts';
import type { Rows } from '../rows.ts';
import { lastStepId, type StepRow, seqOfId, stepId } from '../steps.ts';
import { createTimetables } from '../timetables.ts';
import { mend, type Patient, setAside } from './patient.ts';

/**
 * Where the log is damaged, the edits that can still be made from it are written into problem and timetables, and the
 * log goes on after an empty step with the highest number that any row speaks of: numbers are never given twice.
 */
export async function foldLog(patient: Patient): Promise<void> {
  const { id, database } = patient;
  const project = await createProjects(database).get(id);
  const timetables = await createTimetables(database).list(id);
  if (!project.ok || !timetables.ok) return;
  const last = await lastStep(database, id);
  const top = await highestNumber(database, id);
  const hasRemarks = project.diagnostics.length + timetables.diagnostics.length > 0;
  const isEdited = last !== null || seqOfProblem(await database.get('problems', id)) > 0;
  if (!hasRemarks && (!isEdited || (last === top && project.value.seq === top))) return;

  const fault = damaged('history', { id }, 'operations');
  for (const key of await database.ids('operations')) {
    if (seqOfId(key) > project.value.seq) await setAside(patient, 'operations', key, fault);
  }
  const { problem, importReport } = project.value;
  const packed = packProblem(problem);
  await mend(patient, { table: 'problems', row: { id, version: 3, seq: top, packed, importReport } }, fault);
  for (const timetable of timetables.value) {
    await mend(patient, { table: 'timetables', row: { ...timetable, seq: top } }, fault);
  }
  const key = stepId(id, top);
  if ((await database.get('operations', key)) !== undefined) return;
  const empty: StepRow = { id: key, version: 1, projectId: id, seq: top, at: timestamp(), kind: 'discard', of: [] };
  await mend(patient, { table: 'operations', row: { ...empty } }, fault);
}

async function lastStep(rows: Rows, id: string): Promise<number | null> {
  const last = await rows.lastId('operations', stepId(id, 0), lastStepId(id));
  return last === null ? null : seqOfId(last);
}

/** Of the steps that are there, and of those that problem and timetables contain. */
async function highestNumber(rows: Rows, id: string): Promise<number> {
  const numbers = [(await lastStep(rows, id)) ?? 0, seqOfProblem(await rows.get('problems', id))];
  for (const row of await rows.ofProject('timetables', id)) {
    const timetable = restoreTimetable(row);
    if (timetable.ok) numbers.push(timetable.value.seq ?? 0);
  }
  return Math.max(...numbers);
}
