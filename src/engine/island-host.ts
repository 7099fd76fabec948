import { buildProblem } from '../domain/build-problem.ts';
import { type PackedTimetable, packTimetable } from '../domain/packed-timetable.ts';
import type { Problem } from '../domain/problem.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import { compareScores, type Score } from '../domain/score.ts';
import type { Timetable } from '../domain/timetable.ts';
import { audit } from './audit.ts';
import { decodeByNames, type GeneNames } from './decode.ts';
import type { ImageShape } from './encode.ts';
import { Island, type IslandReport } from './island.ts';
import type { Genes } from './kernel.ts';
import { type PreparedProblem, prepare, refuse } from './prepared.ts';
import type { RuleCost } from './run-events.ts';
import { bareSettings, checkSettings, type RunSettings, type RunStart } from './run-settings.ts';
import { auditCap, problemFrom } from './run-start.ts';
import { tick } from './tick.ts';

export interface OpenRequest {
  readonly module: WebAssembly.Module;
  readonly prepared: PreparedProblem;
  /** For the host that will be asked to audit; it builds the problem with the first audit. Null for all others. */
  readonly audited: (() => ProblemData) | null;
  readonly settings: RunSettings;
  /** Islands that live here. */
  readonly islands: readonly number[];
  /** Their states, to go on from a checkpoint; null for a fresh start. */
  readonly states: readonly Uint8Array[] | null;
}

export type ChangeRequest = Omit<OpenRequest, 'islands' | 'states'>;

export interface HostProgress {
  readonly moves: number;
  readonly best: Score;
  /** The best timetable, when it improved since it was last sent. */
  readonly timetable: Timetable | null;
}

export interface HostReport {
  readonly islands: readonly IslandReport[];
  /** True when `stop` ended the epoch early. */
  readonly stopped: boolean;
  /** The best timetable of this host; null when it did not improve in this epoch. */
  readonly improved: FoundTimetable | null;
}

export interface FoundTimetable {
  readonly island: number;
  /** As the kernel counts. */
  readonly score: Score;
  readonly timetable: Timetable;
}

export interface Arrival {
  readonly island: number;
  readonly individual: Uint8Array;
}

/** What a worker offers; every message is plain data. The same object runs in a thread, a page or a test. */
export interface IslandHost {
  /** The work that is done once for all hosts; `population`: individuals to go on with. */
  prepare(data: ProblemData, start: RunStart | null, population?: readonly PackedTimetable[]): Promise<PreparedProblem>;
  open(request: OpenRequest): Promise<void>;
  /**
   * Between two generations: the islands that live here go on with a changed problem from the individuals prepared for
   * them, island by island. What is said to be improved is the best of these.
   */
  change(request: ChangeRequest): Promise<HostReport>;
  /** One generation; `budget` replaces the moves that each individual has left, null keeps them. */
  epoch(generation: number, budget: number | null, onProgress: (progress: HostProgress) => void): Promise<HostReport>;
  /** Amounts by rule from the reference evaluator; rejects when the kernel counted otherwise. See `OpenRequest.audited`. */
  audit(found: FoundTimetable): Promise<readonly RuleCost[]>;
  migrate(arrivals: readonly Arrival[]): Promise<void>;
  checkpoint(): Promise<readonly { readonly island: number; readonly state: Uint8Array }[]>;
  /** Every individual of every island as it is now. */
  population(): Promise<readonly PackedTimetable[]>;
  /** Evaluated moves per second on this machine, measured over about `milliseconds`. */
  measure(module: WebAssembly.Module, prepared: PreparedProblem, milliseconds: number): Promise<number>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const progressEvery = 100;
const timetableEvery = 500;
const sliceMilliseconds = 15;
const firstSlice = 20_000;
/** Moves for each event on the first ladder that the speed is measured on. */
const movesOfEvent = 40;

/** `built` spares a host on the caller's thread from building the problem of `data` again. */
export function createIslandHost(built: Problem | null = null): IslandHost {
  return new Host(built);
}

class Host implements IslandHost {
  readonly #built: Problem | null;
  #audited: (() => ProblemData) | null = null;
  #searched: Problem | null = null;
  #shape: ImageShape | null = null;
  #names: GeneNames | null = null;
  #islands: Island[] = [];
  #seed = 0;
  #target: Score | null = null;
  #start: RunStart | null = null;
  #paused = false;
  #stopped = false;
  #slice = firstSlice;
  #sent: Score | null = null;
  #reported: Score | null = null;
  #lastProgress = 0;
  #lastTimetable = 0;

  constructor(built: Problem | null) {
    this.#built = built;
  }

  async prepare(data: ProblemData, start: RunStart | null, population?: readonly PackedTimetable[]) {
    return prepare(this.#problemOf(data), start, population);
  }

  async open({ module, prepared, audited, settings, islands, states }: OpenRequest): Promise<void> {
    refuse(checkSettings(settings));
    const { image, home } = prepared;
    this.#takeProblem(prepared, audited);
    this.#start = settings.start ?? null;
    this.#seed = settings.seed;
    this.#target = settings.target;
    this.#stopped = false;
    this.#islands = islands.map((index) => new Island(module, image, settings, index, home));
    if (states === null) return;
    this.#islands.forEach((island, position) => {
      const state = states[position];
      if (state === undefined || !island.restore(state))
        throw new Error('The checkpoint does not fit this problem and these settings');
    });
  }

  #takeProblem({ image, names }: PreparedProblem, audited: OpenRequest['audited']): void {
    // Without the bytes, which every island has in its own memory: nobody needs them twice.
    const { bytes: _, ...shape } = image;
    this.#audited = audited;
    this.#searched = null;
    this.#shape = shape;
    this.#names = names;
  }

  async change({ module, prepared, audited, settings }: ChangeRequest): Promise<HostReport> {
    this.#takeProblem(prepared, audited);
    this.#sent = null;
    this.#reported = null;
    let taken = 0;
    for (const [position, { index }] of this.#islands.entries()) {
      const standing = this.#islands[position]?.standing();
      if (standing === undefined) continue;
      // One after the other: two kernels of a large problem need much memory.
      const island = new Island(module, prepared.image, settings, index, prepared.home, standing);
      this.#islands[position] = island;
      const individuals = prepared.population.slice(taken, taken + standing.movesLeft.length);
      taken += individuals.length;
      for (const _ of island.goOnFrom(standing, individuals)) await tick();
    }
    return this.#report();
  }

  async epoch(
    generation: number,
    budget: number | null,
    onProgress: (progress: HostProgress) => void,
  ): Promise<HostReport> {
    for (const island of this.#islands) {
      while (!this.#stopped && !this.#endsEarly(island) && island.construct()) await this.#breathe(onProgress);
      if (this.#stopped) break;
      if (this.#endsEarly(island)) {
        island.constructCopies();
        continue;
      }
      if (budget !== null) island.setBudget(budget);
      island.beginEpoch(generation);
      while (this.#stepTimed(island)) {
        await this.#breathe(onProgress);
        if (this.#stopped) break;
      }
      if (this.#stopped) break;
      island.endEpoch();
    }
    return this.#report();
  }

  #report(): HostReport {
    return {
      islands: this.#islands.map((island) => island.report()),
      stopped: this.#stopped,
      improved: this.#improved(),
    };
  }

  /** An island whose construction has reached the target: how it goes on depends on no other one, so runs stay repeatable. */
  #endsEarly(island: Island): boolean {
    return island.constructed > 0 && this.#target !== null && compareScores(island.best, this.#target) <= 0;
  }

  async migrate(arrivals: readonly Arrival[]): Promise<void> {
    for (const { island, individual } of arrivals) {
      this.#islands.find((candidate) => candidate.index === island)?.welcome(individual);
    }
  }

  async checkpoint() {
    return this.#islands.map((island) => ({ island: island.index, state: island.copyStateAtRest() }));
  }

  async population(): Promise<PackedTimetable[]> {
    return this.#islands.flatMap((island) => island.population().map((genes) => packTimetable(this.#decode(genes))));
  }

  async audit({ timetable, score }: FoundTimetable): Promise<readonly RuleCost[]> {
    this.#searched ??= this.#problemToAudit();
    const byRule = audit(this.#searched, timetable, score, this.#seed);
    if (this.#start !== null) auditCap(this.#searched, this.#start, timetable, this.#seed);
    return byRule;
  }

  async measure(module: WebAssembly.Module, { image }: PreparedProblem, milliseconds: number): Promise<number> {
    // fewer are spent on loading and on the levels of the ladder
    let moves = Math.max(20_000, movesOfEvent * image.eventCount);
    let speed = 0;
    const deadline = performance.now() + milliseconds;
    // ladders of growing length: the first ones also warm the compiler up
    while (performance.now() < deadline) {
      const settings = { ...bareSettings, movesPerIndividual: moves };
      const island = new Island(module, image, settings, 0);
      while (island.construct()) await tick();
      const started = performance.now();
      let [made, spent] = [0, 0];
      for (let generation = 1; generation <= settings.generations; generation++) {
        island.beginEpoch(generation);
        // loads the individual: long for a large problem, and rare in a run
        island.step(1);
        const [from, before] = [performance.now(), island.moves];
        while (island.step(firstSlice)) if (performance.now() - started > milliseconds * 2) break;
        made += island.moves - before;
        spent += performance.now() - from;
        await tick();
      }
      speed = (made / Math.max(0.1, spent)) * 1000;
      moves = Math.min(moves * 3, Math.max(moves, Math.round((speed * milliseconds) / 4000)));
    }
    return speed;
  }

  async pause(): Promise<void> {
    this.#paused = true;
  }

  async resume(): Promise<void> {
    this.#paused = false;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#paused = false;
  }

  /** One slice of about 15 ms, whose length follows the machine; the result does not depend on it. */
  #stepTimed(island: Island): boolean {
    const started = performance.now();
    const more = island.step(this.#slice);
    const took = performance.now() - started;
    if (more)
      this.#slice = Math.max(
        1000,
        Math.min(5_000_000, Math.round(this.#slice * Math.min(2, sliceMilliseconds / Math.max(1, took)))),
      );
    return more;
  }

  async #breathe(onProgress: (progress: HostProgress) => void): Promise<void> {
    const now = performance.now();
    if (now - this.#lastProgress >= progressEvery) {
      this.#lastProgress = now;
      const best = this.#bestIsland();
      const better = this.#sent === null || compareScores(best.best, this.#sent) < 0;
      const send = better && now - this.#lastTimetable >= timetableEvery;
      if (send) {
        this.#lastTimetable = now;
        this.#sent = best.best;
      }
      const moves = this.#islands.reduce((sum, island) => sum + island.moves, 0);
      onProgress({ moves, best: best.best, timetable: send ? this.#decode(best.bestGenes) : null });
    }
    do await tick();
    while (this.#paused && (await sleep(20)));
  }

  #bestIsland(): Island {
    const [first, ...others] = this.#islands;
    if (first === undefined) throw new Error('No island is open');
    return others.reduce((best, island) => (compareScores(island.best, best.best) < 0 ? island : best), first);
  }

  #decode(genes: Genes): Timetable {
    if (this.#names === null || this.#shape === null) throw new Error('No problem is open');
    return decodeByNames(this.#names, this.#shape, genes);
  }

  /** The host's best if it is better than the one reported before. */
  #improved(): HostReport['improved'] {
    const best = this.#bestIsland();
    const score = best.best;
    if (score.unplaced > (this.#shape?.eventCount ?? 0)) return null; // nothing constructed yet
    if (this.#reported !== null && compareScores(score, this.#reported) >= 0) return null;
    this.#reported = score;
    return { island: best.index, score, timetable: this.#decode(best.bestGenes) };
  }

  #problemToAudit(): Problem {
    if (this.#audited === null) throw new Error('This host was not given the problem');
    const problem = problemFrom(this.#problemOf(this.#audited()), this.#start ?? undefined);
    this.#audited = null;
    return problem;
  }

  #problemOf(data: ProblemData): Problem {
    if (this.#built?.data === data) return this.#built;
    const built = buildProblem(data);
    if (!built.ok) throw new Error(built.diagnostics.map((item) => item.message).join(' '));
    return built.value;
  }
}

function sleep(milliseconds: number): Promise<true> {
  return new Promise((resolve) => setTimeout(() => resolve(true), milliseconds));
}
