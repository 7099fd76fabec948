import { type Endpoint, type Remote, releaseProxy } from 'comlink';
import { causeText } from '../domain/cause-text.ts';
import { error } from '../domain/diagnostic.ts';
import { packProblem } from '../domain/packed-problem.ts';
import { packTimetable } from '../domain/packed-timetable.ts';
import type { Problem } from '../domain/problem.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Timetable } from '../domain/timetable.ts';
import { relockedEvents } from '../engine/editing/relocked.ts';
import type { EditingApi } from './editing-api.ts';
import { changesBetween } from './editing-changes.ts';
import { remoteOf } from './remote.ts';

export type WorkerLike = Endpoint & { terminate(): void };

/** A worker with what is open in it. */
export interface Connection {
  readonly api: Remote<EditingApi>;
  /** Rejects when the worker dies or is let go: calls under way would never settle. */
  readonly ended: Promise<never>;
  end(cause: string): void;
  problem: Problem | null;
  timetable: Timetable | null;
}

/** Questions to the worker, each about the timetable that it is asked with. */
export interface EditingQuestions {
  /** The worker is brought up to date first; one that fails is replaced, and the question asked once more. */
  ask<T>(
    problem: Problem,
    timetable: Timetable,
    question: (api: Remote<EditingApi>, to: Connection) => Promise<T>,
  ): Promise<Result<T>>;
  /** Ends the worker; questions that wait fail. */
  release(): void;
}

const closed = 'the project was closed';

export function createQuestions(spawn: () => WorkerLike): EditingQuestions {
  let connection: Connection | null = null;
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
        to.end(causeText(cause));
        return failure<T>([failed(cause)]);
      }
    });
    queue = answer;
    const result = await answer;
    const isOver = result.ok || attempts === 1 || releases !== asked;
    return isOver ? result : ask(problem, timetable, question, attempts - 1);
  }

  return {
    ask,
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
    const changes = changesBetween(known, timetable);
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

/** Why there is no answer. */
export function failed(cause: unknown) {
  return error('editing.failed', `What a change would mean could not be found out: ${causeText(cause)}.`, {
    advice: 'Try again; if it happens again, close other projects or reload the page.',
  });
}
