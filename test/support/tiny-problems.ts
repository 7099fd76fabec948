import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ProblemData, RuleData, ScopeTarget } from '../../src/domain/problem-data.ts';
import type { Random } from '../../src/domain/random.ts';
import type { Assignment, Timetable } from '../../src/domain/timetable.ts';

export const groups = ['a', 'b', 'c'].map((id) => ({ id, name: `Group ${id}`, size: 10 }));

/** Hard: not available in these slots of a day. */
export function away(of: ScopeTarget, id: string, day: string, slots: readonly number[]): RuleData {
  return exampleRule('unavailable', {
    id: `${id}-${day}`,
    scope: { of, ids: [id] },
    params: { slots: [{ day, slots }] },
    hard: true,
  });
}

/** One of these instructors. */
export function someOf(...ids: readonly string[]) {
  return { instructors: ids.map((id) => ({ id })), instructorCount: 1 };
}

/** Four events with few choices, scarce instructors, groups and rooms. */
export function tinyProblem(random: Random): ProblemData {
  const events = Array.from({ length: 4 }, (_, index) => {
    const duration = random.pick([1, 2, 2, 3]);
    const starts = ['mon', 'tue'].flatMap((day) =>
      Array.from({ length: 5 - duration }, (_, slot) => ({ id: `${day}@${slot}` })),
    );
    while (starts.length > 3) starts.splice(random.below(starts.length), 1);
    return exampleEvent(`e${index}`, {
      duration,
      times: starts,
      groupIds: random.pick([[], ['a'], ['b'], ['a', 'b']]),
      roomCount: random.below(2),
      rooms: random.chance(0.5) ? [{ id: 'r1' }] : [{ id: 'r1' }, { id: 'r2' }],
      ...random.pick([{}, someOf('ada', 'ben'), someOf('ada', 'ben'), someOf('ada')]),
    });
  });
  const rules = [
    ...['ada', 'ben'].flatMap((id) => ['mon', 'tue'].map((day) => away('instructors', id, day, [random.below(4)]))),
    away('groups', 'a', 'tue', [random.below(4)]),
    away('rooms', 'r1', 'mon', [random.below(4), 3]),
  ];
  const rooms = [
    { id: 'r1', name: 'Room 1', capacity: 30, ...(random.chance(0.3) ? { shareable: 2 } : {}) },
    { id: 'r2', name: 'Room 2', capacity: 20 },
  ];
  return exampleProblem({ groups, rooms, events, rules });
}

/** The fewest faults of all timetables. */
export function bestOfAll(problem: Problem): number {
  let best = Number.POSITIVE_INFINITY;
  const assignments: Assignment[] = [];
  const visit = (index: number) => {
    const event = problem.events[index];
    if (event === undefined) {
      best = Math.min(best, faults(problem, { assignments }));
      return;
    }
    const rooms = event.roomCount === 0 ? [[]] : event.rooms.map((item) => [item.index]);
    const fixed = event.instructorsFixed || event.instructorCount === 0;
    const instructors = fixed
      ? [event.instructors.map((item) => item.index)]
      : event.instructors.map((item) => [item.index]);
    for (const time of event.times) {
      for (const chosen of rooms) {
        for (const teaching of instructors) {
          assignments[index] = { time: time.index, rooms: chosen, instructors: teaching };
          visit(index + 1);
        }
      }
    }
  };
  visit(0);
  return best;
}

/** Unplaced events and hard units. */
export function faults(problem: Problem, timetable: Timetable): number {
  const { unplaced, hard } = evaluate(problem, timetable).score;
  return unplaced + hard;
}
