import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';

const events = [exampleEvent('a', { duration: 2 }), exampleEvent('b'), exampleEvent('c')];
const problem = exampleProblem({
  events,
  rules: [exampleRule('balancedDays', { scope: { of: 'groups' }, params: { difference: 1 } })],
});

export const balancedDays = defineRule({
  id: 'balancedDays',
  title: 'Balanced days',
  doc:
    'One unit for every slot by which the difference between the longest and the shortest day of a week is over the ' +
    'limit, in busy slots. Only days with an event are compared. Source: wishes of users of FET.',
  sentence: '{scope|has|have} days that differ by at most {difference|slot|slots}',
  scopes: ['groups', 'instructors', 'courses'],
  params: {
    difference: {
      type: 'integer',
      label: 'A difference of at most',
      bound: 'most',
      unit: 'slots',
      min: 0,
      max: 15,
      default: 2,
    },
  },
  overrides: true,
  measures: [
    {
      term: 'weekSpread',
      value: (mask) => bitCount(mask),
      amount: (spread, { difference }) => Math.max(0, spread - difference),
    },
  ],
  reasons: {
    usual: 'The days of {who} differ by {has|slot|slots} (at most {difference})',
  },
  explain: ({ amount }, { params: { difference } }) => ({ values: { has: amount + difference } }),
  examples: [
    {
      title: 'Three slots on one day, one on the other',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' }, c: { time: 'tue@0' } },
      amount: 1,
    },
    {
      title: 'Two slots on either day',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@2' }, c: { time: 'tue@0' } },
      amount: 0,
    },
    {
      title: 'A day without events is not compared',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' }, c: { time: 'mon@3' } },
      amount: 0,
    },
  ],
});
