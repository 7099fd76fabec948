import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { PackedTimetable } from '../../domain/packed-timetable.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import type { RunPhase } from '../../domain/runs/run-states.ts';
import type { Score } from '../../domain/score.ts';
import type { Timetable } from '../../domain/timetable.ts';
import type { RunSettings } from './run-settings.ts';

/** One point of the convergence series: the state at the end of a generation (epoch barrier). */
export interface EpochPoint {
  readonly generation: number;
  /** Wall-clock seconds since the run started, pauses excluded. */
  readonly seconds: number;
  /** Evaluated moves so far, all islands. */
  readonly moves: number;
  readonly temperature: number;
  readonly best: Score;
  /** Of the individuals' present scores. */
  readonly median: Score;
  readonly worst: Score;
  /** Mean share of events placed differently in two individuals, 0 … 1. */
  readonly diversity: number;
  /** Best of each island. */
  readonly islands: readonly Score[];
  /** Soft cost and hard amount of the best by rule (index = `problem.rules` position, then the basics), see `amountsByRule`. */
  readonly byRule: readonly RuleCost[];
  /** What happened at the barrier, beside the end of a generation; absent when nothing did. */
  readonly marks?: readonly RunMark[];
}

/**
 * `migration`: the best of each island went to the next one;
 * `resumed`: the first barrier after a checkpoint; `steered`: the scores from here on are those of a changed problem.
 */
export type RunMark = 'migration' | 'resumed' | 'steered';

export interface RuleCost {
  /** Rule id, or the basic's id (`placed`, `roomClash`, `instructorClash`, `groupClash`, `closed`, `preference`). */
  readonly id: string;
  /** Rule kind, or the basic's id. */
  readonly kind: string;
  readonly hard: boolean;
  readonly amount: number;
  readonly cost: number;
}

/** Sent at most ten times a second while a run is on. */
export interface RunProgress {
  readonly phase: RunPhase;
  readonly isPaused: boolean;
  readonly generation: number;
  readonly generations: number;
  readonly seconds: number;
  readonly moves: number;
  readonly movesPerSecond: number;
  /** Share of the planned moves done, 0 … 1. */
  readonly done: number;
  readonly best: Score;
}

/** Why a run ended. */
export type StopReason = 'generations' | 'timeLimit' | 'target' | 'stagnation' | 'stopped' | 'cancelled' | 'failed';

/** How often an event sent another away while a repair looked for a place for it: who is in whose way. */
export interface EventConflict {
  readonly event: number;
  readonly other: number;
  readonly times: number;
}

export interface RunOutcome {
  readonly reason: StopReason;
  /** Best timetable found, also after a stop or a failure; null when nothing was found yet. */
  readonly best: Timetable | null;
  readonly score: Score | null;
  readonly generations: number;
  readonly moves: number;
  readonly seconds: number;
  /** The individuals of all islands as they were at the end; empty when the run failed or was cancelled. */
  readonly population: readonly PackedTimetable[];
  /**
   * Where hard rules stay broken: who was in whose way how often while repairs looked for places, the most frequent
   * first. Absent when nothing had to be repaired, or nothing is left broken.
   */
  readonly conflicts?: readonly EventConflict[];
  /** Message and, where known, the seed that shows it; null unless failed. */
  readonly failure: string | null;
  /** Where the failure is a wrong score. */
  readonly evidence?: AuditEvidence;
}

/**
 * Where an island stands between two barriers. `waiting`: its next generation has not begun, though its first individuals
 * may be under construction; `underWay`: in the middle of it; `done`: it waits for the others. Islands do not know of each
 * other in between, so each may be at another place.
 */
export interface IslandState {
  readonly stage: 'waiting' | 'underWay' | 'done';
  /** Its memory, compressed (`compress.ts`). */
  readonly memory: Uint8Array;
}

export interface ScoredTimetable {
  readonly timetable: Timetable;
  readonly score: Score;
}

/** Enough to go on bit for bit: the memory of each island, and where the run stood. */
export interface Checkpoint {
  /** `engineVersion` that made it: islands of another one cannot be continued, only its best can be started from. */
  readonly engine: string;
  /** Generations that all islands have completed. */
  readonly generation: number;
  /** Generation of the last improvement. */
  readonly improvedAt: number;
  /** Of the completed generations. */
  readonly moves: number;
  readonly seconds: number;
  readonly islands: readonly IslandState[];
  /** Best so far, so that it can be shown without the kernel. */
  readonly best: Timetable;
  readonly score: Score;
  /** Best of the completed generations, which decides how the run goes on; null before the first. */
  readonly settled: ScoredTimetable | null;
  /** The problem that it goes on with, where the run was steered; absent: the one it began with. */
  readonly steered?: ProblemData;
}

/** What a run tells of getting over trouble. */
export type RunRecovery =
  /** Its checkpoint was made by another version of the engine: it starts anew from the best timetable in it. */
  | { readonly kind: 'reseeded'; readonly engine: string }
  /** The machine was asleep, or the page held up as if it were: that time does not count. */
  | { readonly kind: 'slept' }
  /** A worker was lost: all islands go back to where they stood after `generation`. */
  | { readonly kind: 'retried'; readonly attempt: number; readonly generation: number; readonly cause: string };

/** All that shows a wrong score again: kernel and reference evaluator disagree about `timetable`. */
export interface AuditEvidence {
  /** Checksum of the problem that was searched, emphasis included. */
  readonly problemHash: string;
  readonly settings: RunSettings;
  readonly seed: number;
  readonly engine: string;
  readonly generation: number;
  readonly timetable: PackedTimetable;
  /** As the kernel counted. */
  readonly claimed: Score;
  /** As the reference evaluator counts. */
  readonly evaluated: Score;
}

export interface RunHooks {
  readonly onProgress: (progress: RunProgress) => void;
  readonly onEpoch: (point: EpochPoint) => void;
  /** The best timetable whenever it improved, at most twice a second. */
  readonly onBest: (timetable: Timetable, score: Score) => void;
  /** After the first generation, then every few seconds (docs/decisions/0022-durable-runs.md). */
  readonly onCheckpoint: (checkpoint: Checkpoint) => void;
  readonly onRecovery?: (recovery: RunRecovery) => void;
}

/** A run under way. Every verb is safe to call at any time and more than once. */
export interface RunHandle {
  pause(): void;
  resume(): void;
  /** Ends at the next safe point and keeps the best. */
  stop(): void;
  /** Ends at once; `outcome` still carries the best that was reported. */
  cancel(): void;
  /**
   * Goes on with a changed problem from the present population at the present temperature, from the end of the generation
   * under way. Only rules and locks may differ. Settles when it goes on so, or with the reasons why it does not.
   */
  steer(data: ProblemData): Promise<readonly Diagnostic[]>;
  /** Where the run stands now, or stood last; null while nothing has been found. Also goes to `onCheckpoint`. */
  checkpoint(): Promise<Checkpoint | null>;
  readonly outcome: Promise<RunOutcome>;
}
