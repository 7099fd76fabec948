import { penalty } from './common-params.ts';
import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c')],
  rules: [exampleRule('maxBlock', { params: { minutes: 120, gap: 0 } })],
});

/** Equals MaxBlock(M,S) of ITC-2019: an event that is too long by itself breaks nothing. */
export const maxBlock = defineRule({
  id: 'maxBlock',
  title: 'Length of a block by the clock',
  doc: 'One unit for every block of two or more events of a day that lasts longer than wanted, over all weeks, divided by the number of weeks. Events with no more minutes than the gap between them are one block. Source: MaxBlock of ITC-2019.',
  sentence:
    '{together} with up to {gap|minute|minutes} between are blocks of at most {minutes|minute|minutes} (counted {penalty|time|times})',
  scopes: ['events'],
  params: {
    minutes: {
      type: 'integer',
      label: 'At most',
      bound: 'most',
      unit: 'minutes from first to last',
      min: 1,
      max: 1440,
      default: 240,
    },
    gap: { type: 'integer', label: 'One block up to', unit: 'minutes apart', min: 0, max: 1440, default: 15 },
    penalty,
  },
  overrides: false,
  measures: [
    {
      term: 'intervals',
      shape: ({ minutes, gap, penalty }) => ({ kind: 'blocks', limit: minutes, gap, unit: 1, penalty }),
    },
  ],
  reasons: {
    usual: '{events} should form no block of more than {minutes|minute|minutes}',
  },
  examples: [
    {
      title: 'Three hours without a break',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'mon@4' } },
      amount: 1,
    },
    {
      title: 'With breaks',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' }, c: { time: 'mon@5' } },
      amount: 0,
    },
  ],
});
