import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope } from './pairs.ts';

export const differentDays = defineRule({
  id: 'differentDays',
  title: 'Different days',
  doc:
    'One unit for every two events that share a day of the week, whatever the weeks. About events: all pairs in scope; ' +
    'about courses or groups: pairs inside each of them. Source: DifferentDays of ITC-2019.',
  sentence: '{events} are on different days of the week',
  scopes: ['courses', 'events', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second) => (first.days.some((day) => second.days.includes(day)) ? 1 : 0),
    },
  ],
  reasons: {
    usual: '{events} should be on different days',
  },
  examples: [
    {
      title: 'Three events of a course, two of them on Monday',
      problem: exampleProblem({
        events: [exampleEvent('a'), exampleEvent('b'), exampleEvent('c')],
        rules: [exampleRule('differentDays', { scope: { of: 'courses' } })],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' }, c: { time: 'tue@0' } },
      amount: 1,
    },
    {
      title: 'Events of two courses on one day: nothing is asked of them together',
      problem: exampleProblem({
        events: [exampleEvent('a'), exampleEvent('b', { courseId: 'art' })],
        rules: [exampleRule('differentDays', { scope: { of: 'courses' } })],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 0,
    },
    {
      title: 'The same two events named together',
      problem: exampleProblem({
        events: [exampleEvent('a'), exampleEvent('b', { courseId: 'art' })],
        rules: [exampleRule('differentDays', { scope: { of: 'events', ids: ['a', 'b'] } })],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 1,
    },
  ],
});
