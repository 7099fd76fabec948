import type { Problem } from '../../domain/problem.ts';
import type { Score } from '../../domain/score.ts';
import type { Assignment, Timetable } from '../../domain/timetable.ts';
import { encodeGenes } from '../decode.ts';
import { encode } from '../encode/encode.ts';
import { type Genes, Kernel } from '../kernel.ts';
import { type Correction, correctionOf } from './corrections.ts';

/** Where an event is in the numbers of the kernel: its time (or nowhere), and a resource (or nobody) for each of its genes. */
export interface Position {
  readonly time: number;
  readonly held: readonly number[];
}

/**
 * A timetable in the kernel, on which single events are moved and moves are tried. Positions of events come in and go out;
 * that a peek knows two changed genes at most, and which, stays in here.
 */
export class Board {
  #problem: Problem;
  /** What the kernel was given: the same with other locks. */
  readonly #encoded: Problem;
  /** By event, what the locks of `problem` make of the score. */
  readonly #corrections = new Map<number, Correction>();
  readonly kernel: Kernel;
  readonly nowhere: number;
  readonly nobody: number;
  readonly #times: Int32Array;
  readonly #genes: Int32Array;
  /** Former positions, the latest last: what `undo` takes back. */
  readonly #log: { readonly event: number; readonly position: Position }[] = [];

  /** Throws when scores could leave what the kernel counts in, and when the memory cannot be had. */
  constructor(module: WebAssembly.Module, encoded: Problem) {
    this.#problem = encoded;
    this.#encoded = encoded;
    this.kernel = new Kernel(module, encode(encoded), 1);
    const { exports, image } = this.kernel;
    this.nowhere = image.nowhere;
    this.nobody = image.nobody;
    // the memory does not grow once the image is open
    this.#times = new Int32Array(exports.memory.buffer, exports.addressOfTimes(), image.eventCount);
    this.#genes = new Int32Array(exports.memory.buffer, exports.addressOfGenes(), image.geneCount);
    exports.seed(1, 1);
  }

  get problem(): Problem {
    return this.#problem;
  }

  /** Takes over the locks of some events from a problem that differs in nothing else. */
  relock(problem: Problem, events: readonly number[]): void {
    this.#problem = problem;
    for (const event of events) {
      const correction = correctionOf(this.#encoded, problem, event);
      if (correction === null) this.#corrections.delete(event);
      else this.#corrections.set(event, correction);
    }
  }

  load(timetable: Timetable): void {
    this.loadGenes(encodeGenes(this.problem, this.kernel.image, timetable));
  }

  loadGenes(genes: Genes): void {
    const { exports } = this.kernel;
    this.kernel.writeGenes(exports.addressOfIndividual(0), genes);
    exports.loadIndividual(0);
    this.#log.length = 0;
  }

  get score(): Score {
    const score = this.kernel.workingScore();
    if (this.#corrections.size === 0) return score;
    let { hard, soft } = score;
    for (const [event, correction] of this.#corrections) {
      const more = correction(this.assignmentFor(event, this.positionOf(event)));
      hard += more.hard;
      soft += more.soft;
    }
    return { unplaced: score.unplaced, hard, soft };
  }

  /** What the locks add to a peek of the kernel; null where they add nothing, whatever the position. */
  correctionOf(event: number): ((to: Position) => Pick<Score, 'hard' | 'soft'>) | null {
    const correction = this.#corrections.get(event);
    if (correction === undefined) return null;
    const present = correction(this.assignmentFor(event, this.positionOf(event)));
    return (to) => {
      const there = correction(this.assignmentFor(event, to));
      return { hard: there.hard - present.hard, soft: there.soft - present.soft };
    };
  }

  timeOf(event: number): number {
    return this.#times[event] ?? this.nowhere;
  }

  firstGene(event: number): number {
    return this.kernel.image.firstGene[event] ?? 0;
  }

  roomGenes(event: number): number {
    return this.kernel.image.roomGenes[event] ?? 0;
  }

  geneCount(event: number): number {
    return this.roomGenes(event) + (this.kernel.image.instructorGenes[event] ?? 0);
  }

  heldOf(event: number, position: number): number {
    return this.#genes[this.firstGene(event) + position] ?? this.nobody;
  }

  positionOf(event: number): Position {
    const count = this.geneCount(event);
    const held: number[] = [];
    for (let gene = 0; gene < count; gene++) held.push(this.heldOf(event, gene));
    return { time: this.timeOf(event), held };
  }

  /** The position that an assignment means; what it leaves open is nobody's. */
  positionFor(event: number, { time, rooms, instructors }: Assignment): Position {
    const { resourceOfRoom, resourceOfInstructor } = this.problem;
    const roomGenes = this.roomGenes(event);
    const held = Array.from(
      { length: this.geneCount(event) },
      (_, k) =>
        (k < roomGenes ? resourceOfRoom[rooms[k] ?? -1] : resourceOfInstructor[instructors[k - roomGenes] ?? -1]) ??
        this.nobody,
    );
    return { time: time < 0 ? this.nowhere : time, held };
  }

  assignmentFor(event: number, { time, held }: Position): Assignment {
    const item = this.problem.events[event];
    const refs = held.map((resource) =>
      resource === this.nobody ? -1 : (this.problem.resources[resource]?.ref ?? -1),
    );
    const roomGenes = this.roomGenes(event);
    return {
      time: time === this.nowhere ? -1 : time,
      rooms: refs.slice(0, roomGenes),
      instructors: item?.instructorsFixed ? item.instructors.map(({ index }) => index) : refs.slice(roomGenes),
    };
  }

  /** True when nothing that the event needs is missing. */
  isComplete({ time, held }: Position): boolean {
    return time !== this.nowhere && !held.includes(this.nobody);
  }

  isPlaced(event: number): boolean {
    if (this.timeOf(event) === this.nowhere) return false;
    for (let gene = this.geneCount(event) - 1; gene >= 0; gene--) {
      if (this.heldOf(event, gene) === this.nobody) return false;
    }
    return true;
  }

  /** What the score would change by; nothing is touched. */
  peek(event: number, to: Position): Score {
    if (to.held.length > 1 && this.#holdsTwice(event, to)) return this.#tried(event, to);
    const first = this.firstGene(event);
    const rooms = this.roomGenes(event);
    let room = -1;
    let person = -1;
    for (let k = 0; k < to.held.length; k++) {
      if (to.held[k] === this.heldOf(event, k)) continue;
      if (k < rooms ? room >= 0 : person >= 0) return this.#tried(event, to);
      if (k < rooms) room = k;
      else person = k;
    }
    // a room comes first, then an instructor
    const one = room >= 0 ? room : person;
    const other = room >= 0 ? person : -1;
    const gene = one < 0 ? -1 : first + one;
    const gene2 = other < 0 ? -1 : first + other;
    const resource = to.held[one] ?? -1;
    const resource2 = to.held[other] ?? -1;
    const { exports } = this.kernel;
    const more = this.correctionOf(event)?.(to) ?? nothing;
    return {
      unplaced: (this.isComplete(to) ? 0 : 1) - (this.isPlaced(event) ? 0 : 1),
      hard: more.hard + exports.peekRelocationHard(event, to.time, gene, resource, gene2, resource2),
      soft: more.soft + exports.peekRelocationSoft(event, to.time, gene, resource, gene2, resource2),
    };
  }

  /**
   * The same for two complete events that take each other's time and first room, and keep what else they hold; null for any
   * other two.
   */
  peekExchange(event: number, to: Position, partner: number, partnerTo: Position): Score | null {
    const isExchange =
      this.roomGenes(event) > 0 &&
      this.roomGenes(partner) > 0 &&
      to.time === this.timeOf(partner) &&
      partnerTo.time === this.timeOf(event) &&
      to.held[0] === this.heldOf(partner, 0) &&
      partnerTo.held[0] === this.heldOf(event, 0) &&
      to.held[0] !== partnerTo.held[0] &&
      this.#keepsOthers(event, to) &&
      this.#keepsOthers(partner, partnerTo) &&
      this.isPlaced(event) &&
      this.isPlaced(partner) &&
      !this.#holdsTwice(event, to) &&
      !this.#holdsTwice(partner, partnerTo);
    if (!isExchange) return null;
    const { exports } = this.kernel;
    const [gene, partnerGene] = [this.firstGene(event), this.firstGene(partner)];
    const more = this.correctionOf(event)?.(to) ?? nothing;
    const partnerMore = this.correctionOf(partner)?.(partnerTo) ?? nothing;
    return {
      unplaced: 0,
      hard: more.hard + partnerMore.hard + exports.peekExchangeHard(event, gene, partner, partnerGene),
      soft: more.soft + partnerMore.soft + exports.peekExchangeSoft(event, gene, partner, partnerGene),
    };
  }

  /** A file may say so; a peek does not foresee it. */
  #holdsTwice(event: number, to: Position): boolean {
    const isRepeated = (resource: number, gene: number, held: readonly number[]) =>
      resource !== this.nobody && held.indexOf(resource) < gene;
    return to.held.some(isRepeated) || this.positionOf(event).held.some(isRepeated);
  }

  #keepsOthers(event: number, { held }: Position): boolean {
    return held.every((resource, gene) => gene === 0 || resource === this.heldOf(event, gene));
  }

  /** Moves an event; `undo` takes it back. */
  put(event: number, to: Position): void {
    this.#log.push({ event, position: this.positionOf(event) });
    this.#change(event, to);
  }

  /** To be given to `undo`, which takes back what has been put since. */
  mark(): number {
    return this.#log.length;
  }

  undo(mark: number): void {
    while (this.#log.length > mark) {
      const last = this.#log.pop();
      if (last !== undefined) this.#change(last.event, last.position);
    }
  }

  /** What was put stays. */
  keep(): void {
    this.#log.length = 0;
  }

  #tried(event: number, to: Position): Score {
    const before = this.score;
    const former = this.positionOf(event);
    this.#change(event, to);
    const after = this.score;
    this.#change(event, former);
    return scoreChange(before, after);
  }

  /** Several genes are emptied before they are filled, so that none holds what another still has. */
  #change(event: number, { time, held }: Position): void {
    const first = this.firstGene(event);
    const { exports } = this.kernel;
    const changed = held.flatMap((resource, k) => (resource === this.heldOf(event, k) ? [] : k));
    if (changed.length > 1) {
      for (const k of changed) exports.applyRelocation(event, this.timeOf(event), first + k, this.nobody, -1, -1);
    }
    if (changed.length === 0) exports.applyRelocation(event, time, -1, -1, -1, -1);
    for (const k of changed) exports.applyRelocation(event, time, first + k, held[k] ?? this.nobody, -1, -1);
  }
}

const nothing = { hard: 0, soft: 0 };

export function scoreChange(before: Score, after: Score): Score {
  return {
    unplaced: after.unplaced - before.unplaced,
    hard: after.hard - before.hard,
    soft: after.soft - before.soft,
  };
}
