import { causeText } from '../../domain/cause-text.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { PackedTimetable } from '../../domain/packed-timetable.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import { isFeasible } from '../../domain/score.ts';
import {
  type Archipelago,
  afterEpoch,
  conflictsOf,
  epochPoint,
  foundIn,
  islandsOf,
  marksOf,
  migrants,
  newArchipelago,
  stopReason,
} from '../archipelago.ts';
import type { IslandReport } from '../island.ts';
import type { FoundTimetable, HostProgress, HostReport } from '../island-host.ts';
import { type GenerationTiming, pacedBudget } from '../pace.ts';
import type { PreparedProblem } from '../prepared.ts';
import type {
  AuditEvidence,
  Checkpoint,
  EventConflict,
  RuleCost,
  RunHandle,
  RunHooks,
  RunMark,
  RunOutcome,
  StopReason,
} from '../run-contract/run-events.ts';
import { settingRanges } from '../run-contract/run-settings.ts';
import { populationsOf, Steering } from '../steering.ts';
import { RunClock } from './run-clock.ts';
import { RunHosts } from './run-hosts.ts';
import { RunKeeper } from './run-keeper.ts';
import { phaseOf, type RunState } from './run-phase.ts';
import { Cancelled, continued, evidenceOf, lossOf, waitAfter } from './run-recovery.ts';
import type { HostPool, RunRequest } from './run-request.ts';
import { RunTeller } from './run-teller.ts';

/** Starts a run on the hosts of a pool; the pool is terminated when the run ends. */
export function startRun(request: RunRequest, pool: HostPool, hooks: RunHooks): RunHandle {
  const run = new Run(request, pool, hooks);
  return {
    pause: () => run.pause(),
    resume: () => run.resume(),
    stop: () => run.stop('stopped'),
    cancel: () => run.cancel(),
    steer: (data) => run.steer(data),
    checkpoint: () => run.checkpoint(),
    outcome: run.outcome(),
  };
}

class Run {
  #request: Omit<RunRequest, 'prepared' | 'resumeFrom'>;
  /** Whether other rules than those of the beginning are searched. */
  #isSteered = false;
  readonly #resumedAt: number | null;
  readonly #steering = new Steering();
  /** Forgotten once the hosts have it: it is large. */
  #prepared: PreparedProblem | null;
  #pool: HostPool;
  readonly #hooks: RunHooks;
  #hosts: RunHosts;
  readonly #keeper: RunKeeper;
  #retries = 0;
  #isOpen = false;
  /** True while the hosts work on a generation: only the barrier itself is no place to be asked. */
  #isMidway = false;
  #evidence: AuditEvidence | null = null;
  #state: RunState = 'preparing';
  #conflicts: readonly EventConflict[] = [];
  #archipelago: Archipelago;
  #stopReason: StopReason | null = null;
  #toldGeneration = 0;
  #cancel: () => void = () => {};
  readonly #cancelled: Promise<never>;
  readonly #clock: RunClock;
  readonly #teller: RunTeller;
  readonly #timings: GenerationTiming[] = [];

  constructor({ prepared, resumeFrom, ...given }: RunRequest, pool: HostPool, hooks: RunHooks) {
    const { settings, checkpoint } = continued(given.settings, resumeFrom);
    const request = { ...given, settings, data: resumeFrom?.steered ?? given.data };
    this.#isSteered = resumeFrom?.steered !== undefined;
    this.#resumedAt = checkpoint?.generation ?? null;
    this.#request = request;
    this.#prepared = settings === given.settings && !this.#isSteered ? (prepared ?? null) : null;
    this.#keeper = new RunKeeper(checkpoint, (kept) => hooks.onCheckpoint(kept));
    this.#pool = pool;
    this.#hooks = hooks;
    this.#hosts = new RunHosts(pool, settings.islands);
    this.#archipelago = newArchipelago(request.settings);
    this.#cancelled = new Promise((_, reject) => {
      this.#cancel = () => reject(new Cancelled());
    });
    this.#clock = new RunClock(resumeFrom?.seconds ?? 0, () => hooks.onRecovery?.({ kind: 'slept' }));
    const best = resumeFrom === null ? null : { score: resumeFrom.score, timetable: resumeFrom.best };
    this.#teller = new RunTeller(settings, hooks, best);
    if (resumeFrom !== null && checkpoint === null) hooks.onRecovery?.({ kind: 'reseeded', engine: resumeFrom.engine });
    // whoever awaits the race sees the rejection; nobody has to
    this.#cancelled.catch(() => {});
    pool.failure.catch(() => {});
  }

  pause(): void {
    if (this.#state !== 'running' && this.#state !== 'preparing') return;
    this.#state = 'paused';
    this.#clock.pause();
    this.#hosts.pause();
    // Who pauses may close the page.
    void this.checkpoint();
    this.#reportProgress(true);
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#state = 'running';
    this.#clock.resume();
    this.#hosts.resume();
    this.#reportProgress(true);
  }

  stop(reason: StopReason): void {
    if (this.#stopReason !== null || this.#state === 'over') return;
    if (this.#state === 'paused') this.resume();
    this.#stopReason = reason;
    this.#state = 'stopping';
    this.#hosts.stop();
  }

  cancel(): void {
    if (this.#state !== 'over') this.#cancel();
  }

  steer(data: ProblemData): Promise<readonly Diagnostic[]> {
    const asked = this.#steering.ask(this.#request, data);
    if (this.#state === 'over') this.#steering.end();
    return asked;
  }

  async checkpoint(): Promise<Checkpoint | null> {
    if (this.#isMidway) return (await this.#keep()) ?? this.#keeper.last;
    // The last one asked for may be on its way; when all is over, its hosts are gone.
    const underWay = this.#state === 'over' ? null : await this.#keeper.underWay;
    return underWay ?? this.#keeper.last;
  }

  async #keep(): Promise<Checkpoint | null> {
    if (this.#teller.best === null) return null;
    const { generation, improvedAt, moves, best } = this.#archipelago;
    const settled = best === null ? null : { timetable: best.timetable, score: best.score };
    const { timetable, score } = this.#teller.best;
    const steered = this.#isSteered ? { steered: this.#request.data } : {};
    const at = { generation, improvedAt, moves, seconds: this.#clock.seconds() };
    return this.#keeper.keep(this.#hosts.all, { ...at, best: timetable, score, settled, ...steered });
  }

  async outcome(): Promise<RunOutcome> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      for (;;) {
        try {
          await this.#race(this.#open());
          if (this.#state === 'preparing') this.#state = 'running';
          timer ??= this.#watchTime();
          const reason = await this.#race(this.#generations());
          return this.#end(reason, null, (await this.#race(populationsOf(this.#hosts.all))).flat());
        } catch (cause) {
          await this.#recover(cause);
        }
      }
    } catch (cause) {
      if (cause instanceof Cancelled) return this.#end('cancelled', null);
      return this.#end('failed', causeText(cause));
    } finally {
      clearInterval(timer);
      this.#pool.terminate();
    }
  }

  #race<T>(work: Promise<T>): Promise<T> {
    // it loses the race, or is lost with its host
    work.catch(() => {});
    return Promise.race([work, lossOf(this.#pool), this.#cancelled]);
  }

  /**
   * A worker was lost: new ones go on from the last checkpoint, all islands with them. Not where it never got as far as
   * to begin, nor where the run was to end anyway.
   */
  async #recover(cause: unknown): Promise<void> {
    const wait = waitAfter(cause, this.#retries);
    const respawn = this.#pool.respawn;
    if (wait === null || respawn === undefined || !this.#isOpen || this.#stopReason !== null) throw cause;
    this.#retries++;
    this.#hosts.lose();
    this.#isMidway = this.#isOpen = false;
    this.#keeper.forget();
    this.#pool.terminate();
    const generation = this.#keeper.last?.generation ?? 0;
    this.#hooks.onRecovery?.({ kind: 'retried', attempt: this.#retries, generation, cause: String(cause) });
    await Promise.race([new Promise((resolve) => setTimeout(resolve, wait)), this.#cancelled]);
    this.#pool = respawn();
    this.#hosts = new RunHosts(this.#pool, this.#request.settings.islands);
    this.#archipelago = newArchipelago(this.#request.settings);
  }

  async #open(): Promise<void> {
    const { module, data, settings } = this.#request;
    const checkpoint = this.#keeper.last;
    const prepared = this.#prepared ?? (await this.#hosts.auditor.prepare(data, settings.start ?? null));
    this.#prepared = null;
    await this.#hosts.open({ data, module, settings, prepared, checkpoint });
    if (checkpoint !== null) await this.#adopt(checkpoint);
    this.#isOpen = true;
    if (this.#state === 'paused') this.#hosts.pause();
  }

  /** What decides how the run goes on, once it is sure that the timetable in the checkpoint is worth what it says. */
  async #adopt({ generation, improvedAt, moves, settled }: Checkpoint): Promise<void> {
    const found = settled === null ? null : { island: 0, ...settled };
    const byRule = found === null ? [] : await this.#audit(found);
    const best = found === null ? null : { ...found, byRule };
    this.#archipelago = { ...this.#archipelago, generation, improvedAt, moves, best };
  }

  async #generations(): Promise<StopReason> {
    for (;;) {
      const before = this.#stopReason ?? stopReason(this.#archipelago);
      if (before !== null) return before;
      const generation = this.#archipelago.generation + 1;
      const started = this.#clock.seconds();
      const budget = pacedBudget(this.#request.settings, this.#timings, generation, started);
      this.#isMidway = true;
      const reports = await this.#hosts.epoch(generation, budget, (progress) => this.#onHostProgress(progress));
      this.#isMidway = false;
      const ended = this.#clock.seconds();
      const stopped = reports.some((report) => report.stopped);
      const next = await this.#afterEpoch(reports);
      if (next.best !== null) this.#teller.offer(next.best.score, next.best.timetable, true);
      const moves = next.moves - this.#archipelago.moves;
      if (stopped) {
        this.#archipelago = { ...next, generation: this.#archipelago.generation };
        return this.#stopReason ?? 'stopped';
      }
      this.#archipelago = next;
      const islands = islandsOf(reports);
      this.#conflicts = conflictsOf(islands);
      const arrivals = migrants(islands, generation, this.#request.settings.generations);
      this.#reportEpoch(islands, marksOf(generation, this.#resumedAt, arrivals));
      const reason = stopReason(next);
      if (reason !== null) return reason;
      await this.#hosts.migrate(arrivals);
      // New rules are kept at once: a lost worker must not lead back to the former ones.
      if (await this.#steer(islands)) await this.#keep();
      else if (this.#keeper.isDue(false)) void this.#keep();
      this.#timings.push({ moves, seconds: ended - started, barrier: this.#clock.seconds() - ended });
    }
  }

  /** What is the best so far is evaluated from scratch before anything is said of it. */
  async #afterEpoch(reports: readonly HostReport[]): Promise<Archipelago> {
    const found = foundIn(this.#archipelago, reports);
    const byRule = found === null ? null : await this.#audit(found);
    return afterEpoch(this.#archipelago, reports, found === null || byRule === null ? null : { ...found, byRule });
  }

  async #audit(found: FoundTimetable): Promise<readonly RuleCost[]> {
    const answer = await this.#hosts.auditor.audit(found);
    if ('byRule' in answer) return answer.byRule;
    this.#evidence = evidenceOf(this.#request, this.#archipelago.generation, found, answer.evaluated);
    throw new Error(answer.message);
  }

  #reportEpoch(islands: readonly IslandReport[], marks: readonly RunMark[]): void {
    const { generation } = this.#archipelago;
    const { length } = this.#request.data.events;
    const point = epochPoint(this.#archipelago, islands, this.#clock.seconds(), length, marks);
    // What was told before a worker was lost is not told again.
    if (point !== null && (generation > this.#toldGeneration || marks.includes('steered'))) this.#hooks.onEpoch(point);
    this.#toldGeneration = Math.max(this.#toldGeneration, generation);
  }

  /** Goes on with a changed problem if somebody asked for it: from here on, scores are of that one. */
  async #steer(islands: readonly IslandReport[]): Promise<boolean> {
    const { best: before } = this.#teller;
    const turn = await this.#steering.take(this.#request, this.#hosts.all, islands, before?.timetable ?? null);
    if (turn === null) return false;
    this.#request = { ...this.#request, data: turn.data };
    this.#isSteered = true;
    this.#teller.forget();
    this.#archipelago = { ...this.#archipelago, generation: this.#archipelago.generation - 1, best: null };
    this.#archipelago = await this.#afterEpoch(turn.reports);
    const { best } = this.#archipelago;
    if (best !== null) this.#teller.offer(best.score, best.timetable, true);
    this.#reportEpoch(islandsOf(turn.reports), ['steered']);
    turn.done();
    return true;
  }

  #onHostProgress({ best, timetable }: HostProgress): void {
    if (timetable !== null) this.#teller.offer(best, timetable, false);
    if (this.#isMidway && this.#keeper.isDue(true)) void this.#keep();
    this.#reportProgress(false);
  }

  #reportProgress(always: boolean): void {
    const { generation } = this.#archipelago;
    const seconds = this.#clock.seconds();
    const { moves } = this.#hosts;
    const phase = phaseOf(this.#state, this.#teller.best?.score ?? null, generation > 0 || moves > 0);
    const at = { phase, isPaused: this.#state === 'paused', generation, seconds, moves };
    this.#teller.progress(always, at, this.#clock.before);
  }

  /** The clock only ever ends a run; pauses do not count. */
  #watchTime(): ReturnType<typeof setTimeout> {
    const limit = this.#request.settings.timeLimit ?? settingRanges.timeLimit.max;
    return setInterval(() => {
      if (!this.#clock.isPaused && this.#clock.seconds() >= limit) this.stop('timeLimit');
    }, 50);
  }

  #end(reason: StopReason, failure: string | null, population: readonly PackedTimetable[] = []): RunOutcome {
    this.#steering.end();
    this.#isMidway = false;
    this.#state = 'over';
    this.#reportProgress(true);
    const { best } = this.#teller;
    const isBroken = best !== null && !isFeasible(best.score);
    return {
      reason,
      best: best?.timetable ?? null,
      score: best?.score ?? null,
      generations: this.#archipelago.generation,
      moves: this.#archipelago.moves,
      seconds: this.#clock.seconds(),
      population,
      ...(isBroken && this.#conflicts.length > 0 ? { conflicts: this.#conflicts } : {}),
      failure,
      ...(this.#evidence === null ? {} : { evidence: this.#evidence }),
    };
  }
}
