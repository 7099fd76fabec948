import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { follows, neighboursInScope, oneWithinOther } from './pairs.ts';

const calendar = exampleCalendar(5, 2);
const problem = exampleProblem({
  calendar,
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c')],
  rules: [exampleRule('consecutive', { scope: { of: 'events', ids: ['b', 'a', 'c'] } })],
});

export const consecutive = defineRule({
  id: 'consecutive',
  title: 'Right after each other',
  doc:
    'One unit for every event that is not right after the one before it in the scope: on the same days, in the same ' +
    'weeks, with nothing but a break between. About courses: the events of each, in their order. Source: two ' +
    'activities consecutive of FET.',
  sentence: '{events} follow right after each other, in this order',
  scopes: ['events', 'courses'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: neighboursInScope,
      amount: (first, second, { problem }) => {
        const together = oneWithinOther(first.days, second.days) && oneWithinOther(first.weeks, second.weeks);
        return together && follows(problem, first, second) ? 0 : 1;
      },
    },
  ],
  reasons: {
    usual: '{events} should be right after each other in this order',
  },
  examples: [
    {
      title: 'In the order of the scope, with the break between',
      problem,
      timetable: { b: { time: 'mon@0' }, a: { time: 'mon@3' }, c: { time: 'mon@4' } },
      amount: 0,
    },
    {
      title: 'The last two have changed places: neither follows its predecessor',
      problem,
      timetable: { b: { time: 'mon@0' }, c: { time: 'mon@3' }, a: { time: 'mon@4' } },
      amount: 2,
    },
    {
      title: 'The next hours of another day',
      problem,
      timetable: { b: { time: 'mon@0' }, a: { time: 'tue@3' }, c: { time: 'tue@4' } },
      amount: 1,
    },
  ],
});
