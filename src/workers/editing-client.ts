import { type Endpoint, type Remote, releaseProxy } from 'comlink';
import { error } from '../domain/diagnostic.ts';
import { packProblem } from '../domain/packed-problem.ts';
import { packTimetable, unpackTimetable } from '../domain/packed-timetable.ts';
import type { Problem } from '../domain/problem.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Score } from '../domain/score.ts';
import type { Assignment, Timetable } from '../domain/timetable.ts';
import type {
  Choice,
  EventMove,
  FixProgress,
  FixRequest,
  LocalFix,
  Places,
  RoomChanges,
  Suggestion,
  WhyNot,
  WorstEvent,
} from '../engine/editing/answers.ts';
import { relockedEvents } from '../engine/editing/relocked.ts';
import { createCallbacks } from './callbacks.ts';
import type { EditingApi } from './editing-api.ts';
import { remoteOf } from './remote.ts';
import { watched } from './worker-failures.ts';

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

type WorkerLike = Endpoint & { terminate(): void };

/** A worker with what is open in it. */
interface Connection {
  readonly api: Remote<EditingApi>;
  /** Rejects when the worker dies or is let go: calls under way would never settle. */
  readonly ended: Promise<never>;
  end(cause: string): void;
  problem: Problem | null;
  timetable: Timetable | null;
}

const closed = 'the project was closed';

/** Beyond so many changes the whole timetable is sent. */
const mostChanges = 200;

/** The worker starts with the first question. One that fails is replaced, and the question asked once more. */
export function createEditing(spawn: () => WorkerLike = spawnWorker): Editing {
  let connection: Connection | null = null;
  let requests = 0;
  let releases = 0;
  // What is open is brought up to date by one question after the other.
  let queue: Promise<unknown> = Promise.resolve();

  function connect(): Connection {
    connection ??= connected(spawn(), (ended) => {
      if (connection === ended) connection = null;
    });
    return connection;
  }

  async function ask<T>(
    problem: Problem,
    timetable: Timetable,
    question: (api: Remote<EditingApi>, to: Connection) => Promise<T>,
    attempts = 2,
  ): Promise<Result<T>> {
    const asked = releases;
    const answer = queue.then(async () => {
      if (releases !== asked) return failure<T>([failed(new Error(closed))]);
      const to = connect();
      try {
        const work = bringUpToDate(to, problem, timetable).then(() => question(to.api, to));
        return success(await Promise.race([work, to.ended]));
      } catch (cause) {
        to.end(messageOf(cause));
        return failure<T>([failed(cause)]);
      }
    });
    queue = answer;
    const result = await answer;
    const isOver = result.ok || attempts === 1 || releases !== asked;
    return isOver ? result : ask(problem, timetable, question, attempts - 1);
  }

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
    fixLocally(problem, timetable, wish, onProgress) {
      const request = ++requests;
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
    },
    release() {
      releases++;
      connection?.end(closed);
    },
  };
}

function connected(worker: WorkerLike, onEnd: (connection: Connection) => void): Connection {
  let reject: (cause: Error) => void = () => {};
  const ended = new Promise<never>((_, rejectIt) => {
    reject = rejectIt;
  });
  ended.catch(() => undefined);
  const api = remoteOf<EditingApi>('editing', worker);
  let isOver = false;
  const connection: Connection = {
    api,
    ended,
    problem: null,
    timetable: null,
    end(cause) {
      if (isOver) return;
      isOver = true;
      onEnd(connection);
      reject(new Error(cause));
      api[releaseProxy]();
      worker.terminate();
    },
  };
  worker.addEventListener('error', () => connection.end('the editing worker could not go on'));
  return connection;
}

/** Opens the problem, or sends what differs from the timetable that is open. */
async function bringUpToDate(to: Connection, problem: Problem, timetable: Timetable): Promise<void> {
  if (to.problem === problem && to.timetable === timetable) return;
  const known = (await isProblemOpen(to, problem)) ? to.timetable : null;
  to.problem = null;
  if (known === null) await to.api.open(packProblem(problem.data), packTimetable(timetable));
  else {
    const changes = areEqual(known.enrolment ?? [], timetable.enrolment ?? [])
      ? changesBetween(known, timetable)
      : null;
    if (changes === null) await to.api.load(packTimetable(timetable));
    else if (changes.length > 0) await to.api.update(changes);
  }
  to.problem = problem;
  to.timetable = timetable;
}

/** Whether this very problem is open, or one with other locks, which the worker then takes over. */
async function isProblemOpen({ api, problem: opened }: Connection, problem: Problem): Promise<boolean> {
  if (opened === problem) return true;
  const relocked = opened === null ? null : relockedEvents(opened, problem);
  return relocked !== null && (await api.relock(relocked));
}

/** Null when they are too many to be sent one by one. */
function changesBetween(before: Timetable, after: Timetable): EventMove[] | null {
  const changes: EventMove[] = [];
  for (const [event, assignment] of after.assignments.entries()) {
    if (isSame(before.assignments[event], assignment)) continue;
    changes.push({ event, assignment });
    if (changes.length > mostChanges) return null;
  }
  return changes;
}

/** The same with the very assignments of `start` where nothing has changed. */
function sharedWith(start: Timetable, { assignments, ...rest }: Timetable): Timetable {
  return {
    ...rest,
    assignments: assignments.map((assignment, event) => {
      const former = start.assignments[event];
      return former !== undefined && isSame(former, assignment) ? former : assignment;
    }),
  };
}

function isSame(one: Assignment | undefined, other: Assignment): boolean {
  return (
    one === other ||
    (one?.time === other.time && areEqual(one.rooms, other.rooms) && areEqual(one.instructors, other.instructors))
  );
}

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}

function failed(cause: unknown) {
  return error('editing.failed', `What a change would mean could not be found out: ${messageOf(cause)}.`, {
    advice: 'Try again; if it happens again, close other projects or reload the page.',
  });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function spawnWorker(): WorkerLike {
  return watched(new Worker(new URL('./editing.worker.ts', import.meta.url), { type: 'module' }), 'editing');
}
