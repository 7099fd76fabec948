import { compareScores, type Score } from '../../domain/score.ts';
import type { Steps } from '../../domain/steps.ts';
import type { MoveChain, Suggestion, WorstEvent } from './answers.ts';
import type { Desk } from './desk.ts';
import { placesSteps } from './places.ts';

const unchanged: Score = { unplaced: 0, hard: 0, soft: 0 };

/**
 * Placements and chains of an event, the best first, then those that move fewer. Where it breaks hard rules wherever it is,
 * a place where it breaks fewer is one, too.
 */
export function* suggestionsFor(desk: Desk, event: number, count: number, looks: number): Steps<Suggestion[]> {
  const { places } = yield* placesSteps(desk, event, looks);
  const found = places.flatMap((place): MoveChain[] => {
    if (place.kind === 'swap') return [place.chain];
    const isBetter = place.kind === 'blocked' && place.change.hard <= 0 && compareScores(place.change, unchanged) < 0;
    return place.kind === 'free' || isBetter
      ? [{ moves: [{ event, assignment: place.assignment }], change: place.change }]
      : [];
  });
  found.push(...otherRooms(desk, event));
  return found
    .sort((a, b) => compareScores(a.change, b.change) || a.moves.length - b.moves.length)
    .slice(0, Math.max(0, count));
}

/** The same time with other rooms or instructors, where that is better. */
function otherRooms({ board, finder }: Desk, event: number): MoveChain[] {
  const time = board.timeOf(event);
  if (time === board.nowhere) return [];
  const { position, change } = finder.best(event, time);
  const isBetter = compareScores(change, unchanged) < 0;
  return isBetter ? [{ moves: [{ event, assignment: board.assignmentFor(event, position) }], change }] : [];
}

/**
 * The event that needs attention most, or the one after `after` in that order: unplaced ones in the order of the problem,
 * then by the hard units and the soft cost that would go if the event did. Null when there is none.
 */
export function worstEvent(desk: Desk, after: number | undefined): WorstEvent | null {
  const { board, problem } = desk;
  const events = problem.events
    .map(({ index }): WorstEvent => {
      const { hard, soft } = board.peek(index, desk.away(index));
      return { event: index, isUnplaced: !board.isPlaced(index), hard: -hard, soft: -soft };
    })
    .filter(({ isUnplaced, hard, soft }) => isUnplaced || hard > 0 || soft > 0);
  events.sort(
    (a, b) =>
      Number(b.isUnplaced) - Number(a.isUnplaced) ||
      (a.isUnplaced ? 0 : b.hard - a.hard || b.soft - a.soft) ||
      a.event - b.event,
  );
  const place = after === undefined ? -1 : events.findIndex(({ event }) => event === after);
  return events[place + 1] ?? null;
}
