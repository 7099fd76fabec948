import type { ProblemData } from '../domain/problem-data.ts';
import type { Result } from '../domain/result.ts';
import type { RunState } from '../domain/runs/run-states.ts';
import type { Checkpoint, EpochPoint } from '../engine/run-contract/run-events.ts';
import type { RunInput } from '../engine/run-contract/run-key.ts';
import type { RunRecord, RunSummary, SnapshotRecord } from './records.ts';

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
  watchHeld(listener: (isHeld: boolean) => void): () => void;
  /** The same as `active`: now and whenever they change. */
  watchActive(listener: (runs: readonly RunRecord[]) => void): () => void;
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
  listen(listener: (message: unknown) => void): () => void;
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
