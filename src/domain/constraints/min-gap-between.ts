import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { apartInDay, pairsInScope, shareDay } from './pairs.ts';

const calendar = exampleCalendar(6);
const rules = [exampleRule('minGapBetween', { params: { gap: 2 } })];
const problem = exampleProblem({ calendar, events: [exampleEvent('a'), exampleEvent('b', { duration: 2 })], rules });

/**
 * Equals MinGap(G) of ITC-2019: no day or no week in common, or Ci.end + G ≤ Cj.start, or Cj.end + G ≤ Ci.start. One
 * unit a pair, however much is missing and on however many days.
 */
export const minGapBetween = defineRule({
  id: 'minGapBetween',
  title: 'Gap between',
  doc:
    'One unit for every two events that meet on the same day of the same week with fewer slots between the end of one ' +
    'and the start of the other than wanted; breaks count as slots. About events: all pairs in scope; about courses or ' +
    'groups: pairs inside each of them. Source: MinGap of ITC-2019.',
  sentence: '{events} have at least {gap|slot|slots} between them when on one day',
  scopes: ['events', 'courses', 'groups'],
  params: {
    gap: { type: 'integer', label: 'At least', bound: 'least', unit: 'slots between', min: 1, max: 15, default: 1 },
  },
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second, { params: { gap } }) =>
        shareDay(first, second) && !apartInDay(first, second, gap) ? 1 : 0,
    },
  ],
  reasons: {
    usual: '{events} should have at least {gap|slot|slots} between them',
  },
  examples: [
    {
      title: 'One slot between, two are wanted',
      problem,
      timetable: { a: { time: 'mon@3' }, b: { time: 'mon@0' } },
      amount: 1,
    },
    {
      title: 'Two slots between',
      problem,
      timetable: { a: { time: 'mon@4' }, b: { time: 'mon@0' } },
      amount: 0,
    },
    {
      title: 'Close together, but in turns',
      problem: exampleProblem({
        calendar: { ...calendar, weekCount: 2 },
        events: [exampleEvent('a', { weeks: [0] }), exampleEvent('b', { weeks: [1] })],
        rules,
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' } },
      amount: 0,
    },
  ],
});
