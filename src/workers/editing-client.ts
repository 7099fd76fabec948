import type { Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';
import type { Score } from '../domain/score.ts';
import type { Assignment, Timetable } from '../domain/timetable.ts';
import type {
  Choice,
  FixProgress,
  FixRequest,
  LocalFix,
  Places,
  Suggestion,
  WhyNot,
  WorstEvent,
} from '../engine/editing/answers.ts';

/**
 * Answers what would happen if a timetable were changed, in a worker that keeps the kernel loaded. Each question names the
 * problem and the timetable it is about (the very objects the page shows): whatever differs from the last question is
 * brought up to date first, so nobody has to open or update anything. A new problem costs a second or so in large
 * projects; `open` does that ahead of time. Answers come in the order of the questions. A failure (`editing.failed`) means that
 * the worker died twice, or that the problem cannot be searched.
 */
export interface Editing {
  /** Gets ready for questions about this timetable; the answer is its score. */
  open(problem: Problem, timetable: Timetable): Promise<Result<Score>>;
  /** Every place that the event could be asked to go to. */
  places(problem: Problem, timetable: Timetable, event: number): Promise<Result<Places>>;
  /** What would be broken and mended by this assignment of the event. */
  whyNot(problem: Problem, timetable: Timetable, event: number, assignment: Assignment): Promise<Result<WhyNot>>;
  /** The candidate rooms for one of the rooms that the event needs (0 is the first), best first; `time` -1 for where it is. */
  rooms(
    problem: Problem,
    timetable: Timetable,
    event: number,
    time: number,
    position?: number,
  ): Promise<Result<readonly Choice[]>>;
  /** The same for the instructors it needs; empty when the whole pool teaches. */
  instructors(
    problem: Problem,
    timetable: Timetable,
    event: number,
    time: number,
    position?: number,
  ): Promise<Result<readonly Choice[]>>;
  /** At most `count` placements or chains of at most three events for it, best first; also such as make things worse. */
  suggestions(
    problem: Problem,
    timetable: Timetable,
    event: number,
    count: number,
  ): Promise<Result<readonly Suggestion[]>>;
  /**
   * The event that needs attention most, or the next one after `after` in that order; unplaced ones come first, in the order of the
   * problem. Null when no (other) event is unplaced or costs anything.
   */
  worst(problem: Problem, timetable: Timetable, after?: number): Promise<Result<WorstEvent | null>>;
  /** A short search around the present timetable. Other questions are answered meanwhile. */
  fixLocally(
    problem: Problem,
    timetable: Timetable,
    request: FixRequest,
    onProgress: (progress: FixProgress) => void,
  ): LocalFixRun;
  /** Gives the memory back: the project closes. The next question begins anew. */
  release(): void;
}

/** A local search under way. */
export interface LocalFixRun {
  /** Ends it soon with the best found so far. */
  stop(): void;
  readonly outcome: Promise<Result<LocalFix>>;
}
