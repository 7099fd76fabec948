import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope, shareAny } from './pairs.ts';

const calendar = { ...exampleCalendar(4), weekCount: 2 };
const rules = [exampleRule('differentWeeks')];

/** Equals DifferentWeeks of ITC-2019: (Ci.weeks and Cj.weeks) = 0, whatever the days and hours. */
export const differentWeeks = defineRule({
  id: 'differentWeeks',
  title: 'Different weeks',
  doc:
    'One unit for every two events that meet in a common week, whatever the days and hours. About events: all pairs in ' +
    'scope; about courses or groups: pairs inside each of them. Source: DifferentWeeks of ITC-2019.',
  sentence: '{events} are in different weeks',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second) => (shareAny(first.weeks, second.weeks) ? 1 : 0),
    },
  ],
  reasons: {
    usual: '{events} should be in different weeks',
  },
  examples: [
    {
      title: 'One in every week, the other in the second only',
      problem: exampleProblem({ calendar, events: [exampleEvent('a'), exampleEvent('b', { weeks: [1] })], rules }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@0' } },
      amount: 1,
    },
    {
      title: 'In turns, at the same hour',
      problem: exampleProblem({
        calendar,
        events: [exampleEvent('a', { weeks: [0] }), exampleEvent('b', { weeks: [1] })],
        rules,
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@0' } },
      amount: 0,
    },
  ],
});
