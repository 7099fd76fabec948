import { type Endpoint, type Remote, releaseProxy } from 'comlink';
import type { Violation } from '../domain/constraints/definition.ts';
import type { Evaluation } from '../domain/evaluate.ts';
import { unpackItems } from '../domain/packed.ts';
import { packProblem } from '../domain/packed-problem.ts';
import { type PackedTimetable, packTimetable, unpackTimetable } from '../domain/packed-timetable.ts';
import type { PreCheckFinding } from '../domain/pre-check.ts';
import type { Problem } from '../domain/problem.ts';
import { inSlices } from '../domain/steps.ts';
import type { Timetable } from '../domain/timetable.ts';
import type { ComparedTimetable } from '../domain/trade-offs.ts';
import type { AnalysisApi, PackedEvaluation } from './analysis-api.ts';
import { remoteOf } from './remote.ts';
import { startWorker } from './start-worker.ts';

/** Judges timetables and counts shortages off the main thread, which must stay free for the user. */
export interface Analysis {
  evaluate(problem: Problem, timetable: Timetable): Promise<Evaluation>;
  /** What each of these timetables is worth, equal ones once. */
  compare(problem: Problem, timetables: readonly PackedTimetable[]): Promise<readonly ComparedTimetable[]>;
  preCheck(problem: Problem): Promise<readonly PreCheckFinding[]>;
  /** Gives the memory back once what was asked is answered; the next question opens its problem again. */
  rest(): void;
  dispose(): void;
}

type WorkerLike = Endpoint & { terminate(): void };

/** The worker starts with the first question. If it fails, the answer is found on this thread instead. */
export function createAnalysis(spawn: () => WorkerLike = () => startWorker('analysis')): Analysis {
  const worker = createAnalysisWorker(spawn);
  // One question after the other: the worker has one problem open at a time.
  let queue: Promise<unknown> = Promise.resolve();

  function ask<T>(problem: Problem, question: Question<T>, here: () => Promise<T>): Promise<T> {
    const answer = queue.then(() => worker.ask(problem, question).catch(here));
    queue = answer.catch(() => undefined);
    return answer;
  }

  return {
    evaluate: (problem, timetable) =>
      ask(
        problem,
        async (api, opened) => unpacked(await api.evaluate(opened, packTimetable(timetable))),
        async () => (await import('../domain/evaluate.ts')).evaluate(problem, timetable),
      ),
    compare: (problem, timetables) =>
      ask<readonly ComparedTimetable[]>(
        problem,
        (api, opened) => api.compare(opened, timetables),
        async () =>
          (await import('../domain/trade-offs.ts')).compareTimetables(problem, timetables.map(unpackTimetable)),
      ),
    preCheck: (problem) =>
      ask<readonly PreCheckFinding[]>(
        problem,
        (api, opened) => api.preCheck(opened),
        async () => (await import('../domain/pre-check.ts')).preCheck(problem),
      ),
    rest() {
      queue = queue.then(worker.dispose);
    },
    dispose: worker.dispose,
  };
}

/** What is asked of the problem that is open under the key. */
type Question<T> = (api: Remote<AnalysisApi>, key: number) => Promise<T>;

/** The worker, which is started when it is asked, and the problem that is open in it. */
function createAnalysisWorker(spawn: () => WorkerLike) {
  let worker: WorkerLike | null = null;
  let remote: Remote<AnalysisApi> | null = null;
  let failed: Promise<never> | null = null;
  let open: Problem | null = null;
  let key = 0;

  function connect(): Remote<AnalysisApi> {
    if (remote !== null) return remote;
    const spawned = spawn();
    worker = spawned;
    failed = new Promise((_, reject) => {
      spawned.addEventListener('error', () => reject(new Error('The analysis worker could not go on')));
    });
    failed.catch(dispose);
    remote = remoteOf<AnalysisApi>('analysis', spawned);
    return remote;
  }

  function dispose(): void {
    remote?.[releaseProxy]();
    worker?.terminate();
    remote = null;
    worker = null;
    failed = null;
    open = null;
  }

  /** The answer; rejects when the worker cannot give it. */
  async function ask<T>(problem: Problem, question: Question<T>): Promise<T> {
    const api = connect();
    const work = async () => {
      if (open !== problem) {
        open = null;
        await api.open(++key, packProblem(problem.data));
        open = problem;
      }
      return question(api, key);
    };
    // A worker that died never answers.
    return await Promise.race(failed === null ? [work()] : [work(), failed]);
  }
  return { ask, dispose };
}

async function unpacked({ score, violations }: PackedEvaluation): Promise<Evaluation> {
  // The worker packed them from an evaluation.
  return { score, violations: (await inSlices(unpackItems(violations))) as readonly Violation[] };
}
