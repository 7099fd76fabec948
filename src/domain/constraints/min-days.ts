import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';

const problem = exampleProblem({
  events: [exampleEvent('a'), exampleEvent('b'), exampleEvent('c')],
  rules: [exampleRule('minDays', { scope: { of: 'courses' }, params: { min: 2 } })],
});

export const minDays = defineRule({
  id: 'minDays',
  title: 'Minimum of days',
  doc:
    'One unit for every day that a week has less than wanted. Only for whoever surely has an event. Source: ' +
    'MinWorkingDays of ITC-2007 (UD2).',
  sentence: '{scope|has|have} events on at least {min|day|days} a week',
  scopes: ['courses', 'groups', 'instructors'],
  params: { min: { type: 'integer', label: 'At least', bound: 'least', unit: 'days', min: 1, max: 30, default: 2 } },
  overrides: true,
  measures: [{ term: 'weekShape', countsDays: 'all', amount: (days, { min }) => Math.max(0, min - bitCount(days)) }],
  reasons: {
    usual: '{who} is spread over {has} of at least {min|day|days}',
  },
  explain: ({ amount }, { params: { min } }) => ({ values: { has: min - amount } }),
  examples: [
    {
      title: 'All events of the course on one day',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'mon@2' } },
      amount: 1,
    },
    {
      title: 'Spread over two days',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'tue@2' } },
      amount: 0,
    },
    { title: 'Nothing placed: both days are missing', problem, timetable: {}, amount: 2 },
  ],
});
