import { pinned } from '../../domain/constraints/pinned.ts';
import { preferNotToMove } from '../../domain/constraints/prefer-not-to-move.ts';
import { largestPenalty } from '../../domain/domain-facts.ts';
import type { DomainItem, Event, Problem } from '../../domain/problem.ts';
import type { Score } from '../../domain/score.ts';
import type { Assignment } from '../../domain/timetable.ts';

/** What an assignment costs by locks and candidates alone: all of the score that changes with a lock. */
export type Correction = (assignment: Assignment) => Pick<Score, 'hard' | 'soft'>;

const rulesOnLocks: ReadonlySet<string> = new Set([pinned.id, preferNotToMove.id]);

/**
 * What the score of an event has more with the locks of `problem` than with those of `encoded`, which a kernel counts with;
 * null where there is no difference. Both have the same events, times, rooms, instructors and rules.
 */
export function correctionOf(encoded: Problem, problem: Problem, index: number): Correction | null {
  const [before, after] = [encoded.events[index], problem.events[index]];
  if (before === undefined || after === undefined || before === after) return null;
  const rules = problem.rules.filter(
    ({ definition, events }) => rulesOnLocks.has(definition.id) && events.includes(index),
  );
  const isGraded = [before, after].some((event) =>
    [event.times, event.rooms, event.instructors].some((domain) => largestPenalty(domain) > 0),
  );
  if (rules.length === 0 && !isGraded) return null;
  return (assignment) => {
    if (assignment.time < 0) return { hard: 0, soft: 0 };
    const now = costOf(problem, after, rules, assignment);
    const counted = costOf(problem, before, rules, assignment);
    return { hard: now.hard - counted.hard, soft: now.soft - counted.soft };
  };
}

/** As the reference evaluator counts unary rules and the penalties of candidates. */
function costOf(problem: Problem, event: Event, rules: Problem['rules'], { time, rooms, instructors }: Assignment) {
  const score = { hard: 0, soft: 0 };
  const held = { rooms: rooms.filter((room) => room >= 0), instructors: instructors.filter((person) => person >= 0) };
  score.soft +=
    penaltyIn(event.times, [time]) +
    penaltyIn(event.rooms, held.rooms) +
    penaltyIn(event.instructors, held.instructors);
  const meetingTime = problem.times[time];
  for (const rule of rules) {
    const context = { problem, rule, params: {} };
    const count = (amount: number) => {
      if (rule.hard) score.hard += amount;
      else score.soft += rule.weight * amount;
    };
    for (const measure of rule.definition.measures) {
      if (measure.term === 'unaryTime' && meetingTime !== undefined) count(measure.amount(event, meetingTime, context));
      if (measure.term === 'unaryRoom') for (const room of held.rooms) count(measure.amount(event, room, context));
      if (measure.term === 'unaryInstructor') {
        for (const person of held.instructors) count(measure.amount(event, person, context));
      }
    }
  }
  return score;
}

function penaltyIn(domain: readonly DomainItem[], chosen: readonly number[]): number {
  if (largestPenalty(domain) === 0) return 0;
  return chosen.reduce((sum, index) => sum + (domain.find((item) => item.index === index)?.penalty ?? 0), 0);
}
