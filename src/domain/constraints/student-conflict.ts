import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { timesOverlap } from './pairs.ts';
import { studentsInCommon } from './students-in-common.ts';

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
  sentence: 'Students of {events} have no two of them at the same time',
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
  reasons: {
    usual: '{amount|# student has|# students have} {events} at the same time',
  },
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
