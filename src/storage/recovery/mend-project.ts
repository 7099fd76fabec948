import { error } from '../../domain/diagnostic.ts';
import type { TableRow } from '../backup/backup-rows.ts';
import { damaged } from '../backup/restore.ts';
import { createMemoryDatabase } from '../memory.ts';
import { createProjects } from '../projects.ts';
import { isObject } from '../shapes.ts';
import { lastStepId, seqOfId, stepId } from '../steps.ts';
import { createTimetables } from '../timetables.ts';
import { faultOf } from './check-row.ts';
import { foldLog } from './fold-log.ts';
import { type Finding, type FoundRow, note, type Patient, setAside } from './patient.ts';
import { rebuildProblem, rebuildSummary } from './rebuild-project.ts';
import type { ExaminedProject } from './recovery-contract.ts';

export interface MendedProject {
  readonly findings: readonly Finding[];
  /** Null where nothing is wrong. */
  readonly outcome: ExaminedProject['outcome'] | null;
  /** The rows to be written; those of `findings` that are set aside are to be removed. */
  readonly puts: readonly TableRow[];
}

/**
 * Looks at all rows of a project and says how it opens again. The app's own functions read it, in a database of the
 * memory: what they open without a remark is whole.
 */
export async function mendProject(id: string, found: readonly FoundRow[]): Promise<MendedProject> {
  const patient: Patient = { id, database: createMemoryDatabase(), findings: new Map(), puts: new Map(), found };
  await admit(patient);
  const newer = [...patient.findings.values()].filter(({ outcome }) => outcome === 'newer');
  // What a newer version has written is not judged by this one.
  if (newer.length > 0) return { findings: newer, outcome: 'newer', puts: [] };
  await setAsideDependents(patient);
  await rebuildProblem(patient);
  await rebuildSummary(patient);
  await foldLog(patient);
  if (!(await opens(patient))) return lost(patient);
  const findings = [...patient.findings.values()];
  return { findings, outcome: findings.length === 0 ? null : 'mended', puts: [...patient.puts.values()] };
}

/** Puts the good rows into the memory and notes the others. */
async function admit(patient: Patient): Promise<void> {
  for (const { table, key, row, fault: unreadable } of patient.found) {
    const fault = unreadable === null ? await faultOf(table, key, row) : damaged(table, key, unreadable);
    if (fault === null && isObject(row)) await patient.database.put(table, row);
    else if (fault !== null) note(patient, table, key, fault.code === 'storage.newerRow' ? 'newer' : 'setAside', fault);
  }
}

/** A version is nothing without its contents, nor are they without it; nor is what hangs on a run that is gone. */
async function setAsideDependents(patient: Patient): Promise<void> {
  const { database, findings } = patient;
  const pairs = [
    ['versions', 'versionContents'],
    ['versionContents', 'versions'],
  ] as const;
  for (const [table, other] of pairs) {
    const there = new Set(await database.ids(other));
    for (const key of await database.ids(table)) {
      if (!there.has(key)) await setAside(patient, table, key, damaged('version', { id: key }, other));
    }
  }
  for (const table of ['runDetails', 'checkpoints', 'runSnapshots', 'checkpointCopies'] as const) {
    for (const key of await database.ids(table)) {
      const run = key.split('/')[0] ?? key;
      if (findings.get(`runs/${run}`)?.outcome === 'setAside') {
        await setAside(patient, table, key, damaged('run', { id: run }, 'runs'));
      }
    }
  }
}

/** Whether the app opens what is in the memory now, with nothing to remark. */
async function opens({ id, database }: Patient): Promise<boolean> {
  const project = await createProjects(database).get(id);
  const timetables = await createTimetables(database).list(id);
  if (!project.ok || !timetables.ok) return false;
  const last = await database.lastId('operations', stepId(id, 0), lastStepId(id));
  const isWhole = project.value.seq === 0 || (last !== null && seqOfId(last) === project.value.seq);
  return isWhole && project.diagnostics.length === 0 && timetables.diagnostics.length === 0;
}

function lost({ id, findings, found }: Patient): MendedProject {
  const fault = error('storage.lost', 'Nothing is left from which this project can be opened.', {
    value: id,
    advice: 'Open the last file or backup you saved.',
  });
  const all = found
    // Problems of runs may be shared with other projects.
    .filter(({ table }) => table !== 'runInputs')
    .map(({ table, key }): Finding => {
      return { table, key, outcome: 'setAside', fault: findings.get(`${table}/${key}`)?.fault ?? fault };
    });
  return { findings: all, outcome: 'lost', puts: [] };
}
