import type { MeetingTime } from '../problem.ts';
import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope, shareDay } from './pairs.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 })],
  rules: [exampleRule('maxWorkDay', { params: { minutes: 240 } })],
});

function span(first: MeetingTime, second: MeetingTime): number {
  return Math.max(first.endMinute, second.endMinute) - Math.min(first.startMinute, second.startMinute);
}

/** Equals WorkDay(S) of ITC-2019: no day or no week in common, or max(end) − min(start) ≤ S. */
export const maxWorkDay = defineRule({
  id: 'maxWorkDay',
  title: 'Length of the day by the clock',
  doc:
    'One unit for every two events that meet on the same day of the same week with more minutes than wanted from the ' +
    'start of the earlier to the end of the later. Source: WorkDay of ITC-2019.',
  sentence: '{events} lie within {minutes|minute|minutes} on every day',
  scopes: ['events', 'courses', 'groups'],
  params: {
    minutes: {
      type: 'integer',
      label: 'At most',
      bound: 'most',
      unit: 'minutes from first to last',
      min: 1,
      max: 1440,
      default: 480,
    },
  },
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second, { params: { minutes } }) =>
        shareDay(first, second) && span(first, second) > minutes ? 1 : 0,
    },
  ],
  reasons: {
    usual: '{events} should be within {minutes|minute|minutes} of a day',
  },
  examples: [
    {
      title: 'Five hours from first to last',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 1,
    },
    { title: 'Four hours', problem, timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' } }, amount: 0 },
    { title: 'On two days', problem, timetable: { a: { time: 'mon@0' }, b: { time: 'tue@4' } }, amount: 0 },
  ],
});
