import type { Diagnostic } from '../domain/diagnostic.ts';
import type { PackedProblem } from '../domain/packed-problem.ts';
import type { PackedTimetable } from '../domain/packed-timetable.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import type { RunEvent } from '../domain/runs/run-log.ts';
import type { RunPhase, RunState } from '../domain/runs/run-states.ts';
import type { RunWish } from '../domain/runs/run-wish.ts';
import type { Score } from '../domain/score.ts';
import type { TimetableData } from '../domain/timetable.ts';
import type { VariantName } from '../domain/variants.ts';
import type { Values } from '../domain/wording/template.ts';
import type { AuditEvidence, EpochPoint, StopReason } from '../engine/run-contract/run-events.ts';
import type { RunSettings } from '../engine/run-contract/run-settings.ts';

/** Rows of the database. `version` is the shape of the row; older rows are restored when read. Times are ISO 8601. */
export interface ProjectRecord {
  readonly id: string;
  readonly version: 1;
  readonly name: string;
  /** Id of the reader it came from, or `sample:<name>`. */
  readonly source: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When a file of it was last saved by the user, or null. */
  readonly savedAt: string | null;
  /** Number of the last step of the log that the problem contains. */
  readonly seq: number;
  /** Number of the last step that problem and timetables contain as they are stored; the others are only in the log. */
  readonly storedSeq: number;
  readonly problem: ProblemData;
  readonly importReport: readonly Diagnostic[];
}

/** What lists show: everything but the problem. */
export type ProjectSummary = Omit<ProjectRecord, 'seq' | 'storedSeq' | 'problem' | 'importReport'> & {
  readonly eventCount: number;
};

export interface TimetableRecord {
  readonly id: string;
  readonly version: 1;
  readonly projectId: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The run that found it, or null when it was imported. */
  readonly runId: string | null;
  /** Null when nobody has evaluated it yet (imported). */
  readonly score: Score | null;
  /** Number of the last step of the project's log that it contains; absent where no edit has touched it. */
  readonly seq?: number;
  readonly timetable: TimetableData;
}

/** A run, from the press of the button on: what it is to do, where it stands, how it ended. */
export interface RunRecord {
  readonly id: string;
  readonly version: 2;
  readonly projectId: string;
  /** Changes only as `mayFollow` allows. */
  readonly state: RunState;
  readonly phase: RunPhase;
  /** Place in the queue: the lowest goes first. */
  readonly order: number;
  /** Key of the problem in the table `runInputs`, where it lies until the run has ended; null in rows of before. */
  readonly problemHash: string | null;
  /** Bytes of the problem there. */
  readonly inputBytes: number;
  /** Hash of what the search sees: problem, emphasis and start; null in rows of before. */
  readonly inputHash: string | null;
  /** Hash of input, settings, seed and engine: of two runs with equal ones the second is not needed. Null until planned. */
  readonly resultKey: string | null;
  /** `engineVersion` that it runs with; null in rows of before. */
  readonly engine: string | null;
  /** Provisional while there is a wish. */
  readonly settings: RunSettings;
  /** What the settings are to be planned from when its turn comes; null once they are planned. */
  readonly wish: RunWish | null;
  /** Whose soft rules counted more in it. */
  readonly variant: VariantName;
  /** Name of the timetable that it starts from, or null. */
  readonly startName: string | null;
  readonly createdAt: string;
  /** When its turn came, or null. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly reason: StopReason | null;
  /** Unplaced events, hard amount and soft cost of the best. */
  readonly best: Score | null;
  readonly generation: number;
  /** Share of the work that is done, 0 … 1. */
  readonly done: number;
  readonly moves: number;
  readonly movesPerSecond: number;
  /** Pauses excluded. */
  readonly seconds: number;
  readonly series: readonly EpochPoint[];
  /** What happened, oldest first; bounded (`addEvent`). */
  readonly log: readonly RunEvent[];
  /** Cause of a failure, or null. */
  readonly error: RunError | null;
  /** What shows a wrong score again, where the kernel counted otherwise than the reference evaluator. */
  readonly evidence?: AuditEvidence;
  /** Timetable the run's best is kept in, or null. */
  readonly timetableId: string | null;
  /** Who was in whose way how often, where hard rules stayed broken; the most frequent first. */
  readonly inTheWay?: readonly WayRecord[];
}

/** What lists of runs show: everything but what grows with the run. */
export type RunSummary = Omit<RunRecord, 'series' | 'log'>;

export interface RunError {
  /** `run.*`, `storage.*` or another code of a diagnostic. */
  readonly code: string;
  readonly message: string;
  readonly values?: Values;
}

/** The problem of runs that have not ended: the project may be edited while they wait. */
export interface RunInputRecord {
  /** Its hash. */
  readonly id: string;
  readonly version: 1;
  readonly packed: PackedProblem;
}

/** An event that sent another one away so many times while a place was looked for. */
export interface WayRecord {
  readonly eventId: string;
  readonly otherId: string;
  readonly times: number;
}

/** The best of a run at one of its moments, see `momentToDrop`. */
export interface SnapshotRecord {
  /** `snapshotId`. */
  readonly id: string;
  readonly version: 1;
  readonly runId: string;
  readonly generation: number;
  /** Of the run, pauses excluded. */
  readonly seconds: number;
  readonly score: Score;
  /** `structureKey` of the problem whose indices the timetable has. */
  readonly structure: string;
  readonly timetable: PackedTimetable;
}

/** A state of a project with a name; what it contains lies apart (`VersionContent`). */
export interface VersionRecord {
  readonly id: string;
  readonly version: 1;
  readonly projectId: string;
  readonly name: string;
  readonly note: string;
  readonly createdAt: string;
  /** The version that was changed to make this one, or null. */
  readonly parentId: string | null;
  /** What people were given; one version of a project at most. */
  readonly published: boolean;
  /** Number of the last step of the log that it contains. */
  readonly seq: number;
  /** Steps by which it was restored. */
  readonly restoredBy: readonly number[];
  readonly eventCount: number;
  /** The timetable that was chosen, as it was called; null when there was none. */
  readonly timetable: { readonly id: string; readonly name: string } | null;
  readonly score: Score | null;
}

export interface VersionContent {
  readonly problem: ProblemData;
  readonly timetable: TimetableData | null;
}
