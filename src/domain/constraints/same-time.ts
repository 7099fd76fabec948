import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope } from './pairs.ts';

const problem = exampleProblem({
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 })],
  rules: [exampleRule('sameTime')],
});

export const sameTime = defineRule({
  id: 'sameTime',
  title: 'Same time of day',
  doc:
    'One unit for every two events of which neither lies within the other by the time of day, whatever the days and ' +
    'weeks: events of equal length start in the same slot, a shorter one starts and ends inside the longer. Source: ' +
    'SameTime of ITC-2019.',
  sentence: '{events} are at the same time of day',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second) => {
        const firstEnd = first.start + first.length;
        const secondEnd = second.start + second.length;
        const secondInside = first.start <= second.start && secondEnd <= firstEnd;
        const firstInside = second.start <= first.start && firstEnd <= secondEnd;
        return secondInside || firstInside ? 0 : 1;
      },
    },
  ],
  reasons: {
    usual: '{events} should be at the same time of day',
  },
  examples: [
    {
      title: 'The shorter event lies inside the longer one, on another day',
      problem,
      timetable: { a: { time: 'mon@2' }, b: { time: 'tue@1' } },
      amount: 0,
    },
    {
      title: 'The shorter event starts before the longer one',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@1' } },
      amount: 1,
    },
  ],
});
