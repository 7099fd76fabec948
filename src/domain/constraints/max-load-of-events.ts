import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';

const problem = exampleProblem({
  events: [exampleEvent('a', { duration: 2 }), exampleEvent('b'), exampleEvent('c')],
  rules: [exampleRule('maxLoadOfEvents', { scope: { of: 'events', ids: ['a', 'b'] }, params: { max: 2 } })],
});

export const maxLoadOfEvents = defineRule({
  id: 'maxLoadOfEvents',
  title: 'Load of some events per day',
  doc:
    'One unit for every slot of a day over the limit in which any of the events is held: at most two hours of practicals ' +
    'a day. Source: ActivityTagMaxHoursDaily of FET, for the activities with the tag that one person has.',
  sentence: '{together} use at most {max|slot|slots} a day',
  scopes: ['events'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'slots a day', min: 0, max: 16, default: 2 },
  },
  aboutSet: true,
  overrides: false,
  // A set can hold everything, so its days are added up instead of being day shapes of their own.
  measures: [
    {
      term: 'weekTotal',
      value: (mask, _day, { max }) => Math.max(0, bitCount(mask) - max),
      amount: (total) => total,
    },
  ],
  reasons: {
    usual: '{amount|slot|slots} more than {max} a day of {who}',
  },
  examples: [
    {
      title: 'Three slots on one day; what is not meant does not count',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' }, c: { time: 'mon@2' } },
      amount: 1,
    },
    { title: 'On two days', problem, timetable: { a: { time: 'mon@0' }, b: { time: 'tue@3' } }, amount: 0 },
  ],
});
