import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';

const scope = { of: 'groups' } as const;
const events = [exampleEvent('a', { duration: 2 }), exampleEvent('b')];
const problem = exampleProblem({ events, rules: [exampleRule('minLoadPerDay', { scope, params: { min: 2 } })] });
const everyDay = exampleRule('minLoadPerDay', { scope, params: { min: 2, emptyDays: true } });

export const minLoadPerDay = defineRule({
  id: 'minLoadPerDay',
  title: 'Least load per day',
  doc:
    'One unit for every slot by which a day with a lesson has less than wanted. Optionally a day without any lesson ' +
    'counts as well, unless it is closed or the person is not available: only for whoever surely has an event. ' +
    'Source: min hours daily of FET.',
  sentence: '{scope|has|have} at least {min|slot|slots} on {emptyDays|every open day|every day with a lesson}',
  scopes: ['groups', 'instructors', 'courses'],
  params: {
    min: { type: 'integer', label: 'At least', bound: 'least', unit: 'slots a day', min: 1, max: 16, default: 2 },
    emptyDays: { type: 'boolean', label: 'Also on days without a lesson', default: false },
  },
  overrides: true,
  measures: [
    { term: 'dayShape', amount: (mask, _day, { min }) => (mask === 0 ? 0 : Math.max(0, min - bitCount(mask))) },
    {
      term: 'weekShape',
      countsDays: 'open',
      amount: (days, { min, emptyDays }, { openDays }) => (emptyDays ? min * bitCount(openDays & ~days) : 0),
    },
  ],
  reasons: {
    usual: '{who} has {has|slot|slots} on {day} (at least {min})',
    nothing: '{who} has nothing on {free|day|days} (at least {min|slot|slots} a day)',
  },
  explain: ({ amount, mask }, { params: { min } }) =>
    // Only the measure over the week has no slots to show.
    mask === 0 ? { use: 'nothing', values: { free: amount / min } } : { values: { has: min - amount } },
  examples: [
    {
      title: 'Two slots on one day, one on the other',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@3' } },
      amount: 1,
    },
    {
      title: 'All on one day',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 0,
    },
    {
      title: 'All on one day, and the other is not to be empty',
      problem: exampleProblem({ events, rules: [everyDay] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 2,
    },
    {
      title: 'The other day is closed',
      problem: exampleProblem({
        calendar: { ...exampleCalendar(4), closed: [{ day: 'tue', slots: [0, 1, 2, 3] }] },
        events,
        rules: [everyDay],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 0,
    },
  ],
});
