import type { Event, Problem } from '../problem.ts';
import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const rooms = [
  { id: 'hall', name: 'Hall', capacity: 90, type: 'lecture' },
  { id: 'lab', name: 'Laboratory', capacity: 30, type: 'practical', features: ['wet bench', 'fume hood'] },
];

/** True when the room has one of the types the event asks for (if any) and all of its features. */
export function hasWhatIsNeeded(problem: Problem, event: Event, room: number): boolean {
  const needs = problem.data.events[event.index];
  const offer = problem.rooms[room];
  if (needs === undefined || offer === undefined) return false;
  const types = needs.roomTypes ?? [];
  if (types.length > 0 && !(offer.type !== undefined && types.includes(offer.type))) return false;
  return (needs.features ?? []).every((feature) => (offer.features ?? []).includes(feature));
}

export const roomSuitability = defineRule({
  id: 'roomSuitability',
  title: 'Suitable rooms',
  doc:
    'One unit for every room of an event that is not in the list of allowed rooms or, without a list, that has none of ' +
    'the types the event asks for or lacks one of its features. Sources: preferred rooms of FET, room constraints of ' +
    'the extended ITC-2007 format, room types and features of the schedule-engine.',
  sentence: '{event|is|are} held in {roomIds|a room of the right type with all features}',
  scopes: ['events', 'courses', 'groups'],
  params: {
    roomIds: { type: 'ids', label: 'Allowed rooms (empty: by type and features)', of: 'rooms', default: [] },
  },
  overrides: false,
  measures: [
    {
      term: 'unaryRoom',
      amount: (event, room, { problem, params }) => {
        const suits =
          params.roomIds.length > 0
            ? params.roomIds.includes(problem.rooms[room]?.id ?? '')
            : hasWhatIsNeeded(problem, event, room);
        return suits ? 0 : 1;
      },
    },
  ],
  reasons: {
    usual: '{who} is not suitable for {events}',
  },
  examples: [
    {
      title: 'A practical in a lecture hall',
      problem: exampleProblem({
        rooms,
        events: [exampleEvent('a', { roomCount: 1, roomTypes: ['practical', 'seminar'] })],
        rules: [exampleRule('roomSuitability')],
      }),
      timetable: { a: { time: 'mon@0', rooms: ['hall'] } },
      amount: 1,
    },
    {
      title: 'A practical in a laboratory with the features it needs',
      problem: exampleProblem({
        rooms,
        events: [exampleEvent('a', { roomCount: 1, roomTypes: ['practical'], features: ['wet bench'] })],
        rules: [exampleRule('roomSuitability')],
      }),
      timetable: { a: { time: 'mon@0', rooms: ['lab'] } },
      amount: 0,
    },
    {
      title: 'A feature that the laboratory lacks',
      problem: exampleProblem({
        rooms,
        events: [exampleEvent('a', { roomCount: 1, features: ['wet bench', 'microscopes'] })],
        rules: [exampleRule('roomSuitability')],
      }),
      timetable: { a: { time: 'mon@0', rooms: ['lab'] } },
      amount: 1,
    },
    {
      title: 'A list of allowed rooms',
      problem: exampleProblem({
        events: [exampleEvent('a', { roomCount: 1 }), exampleEvent('b', { roomCount: 1 })],
        rules: [exampleRule('roomSuitability', { params: { roomIds: ['r1'] } })],
      }),
      timetable: { a: { time: 'mon@0', rooms: ['r1'] }, b: { time: 'mon@1', rooms: ['r2'] } },
      amount: 1,
    },
  ],
});
