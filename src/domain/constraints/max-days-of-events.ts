import { daysAsOne, penalty } from './common-params.ts';
import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule, exampleWeek } from './example-data.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c')],
  rules: [exampleRule('maxDaysOfEvents', { params: { max: 1 } })],
});

/** Equals MaxDays(D) of ITC-2019, the penalty being that of the constraint. */
export const maxDaysOfEvents = defineRule({
  id: 'maxDaysOfEvents',
  title: 'Days of the week used',
  doc:
    'One unit for every day of the week, beyond the limit, on which any of the events meets, whatever the weeks. ' +
    'Several days in a row of the calendar may count as one. Sources: MaxDays of ITC-2019; MaxRealDaysPerWeek and ' +
    'ActivitiesOccupyMaxTerms of FET.',
  sentence:
    '{together} use at most {max|day|days} of the week{daysAsOne|, # days of the calendar counting as one|} (counted {penalty|time|times})',
  scopes: ['events'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'days', min: 1, max: 30, default: 5 },
    daysAsOne,
    penalty,
  },
  overrides: false,
  measures: [
    {
      term: 'intervals',
      shape: ({ max, penalty, daysAsOne }) => ({ kind: 'days', limit: max, gap: 0, unit: daysAsOne, penalty }),
    },
  ],
  reasons: {
    usual: '{events} should meet on at most {max|day|days}',
  },
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
    {
      title: 'Three days, of which the first two count as one',
      problem: exampleProblem({
        calendar: exampleWeek(),
        events: [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c')],
        rules: [exampleRule('maxDaysOfEvents', { params: { max: 1, daysAsOne: 2 } })],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@1' }, c: { time: 'wed@0' } },
      amount: 1,
    },
  ],
});
