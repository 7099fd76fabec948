import type { Violation } from '../constraints/definition.ts';
import { occupancySteps } from '../evaluation/occupancy.ts';
import type { Problem } from '../problem.ts';
import { type Load, loadSteps } from '../statistics/loads.ts';
import type { Steps } from '../steps.ts';
import type { Timetable } from '../timetable.ts';
import { createPeopleOf } from '../violation-people.ts';

/** What a timetable is to one group or instructor. */
export interface PersonFigures {
  /** Index of the resource. */
  readonly resource: number;
  readonly kind: 'group' | 'instructor';
  /** Soft cost of what is about this person: wishes that are not met, at the weights of the problem. */
  readonly wishes: number;
  /** Hard amount of what is about this person. */
  readonly faults: number;
  /** Free slots between lessons, mean of the weeks. */
  readonly gaps: number;
  /** Days with anything, mean of the weeks. */
  readonly days: number;
  /** On which days: equal texts mean the same days in the same weeks. */
  readonly dayKey: string;
}

/**
 * The smallest groups, then the instructors, in the order of the problem: of two timetables of one problem the same
 * people stand at the same places. `violations` are those of the timetable.
 */
export function* personFigureSteps(
  problem: Problem,
  timetable: Timetable,
  violations: readonly Violation[],
): Steps<readonly PersonFigures[]> {
  const occupancy = yield* occupancySteps(problem, timetable);
  const wishes = new Float64Array(problem.resources.length);
  const faults = new Float64Array(problem.resources.length);
  const peopleOf = createPeopleOf(problem, timetable);
  for (const violation of violations) {
    for (const resource of peopleOf(violation)) {
      const sums = violation.hard ? faults : wishes;
      sums[resource] = (sums[resource] ?? 0) + violation.cost;
    }
    yield;
  }
  const figures = ({ resource, average }: Load, kind: PersonFigures['kind']): PersonFigures => {
    const days = (occupancy.occupants[resource] ?? []).flatMap(({ time }) =>
      time.spans.map(({ dayIndex }) => dayIndex),
    );
    return {
      resource,
      kind,
      wishes: wishes[resource] ?? 0,
      faults: faults[resource] ?? 0,
      gaps: average.gaps,
      days: average.days,
      dayKey: [...new Set(days)].sort((a, b) => a - b).join(),
    };
  };
  const groups = yield* loadSteps(problem, occupancy, 'group');
  const instructors = yield* loadSteps(problem, occupancy, 'instructor');
  return [...groups.map((load) => figures(load, 'group')), ...instructors.map((load) => figures(load, 'instructor'))];
}

/** Negative when a person is better off with `a`: fewer faults, then wishes met, then gaps, then days. */
export function comparePersons(a: PersonFigures, b: PersonFigures): number {
  return a.faults - b.faults || a.wishes - b.wishes || a.gaps - b.gaps || a.days - b.days;
}
