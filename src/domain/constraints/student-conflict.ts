import { defineRule, type WeightedPair } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { timesOverlap } from './pairs.ts';

const events = [exampleEvent('a', { groupIds: [] }), exampleEvent('b', { groupIds: [], courseId: 'art', duration: 2 })];
const students = [
  { id: 's1', eventIds: ['a', 'b'] },
  { id: 's2', eventIds: ['b', 'a'] },
  { id: 's3', eventIds: ['a'] },
];

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
      pairs: ({ problem, rule }) => {
        const inScope = new Set(rule.events);
        const indexOf = new Map(problem.events.map((event) => [event.id, event.index]));
        const pairs = new Map<number, WeightedPair>();
        for (const student of problem.data.students) {
          const attended = [...new Set(student.eventIds)]
            .map((id) => indexOf.get(id) ?? -1)
            .filter((event) => inScope.has(event))
            .sort((a, b) => a - b);
          for (const [position, first] of attended.entries()) {
            for (const second of attended.slice(position + 1)) {
              const key = first * problem.events.length + second;
              pairs.set(key, { first, second, weight: (pairs.get(key)?.weight ?? 0) + 1 });
            }
          }
        }
        return pairs.values();
      },
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
