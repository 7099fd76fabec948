import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { damaged } from '../backup/restore.ts';
import type { TableName } from '../rows.ts';
import { isObject } from '../shapes.ts';
import { kindOf } from '../usage.ts';
import { faultOf } from './check-row.ts';
import { type AppPlace, placesIn } from './gather.ts';
import { type MendedProject, mendProject } from './mend-project.ts';
import type { Finding, FoundRow } from './patient.ts';
import { readRow } from './raw-database.ts';
import type { Examination, ExaminedProject, RecoveryKind, RowCounts } from './recovery-contract.ts';

/** All that was found out, and what is to be done. */
export interface Diagnosis {
  readonly patients: readonly {
    readonly id: string;
    readonly name: string;
    readonly places: readonly AppPlace[];
    readonly mended: MendedProject;
  }[];
  /** Rows of no project. */
  readonly others: { readonly places: readonly AppPlace[]; readonly findings: readonly OtherFinding[] };
  readonly remarks: readonly Diagnostic[];
}

/** Keys of these rows may be of any kind. */
export type OtherFinding = Omit<Finding, 'key'> & AppPlace;

/** Looks at the rows of one project, or of all and of none. One project after the other is in the memory. */
export async function diagnose(database: IDBDatabase, projectId: string | null): Promise<Diagnosis> {
  const { ofProject, others, unreadable } = await placesIn(database);
  const patients: Diagnosis['patients'][number][] = [];
  for (const [id, places] of ofProject) {
    if (projectId !== null && projectId !== id) continue;
    const found: FoundRow[] = [];
    for (const { table, key } of places) {
      const { row, fault } = await readRow(database, { table, key });
      found.push({ table, key: String(key), row, fault });
    }
    patients.push({ id, name: nameIn(found), places, mended: await mendProject(id, found) });
  }
  if (projectId !== null) return { patients, others: { places: [], findings: [] }, remarks: [] };
  const findings: OtherFinding[] = [];
  for (const place of others) {
    const { row, fault: reason } = await readRow(database, place);
    const fault =
      reason === null ? await faultOf(place.table, place.key, row) : damaged(place.table, place.key, reason);
    const outcome = fault?.code === 'storage.newerRow' ? 'newer' : 'setAside';
    if (fault !== null) findings.push({ ...place, outcome, fault });
  }
  const remarks = unreadable.map(({ table, fault }) =>
    error('storage.table', 'A table of the storage cannot be read.', { value: fault, place: table }),
  );
  return { patients, others: { places: others, findings }, remarks };
}

function nameIn(found: readonly FoundRow[]): string {
  const row = found.find(({ table }) => table === 'projects')?.row;
  return isObject(row) && typeof row.name === 'string' ? row.name : '';
}

/** What users are told of it. */
export function examinationOf({ patients, others, remarks }: Diagnosis): Examination {
  const counts = new Map<RecoveryKind, Record<keyof RowCounts, number>>();
  const add = (table: TableName, what: keyof RowCounts): void => {
    const kind = kindOf(table);
    const sum = counts.get(kind) ?? { rows: 0, mended: 0, setAside: 0, newer: 0 };
    sum[what]++;
    counts.set(kind, sum);
  };
  const all = [...patients.flatMap(({ mended }) => mended.findings), ...others.findings];
  for (const { table } of [...patients.flatMap(({ places }) => places), ...others.places]) add(table, 'rows');
  for (const { table, outcome } of all) add(table, outcome);
  const projects = patients.flatMap(({ id, name, mended }): ExaminedProject[] =>
    mended.outcome === null ? [] : [{ id, name, outcome: mended.outcome }],
  );
  return { counts, projects, faults: [...remarks, ...all.map(({ fault }) => fault)] };
}
