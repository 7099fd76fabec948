import { type Accessor, createSignal } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Result } from '../../../domain/result.ts';
import { addEvent, betterEvent, type RunEvent } from '../../../domain/runs/run-log.ts';
import { isActive, mayFollow, type RunPhase, type RunState } from '../../../domain/runs/run-states.ts';
import type { Score } from '../../../domain/score.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import type { VariantName } from '../../../domain/variants.ts';
import type {
  Checkpoint,
  EpochPoint,
  RunHandle,
  RunOutcome,
  RunProgress,
} from '../../../engine/run-contract/run-events.ts';
import { runInputOf } from '../../../engine/run-contract/run-key.ts';
import type { RunSettings } from '../../../engine/run-contract/run-settings.ts';
import type { RunError, RunRecord, SnapshotRecord } from '../../../storage/records.ts';
import type { RunChanges } from '../../../storage/runs-contract.ts';
import type { Services } from '../../services.tsx';
import { createRunMoments } from '../watch/run-moments.ts';
import { createSteering, type RunSteering } from '../watch/steering.ts';

export interface RunBest {
  readonly timetable: Timetable;
  readonly score: Score;
}

/** A run of this tab, from the press of the button on; lives as long as the app, so that leaving its page keeps it going. */
export interface ActiveRun {
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly problem: Problem;
  /** The same with the rules as the emphasis weighs them, and those that it brings. */
  readonly searched: Problem;
  /** Moments that can be opened. */
  readonly moments: Accessor<readonly SnapshotRecord[]>;
  readonly steering: RunSteering;
  /** Provisional until its turn has come. Reading them is watching them. */
  readonly settings: RunSettings;
  readonly variant: VariantName;
  readonly state: Accessor<RunState>;
  readonly phase: Accessor<RunPhase>;
  readonly progress: Accessor<RunProgress | null>;
  readonly series: Accessor<readonly EpochPoint[]>;
  readonly best: Accessor<RunBest | null>;
  /** Oldest first. */
  readonly log: Accessor<readonly RunEvent[]>;
  readonly outcome: Accessor<RunOutcome | null>;
  readonly error: Accessor<RunError | null>;
  /** Why the run is not stored, or its end; it goes on in memory. */
  readonly notStored: Accessor<Diagnostic | null>;
  /** Where the best was kept, once it was. */
  readonly timetableId: Accessor<string | null>;
  /** Holds it back while it waits for its turn. */
  pause(): void;
  resume(): void;
  /** Keeps the best. */
  stop(): void;
  /** Keeps nothing. */
  cancel(): void;
  /** Where it stands now, or stood last; null while nothing has been found. */
  checkpoint(): Promise<Checkpoint | null>;
}

/** The same for those who bring it on. */
export interface LiveRun {
  readonly run: ActiveRun;
  /** As it was when it began to wait. */
  readonly record: RunRecord;
  /** What is found out about a new run while it is shown already; it is stored next, and its moves from then on. */
  amend(changes: Partial<RunRecord>): void;
  /** As the row in the storage has it, where another tab changed it. */
  follow(state: RunState): void;
  /** False when the table of transitions does not allow it. Shown at once, stored in the order of the calls. */
  move(to: RunState, changes?: RunChanges): boolean;
  /** Another write, after those that were asked for before it. */
  store<T>(write: () => Promise<Result<T>>): Promise<Result<T>>;
  /** What became of a write that waited for no other. */
  heard(result: Result<unknown>): void;
  tell(kind: RunEvent['kind'], more?: Partial<RunEvent>): void;
  setSettings(settings: RunSettings): void;
  setPhase(phase: RunPhase): void;
  setProgress(progress: RunProgress): void;
  addPoint(point: EpochPoint): void;
  /** Forgets the points after that generation: the run goes on from there. */
  cutSeries(generation: number): void;
  setBest(best: RunBest): void;
  end(outcome: RunOutcome, error: RunError | null, timetableId: string | null): void;
  /** Passes verbs on, and those that came before there was anybody to pass them on to. */
  attach(handle: RunHandle): void;
  /** Rejects when the run is given up before it has a handle. */
  readonly givenUp: Promise<never>;
}

export class GivenUp extends Error {}

/** Of a run that was given up before its turn. */
const nothingFound: RunOutcome = {
  reason: 'cancelled',
  ...{ best: null, score: null, generations: 0, moves: 0, seconds: 0, population: [], failure: null },
};

/** A new run is not stored before it was amended. */
export function createLiveRun(
  services: Services,
  bare: RunRecord,
  projectName: string,
  problem: Problem,
  isNew = false,
): LiveRun {
  let record = bare;
  /** Its row is made of what it is by then. */
  let isToBeStored = isNew;
  const [state, setState] = createSignal<RunState>(record.state);
  const [phase, setPhase] = createSignal<RunPhase>('waiting');
  const [progress, setProgress] = createSignal<RunProgress | null>(null);
  const [series, setSeries] = createSignal<readonly EpochPoint[]>(record.series);
  const [best, setBest] = createSignal<RunBest | null>(null);
  const [log, setLog] = createSignal<readonly RunEvent[]>(record.log);
  const [outcome, setOutcome] = createSignal<RunOutcome | null>(null);
  const [error, setError] = createSignal<RunError | null>(null);
  const [notStored, setNotStored] = createSignal<Diagnostic | null>(null);
  const [timetableId, setTimetableId] = createSignal<string | null>(null);
  const [settings, setSettings] = createSignal(record.settings);
  const moments = createRunMoments(services.storage.snapshots, record.id, problem, record.startedAt !== null);
  let writes: Promise<unknown> = Promise.resolve();
  let handle: RunHandle | null = null;
  let giveUp: () => void = () => undefined;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(new GivenUp());
  });
  givenUp.catch(() => undefined);

  function store<T>(write: () => Promise<Result<T>>): Promise<Result<T>> {
    const written = writes.then(write);
    writes = written.catch(() => undefined);
    return written.then((result) => {
      heard(result);
      return result;
    });
  }

  /** Says why it is not stored, until it is again. */
  function heard(result: Result<unknown>): void {
    const cause = result.ok ? null : result.diagnostics.find(({ code }) => code.startsWith('storage.'));
    if (cause !== undefined) setNotStored(cause);
  }

  const tell: LiveRun['tell'] = (kind, more = {}) => {
    const at = services.clock.now().toISOString();
    const seconds = progress()?.seconds ?? log().at(-1)?.seconds ?? record.seconds;
    setLog((all) => addEvent(all, { at, seconds, kind, ...more }));
  };

  const move: LiveRun['move'] = (to, changes = {}) => {
    if (!mayFollow(state(), to)) return false;
    setState(to);
    if (isToBeStored) return true;
    void store(() => services.storage.runs.move(record.id, to, { log: log(), ...changes }));
    return true;
  };

  const hasBegun = () => phase() !== 'waiting';

  let attach: (given: RunHandle) => void = () => undefined;
  const attached = new Promise<RunHandle>((resolve) => {
    attach = resolve;
  });
  const steering = createSteering(
    { steer: async (data) => (await attached).steer(data) },
    { problem, variant: record.variant },
    () => {
      const score = best()?.score;
      tell('steered', score === undefined ? {} : { score });
      void store(() => storeInput());
    },
  );

  /** From here on it is the changed problem that it goes on with. */
  async function storeInput(): Promise<Result<unknown>> {
    const { data } = steering.problem();
    const input = await runInputOf(data, record.variant, record.settings.start);
    return services.storage.runs.steer(record.id, data, input);
  }

  const run: ActiveRun = {
    id: record.id,
    projectId: record.projectId,
    projectName,
    get problem() {
      return steering.problem();
    },
    get searched() {
      return steering.searched();
    },
    moments: moments.all,
    steering,
    get settings() {
      return settings();
    },
    variant: record.variant,
    ...{ state, phase, progress, series, best, log, outcome, error, notStored, timetableId },
    pause() {
      if (state() !== 'running' && state() !== 'queued') return;
      tell('paused');
      move('paused');
      handle?.pause();
    },
    resume() {
      if (state() !== 'paused') return;
      tell('continued');
      move(hasBegun() ? 'running' : 'queued');
      handle?.resume();
    },
    stop() {
      if (!hasBegun()) return run.cancel();
      if (!isActive(state()) || state() === 'cancelling') return;
      tell('stopping');
      move('cancelling');
      if (handle === null) giveUp();
      else handle.stop();
    },
    cancel() {
      if (!isActive(state())) return;
      if (!hasBegun()) {
        const endedAt = services.clock.now().toISOString();
        tell('ended', { code: 'cancelled' });
        move('cancelled', { reason: 'cancelled', endedAt });
        setOutcome(nothingFound);
        return;
      }
      if (state() !== 'cancelling') move('cancelling');
      if (handle === null) giveUp();
      else handle.cancel();
    },
    checkpoint: async () => handle?.checkpoint() ?? null,
  };

  return {
    run,
    get record() {
      return record;
    },
    amend(changes) {
      record = { ...record, ...changes };
      isToBeStored = false;
    },
    follow: setState,
    move,
    store,
    heard,
    tell,
    setSettings: (next) => void setSettings(next),
    setPhase: (next) => void setPhase(next),
    setProgress(next) {
      setProgress(next);
      setPhase(next.phase);
      // Before the first construction is done there is nothing to speak of.
      const at = services.clock.now().toISOString();
      const event = next.moves > 0 ? betterEvent(log(), next.best, at, next.seconds) : null;
      if (event !== null) setLog((all) => addEvent(all, event));
    },
    addPoint(point) {
      setSeries((points) => [...points, point]);
      moments.offer(point, best());
    },
    cutSeries: (generation) => void setSeries((points) => points.filter((point) => point.generation <= generation)),
    setBest: (next) => void setBest(next),
    end(ended, cause, keptAs) {
      if (ended.best !== null && ended.score !== null) setBest({ timetable: ended.best, score: ended.score });
      setTimetableId(keptAs);
      setError(cause);
      setPhase('finishing');
      setOutcome(ended);
    },
    attach(given) {
      handle = given;
      attach(given);
      if (state() === 'paused') given.pause();
    },
    givenUp,
  };
}
