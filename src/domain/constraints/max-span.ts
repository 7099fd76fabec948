import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount, spanOf } from './masks.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(8),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 })],
  rules: [exampleRule('maxSpan', { scope: { of: 'groups' }, params: { max: 4 } })],
});

/**
 * Kept exactly when WorkDay(S) of ITC-2019 is, as long as no single event is longer than S. The amounts differ: there
 * every pair of classes that is too far apart counts one, here the slots over the limit.
 */
export const maxSpan = defineRule({
  id: 'maxSpan',
  title: 'Length of the day',
  doc:
    'One unit for every slot over the limit from the start of the first lesson of a day to the end of the last one, ' +
    'gaps and breaks included. Sources: max span per day of FET, WorkDay of ITC-2019.',
  sentence: '{scope|has|have} at most {max|slot|slots} from the first to the last lesson of a day',
  scopes: ['groups', 'instructors', 'courses'],
  params: {
    max: {
      type: 'integer',
      label: 'At most',
      bound: 'most',
      unit: 'slots from first to last',
      min: 1,
      max: 16,
      default: 8,
    },
  },
  overrides: true,
  measures: [{ term: 'dayShape', amount: (mask, _day, { max }) => Math.max(0, bitCount(spanOf(mask)) - max) }],
  reasons: {
    usual: '{who} has a day of {has|slot|slots} on {day} (at most {max})',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    {
      title: 'The first lesson early, the last one late',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@4' } },
      amount: 2,
    },
    {
      title: 'As late, but not early',
      problem,
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@4' } },
      amount: 0,
    },
    {
      title: 'Early and late on two days',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@6' } },
      amount: 0,
    },
  ],
});
