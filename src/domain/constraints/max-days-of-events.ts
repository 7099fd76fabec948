import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c')],
  rules: [exampleRule('maxDaysOfEvents', { params: { max: 1 } })],
});

/** Equals MaxDays(D) of ITC-2019, the penalty being that of the constraint. */
export const maxDaysOfEvents = defineRule({
  id: 'maxDaysOfEvents',
  title: 'Days of the week used',
  doc: 'One unit for every day of the week, beyond the limit, on which any of the events meets, whatever the weeks. Source: MaxDays of ITC-2019.',
  sentence: '{together} use at most {max|day|days} of the week (counted {penalty|time|times})',
  scopes: ['events'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'days', min: 1, max: 30, default: 5 },
    penalty: { type: 'integer', label: 'Times', unit: 'before dividing', min: 1, max: 1000, default: 1 },
  },
  overrides: false,
  measures: [
    {
      term: 'intervals',
      shape: ({ max, penalty }) => ({ kind: 'days', limit: max, gap: 0, unit: 1, penalty }),
    },
  ],
  explain: (violation, { params, names }) =>
    `${names.events(violation.events)} should meet on at most ${params.max} days`,
  examples: [
    {
      title: 'On two days',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@0' }, c: { time: 'mon@3' } },
      amount: 1,
    },
    {
      title: 'On one day',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'mon@3' } },
      amount: 0,
    },
  ],
});
