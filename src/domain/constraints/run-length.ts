import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { runLengths } from './masks.ts';

const events = [exampleEvent('a'), exampleEvent('b'), exampleEvent('c'), exampleEvent('d')];
const rule = exampleRule('runLength', { scope: { of: 'courses' }, params: { min: 2, max: 3 } });

export const runLength = defineRule({
  id: 'runLength',
  title: 'Length of blocks',
  doc:
    'For every stretch of consecutive busy slots of a day, the slots by which it is too short or too long; a break ends ' +
    'a stretch. Source: block clustering of the schedule-engine.',
  sentence: '{scope|has|have} blocks of {min} to {max|slot|slots} in a row',
  scopes: ['courses', 'groups', 'instructors'],
  params: {
    min: { type: 'integer', label: 'At least', bound: 'least', unit: 'slots in a row', min: 1, max: 16, default: 1 },
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'slots in a row', min: 1, max: 16, default: 3 },
  },
  overrides: true,
  measures: [
    {
      term: 'dayShape',
      amount: (mask, day, { min, max }) =>
        runLengths(mask & ~day.breakMask).reduce(
          (sum, length) => sum + Math.max(0, min - length) + Math.max(0, length - max),
          0,
        ),
    },
  ],
  reasons: {
    usual: 'The blocks of {who} on {day} are not all of {min} to {max|slot|slots}',
  },
  examples: [
    {
      title: 'One block of two and one of a single slot',
      problem: exampleProblem({ events, rules: [rule] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'mon@3' } },
      amount: 1,
    },
    {
      title: 'A block of four',
      problem: exampleProblem({ events, rules: [rule] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'mon@2' }, d: { time: 'mon@3' } },
      amount: 1,
    },
    {
      title: 'A break cuts the day into two blocks of one slot',
      problem: exampleProblem({ calendar: exampleCalendar(4, 1), events, rules: [rule] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' } },
      amount: 2,
    },
    {
      title: 'Two blocks of two slots',
      problem: exampleProblem({ events, rules: [rule] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'tue@2' }, d: { time: 'tue@3' } },
      amount: 0,
    },
  ],
});
