import { minutesOf } from '../build/calendar.ts';
import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const scope = { of: 'instructors' } as const;
const ada = { instructors: [{ id: 'ada' }] };
const events = [exampleEvent('a', ada), exampleEvent('b', ada)];
// from 8 to 18
const calendar = exampleCalendar(10);
const problem = exampleProblem({ calendar, events, rules: [exampleRule('minRest', { scope, params: { hours: 16 } })] });

export const minRest = defineRule({
  id: 'minRest',
  title: 'Rest at night',
  doc:
    'One unit for every hour, begun or whole, that is missing between the end of the last event of a day and the start ' +
    'of the first one of the next day, by the clock times of their slots. Days follow each other as they are listed; ' +
    'the last day of a week and the first one of the next are not compared. Source: MinRestingHours of FET.',
  sentence: '{scope|has|have} at least {hours|hour|hours} of rest between one day and the next',
  scopes: ['instructors', 'groups'],
  params: {
    hours: { type: 'integer', label: 'At least', bound: 'least', unit: 'hours', min: 1, max: 24, default: 12 },
  },
  overrides: true,
  measures: [
    {
      term: 'overnight',
      amount: (last, first, { problem, params }) => {
        const { slots } = problem.data.calendar;
        const evening = 24 * 60 - (minutesOf(slots[last]?.end ?? '') ?? 0);
        const morning = minutesOf(slots[first]?.start ?? '') ?? 0;
        return Math.max(0, Math.ceil((params.hours * 60 - evening - morning) / 60));
      },
    },
  ],
  reasons: {
    usual: '{who} has {amount|hour|hours} too little rest before {day} (at least {hours})',
  },
  examples: [
    {
      title: 'The last slot of one day and the first of the next: 14 hours',
      problem,
      timetable: { a: { time: 'mon@9' }, b: { time: 'tue@0' } },
      amount: 2,
    },
    {
      title: 'Sixteen hours are enough',
      problem,
      timetable: { a: { time: 'mon@8' }, b: { time: 'tue@1' } },
      amount: 0,
    },
    {
      title: 'Late on the second day and early on the first',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@9' } },
      amount: 0,
    },
  ],
});
