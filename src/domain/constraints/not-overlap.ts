import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope, timesOverlap } from './pairs.ts';

const events = [exampleEvent('a', { groupIds: [] }), exampleEvent('b', { duration: 2 })];
const rules = [exampleRule('notOverlap')];

/** Equals NotOverlap of ITC-2019: one ends before the other starts, or they have no day or no week in common. */
export const notOverlap = defineRule({
  id: 'notOverlap',
  title: 'Not at the same time',
  doc:
    'One unit for every two events that have a slot of the same day and week in common, however many. About events: ' +
    'all pairs in scope; about courses or groups: pairs inside each of them. Source: NotOverlap of ITC-2019.',
  sentence: '{events} never overlap',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    { term: 'timePair', pairs: pairsInScope, amount: (first, second) => (timesOverlap(first, second) ? 1 : 0) },
  ],
  reasons: {
    usual: '{events} should not overlap in time',
  },
  examples: [
    {
      title: 'One hour in common',
      problem: exampleProblem({ events, rules }),
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@1' } },
      amount: 1,
    },
    {
      title: 'One after the other',
      problem: exampleProblem({ events, rules }),
      timetable: { a: { time: 'mon@3' }, b: { time: 'mon@1' } },
      amount: 0,
    },
    {
      title: 'The same hour of the same day, in turns',
      problem: exampleProblem({
        calendar: { ...exampleCalendar(4), weekCount: 2 },
        events: [exampleEvent('a', { weeks: [0] }), exampleEvent('b', { weeks: [1] })],
        rules,
      }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@1' } },
      amount: 0,
    },
  ],
});
