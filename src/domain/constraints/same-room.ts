import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { meet, pairsInScope, shareDay } from './pairs.ts';
import { anotherRoom } from './travel.ts';

const events = [
  exampleEvent('a', { roomCount: 1 }),
  exampleEvent('b', { roomCount: 1 }),
  exampleEvent('c', { roomCount: 1 }),
];

export const sameRoom = defineRule({
  id: 'sameRoom',
  title: 'Same room',
  doc:
    'One unit for every two events whose (first) rooms differ; on request only where one begins as the other ends. ' +
    'About events: all pairs in scope; about courses or groups: pairs inside each of them. Sources: SameRoom of ' +
    'ITC-2019, ActivitiesSameRoomIfConsecutive of FET.',
  sentence: '{events} are in the same room{following| when one follows right after the other|}',
  scopes: ['events', 'courses', 'groups'],
  params: { following: { type: 'boolean', label: 'Only when one follows right after the other', default: false } },
  overrides: false,
  measures: [
    {
      term: 'roomPair',
      pairs: (context) => (context.params.following ? [] : pairsInScope(context)),
      amount: (first, second) => (first === second ? 0 : 1),
    },
    {
      term: 'travelPair',
      pairs: (context) => (context.params.following ? pairsInScope(context) : []),
      enough: (first, second) =>
        shareDay(first, second) && meet(first, second) ? anotherRoom : Number.POSITIVE_INFINITY,
      asksRooms: true,
    },
  ],
  reasons: {
    usual: '{events} should be in the same room',
  },
  examples: [
    {
      title: 'One of three events is elsewhere: two pairs differ',
      problem: exampleProblem({ events, rules: [exampleRule('sameRoom')] }),
      timetable: {
        a: { time: 'mon@0', rooms: ['r1'] },
        b: { time: 'mon@1', rooms: ['r1'] },
        c: { time: 'mon@2', rooms: ['r2'] },
      },
      amount: 2,
    },
    {
      title: 'An event without a room is not compared',
      problem: exampleProblem({ events, rules: [exampleRule('sameRoom')] }),
      timetable: { a: { time: 'mon@0', rooms: ['r1'] }, b: { time: 'mon@1', rooms: ['r1'] }, c: { time: 'mon@2' } },
      amount: 0,
    },
    {
      title: 'Elsewhere right afterwards, and on another day',
      problem: exampleProblem({ events, rules: [exampleRule('sameRoom', { params: { following: true } })] }),
      timetable: {
        a: { time: 'mon@0', rooms: ['r1'] },
        b: { time: 'mon@1', rooms: ['r2'] },
        c: { time: 'tue@1', rooms: ['r1'] },
      },
      amount: 1,
    },
    {
      title: 'Elsewhere after an hour, or at the same time',
      problem: exampleProblem({ events, rules: [exampleRule('sameRoom', { params: { following: true } })] }),
      timetable: {
        a: { time: 'mon@0', rooms: ['r1'] },
        b: { time: 'mon@2', rooms: ['r2'] },
        c: { time: 'mon@0', rooms: ['r2'] },
      },
      amount: 0,
    },
  ],
});
