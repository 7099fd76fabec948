import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const scope = { of: 'instructors' } as const;
const ada = { instructors: [{ id: 'ada' }] };
const events = [exampleEvent('a', ada), exampleEvent('b', ada)];
const problemWith = (params: Record<string, unknown>) =>
  exampleProblem({
    calendar: exampleCalendar(6),
    events,
    rules: [exampleRule('minFreeSlotsOvernight', { scope, params })],
  });

export const minFreeSlotsOvernight = defineRule({
  id: 'minFreeSlotsOvernight',
  title: 'Free slots at night',
  doc:
    'One unit for every slot that is missing between the end of the last event of a day and the start of the first one ' +
    'of the next day: the slots left of the one and those before the other, breaks and closed ones among them. The last ' +
    'day of a week and the first are compared if wanted; or only the two days that each make one. Several limits hold ' +
    'beside each other. Source: min resting hours of FET.',
  sentence:
    '{scope|has|have} at least {slots|free slot|free slots} between {halves|the halves of a day|one day and the next}' +
    '{circular|, the last day and the first one included|}',
  scopes: ['instructors', 'groups'],
  params: {
    slots: { type: 'integer', label: 'At least', bound: 'least', unit: 'free slots', min: 1, max: 31, default: 2 },
    circular: { type: 'boolean', label: 'The first day follows the last one', default: false },
    halves: { type: 'boolean', label: 'Days are halves in turn: only between two halves', default: false },
  },
  overrides: false,
  measures: [
    {
      term: 'overnight',
      amount: (last, first, { problem, params }) =>
        Math.max(0, params.slots - (problem.axis.slotCount - 1 - last) - first),
      isNight: (day, { circular, halves }) => (halves ? day % 2 === 1 : day > 0 || circular),
    },
  ],
  reasons: {
    usual: '{who} has {amount|free slot|free slots} too few before {day} (at least {slots})',
  },
  explain: (_, { params: { slots } }) => ({ values: { slots } }),
  examples: [
    {
      title: 'One slot left of Monday, one before on Tuesday',
      problem: problemWith({ slots: 3 }),
      timetable: { a: { time: 'mon@4' }, b: { time: 'tue@1' } },
      amount: 1,
    },
    {
      title: 'Late on the last day and early on the first',
      problem: problemWith({ slots: 3 }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@5' } },
      amount: 0,
    },
    {
      title: 'The same where the first day follows the last one',
      problem: problemWith({ slots: 3, circular: true }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@5' } },
      amount: 3,
    },
    {
      title: 'Monday and Tuesday as halves of a day',
      problem: problemWith({ slots: 2, halves: true, circular: true }),
      timetable: { a: { time: 'mon@5' }, b: { time: 'tue@1' } },
      amount: 1,
    },
  ],
});
