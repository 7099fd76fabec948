import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope, pairsOfOtherTags, timesOverlap } from './pairs.ts';

const events = [exampleEvent('a', { groupIds: [] }), exampleEvent('b', { duration: 2 })];
const rules = [exampleRule('notOverlap')];

/** Equals NotOverlap of ITC-2019: one ends before the other starts, or they have no day or no week in common. */
export const notOverlap = defineRule({
  id: 'notOverlap',
  title: 'Not at the same time',
  doc:
    'One unit for every two events that have a slot of the same day and week in common, however many. About events: ' +
    'all pairs in scope; about courses or groups: pairs inside each of them. On request only pairs with different tags ' +
    'count: of the tags that the rule names, if any. Sources: NotOverlap of ITC-2019, ActivityTagsNotOverlapping of FET.',
  sentence: '{events} never overlap{otherTags|, but for those with the same tag|}',
  scopes: ['events', 'courses', 'groups'],
  params: { otherTags: { type: 'boolean', label: 'Only those with different tags', default: false } },
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: (context) => (context.params.otherTags ? pairsOfOtherTags(context) : pairsInScope(context)),
      amount: (first, second) => (timesOverlap(first, second) ? 1 : 0),
    },
  ],
  reasons: {
    usual: '{events} should not overlap in time',
  },
  examples: [
    {
      title: 'One hour in common',
      problem: exampleProblem({ events, rules }),
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@1' } },
      amount: 1,
    },
    {
      title: 'One after the other',
      problem: exampleProblem({ events, rules }),
      timetable: { a: { time: 'mon@3' }, b: { time: 'mon@1' } },
      amount: 0,
    },
    {
      title: 'All at once, those with the same tag and those without one excepted',
      problem: exampleProblem({
        events: [
          exampleEvent('a', { groupIds: [], tags: ['lab'] }),
          exampleEvent('b', { groupIds: [], tags: ['lab'] }),
          exampleEvent('c', { groupIds: [], tags: ['choir', 'late'] }),
          exampleEvent('d', { groupIds: [], tags: ['late'] }),
        ],
        rules: [
          exampleRule('notOverlap', { scope: { of: 'events', tags: ['lab', 'choir'] }, params: { otherTags: true } }),
        ],
      }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@1' }, c: { time: 'mon@1' }, d: { time: 'mon@1' } },
      amount: 2,
    },
    {
      title: 'The same hour of the same day, in turns',
      problem: exampleProblem({
        calendar: { ...exampleCalendar(4), weekCount: 2 },
        events: [exampleEvent('a', { weeks: [0] }), exampleEvent('b', { weeks: [1] })],
        rules,
      }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@1' } },
      amount: 0,
    },
  ],
});
