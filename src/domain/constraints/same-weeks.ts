import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { oneWithinOther, pairsInScope } from './pairs.ts';

const calendar = { ...exampleCalendar(4), weekCount: 2 };
const rules = [exampleRule('sameWeeks')];

/** Equals SameWeeks of ITC-2019: (Ci.weeks or Cj.weeks) is Ci.weeks or Cj.weeks, whatever the days and hours. */
export const sameWeeks = defineRule({
  id: 'sameWeeks',
  title: 'Same weeks',
  doc:
    'One unit for every two events that do not meet in the same weeks, whatever the days and hours. When one meets in ' +
    'fewer weeks, these must be among the weeks of the other. About events: all pairs in scope; about courses or ' +
    'groups: pairs inside each of them. Source: SameWeeks of ITC-2019.',
  sentence: '{events} are in the same weeks',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second) => (oneWithinOther(first.weeks, second.weeks) ? 0 : 1),
    },
  ],
  reasons: {
    usual: '{events} should be in the same weeks',
  },
  examples: [
    {
      title: 'One in every week, the other in the second only',
      problem: exampleProblem({ calendar, events: [exampleEvent('a'), exampleEvent('b', { weeks: [1] })], rules }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@0' } },
      amount: 0,
    },
    {
      title: 'In turns',
      problem: exampleProblem({
        calendar,
        events: [exampleEvent('a', { weeks: [0] }), exampleEvent('b', { weeks: [1] })],
        rules,
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@0' } },
      amount: 1,
    },
  ],
});
