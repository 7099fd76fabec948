import type { Result } from '../domain/result.ts';
import { nextTask } from '../domain/steps.ts';
import { attempt } from './attempt.ts';
import { sizeOf } from './row-size.ts';
import { type Database, keyOf, type Rows, type TableName, tableNames } from './rows.ts';
import { isObject } from './shapes.ts';
import type { Usage, UsageKind } from './storage.ts';

/** Where rows of each table are counted. */
const kinds: Partial<Record<string, UsageKind>> = {
  projects: 'projects',
  problems: 'projects',
  timetables: 'timetables',
  operations: 'history',
  versions: 'history',
  versionContents: 'history',
  checkpoints: 'checkpoints',
  checkpointCopies: 'checkpoints',
};

function projectKindOf(table: TableName): UsageKind {
  return kinds[table] ?? 'runs';
}

/** Where rows of a table are counted that may belong to no project. */
export function kindOf(table: TableName): UsageKind | 'other' {
  return table === 'meta' ? 'other' : projectKindOf(table);
}

/** Rows that are read at once: checkpoints are megabytes. */
const portion = 8;

/** What each project takes in the storage, by kind, about: browsers say only what all takes together. */
export function createUsage(database: Database): () => Promise<Result<Usage>> {
  return () => attempt(database, () => countRows(database));
}

async function countRows(rows: Rows): Promise<Usage> {
  const projects = new Map<string, Record<UsageKind, number>>();
  const other = { bytes: 0 };
  /** Project of each run and version, for the rows that hang on them. */
  const owners = new Map<string, string>();
  const add = (projectId: string | undefined, kind: UsageKind, bytes: number): void => {
    if (projectId === undefined) {
      other.bytes += bytes;
      return;
    }
    const sum = projects.get(projectId) ?? { projects: 0, timetables: 0, history: 0, runs: 0, checkpoints: 0 };
    sum[kind] += bytes;
    projects.set(projectId, sum);
  };
  for (const table of inOrder) {
    await eachRow(rows, table, (key, row) => {
      const projectId = ownerOf(table, key, row, owners);
      if (projectId !== undefined && (table === 'runs' || table === 'versions')) owners.set(key, projectId);
      add(projectId, projectKindOf(table), sizeOf(row));
    });
  }
  return { projects, other: other.bytes };
}

/** Runs and versions before what hangs on them. */
const inOrder: readonly TableName[] = [...tableNames].sort((a, b) => rank(a) - rank(b));

function rank(table: TableName): number {
  return table === 'runs' || table === 'versions' ? 0 : 1;
}

function ownerOf(table: TableName, key: string, row: object, owners: ReadonlyMap<string, string>): string | undefined {
  if (table === 'projects' || table === 'problems') return key;
  const { projectId, runId } = row as { readonly projectId?: unknown; readonly runId?: unknown };
  if (typeof projectId === 'string') return projectId;
  return owners.get(typeof runId === 'string' && table !== 'timetables' ? runId : key);
}

async function eachRow(rows: Rows, table: TableName, visit: (key: string, row: object) => void): Promise<void> {
  let first = '';
  for (;;) {
    const found = await rows.range(table, first, '\uffff', portion);
    for (const row of found) {
      if (!isObject(row)) continue;
      const key = String(row[keyOf[table]]);
      visit(key, row);
      // the smallest text that comes after it
      first = `${key}\u0000`;
    }
    if (found.length < portion) return;
    await nextTask();
  }
}
