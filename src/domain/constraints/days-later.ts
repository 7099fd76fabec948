import type { MeetingTime } from '../problem.ts';
import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule, exampleWeek } from './example-data.ts';
import { pairsInScope } from './pairs.ts';

const scope = { of: 'events', ids: ['b', 'a'] } as const;
const problemWith = (params: Readonly<Record<string, unknown>>) =>
  exampleProblem({
    calendar: exampleWeek(),
    events: [exampleEvent('a'), exampleEvent('b')],
    rules: [exampleRule('daysLater', { scope, params })],
  });

export const daysLater = defineRule({
  id: 'daysLater',
  title: 'Days later, exactly',
  doc:
    'One unit for every two events of which the later one in the order of the scope does not begin exactly so many days ' +
    'after the last day of the other: the next day is 1 day later. After a number of days the week may begin anew, so ' +
    'that Monday follows Friday. Whatever the weeks. Sources: BTB_DAY, FOLLOWING_DAY and EVERY_OTHER_DAY of UniTime.',
  sentence:
    '{events} are {days|day|days} after one another, {either|in any order|in this order}{cycle|, the week beginning anew after # days|}',
  scopes: ['events', 'courses', 'groups'],
  params: {
    days: { type: 'integer', label: 'Exactly', unit: 'days later', min: 1, max: 29, default: 1 },
    either: { type: 'boolean', label: 'In any order', default: false },
    cycle: {
      type: 'integer',
      label: 'The week begins anew after (0: never)',
      unit: 'days',
      min: 0,
      max: 30,
      default: 0,
    },
  },
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second, { params: { days, either, cycle } }) => {
        const isRight = (one: MeetingTime, other: MeetingTime) => {
          const day = Math.max(...one.days) + days;
          return (cycle === 0 ? day : day % cycle) === Math.min(...other.days);
        };
        return isRight(first, second) || (either && isRight(second, first)) ? 0 : 1;
      },
    },
  ],
  reasons: {
    usual: '{events} should be {days|day|days} after one another in this order',
    either: '{events} should be {days|day|days} after one another',
  },
  explain: (_, { params: { either } }) => ({ use: either ? 'either' : 'usual' }),
  examples: [
    {
      title: 'On the next day',
      problem: problemWith({}),
      timetable: { b: { time: 'tue@3' }, a: { time: 'wed@0' } },
      amount: 0,
    },
    {
      title: 'On the day before',
      problem: problemWith({}),
      timetable: { b: { time: 'wed@3' }, a: { time: 'tue@0' } },
      amount: 1,
    },
    {
      title: 'On the day before, which is as good',
      problem: problemWith({ either: true }),
      timetable: { b: { time: 'wed@3' }, a: { time: 'tue@0' } },
      amount: 0,
    },
    {
      title: 'From Thursday to Monday, the weekend passed over',
      problem: problemWith({ days: 2, cycle: 5 }),
      timetable: { b: { time: 'thu@3' }, a: { time: 'mon@0' } },
      amount: 0,
    },
    {
      title: 'From Thursday to Friday',
      problem: problemWith({ days: 2, cycle: 5 }),
      timetable: { b: { time: 'thu@3' }, a: { time: 'fri@0' } },
      amount: 1,
    },
  ],
});
