import type { Diagnostic } from '../domain/diagnostic.ts';
import type { PackedTimetable } from '../domain/packed-timetable.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import type { RunPhase } from '../domain/runs/run-states.ts';
import type { Score } from '../domain/score.ts';
import type { Timetable } from '../domain/timetable.ts';

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
}

/** Enough to go on bit for bit: one memory region per island, and where the run stood. */
export interface Checkpoint {
  /** Version of the memory layout; another version cannot be resumed. */
  readonly layout: number;
  readonly generation: number;
  /** Generation of the last improvement. */
  readonly improvedAt: number;
  readonly moves: number;
  readonly seconds: number;
  readonly islands: readonly Uint8Array[];
  /** Best so far, so that it can be shown without the kernel. */
  readonly best: Timetable;
  readonly score: Score;
}

export interface RunHooks {
  readonly onProgress: (progress: RunProgress) => void;
  readonly onEpoch: (point: EpochPoint) => void;
  /** The best timetable whenever it improved, at most twice a second. */
  readonly onBest: (timetable: Timetable, score: Score) => void;
  /** At an epoch barrier: the first one, then at most every five seconds. */
  readonly onCheckpoint: (checkpoint: Checkpoint) => void;
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
  readonly outcome: Promise<RunOutcome>;
}
