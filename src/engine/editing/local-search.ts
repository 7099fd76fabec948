import { changeOf, changesFrom } from '../../domain/changes.ts';
import { Random } from '../../domain/random.ts';
import { compareScores, type Score } from '../../domain/score.ts';
import type { Timetable } from '../../domain/timetable.ts';
import { audit } from '../audit.ts';
import type { Genes } from '../kernel.ts';
import type { FixProgress, FixRequest, LocalFix } from './answers.ts';
import { type Board, type Position, scoreChange } from './board.ts';
import { FixMoves, type Proposal } from './fix-moves.ts';
import { eventsInScope } from './fix-scope.ts';

/** In units of the smallest soft weight: what a move may cost at first, and what it may cost to the end. */
const firstTemperature = 2;
const lastTemperature = 0.1;
/** What a hard unit costs at first, in the same units; at the end so many times as much. */
const hardWeight = 20;
const dearerAtEnd = 5;
/** After so many moves it is looked who breaks hard rules. */
const refocusEvery = 10_000;
/** An unplaced event costs as much as so many hard units. */
const unplacedWeight = 5;

/**
 * A short search around a timetable that moves few events. It walks over moves of the events in scope alone, peeked by the
 * kernel: the search of a run draws from all events, so most of what it tries would be refused here. Which events differ is counted as in
 * runs that start from a timetable (docs/decisions/0013-starting-from-a-timetable.md), and at the limit one goes home before
 * another leaves. Only the random generator decides, no logarithm: the same seed and moves give the same timetable anywhere.
 *
 * Others may use the board, too: what is done on it is done between `enter` and `leave`.
 */
export class LocalSearch {
  readonly #board: Board;
  readonly #start: Timetable;
  readonly #request: FixRequest;
  readonly #random: Random;
  readonly #moves: FixMoves;
  readonly #movable: readonly number[];
  readonly #home = new Map<number, Position>();
  readonly #changed = new Set<number>();
  /** Where those were at the best score who have moved since. */
  readonly #sinceBest = new Map<number, Position>();
  readonly #before: Score;
  #best: Score;
  #looks = 0;
  /** The working solution while others use the board; null while it is on the board. */
  #saved: Genes | null;

  /** The board must hold the timetable. */
  constructor(board: Board, start: Timetable, request: FixRequest) {
    this.#board = board;
    this.#start = start;
    this.#request = request;
    this.#random = new Random(request.seed);
    this.#movable = eventsInScope(board.problem, start, request.scope);
    this.#moves = new FixMoves(board, this.#movable, this.#random);
    for (const event of this.#movable) this.#home.set(event, board.positionOf(event));
    this.#before = board.score;
    this.#best = this.#before;
    this.#saved = board.kernel.workingGenes();
  }

  /** Moves evaluated so far. */
  get looks(): number {
    return this.#looks;
  }

  /** Nothing in scope can move, or nothing is left to mend. */
  get isDone(): boolean {
    const { unplaced, hard, soft } = this.#best;
    return this.#movable.length === 0 || (unplaced === 0 && hard === 0 && soft === 0);
  }

  progress(share: number): FixProgress {
    return { share, score: this.#best, changedCount: this.#changed.size };
  }

  /** Evaluates so many moves; `share` of the budget is used up, which says how warm it is. */
  run(moves: number, share: number): void {
    const unit = this.#board.kernel.image.softUnit;
    const temperature = unit * (lastTemperature + firstTemperature * (1 - share) * (1 - share));
    const weight = unit * hardWeight * (1 + (dearerAtEnd - 1) * share);
    for (const end = this.#looks + moves; this.#looks < end && !this.isDone; ) {
      if (this.#looks % refocusEvery === 0) this.#moves.refocus();
      this.#looks++;
      const proposal = this.#moves.propose();
      if (proposal === null) continue;
      const draw = this.#random.below(1 << 20) / (1 << 20);
      this.#consider(proposal, weight, 3 * temperature * draw * draw);
    }
  }

  /** Takes the board, which others have used. */
  enter(): void {
    if (this.#saved !== null) this.#board.loadGenes(this.#saved);
    this.#saved = null;
  }

  leave(): void {
    this.#saved = this.#board.kernel.workingGenes();
  }

  /** The best found, with what does not help taken back. Throws when the reference counts otherwise. */
  finish(isCancelled: boolean): LocalFix {
    for (const [event, position] of this.#sinceBest) this.#put(event, position);
    this.#takeBack();
    const assignments = this.#start.assignments.map((assignment, event) => {
      const home = this.#home.get(event);
      const position = this.#board.positionOf(event);
      return home === undefined || equalPositions(home, position)
        ? assignment
        : this.#board.assignmentFor(event, position);
    });
    const timetable = { ...this.#start, assignments };
    const score = this.#board.score;
    audit(this.#board.problem, timetable, score, this.#request.seed);
    return {
      timetable,
      before: this.#before,
      score,
      changed: changesFrom(this.#board.problem, this.#start, timetable),
      moves: this.#looks,
      isCancelled,
    };
  }

  /** What is peeked is judged by itself first: whoever has to go home for it would hardly make it better. */
  #consider(proposal: Proposal, weight: number, limit: number): void {
    const board = this.#board;
    const cost = ({ unplaced, hard, soft }: Score) => weight * (unplacedWeight * unplaced + hard) + soft;
    const peeked = this.#peek(proposal);
    if (peeked !== null && cost(peeked) > limit) return;
    const returning = this.#returning(proposal);
    if (returning === null) return;
    const all = [...returning, ...proposal];
    if (peeked === null || returning.length > 0) {
      const before = board.score;
      for (const { event, position } of all) board.put(event, position);
      const change = scoreChange(before, board.score);
      board.undo(0);
      if (cost(change) > limit) return;
    }
    for (const { event, position } of all) {
      if (!this.#sinceBest.has(event)) this.#sinceBest.set(event, board.positionOf(event));
      this.#put(event, position);
    }
    if (compareScores(board.score, this.#best) >= 0) return;
    this.#best = board.score;
    this.#sinceBest.clear();
  }

  /** What the proposal would change; null when it has to be tried. */
  #peek([first, second]: Proposal): Score | null {
    if (first === undefined) return null;
    if (second === undefined) return this.#board.peek(first.event, first.position);
    return this.#board.peekExchange(first.event, first.position, second.event, second.position);
  }

  /** Those who go home so that the limit holds; null when those of the proposal are all there are. */
  #returning(proposal: Proposal): Proposal | null {
    let count = this.#changed.size - this.#request.cap;
    for (const { event, position } of proposal) {
      count += Number(this.#differs(event, position)) - Number(this.#changed.has(event));
    }
    if (count <= 0) return [];
    const others = [...this.#changed].filter((event) => proposal.every((move) => move.event !== event));
    if (others.length < count) return null;
    const drawn = count === 1 ? [this.#random.pick(others)] : this.#random.shuffled(others).slice(0, count);
    return drawn.flatMap((event) => {
      const position = this.#home.get(event);
      return position === undefined ? [] : [{ event, position }];
    });
  }

  #differs(event: number, position: Position): boolean {
    const home = this.#home.get(event);
    if (home !== undefined && equalPositions(home, position)) return false;
    return changeOf(event, this.#start.assignments[event], this.#board.assignmentFor(event, position)) !== null;
  }

  #put(event: number, position: Position): void {
    this.#board.put(event, position);
    this.#board.keep();
    if (this.#differs(event, position)) this.#changed.add(event);
    else this.#changed.delete(event);
  }

  /** Nobody is moved for nothing. */
  #takeBack(): void {
    for (let round = 0, isOver = false; round < 3 && !isOver; round++) {
      isOver = true;
      for (const event of [...this.#changed].sort((a, b) => a - b)) {
        const home = this.#home.get(event);
        if (home === undefined) continue;
        const change = this.#board.peek(event, home);
        if (compareScores(change, { unplaced: 0, hard: 0, soft: 0 }) > 0) continue;
        this.#put(event, home);
        isOver = false;
      }
    }
  }
}

function equalPositions(one: Position, other: Position): boolean {
  return one.time === other.time && one.held.every((resource, gene) => resource === other.held[gene]);
}
