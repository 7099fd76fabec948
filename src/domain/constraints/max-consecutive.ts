import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { runLengths } from './masks.ts';

const events = [exampleEvent('a', { duration: 2 }), exampleEvent('b')];
const rule = exampleRule('maxConsecutive', { scope: { of: 'groups' }, params: { max: 2 } });

export const maxConsecutive = defineRule({
  id: 'maxConsecutive',
  title: 'Lessons in a row',
  doc:
    'For every stretch of consecutive busy slots, the slots over the limit; a break ends a stretch. Sources: max hours ' +
    'continuously of FET, MaxBlock of ITC-2019.',
  sentence: '{scope|has|have} at most {max|slot|slots} in a row',
  scopes: ['groups', 'instructors'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'slots in a row', min: 1, max: 16, default: 4 },
  },
  overrides: true,
  measures: [
    {
      term: 'dayShape',
      amount: (mask, day, { max }) =>
        runLengths(mask & ~day.breakMask).reduce((sum, length) => sum + Math.max(0, length - max), 0),
    },
  ],
  reasons: {
    usual: '{who} has more than {max|slot|slots} in a row on {day}',
  },
  examples: [
    {
      title: 'Three slots in a row',
      problem: exampleProblem({ events, rules: [rule] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' } },
      amount: 1,
    },
    {
      title: 'A free slot between',
      problem: exampleProblem({ events, rules: [rule] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 0,
    },
    {
      title: 'A break between',
      problem: exampleProblem({ calendar: exampleCalendar(4, 2), events, rules: [rule] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 0,
    },
  ],
});
