import { type Accessor, batch, createSignal } from 'solid-js';
import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import type { Problem } from '../../domain/problem.ts';
import { isActive, type RunState } from '../../domain/runs/run-states.ts';
import type { Score } from '../../domain/score.ts';
import type { Timetable } from '../../domain/timetable.ts';
import { type VariantName, withVariant } from '../../domain/variants.ts';
import type { Checkpoint, EpochPoint, RunHandle, RunOutcome, RunProgress } from '../../engine/run-events.ts';
import { runInputOf } from '../../engine/run-key.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { engineVersion } from '../../engine/run-version.ts';
import type { RunRecord, SnapshotRecord } from '../../storage/records.ts';
import type { Services } from '../services.tsx';
import type { Translate } from '../text/text.tsx';
import { wayOf } from './in-the-way.ts';
import { keepBest } from './keep-best.ts';
import { costsByKind } from './problems-view.ts';
import { createRunLog, type RunLogEntry } from './run-log.ts';
import { createRunMoments } from './watch/run-moments.ts';
import { createSteering, type RunSteering } from './watch/steering.ts';

export interface RunBest {
  readonly timetable: Timetable;
  readonly score: Score;
}

/** The run that is on, or the last one; lives as long as the app, so that leaving its page keeps it going. */
export interface ActiveRun {
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly problem: Problem;
  /** The same with the rules as the emphasis weighs them, and those that it brings. */
  readonly searched: Problem;
  readonly settings: RunSettings;
  readonly variant: VariantName;
  readonly state: Accessor<RunState>;
  readonly progress: Accessor<RunProgress | null>;
  readonly series: Accessor<readonly EpochPoint[]>;
  readonly best: Accessor<RunBest | null>;
  readonly log: Accessor<readonly RunLogEntry[]>;
  readonly outcome: Accessor<RunOutcome | null>;
  /** Where the best was kept, once it was. */
  readonly timetableId: Accessor<string | null>;
  /** Moments that can be opened. */
  readonly moments: Accessor<readonly SnapshotRecord[]>;
  readonly steering: RunSteering;
  pause(): void;
  resume(): void;
  stop(): void;
  cancel(): void;
}

export interface RunRequest {
  readonly projectId: string;
  readonly projectName: string;
  readonly problem: Problem;
  /** Whose soft rules count more; the timetable is kept with the score of the project's own weights. */
  readonly variant: VariantName;
  /** Name of the timetable that the settings start from. */
  readonly startName?: string | undefined;
  /** Asked once, after the request was accepted; null when the settings are wrong. */
  readonly settings: () => Promise<RunSettings | null>;
  readonly resume?: { readonly checkpoint: Checkpoint; readonly record: RunRecord };
}

export interface RunController {
  readonly current: Accessor<ActiveRun | null>;
  /** True from the press of Generate until the run has ended: nothing else can start. */
  readonly busy: Accessor<boolean>;
  readonly preparing: Accessor<boolean>;
  /** Why the last request was refused. */
  readonly refusal: Accessor<readonly Diagnostic[]>;
  start(request: RunRequest): Promise<ActiveRun | null>;
}

export function createRunController(services: Services, text: Translate): RunController {
  const [current, setCurrent] = createSignal<ActiveRun | null>(null);
  const [preparing, setPreparing] = createSignal(false);
  const [refusal, setRefusal] = createSignal<readonly Diagnostic[]>([]);
  const running = () => {
    const run = current();
    return run !== null && (isActive(run.state()) || run.outcome() === null);
  };
  const busy = () => preparing() || running();

  async function start(request: RunRequest): Promise<ActiveRun | null> {
    if (busy()) return null;
    // Set before the first await: a second click finds it.
    setPreparing(true);
    setRefusal([]);
    // The islands need the memory.
    services.analysis.rest();
    try {
      const settings = await request.settings();
      if (settings === null) return null;
      const started = await startRun(services, text, request, settings);
      if ('refused' in started) {
        setRefusal(started.refused);
        return null;
      }
      setCurrent(started.run);
      return started.run;
    } catch (cause) {
      // The kernel could not be loaded or the workers could not be started.
      setRefusal([error('run.notStarted', text('runNotStarted'), { value: String(cause) })]);
      return null;
    } finally {
      setPreparing(false);
    }
  }

  return { current, busy, preparing, refusal, start };
}

/** Points of the series that a run's row keeps at most. */
const storedPoints = 250;

type Started = { readonly run: ActiveRun } | { readonly refused: readonly Diagnostic[] };

async function startRun(
  services: Services,
  text: Translate,
  request: RunRequest,
  settings: RunSettings,
): Promise<Started> {
  const before = request.resume?.record;
  const id = before?.id ?? services.clock.newId();
  const startedAt = before?.startedAt ?? services.clock.now().toISOString();
  const [state, setState] = createSignal<RunState>('queued');
  const [progress, setProgress] = createSignal<RunProgress | null>(null);
  const [series, setSeries] = createSignal<readonly EpochPoint[]>(
    (before?.series ?? []).filter((point) => point.generation <= (request.resume?.checkpoint.generation ?? 0)),
  );
  const [best, setBest] = createSignal<RunBest | null>(null);
  const moments = createRunMoments(services.storage.snapshots, id, request.problem, before !== undefined);
  const [outcome, setOutcome] = createSignal<RunOutcome | null>(null);
  const [timetableId, setTimetableId] = createSignal<string | null>(null);
  const log = createRunLog(text);

  const row: RunRecord = {
    id,
    version: 2,
    projectId: request.projectId,
    state: 'queued',
    phase: 'waiting',
    order: 0,
    problemHash: null,
    inputBytes: 0,
    inputHash: null,
    resultKey: null,
    engine: engineVersion,
    settings,
    wish: null,
    variant: request.variant,
    startName: request.startName ?? null,
    createdAt: startedAt,
    startedAt: null,
    endedAt: null,
    reason: null,
    best: request.resume?.checkpoint.score ?? null,
    generation: request.resume?.checkpoint.generation ?? 0,
    done: 0,
    moves: request.resume?.checkpoint.moves ?? 0,
    movesPerSecond: 0,
    seconds: request.resume?.checkpoint.seconds ?? 0,
    series: series(),
    log: [],
    error: null,
    timetableId: null,
  };

  const waiting =
    before === undefined
      ? await services.storage.runs.enqueue(row, request.problem.data)
      : await services.storage.runs.move(id, 'queued', { endedAt: null, reason: null });
  const stored = waiting.ok ? await services.storage.runs.begin(id) : waiting;
  // A run that another tab resumed meanwhile must not go on here, too; any other trouble only costs the record of it.
  if (
    !stored.ok &&
    stored.diagnostics.some(({ code }) => code === 'storage.runElsewhere' || code === 'run.transition')
  ) {
    return { refused: stored.diagnostics };
  }
  const searched = withVariant(request.problem, request.variant);
  const begun = services.solver.start(
    searched,
    settings,
    {
      onProgress(next) {
        if (outcome() !== null) return;
        setProgress(next);
        log.progress(next);
      },
      onEpoch(full) {
        // Hundreds of rule instances in every point would make the row of the run too large to write at once.
        const point = { ...full, byRule: costsByKind(full.byRule).map((row) => ({ ...row, id: row.kind })) };
        setSeries((points) => [...points, point]);
        const { generation, best: score, moves, seconds } = point;
        const isKept = generation % Math.ceil(settings.generations / storedPoints) === 0 || point.marks !== undefined;
        const stored = isKept ? { point } : {};
        moments.offer(point, best());
        void services.storage.runs.progress(id, { generation, best: score, moves, seconds, ...stored });
      },
      onBest: (timetable, score) => void setBest({ timetable, score }),
      onCheckpoint: (checkpoint) => void services.storage.checkpoints.put(id, checkpoint),
    },
    request.resume?.checkpoint,
  );
  if (!begun.ok) {
    const cause = begun.diagnostics[0]?.message ?? '';
    await services.storage.runs.finish(id, 'failed', {
      reason: 'failed',
      error: { code: 'run.refused', message: cause },
    });
    return { refused: begun.diagnostics };
  }

  const handle = begun.value;
  const steering = createSteering(handle, request, (problem) => {
    log.steered(best()?.score ?? null);
    void runInputOf(problem.data, request.variant, settings.start).then((input) =>
      services.storage.runs.steer(id, input, problem.data),
    );
  });
  setState('running');
  /** What is shown is what is stored. */
  const moveTo = (to: RunState): void => {
    setState(to);
    void services.storage.runs.move(id, to);
  };
  if (request.resume === undefined) log.started(settings, request.variant, request.startName);
  else log.resumed(request.resume.checkpoint);

  void handle.outcome
    .catch((cause) => failedOutcome(cause, best(), progress()))
    .then(async (ended) => {
      const kept =
        ended.reason === 'cancelled'
          ? null
          : await keepBest(services, text, { ...request, problem: steering.problem() }, settings, id, startedAt, ended);
      await services.storage.runs.finish(id, endStates[ended.reason], {
        reason: ended.reason,
        best: ended.score,
        moves: ended.moves,
        seconds: ended.seconds,
        error: ended.failure === null ? null : { code: 'run.failed', message: ended.failure },
        timetableId: kept?.id ?? null,
        ...wayOf(request.problem, ended),
      });
      batch(() => {
        if (ended.best !== null && ended.score !== null) setBest({ timetable: ended.best, score: ended.score });
        setTimetableId(kept?.id ?? null);
        setState(endStates[ended.reason]);
        setOutcome(ended);
        log.ended(ended);
        if (kept !== null) log.saved(kept.name);
      });
    });

  return {
    run: {
      id,
      projectId: request.projectId,
      projectName: request.projectName,
      get problem() {
        return steering.problem();
      },
      get searched() {
        return steering.searched();
      },
      settings,
      variant: request.variant,
      state,
      progress,
      series,
      best,
      log: log.entries,
      outcome,
      timetableId,
      moments: moments.all,
      steering,
      ...createVerbs(handle, state, moveTo, log),
    },
  };
}

/** A run that broke off without an outcome of its own: what was reported is kept. */
function failedOutcome(cause: unknown, best: RunBest | null, progress: RunProgress | null): RunOutcome {
  return {
    reason: 'failed',
    best: best?.timetable ?? null,
    score: best?.score ?? null,
    generations: progress?.generation ?? 0,
    moves: progress?.moves ?? 0,
    seconds: progress?.seconds ?? 0,
    population: [],
    failure: String(cause),
  };
}

const endStates = {
  generations: 'completed',
  timeLimit: 'completed',
  target: 'completed',
  stagnation: 'completed',
  stopped: 'completed',
  cancelled: 'cancelled',
  failed: 'failed',
} as const satisfies Record<RunOutcome['reason'], RunState>;

function createVerbs(
  handle: RunHandle,
  state: Accessor<RunState>,
  moveTo: (state: RunState) => void,
  log: ReturnType<typeof createRunLog>,
): Pick<ActiveRun, 'pause' | 'resume' | 'stop' | 'cancel'> {
  return {
    pause() {
      if (state() !== 'running') return;
      moveTo('paused');
      log.paused();
      handle.pause();
    },
    resume() {
      if (state() !== 'paused') return;
      moveTo('running');
      log.continued();
      handle.resume();
    },
    stop() {
      if (!isActive(state()) || state() === 'cancelling') return;
      moveTo('cancelling');
      log.stopping();
      handle.stop();
    },
    cancel() {
      if (!isActive(state())) return;
      if (state() !== 'cancelling') moveTo('cancelling');
      handle.cancel();
    },
  };
}
