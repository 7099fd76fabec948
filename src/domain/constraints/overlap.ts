import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope, timesOverlap } from './pairs.ts';

const events = [exampleEvent('a', { groupIds: [] }), exampleEvent('b', { duration: 2 })];
const rules = [exampleRule('overlap')];

/** Equals Overlap of ITC-2019: Cj.start < Ci.end, Ci.start < Cj.end, and a day and a week in common. */
export const overlap = defineRule({
  id: 'overlap',
  title: 'At the same time',
  doc:
    'One unit for every two events that have no slot of the same day and week in common; one slot is enough. About ' +
    'events: all pairs in scope; about courses or groups: pairs inside each of them. Source: Overlap of ITC-2019.',
  sentence: '{events} are at the same time',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    { term: 'timePair', pairs: pairsInScope, amount: (first, second) => (timesOverlap(first, second) ? 0 : 1) },
  ],
  reasons: {
    usual: '{events} should overlap in time',
  },
  examples: [
    {
      title: 'One hour in common',
      problem: exampleProblem({ events, rules }),
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@1' } },
      amount: 0,
    },
    {
      title: 'The same hour on another day',
      problem: exampleProblem({ events, rules }),
      timetable: { a: { time: 'tue@1' }, b: { time: 'mon@1' } },
      amount: 1,
    },
    {
      title: 'The same hour of the same day, in turns',
      problem: exampleProblem({
        calendar: { ...exampleCalendar(4), weekCount: 2 },
        events: [exampleEvent('a', { weeks: [0] }), exampleEvent('b', { weeks: [1] })],
        rules,
      }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@1' } },
      amount: 1,
    },
  ],
});
