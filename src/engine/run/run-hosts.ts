import type { ProblemData } from '../../domain/problem-data.ts';
import { nextTask } from '../../domain/steps.ts';
import { dealIslands } from '../archipelago.ts';
import type { Arrival, HostProgress, HostReport, IslandHost } from '../island-host.ts';
import type { PreparedProblem } from '../prepared.ts';
import type { Checkpoint } from '../run-contract/run-events.ts';
import type { RunSettings } from '../run-contract/run-settings.ts';
import type { HostPool } from './run-request.ts';

interface Opening {
  readonly data: ProblemData;
  readonly module: WebAssembly.Module;
  readonly settings: RunSettings;
  readonly prepared: PreparedProblem;
  readonly checkpoint: Checkpoint | null;
}

/** The hosts of a run, with the islands dealt onto them. */
export class RunHosts {
  #all: readonly IslandHost[];
  readonly #islands: readonly (readonly number[])[];
  readonly #moves: number[];
  readonly #callback: HostPool['callback'];

  constructor(pool: HostPool, islands: number) {
    this.#islands = dealIslands(islands, pool.hosts.length);
    this.#all = pool.hosts.slice(0, this.#islands.length);
    this.#moves = this.#all.map(() => 0);
    this.#callback = (listener) => pool.callback(listener);
  }

  get all(): readonly IslandHost[] {
    return this.#all;
  }

  /** They are gone, and nobody is to speak to them. */
  lose(): void {
    this.#all = [];
  }

  /** The host that was given the problem. */
  get auditor(): IslandHost {
    const [first] = this.#all;
    if (first === undefined) throw new Error('There is no host');
    return first;
  }

  /** Evaluated so far, as told in between. */
  get moves(): number {
    return this.#moves.reduce((sum, count) => sum + count, 0);
  }

  pause(): void {
    for (const host of this.#all) void host.pause();
  }

  resume(): void {
    for (const host of this.#all) void host.resume();
  }

  stop(): void {
    for (const host of this.#all) void host.stop();
  }

  /** Gives each host its islands; the first one audits. */
  async open({ data, module, settings, prepared, checkpoint }: Opening): Promise<void> {
    await Promise.all(
      this.#all.map(async (host, position) => {
        // Each host is sent a copy: one in a task, so that the page stays free.
        for (let before = 0; before < position; before++) await nextTask();
        const islands = this.#islands[position] ?? [];
        const states = checkpoint && islands.flatMap((island) => checkpoint.islands[island] ?? []);
        const audited = position === 0 ? () => data : null;
        return host.open({ module, prepared, audited, settings, islands, states });
      }),
    );
  }

  epoch(
    generation: number,
    budget: number | null,
    onProgress: (progress: HostProgress) => void,
  ): Promise<readonly HostReport[]> {
    return Promise.all(
      this.#all.map((host, position) => {
        const listener = (progress: HostProgress) => {
          this.#moves[position] = progress.moves;
          onProgress(progress);
        };
        return host.epoch(generation, budget, this.#callback(listener));
      }),
    );
  }

  async migrate(arrivals: readonly Arrival[]): Promise<void> {
    if (arrivals.length === 0) return;
    await Promise.all(
      this.#all.map((host, position) =>
        host.migrate(arrivals.filter((arrival) => this.#islands[position]?.includes(arrival.island))),
      ),
    );
  }
}
