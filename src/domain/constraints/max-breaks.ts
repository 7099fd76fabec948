import { penalty } from './common-params.ts';
import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c')],
  rules: [exampleRule('maxBreaks', { params: { max: 0, gap: 0 } })],
});

/** Equals MaxBreaks(R,S) of ITC-2019. */
export const maxBreaks = defineRule({
  id: 'maxBreaks',
  title: 'Breaks of the day',
  doc: 'One unit for every break of a day beyond the limit, over all weeks, divided by the number of weeks. There is a break where more minutes than the gap lie between two events. Source: MaxBreaks of ITC-2019.',
  sentence:
    '{together} have at most {max|break|breaks} of more than {gap|minute|minutes} a day (counted {penalty|time|times})',
  scopes: ['events'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'breaks a day', min: 0, max: 100, default: 1 },
    gap: { type: 'integer', label: 'No break up to', unit: 'minutes', min: 0, max: 1440, default: 15 },
    penalty,
  },
  overrides: false,
  measures: [
    {
      term: 'intervals',
      shape: ({ max, gap, penalty }) => ({ kind: 'breaks', limit: max, gap, unit: 1, penalty }),
    },
  ],
  reasons: {
    usual: '{events} should have at most {max|break|breaks} a day',
  },
  examples: [
    {
      title: 'One before and one after a break',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' }, c: { time: 'mon@4' } },
      amount: 1,
    },
    {
      title: 'No break on either day',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'tue@4' } },
      amount: 0,
    },
  ],
});
