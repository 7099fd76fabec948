import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';

const pool = { instructors: [{ id: 'ada' }, { id: 'ben' }], instructorCount: 1 };
const events = [exampleEvent('a', pool), exampleEvent('b', pool), exampleEvent('c', { ...pool, duration: 2 })];
const scope = { of: 'instructors' } as const;
const rule = (min: number, max: number) => exampleRule('instructorLoad', { scope, params: { min, max } });
const taughtBy = (first: string, second: string, third: string) => ({
  a: { time: 'mon@0', instructors: [first] },
  b: { time: 'mon@1', instructors: [second] },
  c: { time: 'tue@0', instructors: [third] },
});

export const instructorLoad = defineRule({
  id: 'instructorLoad',
  title: 'Hours of instructors',
  doc:
    'For every instructor who may be chosen for an event or has one, the busy slots by which a week is under or over ' +
    'the limits; a slot with two events counts once. Sources: target hours and maxLoad of the schedule-engine.',
  sentence: '{scope|teaches|teach} {min} to {max|slot|slots} a week',
  scopes: ['instructors'],
  params: {
    min: { type: 'integer', label: 'At least', bound: 'least', unit: 'slots a week', min: 0, max: 200, default: 0 },
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'slots a week', min: 0, max: 200, default: 20 },
  },
  flaw: ({ min, max }) => (min > max ? { name: 'min', fault: 'fault_aboveMax' } : null),
  overrides: true,
  measures: [
    {
      term: 'weekTotal',
      value: (mask) => bitCount(mask),
      amount: (total, { min, max }) => Math.max(0, min - total) + Math.max(0, total - max),
      asksEveryone: true,
    },
  ],
  reasons: {
    usual: '{who} has {total|slot|slots} in the week ({min} to {max})',
    most: '{who} has {total|slot|slots} in the week (at most {max})',
  },
  explain: ({ total = 0 }, { params: { min } }) => ({ use: min === 0 ? 'most' : 'usual', values: { total } }),
  examples: [
    {
      title: 'One teaches everything, the other nothing: one over, one under',
      problem: exampleProblem({ events, rules: [rule(1, 3)] }),
      timetable: taughtBy('ada', 'ada', 'ada'),
      amount: 2,
    },
    {
      title: 'Two slots each',
      problem: exampleProblem({ events, rules: [rule(2, 2)] }),
      timetable: taughtBy('ada', 'ada', 'ben'),
      amount: 0,
    },
    {
      title: 'Somebody whom no event could choose owes nothing',
      problem: exampleProblem({
        instructors: [
          { id: 'ada', name: 'Ada' },
          { id: 'ben', name: 'Ben' },
          { id: 'cyd', name: 'Cyd' },
        ],
        events,
        rules: [rule(2, 4)],
      }),
      timetable: taughtBy('ada', 'ada', 'ben'),
      amount: 0,
    },
    {
      title: 'The rule on one instructor replaces the general one',
      problem: exampleProblem({
        events,
        rules: [
          rule(2, 2),
          exampleRule('instructorLoad', { id: 'own', scope: { ...scope, ids: ['ben'] }, params: { min: 0, max: 1 } }),
        ],
      }),
      timetable: taughtBy('ada', 'ada', 'ben'),
      amount: 1,
    },
  ],
});
