import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope } from './pairs.ts';

const problem = exampleProblem({
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c')],
  rules: [exampleRule('sameStart')],
});

/** Equals SameStart of ITC-2019: Ci.start = Cj.start, whatever the days and weeks. */
export const sameStart = defineRule({
  id: 'sameStart',
  title: 'Same start',
  doc:
    'One unit for every two events that start in different slots of the day, whatever the days and weeks and however ' +
    'long they last. About events: all pairs in scope; about courses or groups: pairs inside each of them. Source: ' +
    'SameStart of ITC-2019.',
  sentence: '{events} start in the same slot of the day',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second) => (first.start === second.start ? 0 : 1),
    },
  ],
  reasons: {
    usual: '{events} should start at the same time of day',
  },
  examples: [
    {
      title: 'A longer event starts with the others, on another day',
      problem,
      timetable: { a: { time: 'mon@1' }, b: { time: 'tue@1' }, c: { time: 'mon@1' } },
      amount: 0,
    },
    {
      title: 'One of three starts later: two pairs differ',
      problem,
      timetable: { a: { time: 'mon@1' }, b: { time: 'tue@1' }, c: { time: 'mon@2' } },
      amount: 2,
    },
  ],
});
