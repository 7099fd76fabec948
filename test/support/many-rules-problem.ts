import type { ProblemData, RuleData, Scope } from '../../src/domain/problem-data.ts';
import { departmentSample } from '../../src/formats/samples/department.ts';

/**
 * The department sample with rules of twenty kinds, all of them about many events: what a faculty that says everything it
 * wishes looks like. Its own kinds: unavailable and differentDays (hard), maxGapsPerDay, lunch, runLength, roomCapacity.
 * Every rule can be kept nearly everywhere, and by most events at once.
 */
export function manyRulesProblem(): ProblemData {
  const { problem } = departmentSample();
  return { ...problem, name: 'A department with twenty kinds of rules', rules: [...problem.rules, ...wishes(problem)] };
}

function wishes(problem: ProblemData): RuleData[] {
  const courses = (of: string): Scope => ({ of: 'courses', ids: coursesOf(problem, of) });
  const groups: Scope = { of: 'groups' };
  const instructors: Scope = { of: 'instructors' };
  const afternoons = problem.calendar.days.map(({ id }) => ({ day: id, slots: [2, 3, 4, 5] }));
  return [
    // the shape of a day
    soft('isolated', groups, {}, 1),
    soft('maxLoadPerDay', groups, { max: 6 }, 2),
    soft('maxConsecutive', instructors, { max: 4 }, 1),
    soft('maxSpan', instructors, { max: 6 }, 1),
    soft('minLoadPerDay', groups, { min: 2 }, 1),
    // the shape of a week
    soft('maxDays', instructors, { max: 5 }, 2),
    soft('maxGapsPerWeek', groups, { max: 4 }, 1),
    soft('maxLoadPerWeek', instructors, { max: 14 }, 1),
    soft('earlyStart', groups, { max: 3, within: 2 }, 1),
    // single events, their times and rooms
    soft('preferredTime', courses('PR'), { slots: afternoons }, 1),
    soft('roomStability', courses('TH'), { max: 2 }, 1),
    // pairs of events
    soft('minDaysBetween', courses('TH'), { min: 2 }, 1),
    soft('sameInstructor', courses('TH'), {}, 1),
    ...firstMeetings(problem),
  ];
}

/** The first theory block of a course comes before the practicals of the week. */
function firstMeetings(problem: ProblemData): RuleData[] {
  return problem.courses.flatMap(({ id }) => {
    if (!id.endsWith(' PR')) return [];
    const theory = problem.events.find(({ courseId }) => courseId === `${id.slice(0, -3)} TH`);
    const practicals = problem.events.filter(({ courseId }) => courseId === id).map((event) => event.id);
    if (theory === undefined) return [];
    const scope = (ids: readonly string[]): Scope => ({ of: 'events', ids });
    return practicals.map((practical) => soft('precedence', scope([theory.id, practical]), {}, 1, practical));
  });
}

function coursesOf(problem: ProblemData, suffix: string): string[] {
  return problem.courses.filter(({ id }) => id.endsWith(` ${suffix}`)).map(({ id }) => id);
}

function soft(kind: string, scope: Scope, params: RuleData['params'], weight: number, about = 'wish'): RuleData {
  return { id: `${kind}-${about}`, kind, scope, params, hard: false, weight };
}
