import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule, exampleWeek } from './example-data.ts';
import { oneWithinOther, pairsInScope } from './pairs.ts';

const problem = exampleProblem({
  calendar: exampleWeek(),
  meetingTimes: [{ id: 'mon+wed', days: ['mon', 'wed'], start: 0, length: 1 }],
  events: [exampleEvent('a', { times: [{ id: 'mon+wed' }] }), exampleEvent('b')],
  rules: [exampleRule('sameDays')],
});

/** Equals SameDays of ITC-2019: (Ci.days or Cj.days) is Ci.days or Cj.days, whatever the weeks and hours. */
export const sameDays = defineRule({
  id: 'sameDays',
  title: 'Same days',
  doc:
    'One unit for every two events that do not meet on the same days of the week, whatever the weeks and hours. When ' +
    'one meets on fewer days, these must be among the days of the other. About events: all pairs in scope; about ' +
    'courses or groups: pairs inside each of them. Source: SameDays of ITC-2019.',
  sentence: '{events} are on the same days of the week',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second) => (oneWithinOther(first.days, second.days) ? 0 : 1),
    },
  ],
  reasons: {
    usual: '{events} should be on the same days',
  },
  examples: [
    {
      title: 'The only day of one is among the two days of the other',
      problem,
      timetable: { a: { time: 'mon+wed' }, b: { time: 'wed@3' } },
      amount: 0,
    },
    {
      title: 'The day between',
      problem,
      timetable: { a: { time: 'mon+wed' }, b: { time: 'tue@0' } },
      amount: 1,
    },
  ],
});
