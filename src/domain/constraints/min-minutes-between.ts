import type { MeetingTime } from '../problem.ts';
import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope, shareDay } from './pairs.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 })],
  rules: [exampleRule('minMinutesBetween', { params: { minutes: 90 } })],
});

function isTooClose(first: MeetingTime, second: MeetingTime, minutes: number): boolean {
  return first.endMinute + minutes > second.startMinute && second.endMinute + minutes > first.startMinute;
}

/** Equals MinGap(G) of ITC-2019: no day or no week in common, or Ci.end + G ≤ Cj.start, or Cj.end + G ≤ Ci.start. */
export const minMinutesBetween = defineRule({
  id: 'minMinutesBetween',
  title: 'Gap between by the clock',
  doc:
    'One unit for every two events that meet on the same day of the same week with fewer minutes between the end of one ' +
    'and the start of the other than wanted. Source: MinGap of ITC-2019.',
  sentence: '{events} have at least {minutes|minute|minutes} between them when on one day',
  scopes: ['events', 'courses', 'groups'],
  params: {
    minutes: {
      type: 'integer',
      label: 'At least',
      bound: 'least',
      unit: 'minutes between',
      min: 1,
      max: 1440,
      default: 30,
    },
  },
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: pairsInScope,
      amount: (first, second, { params: { minutes } }) =>
        shareDay(first, second) && isTooClose(first, second, minutes) ? 1 : 0,
    },
  ],
  reasons: {
    usual: '{events} should have at least {minutes|minute|minutes} between them',
  },
  examples: [
    { title: 'An hour between', problem, timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' } }, amount: 1 },
    { title: 'Two hours between', problem, timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } }, amount: 0 },
    { title: 'On two days', problem, timetable: { a: { time: 'mon@0' }, b: { time: 'tue@1' } }, amount: 0 },
  ],
});
