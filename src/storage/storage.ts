import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Step } from '../domain/operations/history.ts';
import type { Change, OperationLabel } from '../domain/operations/operation.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import type { Result } from '../domain/result.ts';
import type { RunState } from '../domain/runs/run-states.ts';
import type { Checkpoint, EpochPoint } from '../engine/run-events.ts';
import type { RunInput } from '../engine/run-key.ts';
import type { ProjectContent } from '../formats/format.ts';
import type { Backups } from './backup-contract.ts';
import type {
  ProjectRecord,
  ProjectSummary,
  RunRecord,
  RunSummary,
  SnapshotRecord,
  TimetableRecord,
  VersionContent,
  VersionRecord,
} from './records.ts';
import type { Recovery } from './recovery/recovery-contract.ts';

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

export type Unsubscribe = () => void;

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
  watch(listener: (summaries: readonly ProjectSummary[], damaged: readonly DamagedProject[]) => void): Unsubscribe;
}

/** A project whose row is damaged, or whose data is gone. What else it has is found out when it is opened. */
export interface DamagedProject {
  /** Empty where it is none. */
  readonly id: string;
  /** Empty where it cannot be read. */
  readonly name: string;
  readonly fault: Diagnostic;
}

/** A step of the log as it is stored; what it changed is read when it is asked for. */
export interface LoggedStep {
  readonly seq: number;
  readonly at: string;
  readonly kind: Step['kind'];
  /** Null unless it is an operation. */
  readonly label: OperationLabel | null;
  /** Number of changes of an operation. */
  readonly size: number;
  /** What it takes in the storage, about; 0 where it was not read from there. */
  readonly bytes: number;
  /** Of an operation: none. Else the operations that were taken back or made again. */
  readonly of: readonly number[];
  /** Of an operation; fails with `storage.damaged`. */
  changes(): Result<readonly Change[]>;
}

/** A state of the project to begin from, so that few steps have to be made when it is opened. */
export interface Snapshot {
  /** Number of the last step that it contains. */
  readonly seq: number;
  /** Null when no step since the last snapshot changed it. */
  readonly problem: ProblemData | null;
  /** Timetables that were changed since then, by id. */
  readonly timetables: ReadonlyMap<string, Pick<TimetableRecord, 'timetable' | 'score'>>;
}

/** Rows of timetables that begin, end or change their name with a step. */
export interface TimetableRows {
  readonly put: readonly TimetableRecord[];
  /** Ids. */
  readonly remove: readonly string[];
}

/**
 * The log of each project: one small row for every edit, written at once. Problem and timetables are written later, with
 * the number of the last step they contain; whoever reads them gets them with the steps after that one.
 */
export interface Histories {
  /** Those after the step `after`, oldest first, without the damaged ones (remarks say so). */
  steps(projectId: string, after: number): Promise<Result<readonly LoggedStep[]>>;
  /**
   * Fails with `history.moved` when there is a step of that number already or none before it. The rows of timetables are
   * written with it, or not at all.
   */
  append(projectId: string, step: Step, timetables?: TimetableRows): Promise<Result<null>>;
  /** Does nothing when a later snapshot is there. Timetables that were deleted stay deleted. */
  save(projectId: string, snapshot: Snapshot): Promise<Result<null>>;
  /** Removes the steps after `after`: they are damaged, and new ones could not be written. */
  cut(projectId: string, after: number): Promise<Result<null>>;
  /**
   * Forgets the steps before `first`. False, and nothing is forgotten, while the problem is stored without the last steps:
   * they may take back what an earlier one did.
   */
  prune(projectId: string, first: number): Promise<Result<boolean>>;
  /** The number of the last step, 0 when there is none: now and whenever it changes, in this tab or another. */
  watch(projectId: string, listener: (seq: number) => void): Unsubscribe;
}

/**
 * Which tab may edit a project. `editing`: this one. `following`: another one may. Without the Web Locks API every tab
 * may, and a step that another tab's step came before is refused (`history.moved`).
 */
export type EditingRight = 'asking' | 'editing' | 'following';

export interface EditingSeat {
  /** Asks the other tab to store what it has and to hand the right on; takes it when there is no answer. */
  takeOver(): void;
  leave(): void;
}

export interface EditingLocks {
  /** `onChange` is told at once and whenever the right changes; `beforeHandingOn` is waited for before it goes. */
  join(
    projectId: string,
    onChange: (right: EditingRight) => void,
    beforeHandingOn: () => Promise<unknown>,
  ): EditingSeat;
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
  watch(projectId: string, listener: (records: readonly VersionRecord[]) => void): Unsubscribe;
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
  watch(projectId: string, listener: (records: readonly TimetableRecord[]) => void): Unsubscribe;
  adopt(projectId: string, id: string): Promise<Result<null>>;
  /** Id of the one that was adopted, or null: shown where no other is asked for. It may be gone meanwhile. */
  adopted(projectId: string): Promise<Result<string | null>>;
}

/** Where a run stands; `point` is added to its series, `log` replaces what was told so far. */
export type RunUpdate = Partial<
  Pick<RunRecord, 'best' | 'phase' | 'generation' | 'done' | 'moves' | 'movesPerSecond' | 'seconds' | 'log'>
> & { readonly point?: EpochPoint };

export type RunChanges = Partial<Omit<RunRecord, 'id' | 'version' | 'projectId' | 'state'>>;

/**
 * Runs change their state only as `mayFollow` allows: anything else is refused with `run.transition` and changes
 * nothing. What a run searches lies apart from it until it has ended.
 */
export interface Runs {
  /**
   * Stores a run that waits, with its problem, or nothing. One that is there already stays as it is and is answered:
   * starting twice is starting once. Fails with `settings.*`, `run.queueFull` and `run.storageFull`. With a checkpoint
   * (and `startedAt`) it goes on from there when its turn comes.
   */
  enqueue(record: RunRecord, problem: ProblemData, checkpoint?: Checkpoint | null): Promise<Result<RunRecord>>;
  /**
   * Its turn has come: it is running, and alive in this tab until `finish`. Fails with `storage.runElsewhere` when it is
   * alive in another one.
   */
  begin(id: string, changes?: RunChanges): Promise<Result<RunRecord>>;
  /** Changes its state, at once; the checkpoints of a run that has ended go. */
  move(id: string, to: RunState, changes?: RunChanges): Promise<Result<RunRecord>>;
  /** Changes what it is told of a run besides its state, at once. */
  change(id: string, changes: RunChanges): Promise<Result<RunRecord>>;
  /** It goes on with another problem, which is what a resumed one needs; its result is nobody else's. */
  steer(id: string, problem: ProblemData, input: RunInput): Promise<Result<RunRecord>>;
  /** Collected and written at most every two seconds; resolves when written. */
  progress(id: string, update: RunUpdate): Promise<Result<null>>;
  /** Writes what is still collected, the last state, the changes and, unless given, `endedAt`. */
  finish(id: string, to: RunState, changes?: RunChanges): Promise<Result<null>>;
  /** Newest first. */
  list(projectId: string): Promise<Result<readonly RunRecord[]>>;
  get(id: string): Promise<Result<RunRecord>>;
  /** Those that wait or are on, of all projects, in the order of the queue. */
  active(): Promise<Result<readonly RunRecord[]>>;
  /** Puts the runs that wait in this order; ids of others are passed over. */
  reorder(ids: readonly string[]): Promise<Result<null>>;
  /** Whether runs that wait are to go on waiting, and watching for it. */
  holdQueue(isHeld: boolean): Promise<Result<null>>;
  watchHeld(listener: (isHeld: boolean) => void): Unsubscribe;
  /** The same as `active`: now and whenever they change. */
  watchActive(listener: (runs: readonly RunRecord[]) => void): Unsubscribe;
  /** What a run searches, while it has not ended; and where it failed with evidence of a wrong score. */
  input(problemHash: string): Promise<Result<ProblemData>>;
  /** A completed run of that key whose timetable is still there, or null. */
  findResult(resultKey: string): Promise<Result<RunRecord | null>>;
  /** How often a result was found again and offered in place of a run, and counting one more. */
  resultHits(): Promise<Result<number>>;
  countResultHit(): Promise<Result<number>>;
  /**
   * Runs left unfinished by a tab that is gone become `interrupted`; those alive in another tab, and those that wait for
   * any tab, stay. Without Web Locks nothing waits for another tab.
   */
  markInterrupted(): Promise<Result<readonly RunRecord[]>>;
}

/** Which tab works through the queue, and what tabs tell each other of it. */
export interface RunTurns {
  /** False where tabs cannot know of each other: then each has a queue of its own. */
  readonly isShared: boolean;
  /** `work` is called once no other tab works, and nobody else works until it has settled. Asking again meanwhile does nothing. */
  ask(work: () => Promise<void>): void;
  /** To the other tabs; plain data. */
  tell(message: unknown): void;
  listen(listener: (message: unknown) => void): Unsubscribe;
  close(): void;
}

/** They go with the end of their run, and are the first to go when there is no space left. */
export interface Checkpoints {
  put(runId: string, checkpoint: Checkpoint): Promise<Result<null>>;
  get(runId: string): Promise<Result<Checkpoint | null>>;
}

/** Moments of runs with their timetables. They go with their run. */
export interface Snapshots {
  /** Stores one, and removes the one of that id: whoever has the others knows which (`momentToDrop`). */
  add(record: SnapshotRecord, dropped: string | null): Promise<Result<null>>;
  /** In the order of the run. */
  list(runId: string): Promise<Result<readonly SnapshotRecord[]>>;
  removeOf(runId: string): Promise<Result<null>>;
}

export interface Persistence {
  /** True when the browser promised not to clear the data by itself. */
  persisted(): Promise<boolean>;
  /** Asks for that promise; the user may be prompted. */
  request(): Promise<boolean>;
  estimate(): Promise<StorageEstimate | null>;
}

/** Every row that went with runs, for undoing the removal. */
export interface RemovedRuns {
  readonly rows: readonly { readonly table: string; readonly row: object }[];
}

/** The runs of the past, as a list. */
export interface RunHistory {
  /** Of one project, or of all (null); newest first. Reads no series and no log. */
  summaries(projectId: string | null): Promise<Result<readonly RunSummary[]>>;
  /** With their series, logs and checkpoints, not with their timetables. Those that are still to end stay. */
  remove(ids: readonly string[]): Promise<Result<RemovedRuns>>;
  restore(removed: RemovedRuns): Promise<Result<null>>;
  /**
   * Removes runs that ended before that moment (ISO 8601); the number of them. Of one whose timetable is still there only
   * the checkpoint goes.
   */
  removeExpired(before: string): Promise<Result<number>>;
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
