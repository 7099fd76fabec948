import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';

const events = [exampleEvent('a', { duration: 2 }), exampleEvent('b')];
const scope = { of: 'groups' } as const;
const problem = exampleProblem({ events, rules: [exampleRule('minLoadPerWeek', { scope, params: { min: 3 } })] });

export const minLoadPerWeek = defineRule({
  id: 'minLoadPerWeek',
  title: 'Least load per week',
  doc:
    'One unit for every slot by which a week has less than wanted. Only for whoever surely has an event. Source: the ' +
    'lower end of target hours of the schedule-engine.',
  sentence: '{scope|has|have} at least {min|slot|slots} a week',
  scopes: ['groups', 'instructors', 'courses'],
  params: {
    min: { type: 'integer', label: 'At least', bound: 'least', unit: 'slots a week', min: 1, max: 200, default: 10 },
  },
  overrides: true,
  measures: [
    { term: 'weekTotal', value: (mask) => bitCount(mask), amount: (total, { min }) => Math.max(0, min - total) },
  ],
  reasons: {
    usual: '{who} has {has|slot|slots} in the week (at least {min})',
  },
  explain: ({ amount }, { params: { min } }) => ({ values: { has: min - amount } }),
  examples: [
    { title: 'A double lesson, and the other not placed', problem, timetable: { a: { time: 'mon@0' } }, amount: 1 },
    { title: 'Nothing placed', problem, timetable: {}, amount: 3 },
    {
      title: 'Three slots on two days',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@3' } },
      amount: 0,
    },
  ],
});
