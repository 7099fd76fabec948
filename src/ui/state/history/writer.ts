import type { Diagnostic } from '../../../domain/diagnostic.ts';
import type { Step } from '../../../domain/operations/history.ts';
import type { Histories, Snapshot, TimetableRows } from '../../../storage/history-contract.ts';

export interface HistoryWriter {
  /** Stores the step after those before it, with the rows of timetables that come, go or are renamed with it. */
  push(step: Step, timetables: TimetableRows): void;
  /** A snapshot is due, soon. */
  touch(): void;
  /** Resolves when all steps are stored, and the snapshot too, as far as they could be. */
  flush(): Promise<void>;
  /** Stores what there is, however long it takes; resolves when that is done, or can never be. */
  dispose(): Promise<void>;
}

export interface HistoryWriterNeeds {
  /** What to store as the state after the last step; null when there is nothing new. */
  readonly snapshot: () => Snapshot | null;
  /** It could not be stored. */
  readonly notSaved: (unstored: { readonly problem: boolean; readonly timetables: Iterable<string> }) => void;
  /** The log has a step of another tab where this one should have been; those after it were not tried. */
  readonly moved: (step: Step, causes: readonly Diagnostic[]) => void;
  readonly report: (causes: readonly Diagnostic[]) => void;
  /** Whether steps wait to be stored. */
  readonly waiting: (isWaiting: boolean) => void;
}

/** After the last edit; the log has everything, the snapshot only makes the next opening quicker. */
const snapshotDelay = 2000;
/** So many steps at most are only in the log while edits follow each other without a pause. */
const mostSteps = 200;
/** A full disk may be freed. */
const retryDelay = 5000;
/** Why a step could not be stored, where it may be a little later. */
const passing: readonly string[] = ['storage.quota', 'storage.failed'];

/** Writes the log at once and one step after the other, the snapshot when there is time. */
export function createHistoryWriter(histories: Histories, projectId: string, needs: HistoryWriterNeeds): HistoryWriter {
  let unwritten: { readonly step: Step; readonly timetables: TimetableRows }[] = [];
  let writing: Promise<void> | null = null;
  let sinceSnapshot = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> = Promise.resolve();
  let disposed = false;

  function giveUp(): void {
    unwritten = [];
    needs.waiting(false);
  }

  async function write(): Promise<void> {
    clearTimeout(retry);
    for (;;) {
      const next = unwritten[0];
      if (next === undefined) {
        needs.waiting(false);
        return needs.report([]);
      }
      const { step, timetables } = next;
      const result = await histories.append(projectId, step, timetables);
      if (result.ok) {
        unwritten.shift();
      } else if (result.diagnostics.some(({ code }) => code === 'history.moved')) {
        giveUp();
        return needs.moved(step, result.diagnostics);
      } else {
        needs.report(result.diagnostics);
        if (!disposed) retry = setTimeout(start, retryDelay);
        else if (!result.diagnostics.some(({ code }) => passing.includes(code))) giveUp();
        return;
      }
    }
  }

  function start(): Promise<void> {
    writing ??= write().finally(() => {
      writing = null;
    });
    return writing;
  }

  function save(): Promise<void> {
    clearTimeout(timer);
    saving = saving.then(async () => {
      await start();
      const snapshot = unwritten.length === 0 ? needs.snapshot() : null;
      if (snapshot === null) return;
      sinceSnapshot = 0;
      const stored = await histories.save(projectId, snapshot);
      if (!stored.ok) needs.notSaved({ problem: snapshot.problem !== null, timetables: snapshot.timetables.keys() });
    });
    return saving;
  }

  function touch(): void {
    sinceSnapshot++;
    // While edits follow each other the timer begins anew, but not for ever.
    if (sinceSnapshot % mostSteps === 0) void save();
    clearTimeout(timer);
    if (!disposed) timer = setTimeout(() => whenIdle(() => void save()), snapshotDelay);
  }

  return {
    push(step, timetables) {
      unwritten.push({ step, timetables });
      needs.waiting(true);
      void start();
      touch();
    },
    touch,
    flush: save,
    async dispose() {
      disposed = true;
      clearTimeout(timer);
      clearTimeout(retry);
      await save();
      // Whoever frees the disk leaves the project for that.
      while (unwritten.length > 0) {
        await new Promise((resolve) => setTimeout(resolve, retryDelay));
        await start();
      }
    },
  };
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'undefined') work();
  else requestIdleCallback(work, { timeout: snapshotDelay });
}
