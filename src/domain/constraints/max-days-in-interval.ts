import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const events = [exampleEvent('a', { duration: 2 }), exampleEvent('b')];
const rule = (max: number) =>
  exampleRule('maxDaysInInterval', { scope: { of: 'groups' }, params: { interval: { from: 2, to: 4 }, max } });
const problem = exampleProblem({ events, rules: [rule(1)] });

export const maxDaysInInterval = defineRule({
  id: 'maxDaysInInterval',
  title: 'Days in a part of the day',
  doc:
    'One unit for every day of a week with a busy slot inside a part of the day, over the limit: few late or few early ' +
    'days. Source: IntervalMaxDaysPerWeek of FET.',
  sentence: '{scope|has|have} lessons between {interval} on at most {max|day|days} a week',
  scopes: ['groups', 'instructors'],
  params: {
    interval: { type: 'slotRange', label: 'Between', default: { from: 0, to: 1 } },
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'days', min: 0, max: 30, default: 1 },
  },
  overrides: true,
  measures: [
    {
      term: 'weekTotal',
      value: (mask, _day, { interval }) => ((mask & ((1 << interval.to) - (1 << interval.from))) === 0 ? 0 : 1),
      amount: (total, { max }) => Math.max(0, total - max),
    },
  ],
  reasons: {
    usual: '{who} has events at {slots} on {has|day|days} (at most {max})',
  },
  explain: ({ amount }, { params: { interval, max }, names }) => ({
    values: { slots: names.slots((1 << interval.to) - (1 << interval.from)), has: amount + max },
  }),
  examples: [
    {
      title: 'Late on both days; the double lesson only with its second half',
      problem,
      timetable: { a: { time: 'mon@1' }, b: { time: 'tue@3' } },
      amount: 1,
    },
    {
      title: 'Late on one day only',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@3' } },
      amount: 0,
    },
    {
      title: 'No late day is allowed',
      problem: exampleProblem({ events, rules: [rule(0)] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@3' } },
      amount: 1,
    },
  ],
});
