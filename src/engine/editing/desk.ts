import { EvaluatorAround } from '../../domain/evaluation/evaluator-around.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Timetable } from '../../domain/timetable.ts';
import type { Board, Position } from './board.ts';
import { Finder } from './finder.ts';

/**
 * One timetable on which moves are tried: in the kernel, which says what they cost, and in the reference evaluator, which
 * says why. Both are always at the same timetable.
 */
export class Desk {
  readonly problem: Problem;
  readonly board: Board;
  readonly around: EvaluatorAround;
  readonly finder: Finder;
  readonly #tried: number[] = [];

  /** The board must hold the timetable. */
  constructor(board: Board, timetable: Timetable) {
    this.problem = board.problem;
    this.board = board;
    this.around = new EvaluatorAround(board.problem, timetable);
    this.finder = new Finder(board);
  }

  put(event: number, position: Position): void {
    this.#tried.push(event);
    this.board.put(event, position);
    this.follow(event);
  }

  mark(): number {
    return this.board.mark();
  }

  undo(mark: number): void {
    this.board.undo(mark);
    for (const event of new Set(this.#tried.splice(mark))) this.follow(event);
  }

  /** What was put is the timetable from now on. */
  keep(): void {
    this.board.keep();
    this.#tried.length = 0;
  }

  /** Brings the evaluator to where the kernel has the event. */
  follow(event: number): void {
    this.around.put(event, this.board.assignmentFor(event, this.board.positionOf(event)));
  }

  /** The event nowhere, with what it holds: it occupies nothing so. */
  away(event: number): Position {
    return { ...this.board.positionOf(event), time: this.board.nowhere };
  }
}
