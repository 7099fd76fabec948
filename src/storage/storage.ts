import type { Diagnostic } from '../domain/diagnostic.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import type { Result } from '../domain/result.ts';
import type { ProjectContent } from '../formats/format.ts';
import type { Backups } from './backup/backup-contract.ts';
import type { EditingLocks, Histories } from './history-contract.ts';
import type { ProjectRecord, ProjectSummary, TimetableRecord, VersionContent, VersionRecord } from './records.ts';
import type { Recovery } from './recovery/recovery-contract.ts';
import type { Checkpoints, RunHistory, Runs, RunTurns, Snapshots } from './runs-contract.ts';

/**
 * What the app knows of its storage. Nothing throws: what can go wrong in a user's browser (quota, blocked, damaged,
 * a newer version in another tab) is a failed result with codes `storage.*`.
 */
export interface Storage {
  /** False when the browser refuses to store: everything lives in memory and is gone with the tab. */
  readonly durable: boolean;
  readonly projects: Projects;
  readonly timetables: Timetables;
  readonly runs: Runs;
  readonly turns: RunTurns;
  readonly checkpoints: Checkpoints;
  readonly snapshots: Snapshots;
  readonly histories: Histories;
  readonly editing: EditingLocks;
  readonly versions: Versions;
  readonly persistence: Persistence;
  readonly runHistory: RunHistory;
  readonly errors: ErrorLog;
  readonly backups: Backups;
  /** Fetched when it is needed; null in memory, where nothing is damaged. */
  readonly recovery: (() => Promise<Recovery>) | null;
  /** Counts every row: takes a moment, in slices. */
  usage(): Promise<Result<Usage>>;
  /** Calls back once when another tab runs a newer version; from then on every call fails with `storage.newer`. */
  onOutdated(listener: () => void): void;
  close(): void;
}

export interface ProjectChanges {
  readonly name?: string;
  readonly savedAt?: string | null;
  readonly problem?: ProblemData;
}

/** Every row that went with a project, for undoing the removal. */
export interface RemovedProject {
  readonly id: string;
  readonly rows: readonly { readonly table: string; readonly row: object }[];
}

export interface Projects {
  /** Latest change first. */
  list(): Promise<Result<readonly ProjectSummary[]>>;
  get(id: string): Promise<Result<ProjectRecord>>;
  /** One transaction: the project with all its timetables (under new ids), or nothing. */
  create(content: ProjectContent, source: string, importReport: readonly Diagnostic[]): Promise<Result<ProjectRecord>>;
  update(id: string, changes: ProjectChanges): Promise<Result<ProjectSummary>>;
  /** With its timetables, runs and checkpoints. */
  remove(id: string): Promise<Result<RemovedProject>>;
  restore(removed: RemovedProject): Promise<Result<null>>;
  /** Now and after every change, in this tab or another. Those that cannot be opened are told apart. */
  watch(listener: (summaries: readonly ProjectSummary[], damaged: readonly DamagedProject[]) => void): () => void;
}

/** A project whose row is damaged, or whose data is gone. What else it has is found out when it is opened. */
export interface DamagedProject {
  /** Empty where it is none. */
  readonly id: string;
  /** Empty where it cannot be read. */
  readonly name: string;
  readonly fault: Diagnostic;
}

/** Every row that went with a version, for undoing the removal. */
export interface RemovedVersion {
  readonly rows: readonly { readonly table: 'versions' | 'versionContents'; readonly row: object }[];
}

/** Named states of projects. */
export interface Versions {
  /** Newest first. */
  list(projectId: string): Promise<Result<readonly VersionRecord[]>>;
  content(id: string): Promise<Result<VersionContent>>;
  add(record: VersionRecord, content: VersionContent): Promise<Result<null>>;
  /** A version that becomes the published one takes the mark from the other. */
  update(id: string, changes: VersionChanges): Promise<Result<null>>;
  remove(id: string): Promise<Result<RemovedVersion>>;
  restore(removed: RemovedVersion): Promise<Result<null>>;
  watch(projectId: string, listener: (records: readonly VersionRecord[]) => void): () => void;
}

export type VersionChanges = Partial<Pick<VersionRecord, 'name' | 'note' | 'published' | 'restoredBy' | 'score'>>;

export interface Timetables {
  /** Newest first. */
  list(projectId: string): Promise<Result<readonly TimetableRecord[]>>;
  /** Their names, in no order; what is in them is not looked at, so that this costs little. */
  names(projectId: string): Promise<Result<readonly string[]>>;
  get(id: string): Promise<Result<TimetableRecord>>;
  put(record: TimetableRecord): Promise<Result<null>>;
  rename(id: string, name: string): Promise<Result<null>>;
  remove(id: string): Promise<Result<null>>;
  watch(projectId: string, listener: (records: readonly TimetableRecord[]) => void): () => void;
  adopt(projectId: string, id: string): Promise<Result<null>>;
  /** Id of the one that was adopted, or null: shown where no other is asked for. It may be gone meanwhile. */
  adopted(projectId: string): Promise<Result<string | null>>;
}

export interface Persistence {
  /** True when the browser promised not to clear the data by itself. */
  persisted(): Promise<boolean>;
  /** Asks for that promise; the user may be prompted. */
  request(): Promise<boolean>;
  estimate(): Promise<StorageEstimate | null>;
}

/** An error of the app itself, for those who mend it. */
export interface LoggedError {
  /** When it came last. */
  readonly at: string;
  readonly source: 'window' | 'promise' | 'worker';
  /** Class of the error, or name of the worker. */
  readonly name: string;
  /** As the browser says it: may hold names of people, so it is shown and never sent on. */
  readonly message: string;
  /** Files and lines, see `stackPlace`. */
  readonly place: string;
  /** Of the app. */
  readonly version: string;
  /** How often it has come. */
  readonly count: number;
}

export interface ErrorLog {
  /** Newest first. */
  list(): Promise<Result<readonly LoggedError[]>>;
  /** Of too many, the one that has not come for longest is forgotten. */
  add(error: Omit<LoggedError, 'count'>): Promise<Result<null>>;
  clear(): Promise<Result<null>>;
}

export type UsageKind = 'projects' | 'timetables' | 'history' | 'runs' | 'checkpoints';

/** Bytes, about. */
export interface Usage {
  /** By id. */
  readonly projects: ReadonlyMap<string, Readonly<Record<UsageKind, number>>>;
  /** What belongs to no project. */
  readonly other: number;
}
