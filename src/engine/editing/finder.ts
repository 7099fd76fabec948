import { compareScores, type Score } from '../../domain/score.ts';
import type { Board, Position } from './board.ts';

/** A position and what the score would change by. */
export interface Found {
  readonly position: Position;
  readonly change: Score;
}

/**
 * Finds rooms and instructors for an event at a time. Rooms are chosen by the score; instructors stay who they are unless
 * that saves hard units, because nobody wants a lesson to change its teacher by being moved. What is missing is filled.
 */
export class Finder {
  readonly #board: Board;
  /** Pools by event and gene, in resources. */
  readonly #pools = new Map<number, readonly (readonly number[])[]>();
  /** Positions looked at so far: searches are limited by it, so that they end the same way on every machine. */
  looks = 0;

  constructor(board: Board) {
    this.#board = board;
  }

  /** The best position at a time; the present rooms where they are as good as any. */
  best(event: number, time: number): Found {
    const rooms = this.#board.roomGenes(event);
    const genes = this.#board.geneCount(event);
    if (rooms <= 1 && genes - rooms <= 1) return this.#bestOfOneRoom(event, time);
    let found = this.#look(event, { time, held: this.#board.positionOf(event).held });
    // what is chosen for one gene may be better or worse for another: the second time around decides
    for (let round = 0; round < 2; round++) {
      const before = found;
      for (let gene = 0; gene < genes; gene++) found = this.#bestFor(event, gene, found);
      if (found === before) break;
    }
    return found;
  }

  /** The best position at any of its times; null when none changes the hard amount to `mostHard` or less. */
  bestElsewhere(event: number, mostHard: number): Found | null {
    const board = this.#board;
    let best: Found | null = null;
    for (const { index } of board.problem.events[event]?.times ?? []) {
      if (this.#leastHard(event, index) > mostHard) continue;
      const found = this.best(event, index);
      if (found.change.hard > mostHard || found.change.unplaced > 0) continue;
      if (best === null || compareScores(found.change, best.change) < 0) best = found;
    }
    return best;
  }

  /** Hard change at a time without a room: no room makes it less, unless a rule asks for a particular one. */
  #leastHard(event: number, time: number): number {
    const board = this.#board;
    if (board.roomGenes(event) !== 1) return Number.NEGATIVE_INFINITY;
    this.looks++;
    const hard = board.kernel.exports.peekRelocationHard(event, time, board.firstGene(event), board.nobody, -1, -1);
    const correction = board.correctionOf(event);
    if (correction === null) return hard;
    const { held } = board.positionOf(event);
    return hard + correction({ time, held: held.with(0, board.nobody) }).hard;
  }

  /** The same as for several, without an object for each position: nearly all events have one room and one instructor. */
  #bestOfOneRoom(event: number, time: number): Found {
    const board = this.#board;
    const { exports } = board.kernel;
    const roomGene = board.roomGenes(event) === 1 ? board.firstGene(event) : -1;
    const personGene =
      board.geneCount(event) > board.roomGenes(event) ? board.firstGene(event) + board.roomGenes(event) : -1;
    const [rooms = [], people = []] = roomGene < 0 ? [[], ...this.#poolsOf(event)] : this.#poolsOf(event);
    let room = roomGene < 0 ? -1 : board.heldOf(event, 0);
    let person = personGene < 0 ? -1 : board.heldOf(event, board.roomGenes(event));
    const correction = board.correctionOf(event);
    const heldBy = (r: number, p: number) => [...(roomGene < 0 ? [] : [r]), ...(personGene < 0 ? [] : [p])];
    const more = (r: number, p: number) => correction?.({ time, held: heldBy(r, p) });
    const hardOf = (r: number, p: number) =>
      exports.peekRelocationHard(event, time, roomGene, r, personGene, p) + (more(r, p)?.hard ?? 0);
    const softOf = (r: number, p: number) =>
      exports.peekRelocationSoft(event, time, roomGene, r, personGene, p) + (more(r, p)?.soft ?? 0);
    let hard = hardOf(room, person);
    let soft = softOf(room, person);
    this.looks += 1 + rooms.length;
    const chooseRoom = () => {
      for (const candidate of rooms) {
        if (candidate === room) continue;
        const nextHard = hardOf(candidate, person);
        const isFirst = room === board.nobody;
        if (!isFirst && nextHard > hard) continue;
        const nextSoft = softOf(candidate, person);
        if (!isFirst && nextHard === hard && nextSoft >= soft) continue;
        [room, hard, soft] = [candidate, nextHard, nextSoft];
      }
    };
    chooseRoom();
    if (personGene >= 0 && (person === board.nobody || hard > 0)) {
      this.looks += people.length;
      const before = person;
      for (const candidate of people) {
        const nextHard = hardOf(room, candidate);
        const isFirst = person === board.nobody;
        if (!isFirst && nextHard > hard) continue;
        const nextSoft = softOf(room, candidate);
        // whoever had it before is only left for hard units
        if (!isFirst && nextHard === hard && (person === before || nextSoft >= soft)) continue;
        [person, hard, soft] = [candidate, nextHard, nextSoft];
      }
      if (person !== before) {
        this.looks += rooms.length;
        chooseRoom();
      }
    }
    const position = { time, held: heldBy(room, person) };
    const unplaced = (board.isComplete(position) ? 0 : 1) - (board.isPlaced(event) ? 0 : 1);
    return { position, change: { unplaced, hard, soft } };
  }

  #bestFor(event: number, gene: number, present: Found): Found {
    const board = this.#board;
    const isRoom = gene < board.roomGenes(event);
    const held = present.position.held;
    const isMissing = held[gene] === board.nobody;
    if (!isRoom && !isMissing && present.change.hard <= 0) return present;
    let best = present;
    for (const resource of this.#poolsOf(event)[gene] ?? []) {
      if (held.includes(resource)) continue;
      const { change, position } = this.#look(event, {
        time: present.position.time,
        held: held.map((other, at) => (at === gene ? resource : other)),
      });
      const isFirst = isMissing && best === present;
      const isLater = isRoom || isMissing || best !== present;
      const isBetter =
        isFirst ||
        change.hard < best.change.hard ||
        (isLater && change.hard === best.change.hard && change.soft < best.change.soft);
      if (isBetter) best = { position, change };
    }
    return best;
  }

  #poolsOf(event: number): readonly (readonly number[])[] {
    const known = this.#pools.get(event);
    if (known !== undefined) return known;
    const { resourceOfRoom, resourceOfInstructor, events } = this.#board.problem;
    const roomGenes = this.#board.roomGenes(event);
    const item = events[event];
    const rooms = (item?.rooms ?? []).map(({ index }) => resourceOfRoom[index] ?? this.#board.nobody);
    const people = (item?.instructors ?? []).map(({ index }) => resourceOfInstructor[index] ?? this.#board.nobody);
    const pools = Array.from({ length: this.#board.geneCount(event) }, (_, gene) =>
      gene < roomGenes ? rooms : people,
    );
    this.#pools.set(event, pools);
    return pools;
  }

  #look(event: number, position: Position): Found {
    this.looks++;
    return { position, change: this.#board.peek(event, position) };
  }
}
