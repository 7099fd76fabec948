import { unpackTimetable } from '../domain/packed-timetable.ts';
import type { Problem } from '../domain/problem.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Score } from '../domain/score.ts';
import type { Assignment, Timetable } from '../domain/timetable.ts';
import type {
  Choice,
  FixProgress,
  FixRequest,
  LocalFix,
  Places,
  RoomChanges,
  Suggestion,
  WhyNot,
  WorstEvent,
} from '../engine/editing/answers.ts';
import { createCallbacks } from './callbacks.ts';
import { sharedWith } from './editing-changes.ts';
import { createQuestions, type EditingQuestions, failed, type WorkerLike } from './editing-questions.ts';
import { startWorker } from './start-worker.ts';

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
  /** What each of these rooms would mean at each of these times; rooms that are no candidates are left out. */
  roomChanges(
    problem: Problem,
    timetable: Timetable,
    event: number,
    times: readonly number[],
    rooms: readonly number[],
  ): Promise<Result<RoomChanges>>;
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
  /**
   * At most `count` placements or chains of at most three events for it, best first; also such as make things worse. Once
   * `signal` is aborted the worker leaves off, so that the next question need not wait; the list is empty then.
   */
  suggestions(
    problem: Problem,
    timetable: Timetable,
    event: number,
    count: number,
    signal?: AbortSignal,
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

/** The worker starts with the first question. One that fails is replaced, and the question asked once more. */
export function createEditing(spawn: () => WorkerLike = () => startWorker('editing')): Editing {
  const { ask, release } = createQuestions(spawn);
  let requests = 0;
  return {
    open: (problem, timetable) => ask(problem, timetable, (api) => api.score()),
    places: (problem, timetable, event) => ask(problem, timetable, (api) => api.places(event)),
    roomChanges: (problem, timetable, event, times, rooms) =>
      ask(problem, timetable, (api) => api.roomChanges(event, times, rooms)),
    whyNot: (problem, timetable, event, assignment) => ask(problem, timetable, (api) => api.whyNot(event, assignment)),
    rooms: (problem, timetable, event, time, position = 0) =>
      ask(problem, timetable, (api) => api.rooms(event, time, position)),
    instructors: (problem, timetable, event, time, position = 0) =>
      ask(problem, timetable, (api) => api.instructors(event, time, position)),
    suggestions(problem, timetable, event, count, signal) {
      const request = ++requests;
      return ask(problem, timetable, async (api) => {
        if (signal?.aborted === true) return [];
        const stop = () => void api.stop(request);
        signal?.addEventListener('abort', stop);
        try {
          return await api.suggestions(request, event, count);
        } finally {
          signal?.removeEventListener('abort', stop);
        }
      });
    },
    worst: (problem, timetable, after) => ask(problem, timetable, (api) => api.worst(after)),
    fixLocally: (problem, timetable, wish, onProgress) =>
      fixLocally(ask, ++requests, problem, timetable, wish, onProgress),
    release,
  };
}

/** Goes on beside other questions; `request` is what the worker knows it by. */
function fixLocally(
  ask: EditingQuestions['ask'],
  request: number,
  problem: Problem,
  timetable: Timetable,
  wish: FixRequest,
  onProgress: (progress: FixProgress) => void,
): LocalFixRun {
  let isStopped = false;
  let stopThere = () => {};
  const callbacks = createCallbacks();
  async function run(): Promise<Result<LocalFix>> {
    const begun = await ask(problem, timetable, async (api, to) => ({
      to,
      // not waited for here: other questions have their turn meanwhile
      answer: api.fixLocally(request, wish, callbacks.offer(onProgress)),
    }));
    if (!begun.ok) return begun;
    const { to, answer } = begun.value;
    stopThere = () => void to.api.stop(request);
    if (isStopped) stopThere();
    try {
      const found = await Promise.race([answer, to.ended]);
      return success({ ...found, timetable: sharedWith(timetable, unpackTimetable(found.timetable)) });
    } catch (cause) {
      return failure([failed(cause)]);
    } finally {
      stopThere = () => {};
    }
  }
  return {
    stop() {
      isStopped = true;
      stopThere();
    },
    outcome: run().finally(callbacks.endAll),
  };
}
