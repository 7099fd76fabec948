import type { Problem, Rule } from '../../domain/problem.ts';
import type { SlotSelection } from '../../domain/problem-data.ts';
import { resolveTime } from '../../domain/time-ids.ts';
import { eventSetOf } from '../rule-events.ts';
import type { WrittenCourse } from './courses.ts';

/** True when a rule is about all lectures of a course, false when about none, null when about some of them. */
export function concerns(rule: Rule, course: WrittenCourse, problem: Problem): boolean | null {
  const { data } = rule;
  const events = eventSetOf(rule);
  const isMeant = (index: number) =>
    events.has(index) && (data.scope.of !== 'instructors' || problem.events[index]?.instructorsFixed === true);
  const meant = course.events.filter(({ index }) => isMeant(index)).length;
  return meant === 0 ? false : meant === course.events.length ? true : null;
}

/**
 * Days and periods in which a course cannot be, as `<day> <period>`: by hard rules in their order, then breaks, closed slots
 * and slots in none of its candidate times.
 */
export function unavailablePeriods(problem: Problem, course: WrittenCourse, rules: readonly Rule[]): string[] {
  const { days, slots } = problem.data.calendar;
  const periods = new Set<string>();
  for (const rule of rules) {
    if (concerns(rule, course, problem) !== true) continue;
    // The parameter was checked against its specification when the problem was built.
    for (const selection of rule.params.slots as readonly SlotSelection[]) {
      const day = days.findIndex(({ id }) => id === selection.day);
      for (const slot of selection.slots) periods.add(`${day} ${slot}`);
    }
  }
  const { breakMaskOfDay, closedMaskOfDay } = problem.axis;
  const possible = candidatePeriods(problem, course);
  days.forEach((_, day) => {
    const shut = (breakMaskOfDay[day] ?? 0) | (closedMaskOfDay[day] ?? 0);
    slots.forEach((__, slot) => {
      if (((shut >>> slot) & 1) === 1 || possible?.has(`${day} ${slot}`) === false) periods.add(`${day} ${slot}`);
    });
  });
  return [...periods];
}

/** Slots of the candidate times, or null when the course may be at any time. */
function candidatePeriods(problem: Problem, { data, events }: WrittenCourse): ReadonlySet<string> | null {
  if (data.times === undefined) return null;
  const periods = new Set<string>();
  for (const { id } of data.times) {
    const time = problem.times[resolveTime(problem, events[0]?.index ?? -1, id)];
    for (let slot = time?.start ?? 0; time !== undefined && slot < time.start + time.length; slot++) {
      for (const day of time.days) periods.add(`${day} ${slot}`);
    }
  }
  return periods;
}
