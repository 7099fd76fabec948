import { penalty } from './common-params.ts';
import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c')],
  rules: [exampleRule('maxDayMinutes', { params: { minutes: 120, unit: 60 } })],
});

/** Equals MaxDayLoad(S) of ITC-2019, where the unit is one slot of the file. */
export const maxDayMinutes = defineRule({
  id: 'maxDayMinutes',
  title: 'Load of the day by the clock',
  doc: 'The minutes by which the events of a day last longer than wanted, in units, over all days and weeks, divided by the number of weeks. Source: MaxDayLoad of ITC-2019.',
  sentence:
    '{together} last at most {minutes|minute|minutes} a day (every {unit|minute|minutes} over counted {penalty|time|times})',
  scopes: ['events'],
  params: {
    minutes: {
      type: 'integer',
      label: 'At most',
      bound: 'most',
      unit: 'minutes a day',
      min: 1,
      max: 1440,
      default: 360,
    },
    unit: { type: 'integer', label: 'Counted in', unit: 'minutes', min: 1, max: 1440, default: 5 },
    penalty,
  },
  overrides: false,
  measures: [
    {
      term: 'intervals',
      shape: ({ minutes, unit, penalty }) => ({ kind: 'load', limit: minutes, gap: 0, unit, penalty }),
    },
  ],
  reasons: {
    usual: '{events} should not last longer than {minutes|minute|minutes} on one day',
  },
  examples: [
    {
      title: 'Four hours on Monday',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'mon@4' } },
      amount: 2,
    },
    {
      title: 'Two hours a day',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@1' }, c: { time: 'mon@4' } },
      amount: 0,
    },
  ],
});
