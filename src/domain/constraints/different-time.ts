import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { apartInDay, pairsInScope } from './pairs.ts';

const problem = exampleProblem({
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 })],
  rules: [exampleRule('differentTime')],
});

/** Equals DifferentTime of ITC-2019: Ci.end ≤ Cj.start or Cj.end ≤ Ci.start, whatever the days and weeks. */
export const differentTime = defineRule({
  id: 'differentTime',
  title: 'Different times of day',
  doc:
    'One unit for every two events that have a slot of the day in common, even on different days or in different ' +
    'weeks. About events: all pairs in scope; about courses or groups: pairs inside each of them. Source: ' +
    'DifferentTime of ITC-2019.',
  sentence: '{events} are at different times of day',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second) => (apartInDay(first, second) ? 0 : 1),
    },
  ],
  reasons: {
    usual: '{events} should be at different times of day',
  },
  examples: [
    {
      title: 'The second hour of one is the hour of the other, on another day',
      problem,
      timetable: { a: { time: 'tue@2' }, b: { time: 'mon@1' } },
      amount: 1,
    },
    {
      title: 'One starts when the other ends',
      problem,
      timetable: { a: { time: 'tue@3' }, b: { time: 'mon@1' } },
      amount: 0,
    },
  ],
});
