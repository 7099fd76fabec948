import { daysAsOne } from './common-params.ts';
import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { mostDaysOfStays } from './room-changes.ts';

const scope = { of: 'instructors' } as const;
const ada = { instructors: [{ id: 'ada' }], roomCount: 1 };
const rooms = [
  { id: 'r1', name: 'Room 1', capacity: 30, building: 'North' },
  { id: 'r2', name: 'Room 2', capacity: 20, building: 'South' },
  { id: 'r3', name: 'Room 3', capacity: 20 },
];
const events = [exampleEvent('a', ada), exampleEvent('b', ada), exampleEvent('c', ada)];
const problemWith = (params: Record<string, unknown>) =>
  exampleProblem({ rooms, events, rules: [exampleRule('maxBuildingChanges', { scope, params })] });
const there = (time: string, room: string) => ({ time, rooms: [room] });

export const maxBuildingChanges = defineRule({
  id: 'maxBuildingChanges',
  title: 'Changes of building',
  doc:
    'One unit for every change over the limit, on each day or over a week: an event in another building, or in another ' +
    'room, than the one before it on that day. The first room of an event counts; events without a room, or in a room ' +
    'of no building, are passed over. Several limits hold beside each other. Two days of the calendar may count as ' +
    'one. Source: max building changes, and max room changes, of FET.',
  sentence:
    '{scope|has|have} at most {max|change|changes} of {rooms|room|building} {perWeek|a week|a day}' +
    '{daysAsOne|, # days of the calendar counting as one|}',
  scopes: ['instructors', 'groups'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'changes', min: 0, max: 200, default: 1 },
    perWeek: { type: 'boolean', label: 'In a week, not on each day', default: false },
    rooms: { type: 'boolean', label: 'Other rooms count, not only other buildings', default: false },
    daysAsOne: { ...daysAsOne, max: mostDaysOfStays },
  },
  overrides: false,
  measures: [
    {
      term: 'roomChanges',
      shape: ({ max, perWeek, rooms: ofRooms, daysAsOne }) => ({
        count: perWeek ? 'week' : 'day',
        limit: max,
        rooms: ofRooms,
        daysAsOne,
      }),
    },
  ],
  reasons: {
    usual: '{who} changes buildings {has|time|times} on {day} (at most {max})',
    rooms: '{who} changes rooms {has|time|times} on {day} (at most {max})',
    week: '{who} changes buildings {has|time|times} in a week (at most {max})',
    roomsWeek: '{who} changes rooms {has|time|times} in a week (at most {max})',
  },
  explain: ({ amount }, { params: { max, perWeek, rooms: ofRooms } }) => ({
    use: ofRooms ? (perWeek ? 'roomsWeek' : 'rooms') : perWeek ? 'week' : 'usual',
    values: { has: max + amount },
  }),
  examples: [
    {
      title: 'There and back on one day',
      problem: problemWith({ max: 1 }),
      timetable: { a: there('mon@0', 'r1'), b: there('mon@2', 'r1'), c: there('mon@1', 'r2') },
      amount: 1,
    },
    {
      title: 'Each building on a day of its own',
      problem: problemWith({ max: 0 }),
      timetable: { a: there('mon@0', 'r1'), b: there('mon@2', 'r1'), c: there('tue@1', 'r2') },
      amount: 0,
    },
    {
      title: 'A room that is in no building is passed over',
      problem: problemWith({ max: 0 }),
      timetable: { a: there('mon@0', 'r1'), b: there('mon@1', 'r3'), c: there('mon@2', 'r1') },
      amount: 0,
    },
    {
      title: 'Every other room counts, over the week',
      problem: problemWith({ max: 1, perWeek: true, rooms: true }),
      timetable: { a: there('mon@0', 'r1'), b: there('mon@1', 'r3'), c: there('mon@2', 'r1') },
      amount: 1,
    },
    {
      title: 'The way from one of two days that count as one to the other',
      problem: problemWith({ max: 0, daysAsOne: 2 }),
      timetable: { a: there('mon@0', 'r1'), b: there('tue@1', 'r2') },
      amount: 1,
    },
  ],
});
