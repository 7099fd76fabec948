import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule, exampleWeek } from './example-data.ts';
import { bitCount } from './masks.ts';

const problem = exampleProblem({
  calendar: exampleWeek(),
  events: [exampleEvent('a'), exampleEvent('b'), exampleEvent('c')],
  rules: [exampleRule('maxDays', { scope: { of: 'groups' }, params: { max: 2 } })],
});

/** MaxDays(D) of ITC-2019 counts days of the week over the whole term; here every week counts its own. */
export const maxDays = defineRule({
  id: 'maxDays',
  title: 'Maximum of days',
  doc:
    'One unit for every day with a lesson over the limit, week by week. Sources: max days per week of FET, MaxDays of ' +
    'ITC-2019 (which counts a day of the week once for all weeks together).',
  sentence: '{scope|has|have} events on at most {max|day|days} a week',
  scopes: ['instructors', 'groups', 'courses'],
  params: { max: { type: 'integer', label: 'At most', bound: 'most', unit: 'days', min: 1, max: 30, default: 4 } },
  overrides: true,
  measures: [{ term: 'weekShape', countsDays: 'all', amount: (days, { max }) => Math.max(0, bitCount(days) - max) }],
  reasons: {
    usual: '{who} has lessons on {has|day|days} (at most {max})',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    {
      title: 'Three days instead of two',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'wed@0' }, c: { time: 'fri@0' } },
      amount: 1,
    },
    {
      title: 'Two of three events on one day',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'wed@0' }, c: { time: 'wed@3' } },
      amount: 0,
    },
    {
      title: 'An instructor who is chosen, not given',
      problem: exampleProblem({
        events: [
          exampleEvent('a', { instructors: [{ id: 'ada' }, { id: 'ben' }], instructorCount: 1 }),
          exampleEvent('b', { instructors: [{ id: 'ada' }, { id: 'ben' }], instructorCount: 1 }),
        ],
        rules: [exampleRule('maxDays', { scope: { of: 'instructors' }, params: { max: 1 } })],
      }),
      timetable: { a: { time: 'mon@0', instructors: ['ada'] }, b: { time: 'tue@0', instructors: ['ada'] } },
      amount: 1,
    },
  ],
});
