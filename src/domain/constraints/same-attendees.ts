import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { pairsInScope } from './pairs.ts';
import { enoughToMiss } from './travel.ts';

const rooms = [
  { id: 'r1', name: 'Room 1', capacity: 30, travel: [{ roomId: 'r2', minutes: 10 }] },
  { id: 'r2', name: 'Room 2', capacity: 20 },
];
const problem = exampleProblem({
  rooms,
  events: [exampleEvent('a', { roomCount: 1 }), exampleEvent('b', { roomCount: 1 })],
  rules: [exampleRule('sameAttendees')],
});

/** Equals SameAttendees of ITC-2019: apart by at least the way between the rooms, or no day or no week in common. */
export const sameAttendees = defineRule({
  id: 'sameAttendees',
  title: 'Attended by the same people',
  doc:
    'One unit for every two events that nobody can attend both: they overlap, or there is less time between them than ' +
    'the way between their (first) rooms takes. About events: all pairs in scope; about courses or groups: pairs inside ' +
    'each of them. Source: SameAttendees of ITC-2019.',
  sentence: '{events} can be attended by the same people, the way between rooms included',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [{ term: 'travelPair', pairs: pairsInScope, enough: enoughToMiss }],
  reasons: {
    usual: 'Nobody can attend both {events}',
  },
  examples: [
    {
      title: 'One right after the other, in rooms ten minutes apart',
      problem,
      timetable: { a: { time: 'mon@0', rooms: ['r1'] }, b: { time: 'mon@1', rooms: ['r2'] } },
      amount: 1,
    },
    {
      title: 'One right after the other in one room',
      problem,
      timetable: { a: { time: 'mon@0', rooms: ['r2'] }, b: { time: 'mon@1', rooms: ['r2'] } },
      amount: 0,
    },
    {
      title: 'An hour for ten minutes of way',
      problem,
      timetable: { a: { time: 'mon@2', rooms: ['r1'] }, b: { time: 'mon@0', rooms: ['r2'] } },
      amount: 0,
    },
    {
      title: 'At the same time; no room is known yet',
      problem,
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@2', rooms: ['r2'] } },
      amount: 1,
    },
  ],
});
