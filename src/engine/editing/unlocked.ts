import { buildProblem } from '../../domain/build-problem.ts';
import type { Problem } from '../../domain/problem.ts';
import type { EventData } from '../../domain/problem-data.ts';
import { hasSameTimes, isNarrowed } from './relocked.ts';

/*
 * Apart from `relocked.ts`, which the page needs at once: building problems is most of the domain.
 */

export function lockedEvents({ events }: Problem): readonly number[] {
  return events.filter(({ lock }) => lock !== null).map(({ index }) => index);
}

/** The problem without its locks of times and rooms; itself where it has none, or where its times or people would differ. */
export function unlocked(problem: Problem): Problem {
  if (lockedEvents(problem).length === 0) return problem;
  const events = problem.data.events.map((data): EventData => {
    const { lock, ...free } = data;
    if (lock === undefined) return data;
    return lock.instructorIds === undefined ? free : { ...free, lock: { instructorIds: lock.instructorIds } };
  });
  const built = buildProblem({ ...problem.data, events });
  if (!built.ok || !hasSameTimes(problem, built.value)) return problem;
  const fits = problem.events.every((event) => {
    const free = built.value.events[event.index];
    return free !== undefined && isNarrowed(free, event);
  });
  return fits ? built.value : problem;
}
