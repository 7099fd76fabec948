import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';

const ada = { instructors: [{ id: 'ada' }] };
const events = [exampleEvent('a', { ...ada, duration: 2 }), exampleEvent('b', ada), exampleEvent('c', ada)];
const rule = (max: number) => exampleRule('maxLoadPerWeek', { scope: { of: 'instructors' }, params: { max } });
const timetable = { a: { time: 'mon@0' }, b: { time: 'mon@3' }, c: { time: 'tue@3' } };

export const maxLoadPerWeek = defineRule({
  id: 'maxLoadPerWeek',
  title: 'Most load per week',
  doc:
    'One unit for every busy slot of a week over the limit; a slot with two events counts once. Source: maxLoad of the ' +
    'schedule-engine.',
  sentence: '{scope|has|have} at most {max|slot|slots} a week',
  scopes: ['instructors', 'groups', 'courses', 'rooms'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'slots a week', min: 0, max: 200, default: 20 },
  },
  overrides: true,
  measures: [
    { term: 'weekTotal', value: (mask) => bitCount(mask), amount: (total, { max }) => Math.max(0, total - max) },
  ],
  reasons: {
    usual: '{who} has {has|slot|slots} in the week (at most {max})',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    { title: 'Four slots, at most three', problem: exampleProblem({ events, rules: [rule(3)] }), timetable, amount: 1 },
    { title: 'Four slots, at most four', problem: exampleProblem({ events, rules: [rule(4)] }), timetable, amount: 0 },
    {
      title: 'A slot with two events counts once',
      problem: exampleProblem({ events, rules: [rule(3)] }),
      timetable: { ...timetable, b: { time: 'mon@1' } },
      amount: 0,
    },
  ],
});
