import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const problem = exampleProblem({
  events: [exampleEvent('a', { roomCount: 1 }), exampleEvent('b', { roomCount: 1 })],
  rules: [exampleRule('roomStability', { scope: { of: 'courses' }, params: { max: 1 } })],
});

export const roomStability = defineRule({
  id: 'roomStability',
  title: 'Few rooms',
  doc: 'One unit for every distinct room of a course over the limit. Source: RoomStability of ITC-2007 (UD2).',
  sentence: '{scope|is|are} held in at most {max|room|rooms}',
  scopes: ['courses'],
  params: { max: { type: 'integer', label: 'At most', bound: 'most', unit: 'rooms', min: 1, max: 100, default: 1 } },
  overrides: true,
  measures: [{ term: 'setShape', amount: (distinct, { max }) => Math.max(0, distinct - max) }],
  reasons: {
    usual: '{who} uses {has|room|rooms} instead of {max}',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    {
      title: 'A course in two rooms',
      problem,
      timetable: { a: { time: 'mon@0', rooms: ['r1'] }, b: { time: 'mon@1', rooms: ['r2'] } },
      amount: 1,
    },
    {
      title: 'Always the same room',
      problem,
      timetable: { a: { time: 'mon@0', rooms: ['r2'] }, b: { time: 'mon@1', rooms: ['r2'] } },
      amount: 0,
    },
  ],
});
