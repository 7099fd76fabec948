import { packProblem } from '../../domain/packed-problem.ts';
import { damaged, type ProblemRow, restoreProblem } from '../backup/restore.ts';
import { timestamp } from '../identifiers.ts';
import type { ProjectSummary } from '../records.ts';
import { reportShape } from '../row-shapes.ts';
import { isObject } from '../shapes.ts';
import { createVersions } from '../versions.ts';
import { mend, type Patient } from './patient.ts';

/** The problem as its newest version has it, where its own row is gone; the log makes the edits after that again. */
export async function rebuildProblem(patient: Patient): Promise<void> {
  const { id, database } = patient;
  if ((await database.get('problems', id)) !== undefined) return;
  const versions = createVersions(database);
  const listed = await versions.list(id);
  if (!listed.ok) return;
  for (const version of [...listed.value].sort((a, b) => b.seq - a.seq)) {
    const content = await versions.content(version.id);
    if (!content.ok) continue;
    const report = asFound(patient, 'problems').importReport;
    const row: ProblemRow = {
      id,
      version: 3,
      seq: version.seq,
      packed: packProblem(content.value.problem),
      // The report was just checked.
      importReport: reportShape(report, '') === null ? (report as ProblemRow['importReport']) : [],
    };
    await mend(patient, { table: 'problems', row: { ...row } }, damaged('project', { id }, 'problems'));
    return;
  }
}

/** What lists show of the project, from what its damaged row still says and from the problem. */
export async function rebuildSummary(patient: Patient): Promise<void> {
  const { id, database } = patient;
  if ((await database.get('projects', id)) !== undefined) return;
  const problem = await restoreProblem(await database.get('problems', id));
  if (!problem.ok) return;
  const { name, source, createdAt, updatedAt, savedAt } = asFound(patient, 'projects');
  const now = timestamp();
  const summary: ProjectSummary = {
    id,
    version: 1,
    name: typeof name === 'string' && name !== '' ? name : problem.value.problem.name,
    source: typeof source === 'string' ? source : 'new',
    createdAt: isMoment(createdAt) ? createdAt : now,
    updatedAt: isMoment(updatedAt) ? updatedAt : now,
    savedAt: isMoment(savedAt) ? savedAt : null,
    eventCount: problem.value.problem.events.length,
  };
  await mend(patient, { table: 'projects', row: { ...summary } }, damaged('project', { id }, 'projects'));
}

/** The row of the project itself as it was found, with whatever is in it. */
function asFound({ found }: Patient, table: 'projects' | 'problems'): Readonly<Record<string, unknown>> {
  const row = found.find((candidate) => candidate.table === table)?.row;
  return isObject(row) ? row : {};
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
