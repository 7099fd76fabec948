import { LAYOUT_VERSION } from '../../assembly/abi.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { PackedTimetable } from '../domain/packed-timetable.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import type { RunPhase } from '../domain/runs/run-states.ts';
import { compareScores, isFeasible, type Score } from '../domain/score.ts';
import { nextTask } from '../domain/steps.ts';
import type { Timetable } from '../domain/timetable.ts';
import {
  type Archipelago,
  afterEpoch,
  conflictsOf,
  dealIslands,
  epochPoint,
  foundIn,
  islandsOf,
  marksOf,
  migrants,
  newArchipelago,
  stopReason,
} from './archipelago.ts';
import type { IslandReport } from './island.ts';
import type { Arrival, HostProgress, HostReport, IslandHost } from './island-host.ts';
import { type GenerationTiming, pacedBudget } from './pace.ts';
import type { PreparedProblem } from './prepared.ts';
import type { Checkpoint, EventConflict, RunHandle, RunHooks, RunMark, RunOutcome, StopReason } from './run-events.ts';
import type { HostPool, RunRequest } from './run-request.ts';
import { settingRanges } from './run-settings.ts';
import { populationsOf, Steering } from './steering.ts';

const progressEvery = 100;
const bestEvery = 500;
const checkpointEvery = 5000;
/** Starts a run on the hosts of a pool; the pool is terminated when the run ends. */
export function startRun(request: RunRequest, pool: HostPool, hooks: RunHooks): RunHandle {
  const run = new Run(request, pool, hooks);
  return {
    pause: () => run.pause(),
    resume: () => run.resume(),
    stop: () => run.stop('stopped'),
    cancel: () => run.cancel(),
    steer: (data) => run.steer(data),
    outcome: run.outcome(),
  };
}

class Run {
  #request: Omit<RunRequest, 'prepared'>;
  readonly #steering = new Steering();
  /** Forgotten once the hosts have it: it is large. */
  #prepared: PreparedProblem | null;
  readonly #pool: HostPool;
  readonly #hooks: RunHooks;
  readonly #hosts: readonly IslandHost[];
  readonly #islandsOfHost: readonly (readonly number[])[];
  readonly #hostMoves: number[];
  #state: 'preparing' | 'running' | 'paused' | 'stopping' | 'over' = 'preparing';
  #conflicts: readonly EventConflict[] = [];
  #archipelago: Archipelago;
  #best: { score: Score; timetable: Timetable } | null = null;
  #stopReason: StopReason | null = null;
  #cancel: () => void = () => {};
  readonly #cancelled: Promise<never>;
  #startedAt = performance.now();
  #secondsBefore = 0;
  #pausedAt: number | null = null;
  #pausedFor = 0;
  #lastProgress = 0;
  readonly #timings: GenerationTiming[] = [];
  #lastBest = 0;
  /** The first barrier is kept at once, so that even a young run survives a reload. */
  #lastCheckpoint = Number.NEGATIVE_INFINITY;

  constructor({ prepared, ...request }: RunRequest, pool: HostPool, hooks: RunHooks) {
    this.#request = request;
    this.#prepared = prepared ?? null;
    this.#pool = pool;
    this.#hooks = hooks;
    this.#islandsOfHost = dealIslands(request.settings.islands, pool.hosts.length);
    this.#hosts = pool.hosts.slice(0, this.#islandsOfHost.length);
    this.#hostMoves = this.#hosts.map(() => 0);
    this.#archipelago = newArchipelago(request.settings);
    this.#cancelled = new Promise((_, reject) => {
      this.#cancel = () => reject(new Cancelled());
    });
    // whoever awaits the race sees the rejection; nobody has to
    this.#cancelled.catch(() => {});
    pool.failure.catch(() => {});
  }

  pause(): void {
    if (this.#state !== 'running' && this.#state !== 'preparing') return;
    this.#state = 'paused';
    this.#pausedAt = performance.now();
    for (const host of this.#hosts) void host.pause();
    this.#reportProgress(true);
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#state = 'running';
    this.#pausedFor += performance.now() - (this.#pausedAt ?? performance.now());
    this.#pausedAt = null;
    for (const host of this.#hosts) void host.resume();
    this.#reportProgress(true);
  }

  stop(reason: StopReason): void {
    if (this.#stopReason !== null || this.#isOver()) return;
    if (this.#state === 'paused') this.resume();
    this.#stopReason = reason;
    this.#state = 'stopping';
    for (const host of this.#hosts) void host.stop();
  }

  cancel(): void {
    if (!this.#isOver()) this.#cancel();
  }

  steer(data: ProblemData): Promise<readonly Diagnostic[]> {
    const asked = this.#steering.ask(this.#request, data);
    if (this.#isOver()) this.#steering.end();
    return asked;
  }

  async outcome(): Promise<RunOutcome> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await this.#race(this.#open());
      if (this.#state === 'preparing') this.#state = 'running';
      timer = this.#watchTime();
      const reason = await this.#race(this.#generations());
      return this.#end(reason, null, (await this.#race(populationsOf(this.#hosts))).flat());
    } catch (cause) {
      if (cause instanceof Cancelled) return this.#end('cancelled', null);
      return this.#end('failed', cause instanceof Error ? cause.message : String(cause));
    } finally {
      clearInterval(timer);
      this.#pool.terminate();
    }
  }

  #race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#pool.failure, this.#cancelled]);
  }

  #isOver(): boolean {
    return this.#state === 'over';
  }

  async #open(): Promise<void> {
    const { module, data, settings, resumeFrom } = this.#request;
    if (resumeFrom !== null) this.#adopt(resumeFrom);
    const [auditor] = this.#hosts;
    const prepared = this.#prepared ?? (await auditor?.prepare(data, settings.start ?? null));
    this.#prepared = null;
    if (prepared === undefined) throw new Error('There is no host');
    await Promise.all(
      this.#hosts.map(async (host, position) => {
        // Each host is sent a copy: one in a task, so that the page stays free.
        for (let before = 0; before < position; before++) await nextTask();
        const islands = this.#islandsOfHost[position] ?? [];
        const states =
          resumeFrom === null ? null : islands.map((island) => resumeFrom.islands[island] ?? new Uint8Array());
        const audited = host === auditor ? () => data : null;
        return host.open({ module, prepared, audited, settings, islands, states });
      }),
    );
  }

  #adopt(checkpoint: Checkpoint): void {
    if (checkpoint.layout !== LAYOUT_VERSION)
      throw new Error('This checkpoint was made by another version and cannot be resumed');
    this.#secondsBefore = checkpoint.seconds;
    this.#best = { score: checkpoint.score, timetable: checkpoint.best };
    this.#archipelago = {
      ...this.#archipelago,
      generation: checkpoint.generation,
      improvedAt: checkpoint.improvedAt,
      moves: checkpoint.moves,
    };
  }

  async #generations(): Promise<StopReason> {
    for (;;) {
      if (this.#stopReason !== null) return this.#stopReason;
      const generation = this.#archipelago.generation + 1;
      const started = this.#seconds();
      const budget = pacedBudget(this.#request.settings, this.#timings, generation, started);
      const reports = await Promise.all(
        this.#hosts.map((host, position) =>
          host.epoch(
            generation,
            budget,
            this.#pool.callback((progress: HostProgress) => this.#onHostProgress(position, progress)),
          ),
        ),
      );
      const ended = this.#seconds();
      const stopped = reports.some((report) => report.stopped);
      const next = await this.#afterEpoch(reports);
      if (next.best !== null) this.#offerBest(next.best.score, next.best.timetable, true);
      const moves = next.moves - this.#archipelago.moves;
      if (stopped) {
        this.#archipelago = { ...next, generation: this.#archipelago.generation };
        return this.#stopReason ?? 'stopped';
      }
      this.#archipelago = next;
      const islands = islandsOf(reports);
      this.#conflicts = conflictsOf(islands);
      const arrivals = migrants(islands, generation, this.#request.settings.generations);
      this.#reportEpoch(islands, marksOf(generation, this.#request.resumeFrom?.generation ?? null, arrivals));
      const reason = stopReason(next);
      if (reason !== null) return reason;
      await this.#migrate(arrivals);
      await this.#steer(islands);
      await this.#checkpoint();
      this.#timings.push({ moves, seconds: ended - started, barrier: this.#seconds() - ended });
    }
  }

  /** What is the best so far is evaluated from scratch before anything is said of it. */
  async #afterEpoch(reports: readonly HostReport[]): Promise<Archipelago> {
    const found = foundIn(this.#archipelago, reports);
    const byRule = found === null ? null : await this.#hosts[0]?.audit(found);
    return afterEpoch(this.#archipelago, reports, found === null || byRule == null ? null : { ...found, byRule });
  }

  #reportEpoch(islands: readonly IslandReport[], marks: readonly RunMark[]): void {
    const point = epochPoint(this.#archipelago, islands, this.#seconds(), marks);
    if (point !== null) this.#hooks.onEpoch(point);
  }

  /** Goes on with a changed problem if somebody asked for it: from here on, scores are of that one. */
  async #steer(islands: readonly IslandReport[]): Promise<void> {
    const turn = await this.#steering.take(this.#request, this.#hosts, islands, this.#best?.timetable ?? null);
    if (turn === null) return;
    this.#request = { ...this.#request, data: turn.data };
    this.#best = null;
    this.#archipelago = { ...this.#archipelago, generation: this.#archipelago.generation - 1, best: null };
    this.#archipelago = await this.#afterEpoch(turn.reports);
    const { best } = this.#archipelago;
    if (best !== null) this.#offerBest(best.score, best.timetable, true);
    this.#reportEpoch(islandsOf(turn.reports), ['steered']);
    turn.done();
  }

  async #migrate(arrivals: readonly Arrival[]): Promise<void> {
    if (arrivals.length === 0) return;
    await Promise.all(
      this.#hosts.map((host, position) =>
        host.migrate(arrivals.filter((arrival) => this.#islandsOfHost[position]?.includes(arrival.island))),
      ),
    );
  }

  async #checkpoint(): Promise<void> {
    const now = performance.now();
    if (now - this.#lastCheckpoint < checkpointEvery || this.#best === null) return;
    this.#lastCheckpoint = now;
    const parts = (await Promise.all(this.#hosts.map((host) => host.checkpoint()))).flat();
    this.#hooks.onCheckpoint({
      layout: LAYOUT_VERSION,
      generation: this.#archipelago.generation,
      improvedAt: this.#archipelago.improvedAt,
      moves: this.#archipelago.moves,
      seconds: this.#seconds(),
      islands: parts.sort((a, b) => a.island - b.island).map((part) => part.state),
      best: this.#best.timetable,
      score: this.#best.score,
    });
  }

  #onHostProgress(position: number, { moves, best, timetable }: HostProgress): void {
    this.#hostMoves[position] = moves;
    if (timetable !== null) this.#offerBest(best, timetable, false);
    this.#reportProgress(false);
  }

  #offerBest(score: Score, timetable: Timetable, always: boolean): void {
    const order = this.#best === null ? -1 : compareScores(score, this.#best.score);
    // of equals the one of the barrier is kept: which one was shown in between depends on the clock
    if (order < 0 || (order === 0 && always)) this.#best = { score, timetable };
    const now = performance.now();
    if (order >= 0 || (!always && now - this.#lastBest < bestEvery)) return;
    this.#lastBest = now;
    this.#hooks.onBest(timetable, score);
  }

  #reportProgress(always: boolean): void {
    const now = performance.now();
    if ((!always && now - this.#lastProgress < progressEvery) || this.#best === null) return;
    this.#lastProgress = now;
    const { settings } = this.#request;
    const moves = this.#hostMoves.reduce((sum, count) => sum + count, 0);
    const seconds = this.#seconds();
    this.#hooks.onProgress({
      phase: this.#phase(),
      isPaused: this.#state === 'paused',
      generation: this.#archipelago.generation,
      generations: settings.generations,
      seconds,
      moves,
      movesPerSecond: seconds > this.#secondsBefore ? moves / seconds : 0,
      done: Math.min(1, moves / (settings.movesPerIndividual * settings.population)),
      best: this.#best.score,
    });
  }

  #phase(): RunPhase {
    if (this.#state === 'stopping' || this.#state === 'over') return 'finishing';
    if (this.#state === 'preparing' || this.#best === null) return 'preparing';
    if (this.#archipelago.generation === 0 && this.#hostMoves.every((moves) => moves === 0)) return 'constructing';
    return isFeasible(this.#best.score) ? 'improving' : 'repairing';
  }

  #seconds(): number {
    const now = this.#pausedAt ?? performance.now();
    return this.#secondsBefore + (now - this.#startedAt - this.#pausedFor) / 1000;
  }

  /** The clock only ever ends a run; pauses do not count. */
  #watchTime(): ReturnType<typeof setTimeout> {
    const limit = this.#request.settings.timeLimit ?? settingRanges.timeLimit.max;
    return setInterval(() => {
      if (this.#pausedAt === null && this.#seconds() >= limit) this.stop('timeLimit');
    }, 50);
  }

  #end(reason: StopReason, failure: string | null, population: readonly PackedTimetable[] = []): RunOutcome {
    this.#steering.end();
    this.#state = 'over';
    this.#reportProgress(true);
    const isBroken = this.#best !== null && !isFeasible(this.#best.score);
    return {
      reason,
      best: this.#best?.timetable ?? null,
      score: this.#best?.score ?? null,
      generations: this.#archipelago.generation,
      moves: this.#archipelago.moves,
      seconds: this.#seconds(),
      population,
      ...(isBroken && this.#conflicts.length > 0 ? { conflicts: this.#conflicts } : {}),
      failure,
    };
  }
}

class Cancelled extends Error {}
