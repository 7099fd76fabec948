import type { MeetingTime } from '../problem.ts';
import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope } from './pairs.ts';

const rule = exampleRule('precedence', { scope: { of: 'events', ids: ['b', 'a', 'c'] } });
const events = [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c')];

export const precedence = defineRule({
  id: 'precedence',
  title: 'One after the other',
  doc:
    'One unit for every two events whose first meetings are not in the order of the scope: by first week, then first ' +
    'day, then the earlier one ends before the later one starts. Source: Precedence of ITC-2019.',
  sentence: '{events} come one after the other in the week, in this order',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second) => (precedes(first, second) ? 0 : 1),
    },
  ],
  reasons: {
    usual: '{events} should follow each other in this order',
  },
  examples: [
    {
      title: 'All three in the order of the scope',
      problem: exampleProblem({ events, rules: [rule] }),
      timetable: { b: { time: 'mon@0' }, a: { time: 'mon@2' }, c: { time: 'tue@0' } },
      amount: 0,
    },
    {
      title: 'The second starts before the first has ended',
      problem: exampleProblem({ events, rules: [rule] }),
      timetable: { b: { time: 'mon@0' }, a: { time: 'mon@1' }, c: { time: 'tue@0' } },
      amount: 1,
    },
    {
      title: 'An earlier week counts before an earlier day',
      problem: exampleProblem({
        calendar: { ...exampleCalendar(4), weekCount: 2 },
        events: [exampleEvent('a', { weeks: [0] }), exampleEvent('b', { weeks: [1] })],
        rules: [exampleRule('precedence', { scope: { of: 'events', ids: ['a', 'b'] } })],
      }),
      timetable: { a: { time: 'tue@0' }, b: { time: 'mon@0' } },
      amount: 0,
    },
  ],
});

function precedes(first: MeetingTime, second: MeetingTime): boolean {
  const weeks = (first.weeks[0] ?? 0) - (second.weeks[0] ?? 0);
  if (weeks !== 0) return weeks < 0;
  const days = (first.days[0] ?? 0) - (second.days[0] ?? 0);
  return days === 0 ? first.start + first.length <= second.start : days < 0;
}
