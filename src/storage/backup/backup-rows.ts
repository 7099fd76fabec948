import { isActive, type RunState } from '../../domain/runs/run-states.ts';
import { type Database, keyOf, type Rows, type TableName, tableNames } from '../rows.ts';
import { isObject } from '../shapes.ts';
import { snapshotRange } from '../snapshots.ts';
import { lastStepId, stepId } from '../steps.ts';
import { adoptedKey } from '../timetables.ts';

/** A row with its table, as backups hold it. */
export interface TableRow {
  readonly table: TableName;
  readonly row: Readonly<Record<string, unknown>>;
}

/** How rows of a table belong to a project. Every table is named, so that none is forgotten in a backup. */
const parts: Readonly<Record<TableName, 'own' | 'ofProject' | 'ofRun' | 'ofVersion' | 'other' | 'left'>> = {
  projects: 'own',
  problems: 'own',
  operations: 'other',
  timetables: 'ofProject',
  versions: 'ofProject',
  versionContents: 'ofVersion',
  runs: 'ofProject',
  runDetails: 'ofRun',
  runSnapshots: 'other',
  runInputs: 'other',
  meta: 'other',
  // Megabytes, and only good for the engine that has written them.
  checkpoints: 'left',
  checkpointCopies: 'left',
};

/** Tables in the order of a backup: with the first of them a project can be opened already. */
const inOrder = Object.keys(parts).filter((name): name is TableName =>
  (tableNames as readonly string[]).includes(name),
);
const backupTables: readonly TableName[] = inOrder.filter((table) => parts[table] !== 'left');

export function isBackupTable(name: unknown): name is TableName {
  return backupTables.some((table) => table === name);
}

export function keyOfRow({ table, row }: TableRow): string {
  return String(row[keyOf[table]]);
}

/** All rows of a project at one moment, without checkpoints and without runs that wait or are on. */
export function rowsOfProject(database: Database, projectId: string): Promise<readonly TableRow[]> {
  return database.read(backupTables, (rows) => gather(rows, projectId));
}

async function gather(rows: Rows, projectId: string): Promise<readonly TableRow[]> {
  const found: TableRow[] = [];
  const take = (table: TableName, row: unknown): void => {
    if (isObject(row)) found.push({ table, row });
  };
  for (const table of ['projects', 'problems'] as const) take(table, await rows.get(table, projectId));
  for (const row of await rows.range('operations', stepId(projectId, 0), lastStepId(projectId))) {
    take('operations', row);
  }
  for (const row of await rows.ofProject('timetables', projectId)) take('timetables', row);
  for (const row of await rows.ofProject('versions', projectId)) {
    take('versions', row);
    if (isObject(row)) take('versionContents', await rows.get('versionContents', String(row.id)));
  }
  const inputs = new Set<string>();
  for (const row of await rows.ofProject('runs', projectId)) {
    // A state of an older version of the app is none of those that are on.
    if (!isObject(row) || isActive(row.state as RunState)) continue;
    take('runs', row);
    const id = String(row.id);
    take('runDetails', await rows.get('runDetails', id));
    for (const moment of await rows.range('runSnapshots', ...snapshotRange(id))) take('runSnapshots', moment);
    if (typeof row.problemHash === 'string') inputs.add(row.problemHash);
  }
  for (const hash of inputs) take('runInputs', await rows.get('runInputs', hash));
  take('meta', await rows.get('meta', adoptedKey(projectId)));
  return found;
}
