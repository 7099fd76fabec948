import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const scope = { of: 'instructors' } as const;
const ada = { instructors: [{ id: 'ada' }], roomCount: 1 };
const rooms = [
  { id: 'r1', name: 'Room 1', capacity: 30, building: 'North' },
  { id: 'r2', name: 'Room 2', capacity: 20, building: 'South' },
  { id: 'r3', name: 'Room 3', capacity: 20, building: 'North' },
];
const events = [exampleEvent('a', ada), exampleEvent('b', ada), exampleEvent('c', { ...ada, roomCount: 0 })];
const problemWith = (params: Record<string, unknown>) =>
  exampleProblem({ rooms, events, rules: [exampleRule('minGapAtChange', { scope, params })] });
const there = (time: string, room: string) => ({ time, rooms: [room] });

export const minGapAtChange = defineRule({
  id: 'minGapAtChange',
  title: 'Gap at a change of building',
  doc:
    'One unit for every event in another building, or in another room, than the one before it on that day, with fewer ' +
    'slots between them than wanted: breaks count as slots, and so do events without a room or in a room of no ' +
    'building. The first room of an event counts. Several limits hold beside each other. Source: min gaps between ' +
    'building changes, and between room changes, of FET.',
  sentence: '{scope|has|have} at least {gap|slot|slots} between events in different {rooms|rooms|buildings}',
  scopes: ['instructors', 'groups'],
  params: {
    gap: { type: 'integer', label: 'At least', bound: 'least', unit: 'slots between', min: 1, max: 15, default: 1 },
    rooms: { type: 'boolean', label: 'Other rooms count, not only other buildings', default: false },
  },
  overrides: false,
  measures: [
    {
      term: 'roomChanges',
      shape: ({ gap, rooms: ofRooms }) => ({ count: 'short', limit: gap, rooms: ofRooms, daysAsOne: 1 }),
    },
  ],
  reasons: {
    usual: '{who} changes buildings in less than {gap|slot|slots} on {day}',
    rooms: '{who} changes rooms in less than {gap|slot|slots} on {day}',
  },
  explain: (_, { params: { rooms: ofRooms } }) => ({ use: ofRooms ? 'rooms' : 'usual' }),
  examples: [
    {
      title: 'One building right after the other',
      problem: problemWith({ gap: 1 }),
      timetable: { a: there('mon@0', 'r1'), b: there('mon@1', 'r2') },
      amount: 1,
    },
    {
      title: 'A slot between, in which there is something without a room',
      problem: problemWith({ gap: 1 }),
      timetable: { a: there('mon@0', 'r1'), c: { time: 'mon@1' }, b: there('mon@2', 'r2') },
      amount: 0,
    },
    {
      title: 'Another room of the same building',
      problem: problemWith({ gap: 2 }),
      timetable: { a: there('mon@0', 'r1'), b: there('mon@1', 'r3') },
      amount: 0,
    },
    {
      title: 'The same where rooms count',
      problem: problemWith({ gap: 2, rooms: true }),
      timetable: { a: there('mon@0', 'r1'), b: there('mon@1', 'r3') },
      amount: 1,
    },
  ],
});
