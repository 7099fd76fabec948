import { type Accessor, createSignal } from 'solid-js';
import { compareScores, isFeasible, type Score } from '../../domain/score.ts';
import type { VariantName } from '../../domain/variants.ts';
import type { Checkpoint, RunOutcome, RunProgress } from '../../engine/run-events.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { Translate } from '../text/text.tsx';

export interface RunLogEntry {
  readonly seconds: number;
  readonly text: string;
}

const longestLog = 200;
/** Seconds between two entries about a better timetable; milestones are always written. */
const quietSeconds = 1;

export interface RunLog {
  /** Newest first. */
  readonly entries: Accessor<readonly RunLogEntry[]>;
  started(settings: RunSettings, variant: VariantName, startName?: string): void;
  resumed(checkpoint: Checkpoint): void;
  progress(progress: RunProgress): void;
  paused(): void;
  /** The rules are others from here on: what was better before may be dearer now. */
  steered(score: Score | null): void;
  continued(): void;
  stopping(): void;
  ended(outcome: RunOutcome): void;
  saved(name: string): void;
}

export function createRunLog(text: Translate): RunLog {
  const [entries, setEntries] = createSignal<readonly RunLogEntry[]>([]);
  let seconds = 0;
  let best: Score | null = null;
  let lastBetter = Number.NEGATIVE_INFINITY;
  const add = (line: string) => setEntries((all) => [{ seconds, text: line }, ...all].slice(0, longestLog));

  function better(score: Score): void {
    const before = best;
    if (before === null) {
      best = score;
      add(text('logFirst', { unplaced: score.unplaced, hard: score.hard, soft: score.soft }));
      return;
    }
    if (compareScores(score, before) >= 0) return;
    const milestone =
      isFeasible(score) && !isFeasible(before)
        ? text('logFeasible', { soft: score.soft })
        : score.unplaced === 0 && before.unplaced > 0
          ? text('logPlaced')
          : null;
    if (milestone === null && seconds - lastBetter < quietSeconds) return;
    best = score;
    lastBetter = seconds;
    add(
      milestone ??
        (score.hard > 0 ? text('logBetterHard', { hard: score.hard }) : text('logBetter', { soft: score.soft })),
    );
  }

  return {
    entries,
    started({ seed, islands, population, start }, variant, startName) {
      add(text('logStarted', { seed, islands, population }));
      if (start !== undefined && startName !== undefined) add(text('logStart', { name: startName }));
      if (variant !== 'balanced') add(text('logVariant', { name: text(`variant_${variant}`) }));
    },
    resumed(checkpoint) {
      best = checkpoint.score;
      seconds = checkpoint.seconds;
      add(text('logResumed', { generation: checkpoint.generation }));
    },
    progress(progress) {
      seconds = progress.seconds;
      // Before the first construction is done there is nothing to speak of.
      if (progress.moves > 0) better(progress.best);
    },
    steered(score) {
      best = score;
      add(score === null ? text('logSteered') : text('logSteeredScore', { hard: score.hard, soft: score.soft }));
    },
    paused: () => add(text('logPaused')),
    continued: () => add(text('logContinued')),
    stopping: () => add(text('logStopping')),
    ended(outcome) {
      seconds = outcome.seconds;
      add(
        outcome.failure === null
          ? text('logEnded', { reason: text(`stopReason_${outcome.reason}`) })
          : text('runFailed', { cause: outcome.failure }),
      );
    },
    saved: (name) => add(text('logSaved', { name })),
  };
}
