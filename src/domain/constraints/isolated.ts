import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount, isolatedSlots } from './masks.ts';

const problem = exampleProblem({
  events: [exampleEvent('a'), exampleEvent('b'), exampleEvent('c')],
  rules: [exampleRule('isolated', { scope: { of: 'groups' } })],
});

export const isolated = defineRule({
  id: 'isolated',
  title: 'Isolated lessons',
  doc:
    'One unit for every busy slot of a day whose neighbours are both free. Source: CurriculumCompactness of ITC-2007 ' +
    '(UD2), to which it is equal wherever no slot is double-booked.',
  sentence: '{scope|has|have} no lesson without a neighbour on its day',
  scopes: ['groups', 'instructors', 'courses'],
  params: {},
  overrides: false,
  measures: [{ term: 'dayShape', amount: (mask) => bitCount(isolatedSlots(mask)) }],
  reasons: {
    usual: '{who} has {amount|isolated lesson|isolated lessons} on {day}',
  },
  examples: [
    {
      title: 'Two lessons together and one alone on another day',
      problem,
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@2' }, c: { time: 'tue@0' } },
      amount: 1,
    },
    {
      title: 'Two lessons of a day with a free slot between',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' } },
      amount: 2,
    },
    {
      title: 'Three lessons in a row',
      problem,
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@2' }, c: { time: 'mon@3' } },
      amount: 0,
    },
  ],
});
