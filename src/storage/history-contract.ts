import type { Step } from '../domain/operations/history.ts';
import type { Change, OperationLabel } from '../domain/operations/operation.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import type { Result } from '../domain/result.ts';
import type { TimetableRecord } from './records.ts';

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
  watch(projectId: string, listener: (seq: number) => void): () => void;
}

/**
 * Which tab may edit a project. `editing`: this one. `following`: another one may. `storing`: this one
 * will, once its edits from before the project was left are stored, which the project lacks until then. Without the Web Locks API every tab
 * may, and a step that another tab's step came before is refused (`history.moved`).
 */
export type EditingRight = 'asking' | 'editing' | 'following' | 'storing';

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
