import { batch } from 'solid-js';
import { causeText } from '../../../domain/cause-text.ts';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { error as diagnosticOf } from '../../../domain/diagnostic.ts';
import type { RunState } from '../../../domain/runs/run-states.ts';
import type { Checkpoint, RunHooks, RunOutcome } from '../../../engine/run-contract/run-events.ts';
import { resultKeyOf } from '../../../engine/run-contract/run-key.ts';
import { checkSettings, type RunSettings } from '../../../engine/run-contract/run-settings.ts';
import { engineVersion } from '../../../engine/run-contract/run-version.ts';
import type { RunError } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import { wayOf } from '../problems/in-the-way.ts';
import { costsByKind } from '../problems/problems-view.ts';
import { GivenUp } from './awaited-handle.ts';
import { keepBest } from './keep-best.ts';
import type { LiveRun } from './live-run.ts';
import { shareDone } from './run-time.ts';
import { settingsOf } from './settings-form.ts';

/** Points of the series that a run's row keeps at most. */
const storedPoints = 250;

class Refused extends Error {
  readonly error: RunError;

  constructor(first: Diagnostic | undefined) {
    super(first?.message);
    const { code = 'run.refused', message = '', advice, values } = first ?? {};
    this.error = {
      code,
      message: [message, advice].filter(Boolean).join(' '),
      ...(values === undefined ? {} : { values }),
    };
  }
}

/**
 * Brings a run that waits to its end: plans, searches, keeps the best. Never rejects; how it ended is in the run. It does
 * nothing when its turn was taken from it meanwhile.
 */
export async function executeRun(services: Services, text: Translate, live: LiveRun): Promise<void> {
  const { run, record } = live;
  if (run.state() !== 'queued') return;
  // The islands need the memory.
  services.analysis.rest();
  batch(() => {
    live.setPhase('preparing');
    live.follow('running');
  });
  const begun = await live.store(() => services.storage.runs.begin(record.id, { phase: 'preparing' }));
  // A run that goes on in another tab, or was given up there, must not be on here, too. Any other trouble only costs its record.
  const isTaken = !begun.ok && begun.diagnostics.some(({ code }) => takenCodes.has(code));
  if (isTaken) {
    const stored = await services.storage.runs.get(record.id);
    live.follow(stored.ok ? stored.value.state : 'interrupted');
    return;
  }
  let outcome: RunOutcome;
  let cause: RunError | null = null;
  try {
    outcome = await searched(services, live);
    if (outcome.failure !== null) cause = { code: 'run.failed', message: outcome.failure };
  } catch (thrown) {
    outcome = brokenOff(thrown, live);
    if (outcome.reason === 'failed') {
      cause = thrown instanceof Refused ? thrown.error : { code: 'run.notStarted', message: causeText(thrown) };
    }
  }
  await ended(services, text, live, outcome, cause);
}

const takenCodes: ReadonlySet<string> = new Set(['storage.runElsewhere', 'run.transition']);

async function searched(services: Services, live: LiveRun): Promise<RunOutcome> {
  const { run, record } = live;
  const settings = await Promise.race([planned(services, live), live.givenUp]);
  live.setSettings(settings);
  const resultKey = record.inputHash === null ? null : await resultKeyOf(record.inputHash, settings);
  const from = await checkpointOf(services, live);
  live.cutSeries(from?.generation ?? 0);
  void live.store(() =>
    services.storage.runs.change(record.id, {
      ...{ settings, wish: null, resultKey, engine: engineVersion },
      series: run.series(),
    }),
  );
  let isOver = false;
  const hooks = hooksOf(services, live, () => isOver);
  const started = services.solver.start(run.searched, settings, hooks, from ?? undefined);
  if (!started.ok) {
    const [first] = started.diagnostics;
    throw new Refused(first);
  }
  if (from === null) live.tell('started', record.startName === null ? {} : { name: record.startName });
  else live.tell('resumed', { generation: from.generation, score: from.score });
  // It was given up while the last steps were made.
  if (run.state() === 'cancelling') started.value.cancel();
  live.attach(started.value);
  return started.value.outcome.finally(() => {
    isOver = true;
  });
}

async function planned(services: Services, { run, record }: LiveRun): Promise<RunSettings> {
  if (record.wish === null) return record.settings;
  const plan = await services.solver.plan(run.problem, record.wish.seconds);
  const settings = settingsOf(plan, record.wish, record.settings.start);
  const [flaw] = checkSettings(settings);
  if (flaw !== undefined) throw new Refused(flaw);
  return settings;
}

/** Where an interrupted run goes on; one that was too young for a checkpoint begins again. */
async function checkpointOf(services: Services, { record }: LiveRun): Promise<Checkpoint | null> {
  if (record.startedAt === null) return null;
  const found = await services.storage.checkpoints.get(record.id);
  return found.ok ? found.value : null;
}

function hooksOf(services: Services, live: LiveRun, isOver: () => boolean): RunHooks {
  const { run, record } = live;
  const { runs, checkpoints } = services.storage;
  return {
    onProgress(progress) {
      if (run.outcome() !== null) return;
      batch(() => live.setProgress(progress));
      const { phase, generation, best, moves, movesPerSecond, seconds } = progress;
      const done = shareDone(progress, run.settings);
      const told = { phase, generation, best, moves, movesPerSecond, seconds, done, log: run.log() };
      void runs.progress(record.id, told);
      services.storage.turns.tell({ kind: 'progress', id: record.id, progress });
    },
    onEpoch(full) {
      // Hundreds of rule instances in every point would make the row of the run too large to write at once.
      const point = { ...full, byRule: costsByKind(full.byRule).map((row) => ({ ...row, id: row.kind })) };
      live.addPoint(point);
      const { generation, best, moves, seconds } = point;
      const isKept = generation % Math.ceil(run.settings.generations / storedPoints) === 0 || point.marks !== undefined;
      void runs.progress(record.id, { generation, best, moves, seconds, ...(isKept ? { point } : {}) });
    },
    onBest: (timetable, score) => live.setBest({ timetable, score }),
    onCheckpoint(checkpoint) {
      // One that comes when the run has ended would stay for ever.
      if (!isOver()) void checkpoints.put(record.id, checkpoint).then(live.heard);
    },
    onRecovery(recovery) {
      if (recovery.kind === 'retried') live.tell('retried', { generation: recovery.generation });
      else live.tell(recovery.kind);
    },
  };
}

/** A run that broke off without an outcome of its own: what was reported is kept. */
function brokenOff(cause: unknown, { run }: LiveRun): RunOutcome {
  const best = run.best();
  const progress = run.progress();
  const isGivenUp = cause instanceof GivenUp;
  return {
    reason: isGivenUp ? 'cancelled' : 'failed',
    best: best?.timetable ?? null,
    score: best?.score ?? null,
    generations: progress?.generation ?? 0,
    moves: progress?.moves ?? 0,
    seconds: progress?.seconds ?? 0,
    population: [],
    failure: isGivenUp ? null : causeText(cause),
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

async function ended(
  services: Services,
  text: Translate,
  live: LiveRun,
  outcome: RunOutcome,
  cause: RunError | null,
): Promise<void> {
  const { run, record } = live;
  const { reason, score, generations, moves, seconds } = outcome;
  const kept = reason === 'cancelled' ? null : await keepBest(services, text, run, outcome);
  live.tell(
    cause === null ? 'ended' : 'failed',
    cause === null ? { code: reason } : { code: cause.code, name: cause.message },
  );
  if (kept?.ok === true) live.tell('kept', { name: kept.value.name });
  const timetableId = kept?.ok === true ? kept.value.id : null;
  const to = endStates[reason];
  // The table knows no way from paused to completed: what ends while it pauses was asked to.
  if (run.state() === 'paused' && to === 'completed') live.move('running');
  if (run.state() === 'running' && to === 'cancelled') live.move('cancelling');
  const evidence = outcome.evidence === undefined ? {} : { evidence: outcome.evidence };
  const result = { reason, best: score, generation: generations, moves, seconds, error: cause, timetableId };
  const done = to === 'completed' ? { done: 1 } : {};
  await live.store(async () => {
    const way = wayOf(run.problem, outcome);
    const log = run.log();
    return services.storage.runs.finish(record.id, to, {
      ...result,
      ...evidence,
      ...done,
      ...way,
      phase: 'finishing',
      log,
    });
  });
  if (kept?.ok === false) {
    const [first = diagnosticOf('storage.failed', '')] = kept.diagnostics;
    await live.store(async () => ({ ok: false, diagnostics: [first] }));
  }
  batch(() => {
    live.follow(to);
    live.end(outcome, cause, timetableId);
  });
}
