import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope } from './pairs.ts';

const problem = exampleProblem({
  events: [exampleEvent('a', { roomCount: 1 }), exampleEvent('b', { roomCount: 1 }), exampleEvent('c')],
  rules: [exampleRule('differentRoom')],
});

/** Equals DifferentRoom of ITC-2019 (Ci.room ≠ Cj.room) for events that need one room, as all of its classes do. */
export const differentRoom = defineRule({
  id: 'differentRoom',
  title: 'Different rooms',
  doc:
    'One unit for every two events that have the same (first) room; an event without a room is not compared. About ' +
    'events: all pairs in scope; about courses or groups: pairs inside each of them. Source: DifferentRoom of ITC-2019.',
  sentence: '{events} are in different rooms',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [{ term: 'roomPair', pairs: pairsInScope, amount: (first, second) => (first === second ? 1 : 0) }],
  reasons: {
    usual: '{events} should be in different rooms',
  },
  examples: [
    {
      title: 'Two events in one room, the third needs none',
      problem,
      timetable: { a: { time: 'mon@0', rooms: ['r1'] }, b: { time: 'tue@0', rooms: ['r1'] }, c: { time: 'tue@1' } },
      amount: 1,
    },
    {
      title: 'In two rooms',
      problem,
      timetable: { a: { time: 'mon@0', rooms: ['r1'] }, b: { time: 'tue@0', rooms: ['r2'] }, c: { time: 'tue@1' } },
      amount: 0,
    },
  ],
});
