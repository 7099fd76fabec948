import type { Problem } from '../problem.ts';
import { defineRule, type WeightedPair } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { timesOverlap } from './pairs.ts';

const events = [exampleEvent('a', { groupIds: [] }), exampleEvent('b', { groupIds: [], courseId: 'art', duration: 2 })];
const students = [
  { id: 's1', eventIds: ['a', 'b'] },
  { id: 's2', eventIds: ['b', 'a'] },
  { id: 's3', eventIds: ['a'] },
];

/**
 * Every two of the events that students attend individually, with the number of students who attend both. One event
 * after the other, so that there is one counter for each event and not one for each of the pairs, which may be millions.
 */
function* studentsInCommon(problem: Problem, events: readonly number[]): Iterable<WeightedPair> {
  const inScope = new Set(events);
  const indexOf = new Map(problem.events.map((event) => [event.id, event.index]));
  const attendedBy: number[][] = [];
  const studentsOf: number[][] = problem.events.map(() => []);
  for (const student of problem.data.students) {
    const attended = [...new Set(student.eventIds)]
      .map((id) => indexOf.get(id) ?? -1)
      .filter((event) => inScope.has(event));
    for (const event of attended) studentsOf[event]?.push(attendedBy.length);
    attendedBy.push(attended);
  }
  const common = new Int32Array(problem.events.length);
  for (const [first, students] of studentsOf.entries()) {
    const others: number[] = [];
    for (const student of students) {
      for (const second of attendedBy[student] ?? []) {
        if (second <= first) continue;
        if (common[second] === 0) others.push(second);
        common[second] = (common[second] ?? 0) + 1;
      }
    }
    for (const second of others.sort((a, b) => a - b)) {
      yield { first, second, weight: common[second] ?? 0 };
      common[second] = 0;
    }
  }
}

export const studentConflict = defineRule({
  id: 'studentConflict',
  title: 'Students with clashing events',
  doc:
    'One unit for every student and every two of the events he or she attends individually that overlap. Source: ' +
    'student conflicts of ITC-2019 (without travel times).',
  scopes: ['events', 'courses'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: ({ problem, rule }) => studentsInCommon(problem, rule.events),
      amount: (first, second) => (timesOverlap(first, second) ? 1 : 0),
    },
  ],
  explain: (violation, { names }) =>
    `${violation.amount} ${violation.amount === 1 ? 'student has' : 'students have'} ${names.events(violation.events)} at the same time`,
  examples: [
    {
      title: 'Two students attend both events, and these overlap',
      problem: exampleProblem({ events, students, rules: [exampleRule('studentConflict')] }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@0' } },
      amount: 2,
    },
    {
      title: 'One after the other',
      problem: exampleProblem({ events, students, rules: [exampleRule('studentConflict')] }),
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@0' } },
      amount: 0,
    },
  ],
});
