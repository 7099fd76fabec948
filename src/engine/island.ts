import type { Score } from '../domain/score.ts';
import { diversityOf } from './diversity.ts';
import type { ProblemImage } from './encode/encode.ts';
import { type Genes, Kernel } from './kernel.ts';
import type { Home } from './run/run-start.ts';
import type { EventConflict } from './run-contract/run-events.ts';
import type { RunSettings } from './run-contract/run-settings.ts';

/** Fixed parts of the temperature ladder, in units of the smallest soft weight; docs/decisions says what was measured. */
const firstTemperature = 30;
/** Where a run starts from a timetable: above this, what is good in it would be lost. */
const firstTemperatureOfStart = 2;
const lastTemperature = 0.1;
const fewestLevels = 570;
/** Selections over the whole ladder. */
const selections = 20;
/** Conflicts that a report carries. */
const mostConflicts = 50;
const partsPerMillion = 1_000_000;

/** Levels of the ladder: at least one per generation. */
function ladderLevels(generations: number): number {
  return Math.max(fewestLevels, generations);
}

/** The level before which generation `generation` (from 1) ends. */
function endLevelOf(generation: number, generations: number): number {
  return Math.round((ladderLevels(generations) * generation) / generations);
}

/**
 * Which selection of the run follows a generation, 0 when none does. Twenty over the ladder, however many generations it
 * is cut into: more of them leave walkers that are all alike (docs/decisions/0001-search.md).
 */
export function selectionRound(generation: number, generations: number): number {
  const round = Math.floor((generation * selections) / generations);
  return round > Math.floor(((generation - 1) * selections) / generations) ? round : 0;
}

/** Individuals of one island: the population dealt as evenly as it goes. */
function islandPopulation(settings: RunSettings, island: number): number {
  const share = Math.floor(settings.population / settings.islands);
  return share + (island < settings.population % settings.islands ? 1 : 0);
}

/** What an island says at the end of an epoch. */
export interface IslandReport {
  readonly island: number;
  readonly best: Score;
  /** Present scores of its individuals. */
  readonly present: readonly Score[];
  readonly moves: number;
  readonly temperature: number;
  /** Mean share of events placed differently in two of its individuals, 0 … 1. */
  readonly diversity: number;
  readonly emigrant: Uint8Array;
  /** Who was in whose way in repairs so far; empty when none was needed. */
  readonly conflicts: readonly EventConflict[];
}

/** What an island of a changed problem takes over from the one before. */
export interface Standing {
  readonly generation: number;
  readonly moves: number;
  /** Moves that each individual may still evaluate. */
  readonly movesLeft: readonly number[];
  /** In units of soft cost. */
  readonly firstTemperature: number;
  readonly lastTemperature: number;
}

/** One island of the archipelago: a kernel instance and its part of the population. */
export class Island {
  readonly index: number;
  readonly #kernel: Kernel;
  readonly #population: number;
  readonly #generations: number;
  #generation = 0;
  /** Better than the kernel's best, see `settle`. */
  #settled: { readonly score: Score; readonly genes: Genes } | null = null;

  constructor(
    module: WebAssembly.Module,
    image: ProblemImage,
    settings: RunSettings,
    index: number,
    home: Home | null = null,
    former: Standing | null = null,
  ) {
    this.index = index;
    this.#population = islandPopulation(settings, index);
    this.#generations = settings.generations;
    this.#kernel = new Kernel(module, image, this.#population);
    // a changed problem is searched with other random numbers than those that are used up
    this.#kernel.exports.seed((settings.seed ^ Math.imul(former?.generation ?? 0, 0x9e3779b9)) >>> 0, index + 1);
    this.#kernel.exports.beginRun(
      this.#population,
      ladderLevels(settings.generations),
      settings.movesPerIndividual,
      former?.firstTemperature ?? (home === null ? firstTemperature : firstTemperatureOfStart) * image.softUnit,
      former?.lastTemperature ?? lastTemperature * image.softUnit,
      image.chainEvery,
      Math.round(settings.crossoverRate * partsPerMillion),
      Math.round(settings.mutationRate * partsPerMillion),
    );
    if (home !== null) this.#beginAt(home);
  }

  #beginAt(home: Home): void {
    this.#kernel.writeHome(home.genes);
    this.#kernel.exports.beginAtHome(home.cap, home.hasOptions ? 1 : 0);
  }

  /** Where it stands between two generations, for the island of the changed problem that goes on in its place. */
  standing(): Standing {
    const { exports } = this.#kernel;
    return {
      generation: this.#generation,
      moves: this.moves,
      movesLeft: this.#addresses().map((address) => this.#kernel.movesLeftAt(address)),
      firstTemperature: exports.temperatureOf(0),
      lastTemperature: exports.temperatureOf(ladderLevels(this.#generations) - 1),
    };
  }

  /**
   * The individuals of `former`, as the changed problem sees them: what cannot stay is placed anew and what is broken is
   * repaired, then the ladder goes on where it was. A step is one individual or a slice of its repair.
   */
  *goOnFrom(former: Standing, individuals: readonly Home[]): Generator<void> {
    const { exports } = this.#kernel;
    // first, so that repairs keep within what is left and are counted
    exports.continueFrom(former.moves);
    this.#addresses().forEach((address, position) => {
      this.#kernel.setMovesLeftAt(address, former.movesLeft[position] ?? 1);
    });
    for (const [position, individual] of individuals.entries()) {
      this.#beginAt(individual);
      while (this.constructed === position && this.construct()) yield;
    }
    this.beginEpoch(former.generation);
  }

  #addresses(): number[] {
    return Array.from({ length: this.#population }, (_, k) => this.#kernel.exports.addressOfIndividual(k));
  }

  get stateBytes(): number {
    return this.#kernel.stateBytes;
  }

  /** False when the state is of another problem or population. */
  restore(state: Uint8Array): boolean {
    return this.#kernel.restoreState(state);
  }

  copyState(): Uint8Array {
    return this.#kernel.copyState();
  }

  /** Without what the next generation fills anew: much smaller, but only between two generations. */
  copyStateAtRest(): Uint8Array {
    return this.#kernel.copyStateAtRest();
  }

  /** Constructs one more individual of the first generation, or repairs it for a while; false when all are there. */
  construct(): boolean {
    return this.#kernel.exports.constructNext() !== 0;
  }

  /** Ends the repair of an individual under construction, which can take longer than what is to be measured. */
  leaveUnrepaired(): void {
    this.#kernel.exports.leaveUnrepaired();
  }

  /** Ends the construction with copies of the individuals there are: a run that has found what it looks for needs no more. */
  constructCopies(): void {
    this.#kernel.exports.constructCopies();
  }

  /** Individuals of the first generation that are there. */
  get constructed(): number {
    return this.#kernel.exports.constructedCount();
  }

  beginEpoch(generation: number): void {
    this.#generation = generation;
    this.#kernel.exports.beginEpoch(endLevelOf(generation, this.#generations));
  }

  /** Goes on with a generation that was begun before its memory was copied. */
  continueEpoch(generation: number): void {
    this.#generation = generation;
  }

  /** Evaluates up to `moves` moves; false when the epoch is over. */
  step(moves: number): boolean {
    return this.#kernel.exports.stepEpoch(moves) !== 0;
  }

  endEpoch(): void {
    this.#kernel.exports.endEpoch(selectionRound(this.#generation, this.#generations) > 0 ? 1 : 0);
  }

  /** Moves that each individual may still evaluate on the rest of the ladder. */
  setBudget(movesPerIndividual: number): void {
    this.#kernel.exports.setBudget(movesPerIndividual);
  }

  /**
   * Lets what a repair under way has reached count for the best, before the island is left for good. Its memory stays as
   * it is: whoever goes on from a checkpoint goes on with that repair.
   */
  settle(): void {
    const state = this.#kernel.copyState();
    this.#kernel.exports.endRepair();
    this.#settled = { score: this.best, genes: this.bestGenes };
    this.#kernel.restoreState(state);
  }

  welcome(individual: Uint8Array): void {
    this.#kernel.writeIndividual(this.#kernel.exports.addressOfArrival(), individual);
    this.#kernel.exports.welcomeArrival();
  }

  get best(): Score {
    return this.#settled?.score ?? this.#kernel.scoreAt(this.#kernel.exports.addressOfBest());
  }

  get bestGenes(): Genes {
    return this.#settled?.genes ?? this.#kernel.genesAt(this.#kernel.exports.addressOfBest());
  }

  /** Genes of all its individuals that have been constructed, in their order. */
  population(): Genes[] {
    const { exports } = this.#kernel;
    return Array.from({ length: this.constructed }, (_, k) => this.#kernel.genesAt(exports.addressOfIndividual(k)));
  }

  get moves(): number {
    return this.#kernel.exports.movesSoFar();
  }

  report(): IslandReport {
    const { exports } = this.#kernel;
    const addresses = this.#addresses();
    return {
      island: this.index,
      best: this.best,
      present: addresses.map((address) => this.#kernel.scoreAt(address)),
      moves: this.moves,
      temperature: exports.temperatureOf(endLevelOf(this.#generation, this.#generations) - 1),
      diversity: diversityOf(addresses.map((address) => this.#kernel.genesAt(address).times)),
      emigrant: this.#kernel.copyIndividual(exports.emigrantAt()),
      conflicts: this.#kernel.conflicts(mostConflicts),
    };
  }
}
