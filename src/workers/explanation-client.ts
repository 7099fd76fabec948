import { type Endpoint, releaseProxy } from 'comlink';
import { causeText } from '../domain/cause-text.ts';
import { packProblem } from '../domain/packed-problem.ts';
import { packTimetable } from '../domain/packed-timetable.ts';
import type { Problem } from '../domain/problem.ts';
import type { Timetable } from '../domain/timetable.ts';
import type { ConflictHooks } from '../engine/conflicts/conflicts.ts';
import { createCallbacks } from './callbacks.ts';
import type { ExplanationApi } from './explanation-api.ts';
import { remoteOf } from './remote.ts';
import { startWorker } from './start-worker.ts';

/** Finds small sets of rules that cannot hold together, beside the page. */
export interface Explainer {
  explain(problem: Problem, timetable: Timetable, hooks: ConflictHooks): Explanation;
}

/** A search for conflicts under way. */
export interface Explanation {
  /** Ends it at once; what it found was reported. */
  stop(): void;
  readonly outcome: Promise<ExplanationOutcome>;
}

export type ExplanationOutcome =
  | { readonly kind: 'done'; readonly hasUnexplained: boolean }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly cause: string };

type WorkerLike = Endpoint & { terminate(): void };

/** Each search has a worker of its own, which is ended with it: the search itself never looks up. */
export function createExplainer(spawn: () => WorkerLike = () => startWorker('explanation')): Explainer {
  return {
    explain(problem, timetable, hooks) {
      const worker = spawn();
      const remote = remoteOf<ExplanationApi>('explanation', worker);
      const callbacks = createCallbacks();
      let end: (outcome: ExplanationOutcome) => void = () => {};
      const ended = new Promise<ExplanationOutcome>((resolve) => {
        end = resolve;
      });
      const failed = (cause: unknown) => end({ kind: 'failed', cause: causeText(cause) });
      worker.addEventListener('error', () => failed(new Error('The worker could not go on')));
      remote
        .explain(
          packProblem(problem.data),
          packTimetable(timetable),
          callbacks.offer(hooks.onConflict),
          callbacks.offer(hooks.onTest),
        )
        .then((hasUnexplained) => end({ kind: 'done', hasUnexplained }), failed);
      return {
        stop: () => end({ kind: 'stopped' }),
        outcome: ended.finally(() => {
          callbacks.endAll();
          remote[releaseProxy]();
          worker.terminate();
        }),
      };
    },
  };
}
