import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { runLengths } from './masks.ts';

const events = [exampleEvent('a', { duration: 2 }), exampleEvent('b'), exampleEvent('c')];
const rule = exampleRule('maxRunOfEvents', { scope: { of: 'events', ids: ['a', 'b'] }, params: { max: 2 } });
const problem = exampleProblem({ events, rules: [rule] });

export const maxRunOfEvents = defineRule({
  id: 'maxRunOfEvents',
  title: 'Some events in a row',
  doc:
    'For every stretch of consecutive slots in which any of the events is held, the slots over the limit; a break ends ' +
    'a stretch. Source: ActivityTagMaxHoursContinuously of FET, for the activities with the tag that one person has.',
  sentence: '{together} use at most {max|slot|slots} in a row',
  scopes: ['events'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'slots in a row', min: 1, max: 16, default: 2 },
  },
  aboutSet: true,
  overrides: false,
  measures: [
    {
      term: 'weekTotal',
      value: (mask, day, { max }) =>
        runLengths(mask & ~day.breakMask).reduce((sum, length) => sum + Math.max(0, length - max), 0),
      amount: (total) => total,
    },
  ],
  reasons: {
    usual: '{amount|slot|slots} more than {max} in a row of {who}',
  },
  examples: [
    {
      title: 'Three slots in a row',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' } },
      amount: 1,
    },
    {
      title: 'Another event between',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' }, c: { time: 'mon@2' } },
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
