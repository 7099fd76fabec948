import type { MeetingTime, Problem } from '../problem.ts';
import { daysAsOne } from './common-params.ts';
import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule, exampleWeek } from './example-data.ts';
import { blocksBetween, follows, meet, pairsInScope, shareAny } from './pairs.ts';

const calendar = exampleWeek();
const scope = { of: 'courses' } as const;
const events = [exampleEvent('a'), exampleEvent('b'), exampleEvent('c')];
const problem = exampleProblem({
  calendar,
  events,
  rules: [exampleRule('minDaysBetween', { scope, params: { min: 2 } })],
});
const together = exampleProblem({
  calendar,
  events,
  rules: [exampleRule('minDaysBetween', { scope, params: { min: 1, adjacent: true } })],
});

export const minDaysBetween = defineRule({
  id: 'minDaysBetween',
  title: 'Days between, at least',
  doc:
    'For every two events that have a week in common, the days by which they are closer than wanted: 1 day apart is ' +
    'the next day. Of events that meet on several days the two closest count. Optionally one unit more when they are ' +
    'on one day without following each other (with a break between them if that is allowed). About courses or groups: ' +
    'pairs inside each of them; about events: all pairs in scope. Several days in a row of the calendar may count as ' +
    'one: a morning and an afternoon, or all days of a term. Source: min days between activities of FET.',
  sentence:
    '{events} are at least {min|day|days} apart{adjacent|; if on one day, one right after the other|}{overBreaks|| (a break between does not count as right after)}{daysAsOne|, # days of the calendar counting as one|}',
  scopes: ['courses', 'events', 'groups'],
  params: {
    min: { type: 'integer', label: 'At least', bound: 'least', unit: 'days apart', min: 0, max: 29, default: 1 },
    adjacent: { type: 'boolean', label: 'If on one day, one right after the other', default: false },
    overBreaks: { type: 'boolean', label: 'A break may lie between these', default: true },
    daysAsOne,
  },
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second, { problem, params: { min, adjacent, overBreaks, daysAsOne } }) => {
        if (!shareAny(first.weeks, second.weeks)) return 0;
        const distance = smallestDistance(first.days, second.days, daysAsOne);
        const follow = () =>
          shareAny(first.days, second.days) && (overBreaks ? touch(problem, first, second) : meet(first, second));
        const scattered = adjacent && distance === 0 && !follow() ? 1 : 0;
        return Math.max(0, min - distance) + scattered;
      },
    },
  ],
  reasons: {
    usual: '{events} should be at least {min|day|days} apart',
    follow: '{events} should follow each other if they are on one day',
    both: '{events} should be at least {min|day|days} apart, and follow each other if they are on one day',
  },
  explain: (_, { params: { min, adjacent } }) => ({ use: min === 0 ? 'follow' : adjacent ? 'both' : 'usual' }),
  examples: [
    {
      title: 'On one day two days are missing, on the next day one',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'tue@0' } },
      amount: 4,
    },
    {
      title: 'Every other day',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'wed@0' }, c: { time: 'fri@0' } },
      amount: 0,
    },
    {
      title: 'On one day, but one right after the other',
      problem: together,
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@0' }, c: { time: 'tue@0' } },
      amount: 1,
    },
    {
      title: 'On one day with an hour between',
      problem: together,
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@0' }, c: { time: 'tue@0' } },
      amount: 2,
    },
    {
      title: 'The first and the second two days of the week counting as one each',
      problem: exampleProblem({
        calendar,
        events,
        rules: [exampleRule('minDaysBetween', { scope, params: { min: 1, adjacent: true, daysAsOne: 2 } })],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@1' }, c: { time: 'wed@2' } },
      amount: 2,
    },
    {
      title: 'Following each other over a break, where none may lie between',
      problem: exampleProblem({
        calendar: { ...calendar, breaks: [{ name: 'Break', slot: 1 }] },
        events,
        rules: [exampleRule('minDaysBetween', { scope, params: { min: 0, adjacent: true, overBreaks: false } })],
      }),
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@0' }, c: { time: 'mon@3' } },
      amount: 2,
    },
  ],
});

function smallestDistance(first: readonly number[], second: readonly number[], daysAsOne: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const day of first) {
    for (const other of second) smallest = Math.min(smallest, blocksBetween(day, other, daysAsOne));
  }
  return smallest;
}

function touch(problem: Problem, first: MeetingTime, second: MeetingTime): boolean {
  return follows(problem, first, second) || follows(problem, second, first);
}
