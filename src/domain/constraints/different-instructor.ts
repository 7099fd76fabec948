import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope } from './pairs.ts';

const pool = { instructors: [{ id: 'ada' }, { id: 'ben' }], instructorCount: 1 };
const events = [exampleEvent('a', pool), exampleEvent('b', pool), exampleEvent('c', { instructors: [{ id: 'ada' }] })];
const problem = exampleProblem({ events, rules: [exampleRule('differentInstructor')] });

export const differentInstructor = defineRule({
  id: 'differentInstructor',
  title: 'Different instructors',
  doc:
    'One unit for every two events that have an instructor in common. About events: all ' +
    'pairs in scope; about courses or groups: pairs inside each of them. Source: the counterpart of SameTeacher.',
  sentence: '{events} have different instructors',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [{ term: 'instructorPair', pairs: pairsInScope, amount: (common) => (common > 0 ? 1 : 0) }],
  reasons: {
    usual: '{events} should not have the same instructor',
  },
  examples: [
    {
      title: 'Two chosen instructors and a fixed one are the same: three pairs',
      problem,
      timetable: {
        a: { time: 'mon@0', instructors: ['ada'] },
        b: { time: 'mon@1', instructors: ['ada'] },
        c: { time: 'mon@2', instructors: ['ada'] },
      },
      amount: 3,
    },
    {
      title: 'Two of three are the same',
      problem,
      timetable: {
        a: { time: 'mon@0', instructors: ['ben'] },
        b: { time: 'mon@1', instructors: ['ada'] },
        c: { time: 'mon@2', instructors: ['ada'] },
      },
      amount: 1,
    },
    {
      title: 'The third is not placed',
      problem,
      timetable: {
        a: { time: 'mon@0', instructors: ['ben'] },
        b: { time: 'mon@1', instructors: ['ada'] },
      },
      amount: 0,
    },
  ],
});
