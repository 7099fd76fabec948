import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';

const events = [exampleEvent('a'), exampleEvent('b')];
const rule = (max: number) => exampleRule('earlyStart', { scope: { of: 'groups' }, params: { max } });

export const earlyStart = defineRule({
  id: 'earlyStart',
  title: 'Early start',
  doc:
    'One unit for every day of a week, over the limit, on which the first event does not start in the first possible ' +
    'slot, or in one of the first few: those that are open, no break and not unavailable. Source: ' +
    'EarlyMaxBeginningsAtSecondHour of FET.',
  sentence: '{scope|begins|begin} by possible slot {within} of the day, later on at most {max|day|days} a week',
  scopes: ['groups', 'instructors'],
  params: {
    max: { type: 'integer', label: 'Later on at most', bound: 'most', unit: 'days', min: 0, max: 30, default: 0 },
    within: {
      type: 'integer',
      label: 'Within the first',
      bound: 'most',
      unit: 'possible slots',
      min: 1,
      max: 16,
      default: 1,
    },
  },
  overrides: true,
  measures: [
    {
      term: 'weekTotal',
      value: (mask, { slotCount, breakMask, closedMask, unavailableMask }, { within }) => {
        if (mask === 0) return 0;
        const possible = ((1 << slotCount) - 1) & ~breakMask & ~closedMask & ~unavailableMask;
        return bitCount(possible & ((mask & -mask) - 1)) >= within ? 1 : 0;
      },
      amount: (total, { max }) => Math.max(0, total - max),
    },
  ],
  reasons: {
    usual: '{who} does not start in the first {within|slot|# slots} on {has|day|days}{?max| (at most #)}',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    {
      title: 'One day starts in the second slot',
      problem: exampleProblem({ events, rules: [rule(0)] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@1' } },
      amount: 1,
    },
    {
      title: 'A later start is allowed once',
      problem: exampleProblem({ events, rules: [rule(1)] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@1' } },
      amount: 0,
    },
    {
      title: 'One day starts in the third slot, where the first two are early enough',
      problem: exampleProblem({
        events,
        rules: [exampleRule('earlyStart', { scope: { of: 'groups' }, params: { max: 0, within: 2 } })],
      }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'tue@2' } },
      amount: 1,
    },
    {
      title: 'The first slot is closed, so the second is the first possible one',
      problem: exampleProblem({
        calendar: { ...exampleCalendar(4), closed: [{ day: 'tue', slots: [0] }] },
        events,
        rules: [rule(0)],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@1' } },
      amount: 0,
    },
  ],
});
