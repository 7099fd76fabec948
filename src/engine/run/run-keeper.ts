import type { HeldIsland, IslandHost } from '../island-host.ts';
import type { Checkpoint, IslandState } from '../run-contract/run-events.ts';
import { engineVersion } from '../run-contract/run-version.ts';

/** Milliseconds after which a barrier is kept, and after which a generation is kept in the middle. */
const barrierEvery = 4000;
const betweenEvery = 8000;
/** In the middle of a generation of a large problem all counters are copied too: that may take this share of the time. */
const mostOfTime = 0.015;
/** A slow machine compresses so many bytes in a millisecond. */
const compressedInMillisecond = 25_000;

/** Where the run stands, without its islands. */
export type Standing = Omit<Checkpoint, 'engine' | 'islands'>;

/** Decides when a run is kept, asks the hosts, and remembers the last checkpoint: whatever is lost goes on from there. */
export class RunKeeper {
  readonly #onKept: (checkpoint: Checkpoint) => void;
  /** The first barrier is kept at once, so that even a young run survives a reload. */
  #keptAt = Number.NEGATIVE_INFINITY;
  #startedAt = performance.now();
  #cost = 0;
  #isUnderWay = false;
  #underWay: Promise<Checkpoint | null> | null = null;
  #turn = 0;
  #last: Checkpoint | null;

  constructor(last: Checkpoint | null, onKept: (checkpoint: Checkpoint) => void) {
    this.#last = last;
    this.#onKept = onKept;
  }

  /** The answer of the last `keep`, which may still be on its way; null where nothing was ever kept. */
  get underWay(): Promise<Checkpoint | null> | null {
    return this.#underWay;
  }

  get last(): Checkpoint | null {
    return this.#last;
  }

  /** At a barrier, or in the middle of a generation? */
  isDue(isMidway: boolean): boolean {
    if (this.#isUnderWay) return false;
    const now = performance.now();
    const since = now - Math.max(this.#keptAt, isMidway ? this.#startedAt : Number.NEGATIVE_INFINITY);
    return since >= Math.max(isMidway ? betweenEvery : barrierEvery, this.#cost / mostOfTime);
  }

  /**
   * Asks all hosts at once, and does not hold them up: they copy before they look at the next message. Null where they
   * do not answer any more.
   */
  keep(hosts: readonly IslandHost[], standing: Standing): Promise<Checkpoint | null> {
    this.#underWay = this.#keep(hosts, standing);
    return this.#underWay;
  }

  async #keep(hosts: readonly IslandHost[], standing: Standing): Promise<Checkpoint | null> {
    const turn = ++this.#turn;
    this.#isUnderWay = true;
    this.#keptAt = performance.now();
    // a worker that has been ended throws at once; nobody waits here for what else might be wrong with an answer
    const answer = await Promise.all(hosts.map(async (host) => host.checkpoint(standing.generation)))
      .then((held) => ({ cost: Math.max(...held.map(bytesOf)), islands: statesIn(held.flat()) }))
      .catch(() => null);
    if (turn !== this.#turn) return null;
    this.#isUnderWay = false;
    if (answer === null) return null;
    this.#cost = answer.cost / compressedInMillisecond;
    this.#last = { ...standing, engine: engineVersion, islands: answer.islands };
    this.#onKept(this.#last);
    return this.#last;
  }

  /** The hosts are gone, and with them what they were asked for. */
  forget(): void {
    this.#underWay = null;
    this.#turn++;
    this.#isUnderWay = false;
    this.#startedAt = performance.now();
  }
}

function statesIn(held: readonly HeldIsland[]): readonly IslandState[] {
  const inOrder = held.toSorted((a, b) => a.island - b.island);
  return inOrder.map(({ stage, memory }) => ({ stage, memory }));
}

function bytesOf(held: readonly HeldIsland[]): number {
  return held.reduce((sum, { bytes }) => sum + bytes, 0);
}
