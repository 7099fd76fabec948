import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope } from './pairs.ts';

const pool = { instructors: [{ id: 'ada' }, { id: 'ben' }], instructorCount: 1 };
const events = [exampleEvent('a', pool), exampleEvent('b', pool), exampleEvent('c', { instructors: [{ id: 'ada' }] })];
const problem = exampleProblem({ events, rules: [exampleRule('sameInstructor')] });

export const sameInstructor = defineRule({
  id: 'sameInstructor',
  title: 'Same instructor',
  doc:
    'One unit for every two events that have instructors, but none in common. About events: all ' +
    'pairs in scope; about courses or groups: pairs inside each of them. Source: SameTeacher of school timetabling (one teacher for all lessons of a subject).',
  sentence: '{events} have the same instructor',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [{ term: 'instructorPair', pairs: pairsInScope, amount: (common) => (common === 0 ? 1 : 0) }],
  reasons: {
    usual: '{events} should have the same instructor',
  },
  examples: [
    {
      title: 'One chosen instructor differs from a chosen and from a fixed one: two pairs',
      problem,
      timetable: {
        a: { time: 'mon@0', instructors: ['ada'] },
        b: { time: 'mon@1', instructors: ['ben'] },
        c: { time: 'mon@2', instructors: ['ada'] },
      },
      amount: 2,
    },
    {
      title: 'All by the fixed one',
      problem,
      timetable: {
        a: { time: 'mon@0', instructors: ['ada'] },
        b: { time: 'mon@1', instructors: ['ada'] },
        c: { time: 'mon@2', instructors: ['ada'] },
      },
      amount: 0,
    },
    {
      title: 'An event without an instructor is not compared',
      problem,
      timetable: {
        a: { time: 'mon@0', instructors: ['ben'] },
        b: { time: 'mon@1', instructors: [] },
        c: { time: 'mon@2', instructors: ['ada'] },
      },
      amount: 1,
    },
  ],
});
