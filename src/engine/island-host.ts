import { buildProblem } from '../domain/build-problem.ts';
import { type PackedTimetable, packTimetable } from '../domain/packed-timetable.ts';
import type { Problem } from '../domain/problem.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import { compareScores, type Score } from '../domain/score.ts';
import type { Timetable } from '../domain/timetable.ts';
import { Auditor } from './auditor.ts';
import { compress, decompress } from './compress.ts';
import { decodeByNames, type GeneNames } from './decode.ts';
import type { ImageShape } from './encode/encode.ts';
import { Island, type IslandReport } from './island.ts';
import type { Genes } from './kernel.ts';
import { measureSpeed } from './measure-speed.ts';
import { type PreparedProblem, prepare, refuse } from './prepared.ts';
import type { IslandState, RuleCost } from './run-contract/run-events.ts';
import { checkSettings, type RunSettings, type RunStart } from './run-contract/run-settings.ts';
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
  readonly states: readonly IslandState[] | null;
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

/** `evaluated` where the kernel counted otherwise, with the reason for whoever reads it. */
export type AuditAnswer =
  | { readonly byRule: readonly RuleCost[] }
  | { readonly evaluated: Score; readonly message: string };

export interface HeldIsland extends IslandState {
  readonly island: number;
  /** Bytes of its memory before they were compressed. */
  readonly bytes: number;
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
  /** What the reference evaluator says. See `OpenRequest.audited`. */
  audit(found: FoundTimetable): Promise<AuditAnswer>;
  migrate(arrivals: readonly Arrival[]): Promise<void>;
  /**
   * Where its islands stand, at any time; `completed` is the last generation that all hosts have reported. The memory is
   * copied before the next message is looked at, and compressed while the work goes on.
   */
  checkpoint(completed: number): Promise<readonly HeldIsland[]>;
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

/** `built` spares a host on the caller's thread from building the problem of `data` again. */
export function createIslandHost(built: Problem | null = null): IslandHost {
  return new Host(built);
}

class Host implements IslandHost {
  readonly #built: Problem | null;
  #auditor: Auditor | null = null;
  #shape: ImageShape | null = null;
  #names: GeneNames | null = null;
  #islands: Island[] = [];
  /** Where each island stands in generation `#generation`. */
  #stages: IslandState['stage'][] = [];
  #generation = 0;
  /** The island that is worked on: its working solution is part of what it remembers. */
  #active: Island | null = null;
  #target: Score | null = null;
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
    this.#takeProblem(prepared, audited, settings);
    this.#target = settings.target;
    this.#stopped = false;
    this.#islands = islands.map((index) => new Island(module, image, settings, index, home));
    this.#stages = this.#islands.map(() => 'waiting');
    this.#generation = 0;
    if (states === null) return;
    for (const [position, island] of this.#islands.entries()) {
      const state = states[position];
      if (state === undefined || !island.restore(await decompress(state.memory, island.stateBytes)))
        throw new Error('The checkpoint does not fit this problem and these settings');
    }
    this.#stages = states.map(({ stage }) => stage);
  }

  #takeProblem({ image, names }: PreparedProblem, audited: OpenRequest['audited'], { start, seed }: RunSettings): void {
    // Without the bytes, which every island has in its own memory: nobody needs them twice.
    const { bytes: _, ...shape } = image;
    this.#auditor = audited && new Auditor(() => this.#problemOf(audited()), start ?? null, seed);
    this.#shape = shape;
    this.#names = names;
  }

  async change({ module, prepared, audited, settings }: ChangeRequest): Promise<HostReport> {
    this.#takeProblem(prepared, audited, settings);
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
    // The first one after a checkpoint goes on where its islands stood.
    if (this.#generation > 0 && generation > this.#generation) this.#stages = this.#islands.map(() => 'waiting');
    this.#generation = generation;
    for (const [position, island] of this.#islands.entries()) {
      if (this.#stages[position] === 'done') island.continueEpoch(generation);
      else if (!(await this.#epochOf(island, position, budget, onProgress))) {
        island.settle();
        break;
      }
      this.#active = null;
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

  /** False when it was stopped on the way. */
  async #epochOf(
    island: Island,
    position: number,
    budget: number | null,
    onProgress: (progress: HostProgress) => void,
  ): Promise<boolean> {
    this.#active = island;
    if (this.#stages[position] === 'underWay') island.continueEpoch(this.#generation);
    else {
      while (!this.#stopped && !this.#endsEarly(island) && island.construct()) await this.#breathe(onProgress);
      if (this.#stopped) return false;
      if (this.#endsEarly(island)) {
        island.constructCopies();
        this.#stages[position] = 'done';
        return true;
      }
      if (budget !== null) island.setBudget(budget);
      island.beginEpoch(this.#generation);
      this.#stages[position] = 'underWay';
    }
    while (this.#stepTimed(island)) {
      await this.#breathe(onProgress);
      if (this.#stopped) return false;
    }
    island.endEpoch();
    this.#stages[position] = 'done';
    return true;
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

  async checkpoint(completed: number): Promise<readonly HeldIsland[]> {
    const isBetween = this.#generation <= completed;
    const copies = this.#islands.map((island, position) => ({
      island: island.index,
      stage: isBetween ? ('waiting' as const) : (this.#stages[position] ?? 'waiting'),
      memory: island === this.#active ? island.copyState() : island.copyStateAtRest(),
    }));
    return Promise.all(
      copies.map(async (copy) => ({ ...copy, bytes: copy.memory.length, memory: await compress(copy.memory) })),
    );
  }

  async population(): Promise<PackedTimetable[]> {
    return this.#islands.flatMap((island) => island.population().map((genes) => packTimetable(this.#decode(genes))));
  }

  async audit(found: FoundTimetable): Promise<AuditAnswer> {
    if (this.#auditor === null) throw new Error('This host was not given the problem');
    return this.#auditor.audit(found);
  }

  measure(module: WebAssembly.Module, { image }: PreparedProblem, milliseconds: number): Promise<number> {
    return measureSpeed(module, image, milliseconds);
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
