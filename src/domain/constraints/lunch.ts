import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { runLengths } from './masks.ts';

const problem = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a'), exampleEvent('b', { duration: 2 })],
  rules: [exampleRule('lunch', { scope: { of: 'groups' }, params: { window: { from: 2, to: 5 }, length: 2 } })],
});

export const lunch = defineRule({
  id: 'lunch',
  title: 'Lunch break',
  doc:
    'One unit for every slot by which the longest free stretch inside the window is too short, on days with a lesson. ' +
    'The window runs from its first slot up to, not including, its end. Sources: break rules of the schedule-engine, ' +
    'FET.',
  sentence: '{scope|has|have} {length|free slot|free slots in a row} between {window} on days with lessons',
  scopes: ['groups', 'instructors'],
  params: {
    window: { type: 'slotRange', label: 'Between', default: { from: 3, to: 6 } },
    length: { type: 'integer', label: 'Free', bound: 'least', unit: 'slots in a row', min: 1, max: 16, default: 1 },
  },
  overrides: true,
  measures: [
    {
      term: 'dayShape',
      amount: (mask, day, { window, length }) => {
        if (mask === 0) return 0;
        const end = Math.min(window.to, day.slotCount);
        const inside = window.from < end ? (1 << end) - (1 << window.from) : 0;
        return Math.max(0, length - Math.max(0, ...runLengths(inside & ~mask)));
      },
    },
  ],
  reasons: {
    usual: '{who} has {free} instead of {length|free slot|free slots} at lunch time on {day}',
  },
  explain: ({ amount }, { params: { length } }) => ({ values: { free: length - amount } }),
  examples: [
    {
      title: 'The window is cut in the middle: one slot free in a row instead of two',
      problem,
      timetable: { a: { time: 'mon@3' } },
      amount: 1,
    },
    {
      title: 'Lessons outside the window, and a day without lessons',
      problem,
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@4' } },
      amount: 0,
    },
    {
      title: 'Lessons all through the window',
      problem,
      timetable: { a: { time: 'tue@2' }, b: { time: 'tue@3' } },
      amount: 2,
    },
  ],
});
