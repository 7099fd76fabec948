import { compareScores, type Score } from '../../domain/score.ts';
import type { Board, Position } from './board.ts';

/** A position and what the score would change by. */
export interface Found {
  readonly position: Position;
  readonly change: Score;
}

/**
 * Finds rooms and instructors for an event at a time. Rooms are chosen by the score; instructors stay who they are unless that
 * saves hard units, because nobody wants a lesson to change its teacher by being moved.
 */
export class Finder {
  readonly #board: Board;
  /** Positions looked at so far: searches are limited by it, so that they end the same way on every machine. */
  looks = 0;

  constructor(board: Board) {
    this.#board = board;
  }

  /** The best position at a time; the present rooms where they are as good as any. */
  best(event: number, time: number): Found {
    let found = this.#look(event, { time, held: this.#board.positionOf(event).held });
    const genes = this.#board.geneCount(event);
    // what is chosen for one gene may be better or worse for another: the second time around decides
    for (let round = 0; round < (genes > 1 ? 2 : 1); round++) {
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
    this.looks++;
    const board = this.#board;
    const first = board.firstGene(event);
    const { exports } = board.kernel;
    return board.roomGenes(event) === 1
      ? exports.peekRelocationHard(event, time, first, board.nobody, -1, -1)
      : Number.NEGATIVE_INFINITY;
  }

  #bestFor(event: number, gene: number, present: Found): Found {
    const { problem } = this.#board;
    const item = problem.events[event];
    const isRoom = gene < this.#board.roomGenes(event);
    const held = present.position.held;
    const mustStay = !isRoom && held[gene] !== this.#board.nobody && present.change.hard <= 0;
    if (item === undefined || mustStay) return present;
    const pool = isRoom ? item.rooms : item.instructors;
    const resourceOf = isRoom ? problem.resourceOfRoom : problem.resourceOfInstructor;
    let best = present;
    for (const { index } of pool) {
      const resource = resourceOf[index] ?? this.#board.nobody;
      if (held.includes(resource)) continue;
      const found = this.#look(event, { time: present.position.time, held: held.with(gene, resource) });
      const isBetter =
        isRoom || held[gene] === this.#board.nobody
          ? compareScores(found.change, best.change) < 0
          : found.change.hard < best.change.hard ||
            (best !== present && found.change.hard === best.change.hard && found.change.soft < best.change.soft);
      if (isBetter) best = found;
    }
    return best;
  }

  #look(event: number, position: Position): Found {
    this.looks++;
    return { position, change: this.#board.peek(event, position) };
  }
}
