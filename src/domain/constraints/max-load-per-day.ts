import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';

const problem = exampleProblem({
  events: [exampleEvent('a', { duration: 2 }), exampleEvent('b')],
  rules: [exampleRule('maxLoadPerDay', { scope: { of: 'groups' }, params: { max: 2 } })],
});

export const maxLoadPerDay = defineRule({
  id: 'maxLoadPerDay',
  title: 'Load per day',
  doc: 'One unit for every busy slot of a day over the limit. Sources: max hours daily of FET, MaxDayLoad of ITC-2019.',
  sentence: '{scope|has|have} at most {max|slot|slots} a day',
  scopes: ['groups', 'instructors', 'courses', 'rooms'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'slots a day', min: 0, max: 16, default: 6 },
  },
  overrides: true,
  measures: [{ term: 'dayShape', amount: (mask, _day, { max }) => Math.max(0, bitCount(mask) - max) }],
  reasons: {
    usual: '{who} is busy in {has|slot|slots} on {day} (at most {max})',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    {
      title: 'Three slots on a day that may have two',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 1,
    },
    { title: 'On two days', problem, timetable: { a: { time: 'mon@0' }, b: { time: 'tue@3' } }, amount: 0 },
  ],
});
