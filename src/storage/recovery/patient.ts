import type { Diagnostic } from '../../domain/diagnostic.ts';
import { keyOfRow, type TableRow } from '../backup/backup-rows.ts';
import type { Database, TableName } from '../rows.ts';
import type { RowOutcome } from './recovery-contract.ts';

/** A row of a project that is not as it should be. */
export interface Finding {
  readonly table: TableName;
  readonly key: string;
  readonly outcome: RowOutcome;
  readonly fault: Diagnostic;
}

/** A row as it was found; `fault` where the browser could not read it. */
export interface FoundRow {
  readonly table: TableName;
  readonly key: string;
  readonly row: unknown;
  readonly fault: string | null;
}

/** The project under repair: its good rows in a database of the memory, and what was found out about the others. */
export interface Patient {
  readonly id: string;
  readonly database: Database;
  readonly findings: Map<string, Finding>;
  readonly puts: Map<string, TableRow>;
  /** As found, for what can be taken from rows that are damaged. */
  readonly found: readonly FoundRow[];
}

export function note(
  { findings }: Patient,
  table: TableName,
  key: string,
  outcome: RowOutcome,
  fault: Diagnostic,
): void {
  findings.set(`${table}/${key}`, { table, key, outcome, fault });
}

export async function setAside(patient: Patient, table: TableName, key: string, fault: Diagnostic): Promise<void> {
  await patient.database.remove(table, key);
  patient.puts.delete(`${table}/${key}`);
  note(patient, table, key, 'setAside', fault);
}

/** Writes a row anew. Its fault is what was found before, if anything was. */
export async function mend(patient: Patient, { table, row }: TableRow, fault: Diagnostic): Promise<void> {
  const key = keyOfRow({ table, row });
  const before = patient.findings.get(`${table}/${key}`);
  note(patient, table, key, 'mended', before?.fault ?? fault);
  patient.puts.set(`${table}/${key}`, { table, row });
  await patient.database.put(table, row);
}
