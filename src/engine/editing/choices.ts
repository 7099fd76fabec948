import { compareScores } from '../../domain/score.ts';
import type { Choice } from './answers.ts';
import type { Desk } from './desk.ts';
import { obstaclesOf } from './obstacles.ts';

/**
 * The candidates for one gene of an event at a time, best first, the present one before others as good. Obstacles are those
 * that the candidate adds: what blocks the time whoever is chosen is not among them.
 */
function choicesOf(desk: Desk, event: number, time: number, gene: number): Choice[] {
  const { board, around, problem } = desk;
  const item = problem.events[event];
  if (item === undefined) return [];
  const isRoom = gene < board.roomGenes(event);
  const resourceOf = isRoom ? problem.resourceOfRoom : problem.resourceOfInstructor;
  const position = { ...board.positionOf(event), time };
  const without = { ...position, held: position.held.with(gene, board.nobody) };
  const compared = board.assignmentFor(event, without);
  const hardWithout = board.peek(event, without).hard;
  const choices = (isRoom ? item.rooms : item.instructors).flatMap(({ index }): Choice[] => {
    const resource = resourceOf[index] ?? board.nobody;
    if (without.held.includes(resource)) return [];
    const chosen = { ...position, held: position.held.with(gene, resource) };
    const change = board.peek(event, chosen);
    const assignment = board.assignmentFor(event, chosen);
    const obstacles = change.hard > hardWithout ? obstaclesOf(problem, around, event, compared, assignment) : [];
    return [{ index, isPresent: board.heldOf(event, gene) === resource, change, obstacles }];
  });
  desk.follow(event);
  return choices.sort((a, b) => compareScores(a.change, b.change) || Number(b.isPresent) - Number(a.isPresent));
}

/** For the room at a position of the event, 0 for the first; empty when it needs none there. */
export function roomChoices(desk: Desk, event: number, time: number, position: number): Choice[] {
  return position < 0 || position >= desk.board.roomGenes(event) ? [] : choicesOf(desk, event, time, position);
}

/** For the instructor at a position; empty when nothing is left to choose there. */
export function instructorChoices(desk: Desk, event: number, time: number, position: number): Choice[] {
  const gene = desk.board.roomGenes(event) + position;
  return position < 0 || gene >= desk.board.geneCount(event) ? [] : choicesOf(desk, event, time, gene);
}
