import { compareScores } from '../../domain/score.ts';
import type { MoveChain, Obstacle } from './answers.ts';
import { type Position, scoreChange } from './board.ts';
import type { Desk } from './desk.ts';
import type { Found } from './finder.ts';
import { obstaclesOf } from './obstacles.ts';

/** Events that a chain moves at most. */
export const longestChain = 3;
/** Of the places that an event in the way could take from a third one, so many are tried, the best first. */
const placesTried = 4;
/** Asking the reference evaluator who is in the way takes as long as looking at so many positions. */
const looksOfEvaluation = 40;

/** The events in the way, or null when there is more in the way than events. */
export function inTheWay(obstacles: readonly Obstacle[]): readonly number[] | null {
  if (obstacles.length === 0 || obstacles.some(({ events }) => events.length === 0)) return null;
  return [...new Set(obstacles.flatMap(({ events }) => events))];
}

/**
 * A chain that begins with `event` at `position`: each of those in the way goes to another place, perhaps that of the event,
 * perhaps that of a third one, which goes to a place that is left. Null when none is found that brings the hard amount to
 * `mostHard` or less with at most `most` events moved. The desk is left as it was.
 */
export function findChain(
  desk: Desk,
  event: number,
  position: Position,
  blockers: readonly number[],
  mostHard: number,
  most = longestChain,
): MoveChain | null {
  if (blockers.length >= most) return null;
  const { board } = desk;
  const before = board.score;
  const mark = desk.mark();
  desk.put(event, position);
  const moved = clearedBy(desk, event, blockers, mostHard, most);
  const chain =
    moved === null
      ? null
      : {
          moves: [event, ...moved].map((of) => ({
            event: of,
            assignment: board.assignmentFor(of, board.positionOf(of)),
          })),
          change: scoreChange(before, board.score),
        };
  desk.undo(mark);
  return chain;
}

/** Moves the events in the way; the list of those who have moved, or null. */
function clearedBy(
  desk: Desk,
  event: number,
  blockers: readonly number[],
  mostHard: number,
  most: number,
): number[] | null {
  const last = blockers.at(-1);
  if (last === undefined) return null;
  for (const blocker of blockers.slice(0, -1)) {
    // it has to leave, and who is left in the way is seen to next
    const found = desk.finder.bestElsewhere(blocker, -1);
    if (found === null) return null;
    desk.put(blocker, found.position);
  }
  const found = desk.finder.bestElsewhere(last, mostHard - desk.board.score.hard);
  if (found !== null) {
    desk.put(last, found.position);
    return [...blockers];
  }
  return blockers.length === 1 && most > 2 ? displaced(desk, event, last, mostHard) : null;
}

/** Moves an event in the way to a place where only one other is, and that one elsewhere. */
function displaced(desk: Desk, event: number, blocker: number, mostHard: number): number[] | null {
  const { board, finder } = desk;
  const away = board.assignmentFor(blocker, desk.away(blocker));
  for (const { position } of candidates(desk, blocker)) {
    const mark = desk.mark();
    desk.put(blocker, position);
    finder.looks += looksOfEvaluation;
    const obstacles = obstaclesOf(desk.problem, desk.around, blocker, away, board.assignmentFor(blocker, position));
    const [third, ...others] = inTheWay(obstacles) ?? [];
    if (third !== undefined && others.length === 0 && third !== event) {
      const found = finder.bestElsewhere(third, mostHard - board.score.hard);
      if (found !== null) {
        desk.put(third, found.position);
        return [blocker, third];
      }
    }
    desk.undo(mark);
  }
  return null;
}

/** The best other places of an event that are not free. */
function candidates(desk: Desk, event: number): Found[] {
  const { board, finder, problem } = desk;
  const present = board.timeOf(event);
  const found = (problem.events[event]?.times ?? []).flatMap(({ index }) =>
    index === present ? [] : finder.best(event, index),
  );
  return found.sort((a, b) => compareScores(a.change, b.change)).slice(0, placesTried);
}
