import { open, rename } from 'node:fs/promises';
import { causeText } from './domain/cause-text.ts';
import { type Diagnostic, error, warning } from './domain/diagnostic.ts';
import type { Problem } from './domain/problem.ts';
import { failure, type Result, success } from './domain/result.ts';
import type { Timetable } from './domain/timetable.ts';
import { toTimetableData } from './domain/timetable-data.ts';
import type { VariantName } from './domain/variants.ts';
import { packCheckpoint, unpackCheckpoint } from './engine/run-contract/run-checkpoint.ts';
import type { Checkpoint, RunHandle, RunRecovery } from './engine/run-contract/run-events.ts';
import type { RunSettings } from './engine/run-contract/run-settings.ts';
import { engineVersion } from './engine/run-contract/run-version.ts';
import type { ProjectContent, SavedRun } from './formats/format.ts';
import { printerOf } from './formats/run-file.ts';

export interface Resumption {
  readonly variant: VariantName;
  readonly settings: RunSettings;
  readonly checkpoint: Checkpoint | null;
}

/** The run in a file given with `--resume`. */
export function resumptionOf({ run }: ProjectContent, place: string): Result<Resumption> {
  if (run === undefined) {
    return failure([
      error('resume.none', 'There is no run in this file.', {
        place,
        advice: 'Give a file that --checkpoint has written, or a run saved by the app.',
      }),
    ]);
  }
  // Its reader has looked at it.
  const checkpoint = run.checkpoint === null ? null : unpackCheckpoint(run.checkpoint);
  return success({ variant: run.variant, settings: run.settings, checkpoint });
}

/** Writes the run beside its file and puts it in its place: a reader finds the whole of the former or of the new one. */
export class CheckpointFile {
  readonly #path: string;
  readonly #problem: Problem;
  readonly #run: Omit<SavedRun, 'checkpoint'>;
  readonly #print: ReturnType<typeof printerOf>;
  #writing: Promise<void> = Promise.resolve();
  #waiting: Checkpoint | null = null;
  #last: Checkpoint | null;
  /** Why the last write failed. */
  #flaw: Diagnostic | null = null;

  constructor(path: string, problem: Problem, { variant, settings, checkpoint }: Resumption) {
    this.#path = path;
    this.#problem = problem;
    this.#run = { engine: engineVersion, variant, settings };
    this.#print = printerOf(problem.data);
    this.#last = checkpoint;
  }

  get flaw(): Diagnostic | null {
    return this.#flaw;
  }

  /** One write at a time; of those that come meanwhile the newest is written next. */
  take(checkpoint: Checkpoint): void {
    const isIdle = this.#waiting === null;
    this.#waiting = checkpoint;
    if (isIdle) this.#writing = this.#writing.then(() => this.#writeWaiting());
  }

  /** With the best, at the end of a run. */
  async finish(best: Timetable | null): Promise<void> {
    await this.#writing;
    await this.#write(this.#last, best);
  }

  async #writeWaiting(): Promise<void> {
    const checkpoint = this.#waiting;
    this.#waiting = null;
    if (checkpoint === null) return;
    this.#last = checkpoint;
    await this.#write(checkpoint, checkpoint.best);
  }

  async #write(checkpoint: Checkpoint | null, best: Timetable | null): Promise<void> {
    const named = { id: 'best', name: 'Best', createdAt: new Date().toISOString() };
    const timetables = best === null ? [] : [{ ...named, timetable: toTimetableData(this.#problem, best) }];
    const packed = checkpoint === null ? null : packCheckpoint(checkpoint);
    // the engine of what is gone on from, where that is not the present one
    const run = { ...this.#run, engine: checkpoint?.engine ?? this.#run.engine, checkpoint: packed };
    const beside = `${this.#path}.new`;
    try {
      const file = await open(beside, 'w');
      try {
        await file.writeFile(this.#print(timetables, run));
        // or a power cut could leave a file of the right name and nothing in it
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, this.#path);
      this.#flaw = null;
    } catch (cause) {
      this.#flaw = error('checkpoint.unwritable', causeText(cause), { place: this.#path });
    }
  }
}

const signals = { SIGTERM: 143, SIGINT: 130 } as const;

/** That a run did not go on as if nothing had happened. */
export function recoveryRemark(recovery: RunRecovery): Diagnostic {
  if (recovery.kind === 'slept') return warning('run.slept', 'The machine was asleep; that time does not count.');
  return recovery.kind === 'reseeded'
    ? warning(
        'resume.reseeded',
        'Another version of the engine made the checkpoint: the run begins anew from its best timetable.',
        {
          value: recovery.engine,
        },
      )
    : warning('run.retried', `A worker was lost; the run goes on from generation ${recovery.generation}.`, {
        value: recovery.cause,
      });
}

/** On a signal the run is kept where it stands, then ended; tells which exit code that means, null without a signal. */
export function keepOnSignal(
  handle: RunHandle,
  isWanted: boolean,
): { readonly exitCode: () => number | null; readonly dispose: () => void } {
  let exitCode: number | null = null;
  const listeners = Object.entries(isWanted ? signals : {}).map(([signal, code]) => {
    const listener = () => {
      // a second one does not wait
      if (exitCode !== null) process.exit(code);
      exitCode = code;
      void handle.checkpoint().finally(() => handle.cancel());
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return {
    exitCode: () => exitCode,
    dispose: () => {
      for (const off of listeners) off();
    },
  };
}
