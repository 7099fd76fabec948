/** Tables of the database. A project's problem lies apart from it, so that lists never read problems. */
export const tableNames = ['projects', 'problems', 'timetables', 'runs', 'checkpoints', 'meta'] as const;
export type TableName = (typeof tableNames)[number];

/** Tables that are searched by project. */
export type ProjectTable = 'timetables' | 'runs';

/** Name of the key field of each table. */
export const keyOf: Readonly<Record<TableName, string>> = {
  projects: 'id',
  problems: 'id',
  timetables: 'id',
  runs: 'id',
  checkpoints: 'runId',
  meta: 'id',
};

/** Rows come back as unknown: what is stored is restored, never trusted. */
export interface Rows {
  get(table: TableName, id: string): Promise<unknown>;
  all(table: TableName): Promise<unknown[]>;
  ofProject(table: ProjectTable, projectId: string): Promise<unknown[]>;
  put(table: TableName, row: object): Promise<void>;
  remove(table: TableName, id: string): Promise<void>;
}

/** IndexedDB through Dexie, or memory where it is refused. Rejects with the browser's errors; see `attempt`. */
export interface Database extends Rows {
  readonly durable: boolean;
  /** Set once another tab upgraded the database. */
  readonly outdated: boolean;
  onOutdated(listener: () => void): void;
  /** All or nothing. `work` may await nothing but the rows it is given. */
  transact<T>(tables: readonly TableName[], work: (rows: Rows) => Promise<T>): Promise<T>;
  watchAll(table: TableName, listener: (rows: unknown[]) => void): () => void;
  watchProject(table: ProjectTable, projectId: string, listener: (rows: unknown[]) => void): () => void;
  close(): void;
}
