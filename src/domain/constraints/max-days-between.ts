import { daysAsOne } from './common-params.ts';
import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule, exampleWeek } from './example-data.ts';
import { blocksBetween, pairsInScope, shareAny } from './pairs.ts';

const problem = exampleProblem({
  calendar: exampleWeek(),
  events: [exampleEvent('a'), exampleEvent('b'), exampleEvent('c')],
  rules: [exampleRule('maxDaysBetween', { params: { max: 1 } })],
});

export const maxDaysBetween = defineRule({
  id: 'maxDaysBetween',
  title: 'Days between, at most',
  doc:
    'For every two events that have a week in common, the days by which they are further apart than wanted: 1 day ' +
    'apart is the next day. Of events that meet on several days the two furthest count. About events: all pairs in ' +
    'scope; about courses or groups: pairs inside each of them. Several days in a row of the calendar may count as one. ' +
    'Source: max days between activities of FET.',
  sentence: '{events} are at most {max|day|days} apart{daysAsOne|, # days of the calendar counting as one|}',
  scopes: ['events', 'courses', 'groups'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'days apart', min: 0, max: 29, default: 1 },
    daysAsOne,
  },
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second, { params: { max, daysAsOne } }) =>
        shareAny(first.weeks, second.weeks)
          ? Math.max(0, largestDistance(first.days, second.days, daysAsOne) - max)
          : 0,
    },
  ],
  reasons: {
    usual: '{events} are {has|day|days} apart (at most {max})',
    same: '{events} should be on one day',
  },
  explain: ({ amount }, { params: { max } }) => ({ use: max === 0 ? 'same' : 'usual', values: { has: amount + max } }),
  examples: [
    {
      title: 'One of three is two days after the others',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'wed@0' } },
      amount: 2,
    },
    {
      title: 'All on two days in a row',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'tue@0' } },
      amount: 0,
    },
    {
      title: 'On the first two days, which count as one, and on the next two',
      problem: exampleProblem({
        calendar: exampleWeek(),
        events: [exampleEvent('a'), exampleEvent('b'), exampleEvent('c')],
        rules: [exampleRule('maxDaysBetween', { params: { max: 0, daysAsOne: 2 } })],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@1' }, c: { time: 'wed@0' } },
      amount: 2,
    },
  ],
});

function largestDistance(first: readonly number[], second: readonly number[], daysAsOne: number): number {
  let largest = 0;
  for (const day of first) {
    for (const other of second) largest = Math.max(largest, blocksBetween(day, other, daysAsOne));
  }
  return largest;
}
