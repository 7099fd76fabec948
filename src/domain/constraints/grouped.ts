import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { follows, neighboursInScope, oneWithinOther } from './pairs.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(6, 2),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 })],
  rules: [exampleRule('grouped')],
});

export const grouped = defineRule({
  id: 'grouped',
  title: 'In one block',
  doc:
    'One unit for every two neighbours in the scope that are not side by side: on the same days, in the same weeks, in ' +
    'either order, with nothing but a break between. Of three events the second is in the middle. About courses: the ' +
    'events of each, in their order. Source: two activities grouped of FET.',
  sentence: '{events} are held in one block',
  scopes: ['events', 'courses'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: neighboursInScope,
      amount: (first, second, { problem }) => {
        const together = oneWithinOther(first.days, second.days) && oneWithinOther(first.weeks, second.weeks);
        return together && (follows(problem, first, second) || follows(problem, second, first)) ? 0 : 1;
      },
    },
  ],
  reasons: {
    usual: '{events} should be in one block',
  },
  examples: [
    {
      title: 'The second right before the first',
      problem,
      timetable: { a: { time: 'mon@5' }, b: { time: 'mon@3' } },
      amount: 0,
    },
    {
      title: 'A break between',
      problem,
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@3' } },
      amount: 0,
    },
    {
      title: 'A free slot between',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 1,
    },
  ],
});
