import type { Diagnostic } from '../domain/diagnostic.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import type { Score } from '../domain/score.ts';
import type { TimetableData } from '../domain/timetable.ts';
import type { VariantName } from '../domain/variants.ts';
import type { Checkpoint, EpochPoint, RunState, StopReason } from '../engine/run-events.ts';
import type { RunSettings } from '../engine/run-settings.ts';

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

export interface RunRecord {
  readonly id: string;
  readonly version: 1;
  readonly projectId: string;
  readonly state: RunState;
  readonly settings: RunSettings;
  /** Whose soft rules counted more in it. */
  readonly variant: VariantName;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly reason: StopReason | null;
  readonly best: Score | null;
  readonly moves: number;
  readonly seconds: number;
  readonly series: readonly EpochPoint[];
  /** Cause of a failure, or null. */
  readonly failure: string | null;
  /** Timetable the run's best is kept in, or null. */
  readonly timetableId: string | null;
  /** Who was in whose way how often, where hard rules stayed broken; the most frequent first. */
  readonly inTheWay?: readonly WayRecord[];
}

/** An event that sent another one away so many times while a place was looked for. */
export interface WayRecord {
  readonly eventId: string;
  readonly otherId: string;
  readonly times: number;
}

export interface CheckpointRecord {
  /** Id of the run: one checkpoint per run, the newest. */
  readonly runId: string;
  readonly version: 1;
  readonly savedAt: string;
  readonly checkpoint: Checkpoint;
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
