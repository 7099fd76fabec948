/**
 * Tables of the database. A project's problem lies apart from it, so that lists never read problems; what a version
 * contains lies apart from its name for the same reason.
 */
export const tableNames = [
  ...(['projects', 'problems', 'timetables', 'runs', 'checkpoints', 'meta'] as const),
  ...(['operations', 'versions', 'versionContents'] as const),
  ...(['runInputs', 'runDetails', 'runSnapshots', 'checkpointCopies'] as const),
] as const;
export type TableName = (typeof tableNames)[number];

/** Tables that are searched by project. */
export type ProjectTable = 'timetables' | 'runs' | 'versions';

/** Fields of runs that are searched. */
export type RunField = 'state' | 'resultKey';

/** Name of the key field of each table. */
export const keyOf: Readonly<Record<TableName, string>> = {
  projects: 'id',
  problems: 'id',
  timetables: 'id',
  runs: 'id',
  checkpoints: 'runId',
  meta: 'id',
  operations: 'id',
  versions: 'id',
  versionContents: 'id',
  runInputs: 'id',
  runDetails: 'id',
  runSnapshots: 'id',
  checkpointCopies: 'id',
};

/** Rows come back as unknown: what is stored is restored, never trusted. */
export interface Rows {
  get(table: TableName, id: string): Promise<unknown>;
  /** Of a table whose rows are small: they are read in one request. */
  all(table: TableName): Promise<unknown[]>;
  ofProject(table: ProjectTable, projectId: string): Promise<unknown[]>;
  /** Runs whose field is one of the values. */
  runsWhere(field: RunField, values: readonly string[]): Promise<unknown[]>;
  /** Every id of a table, without reading its rows. */
  ids(table: TableName): Promise<string[]>;
  /** Rows with ids from `first` to `last`, both included, in the order of their ids; at most `limit` of them. */
  range(table: TableName, first: string, last: string, limit?: number): Promise<unknown[]>;
  /** Greatest id from `first` to `last`, or null. */
  lastId(table: TableName, first: string, last: string): Promise<string | null>;
  put(table: TableName, row: object): Promise<void>;
  /** Rejects with a `ConstraintError` when there is a row of that id. */
  add(table: TableName, row: object): Promise<void>;
  remove(table: TableName, id: string): Promise<void>;
  removeRange(table: TableName, first: string, last: string): Promise<void>;
}

/** IndexedDB through Dexie, or memory where it is refused. Rejects with the browser's errors; see `attempt`. */
export interface Database extends Rows {
  readonly durable: boolean;
  /** Set once another tab upgraded the database. */
  readonly outdated: boolean;
  onOutdated(listener: () => void): void;
  /** All or nothing. `work` may await nothing but the rows it is given. */
  transact<T>(tables: readonly TableName[], work: (rows: Rows) => Promise<T>): Promise<T>;
  /** Several reads of one moment. `work` may await nothing but the rows it is given. */
  read<T>(tables: readonly TableName[], work: (rows: Rows) => Promise<T>): Promise<T>;
  watchAll(table: TableName, listener: (rows: unknown[]) => void): () => void;
  watchProject(table: ProjectTable, projectId: string, listener: (rows: unknown[]) => void): () => void;
  /** Runs whose field is one of the values: now and after every change, in this tab or another. */
  watchRuns(field: RunField, values: readonly string[], listener: (rows: unknown[]) => void): () => void;
  /** The greatest id of a range: now and whenever it changes. */
  watchLastId(table: TableName, first: string, last: string, listener: (id: string | null) => void): () => void;
  close(): void;
}
