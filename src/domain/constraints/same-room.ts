import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope } from './pairs.ts';

const events = [
  exampleEvent('a', { roomCount: 1 }),
  exampleEvent('b', { roomCount: 1 }),
  exampleEvent('c', { roomCount: 1 }),
];

export const sameRoom = defineRule({
  id: 'sameRoom',
  title: 'Same room',
  doc:
    'One unit for every two events whose (first) rooms differ. About events: all pairs in scope; about courses or ' +
    'groups: pairs inside each of them. Source: SameRoom of ITC-2019.',
  sentence: '{events} are in the same room',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [{ term: 'roomPair', pairs: pairsInScope, amount: (first, second) => (first === second ? 0 : 1) }],
  reasons: {
    usual: '{events} should be in the same room',
  },
  examples: [
    {
      title: 'One of three events is elsewhere: two pairs differ',
      problem: exampleProblem({ events, rules: [exampleRule('sameRoom')] }),
      timetable: {
        a: { time: 'mon@0', rooms: ['r1'] },
        b: { time: 'mon@1', rooms: ['r1'] },
        c: { time: 'mon@2', rooms: ['r2'] },
      },
      amount: 2,
    },
    {
      title: 'An event without a room is not compared',
      problem: exampleProblem({ events, rules: [exampleRule('sameRoom')] }),
      timetable: { a: { time: 'mon@0', rooms: ['r1'] }, b: { time: 'mon@1', rooms: ['r1'] }, c: { time: 'mon@2' } },
      amount: 0,
    },
  ],
});
