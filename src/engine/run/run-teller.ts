import { compareScores, type Score } from '../../domain/score.ts';
import type { Timetable } from '../../domain/timetable.ts';
import type { RunHooks, RunProgress, ScoredTimetable } from '../run-contract/run-events.ts';
import type { RunSettings } from '../run-contract/run-settings.ts';

const progressEvery = 100;
const bestEvery = 500;

/** Knows the best that was found and tells of it and of the progress, not too often. */
export class RunTeller {
  readonly #hooks: RunHooks;
  readonly #settings: RunSettings;
  #best: ScoredTimetable | null;
  #lastProgress = 0;
  #lastBest = 0;

  constructor(settings: RunSettings, hooks: RunHooks, best: ScoredTimetable | null) {
    this.#settings = settings;
    this.#hooks = hooks;
    this.#best = best;
  }

  get best(): ScoredTimetable | null {
    return this.#best;
  }

  /** Scores are of other rules from now on. */
  forget(): void {
    this.#best = null;
  }

  offer(score: Score, timetable: Timetable, always: boolean): void {
    const order = this.#best === null ? -1 : compareScores(score, this.#best.score);
    // of equals the one of the barrier is kept: which one was shown in between depends on the clock
    if (order < 0 || (order === 0 && always)) this.#best = { score, timetable };
    const now = performance.now();
    if (order >= 0 || (!always && now - this.#lastBest < bestEvery)) return;
    this.#lastBest = now;
    this.#hooks.onBest(timetable, score);
  }

  /** `secondsBefore`: of a run that goes on. */
  progress(
    always: boolean,
    at: Pick<RunProgress, 'phase' | 'isPaused' | 'generation' | 'seconds' | 'moves'>,
    secondsBefore: number,
  ) {
    const now = performance.now();
    if ((!always && now - this.#lastProgress < progressEvery) || this.#best === null) return;
    this.#lastProgress = now;
    const { generations, movesPerIndividual, population } = this.#settings;
    this.#hooks.onProgress({
      ...at,
      generations,
      movesPerSecond: at.seconds > secondsBefore ? at.moves / at.seconds : 0,
      done: Math.min(1, at.moves / (movesPerIndividual * population)),
      best: this.#best.score,
    });
  }
}
