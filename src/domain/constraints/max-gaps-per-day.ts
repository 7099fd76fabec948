import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount, gapSlots } from './masks.ts';

const events = [exampleEvent('a'), exampleEvent('b')];
const rule = (max: number) => exampleRule('maxGapsPerDay', { scope: { of: 'groups' }, params: { max } });

export const maxGapsPerDay = defineRule({
  id: 'maxGapsPerDay',
  title: 'Gaps per day',
  doc:
    'One unit for every gap slot of a day over the limit. A gap is a free slot between the first and the last busy one ' +
    'that is no break and in which the person is available. Source: max gaps per day of FET.',
  sentence: '{scope|has|have} at most {max|gap|gaps} a day',
  scopes: ['groups', 'instructors'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'gap slots a day', min: 0, max: 16, default: 0 },
  },
  overrides: true,
  measures: [
    {
      term: 'dayShape',
      amount: (mask, day, { max }) => Math.max(0, bitCount(gapSlots(mask, day)) - max),
    },
  ],
  reasons: {
    usual: '{who} has {has|free slot|free slots} between lessons on {day}{?max| (at most #)}',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    {
      title: 'Two free slots between two lessons',
      problem: exampleProblem({ events, rules: [rule(0)] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 2,
    },
    {
      title: 'One gap is allowed',
      problem: exampleProblem({ events, rules: [rule(1)] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 1,
    },
    {
      title: 'A break is no gap',
      problem: exampleProblem({ calendar: exampleCalendar(4, 1), events, rules: [rule(0)] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' } },
      amount: 0,
    },
    {
      title: 'The rule on one group replaces the general one',
      problem: exampleProblem({
        events,
        rules: [
          rule(0),
          exampleRule('maxGapsPerDay', { id: 'own', scope: { of: 'groups', ids: ['g'] }, params: { max: 2 } }),
        ],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 0,
    },
  ],
});
