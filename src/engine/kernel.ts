import * as abi from '../../assembly/abi/abi.ts';
import type { Score } from '../domain/score.ts';
import { byFrequency } from './conflicts.ts';
import type { ImageShape, ProblemImage } from './encode/encode.ts';
import type { EventConflict } from './run-contract/run-events.ts';

/** The exports of the WebAssembly module, by hand: asc writes no bindings for us. Addresses and counts are numbers. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  imageAddress(): number;
  openImage(population: number): number;
  seed(low: number, high: number): void;
  beginRun(
    population: number,
    levels: number,
    movesPerIndividual: number,
    firstTemperature: number,
    lastTemperature: number,
    chainEvery: number,
    crossoverRate: number,
    mutationRate: number,
  ): void;
  beginAtHome(cap: number, withOptions: number): void;
  constructNext(): number;
  continueFrom(moves: number): void;
  leaveUnrepaired(): void;
  constructCopies(): void;
  constructedCount(): number;
  endRepair(): void;
  beginEpoch(endLevel: number): void;
  stepEpoch(moves: number): number;
  endEpoch(withSelection: number): void;
  setBudget(movesPerIndividual: number): void;
  temperatureOf(level: number): number;
  emigrantAt(): number;
  welcomeArrival(): void;
  addressOfState(): number;
  endOfState(): number;
  addressOfBest(): number;
  addressOfArrival(): number;
  addressOfConflicts(): number;
  addressOfIndividual(individual: number): number;
  movesSoFar(): number;
  unplacedOf(): number;
  hardOf(): number;
  softOf(): number;
  loadIndividual(individual: number): void;
  peekRelocationHard(
    event: number,
    to: number,
    gene: number,
    resource: number,
    gene2: number,
    resource2: number,
  ): number;
  peekRelocationSoft(
    event: number,
    to: number,
    gene: number,
    resource: number,
    gene2: number,
    resource2: number,
  ): number;
  applyRelocation(event: number, to: number, gene: number, resource: number, gene2: number, resource2: number): void;
  peekExchangeHard(event: number, gene: number, partner: number, partnerGene: number): number;
  peekExchangeSoft(event: number, gene: number, partner: number, partnerGene: number): number;
  applyExchange(event: number, gene: number, partner: number, partnerGene: number): void;
  tryChain(event: number, to: number, hardWeight: number, threshold: number): number;
  tryDisplacement(event: number, seed: number, hardWeight: number, threshold: number): number;
  tryResectioning(request: number, seed: number, hardWeight: number, threshold: number): number;
  tryRoomChange(event: number, seed: number, hardWeight: number, threshold: number): number;
  /** For tests, see assembly/neighbourhoods/screen-audit.ts. */
  mostSoftGain(event: number): number;
  unjustlyDropped(count: number): number;
  unjustlyBounded(count: number): number;
  peekEnrolmentHard(request: number, option: number): number;
  peekEnrolmentSoft(request: number, option: number): number;
  applyEnrolment(request: number, option: number): void;
  addressOfChoices(): number;
  addressOfTimes(): number;
  addressOfGenes(): number;
  addressOfHome(): number;
  addressOfCounters(): number;
  endOfCounters(): number;
}

/** Times, genes and options of one individual, by event, gene and request; bare numbers as the kernel stores them. */
export interface Genes {
  readonly times: Int32Array;
  readonly genes: Int32Array;
  readonly choices: Int32Array;
}

/** One instance of the kernel with one problem in its memory. */
export class Kernel {
  readonly exports: KernelExports;
  readonly image: ImageShape;
  readonly #stateAt: number;
  readonly #stateEnd: number;

  /** Throws when the memory cannot be had: a failure of the machine, reported by the run. */
  constructor(module: WebAssembly.Module, image: ProblemImage, population: number) {
    const instance = new WebAssembly.Instance(module, {});
    // asc writes no types; the list above is checked by the tests that call every export.
    this.exports = instance.exports as unknown as KernelExports;
    const { bytes, ...shape } = image;
    this.image = shape;
    const at = this.exports.imageAddress();
    const memory = this.exports.memory;
    const missing = Math.ceil((at + bytes.byteLength - memory.buffer.byteLength) / 65536);
    if (missing > 0) memory.grow(missing);
    new Uint8Array(memory.buffer, at, bytes.byteLength).set(new Uint8Array(bytes));
    if (this.exports.openImage(population) === 0) throw new Error('The kernel could not open the problem image');
    this.#stateAt = this.exports.addressOfState();
    this.#stateEnd = this.exports.endOfState();
  }

  /** Bytes of the mutable region: no copy has more. */
  get stateBytes(): number {
    return this.#stateEnd - this.#stateAt;
  }

  /** A copy of the mutable region. */
  copyState(): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer.slice(this.#stateAt, this.#stateEnd));
  }

  /**
   * The same without the counters of the working solution, nine tenths of it in large problems. Between two generations
   * they mean nothing: the next one loads an individual.
   */
  copyStateAtRest(): Uint8Array {
    const [before, after] = this.#partsAtRest();
    const state = new Uint8Array(before.length + after.length);
    state.set(before);
    state.set(after, before.length);
    return state;
  }

  /** Takes a copy of either kind; false when it does not fit this problem and population. */
  restoreState(state: Uint8Array): boolean {
    if (state.length === this.stateBytes) {
      new Uint8Array(this.exports.memory.buffer, this.#stateAt, state.length).set(state);
      return true;
    }
    const [before, after] = this.#partsAtRest();
    if (state.length !== before.length + after.length) return false;
    before.set(state.subarray(0, before.length));
    after.set(state.subarray(before.length));
    return true;
  }

  #partsAtRest(): readonly [Uint8Array, Uint8Array] {
    const { memory, addressOfCounters, endOfCounters } = this.exports;
    return [
      new Uint8Array(memory.buffer, this.#stateAt, addressOfCounters() - this.#stateAt),
      new Uint8Array(memory.buffer, endOfCounters(), this.#stateEnd - endOfCounters()),
    ];
  }

  scoreAt(address: number): Score {
    const view = new Int32Array(this.exports.memory.buffer, address, 3);
    return { unplaced: view[0] ?? 0, hard: view[1] ?? 0, soft: view[2] ?? 0 };
  }

  /** Score of the working solution. */
  workingScore(): Score {
    return { unplaced: this.exports.unplacedOf(), hard: this.exports.hardOf(), soft: this.exports.softOf() };
  }

  genesAt(address: number): Genes {
    const { eventCount, geneCount, requestCount } = this.image;
    const times = address + abi.INDIVIDUAL_HEADER_BYTES;
    const genes = times + eventCount * 4;
    const choices = genes + geneCount * 4;
    const buffer = this.exports.memory.buffer;
    return {
      times: new Int32Array(buffer.slice(times, genes)),
      genes: new Int32Array(buffer.slice(genes, choices)),
      choices: new Int32Array(buffer.slice(choices, choices + requestCount * 4)),
    };
  }

  /** Who sent whom away in repairs, the most frequent first. */
  conflicts(most: number): EventConflict[] {
    const words = abi.CONFLICT_BYTES / 4;
    const length = abi.EJECTION_CONFLICT_ENTRIES * words;
    const records = new Int32Array(this.exports.memory.buffer, this.exports.addressOfConflicts(), length);
    return Array.from({ length: abi.EJECTION_CONFLICT_ENTRIES }, (_, entry) => ({
      event: records[entry * words] ?? 0,
      other: records[entry * words + 1] ?? 0,
      times: records[entry * words + 2] ?? 0,
    }))
      .filter(({ times }) => times > 0)
      .sort(byFrequency)
      .slice(0, most);
  }

  /** Genes of the working solution. */
  workingGenes(): Genes {
    const { eventCount, geneCount, requestCount } = this.image;
    const buffer = this.exports.memory.buffer;
    const times = this.exports.addressOfTimes();
    const genes = this.exports.addressOfGenes();
    const choices = this.exports.addressOfChoices();
    return {
      times: new Int32Array(buffer.slice(times, times + eventCount * 4)),
      genes: new Int32Array(buffer.slice(genes, genes + geneCount * 4)),
      choices: new Int32Array(buffer.slice(choices, choices + requestCount * 4)),
    };
  }

  /** Every event nowhere, every gene nobody, no request answered. */
  emptyGenes(): Genes {
    const { eventCount, geneCount, requestCount, nowhere, nobody } = this.image;
    return {
      times: new Int32Array(eventCount).fill(nowhere),
      genes: new Int32Array(geneCount).fill(nobody),
      choices: new Int32Array(requestCount).fill(-1),
    };
  }

  /** Counters and masks of the working solution, for tests. */
  copyCounters(): Uint8Array {
    const buffer = this.exports.memory.buffer;
    return new Uint8Array(buffer.slice(this.exports.addressOfCounters(), this.exports.endOfCounters()));
  }

  /** Moves that an individual may still evaluate. */
  movesLeftAt(address: number): number {
    return Number(this.#movesLeft(address).getBigInt64(0, true));
  }

  setMovesLeftAt(address: number, moves: number): void {
    this.#movesLeft(address).setBigInt64(0, BigInt(Math.round(moves)), true);
  }

  #movesLeft(address: number): DataView {
    return new DataView(this.exports.memory.buffer, address + abi.INDIVIDUAL_MOVES_LEFT, 8);
  }

  writeGenes(address: number, genes: Genes): void {
    this.#writeWords(address + abi.INDIVIDUAL_HEADER_BYTES, genes);
  }

  /** Where the run starts, see assembly/evolution/home.ts. */
  writeHome(genes: Genes): void {
    this.#writeWords(this.exports.addressOfHome(), genes);
  }

  #writeWords(start: number, { times, genes, choices }: Genes): void {
    new Int32Array(this.exports.memory.buffer, start, times.length).set(times);
    new Int32Array(this.exports.memory.buffer, start + times.length * 4, genes.length).set(genes);
    const choicesAt = start + (times.length + genes.length) * 4;
    new Int32Array(this.exports.memory.buffer, choicesAt, choices.length).set(choices);
  }

  /** An individual as migrants travel: header and genes. */
  copyIndividual(address: number): Uint8Array {
    const { eventCount, geneCount, requestCount } = this.image;
    const length = abi.INDIVIDUAL_HEADER_BYTES + (eventCount + geneCount + requestCount) * 4;
    return new Uint8Array(this.exports.memory.buffer.slice(address, address + length));
  }

  writeIndividual(address: number, individual: Uint8Array): void {
    new Uint8Array(this.exports.memory.buffer, address, individual.length).set(individual);
  }
}
