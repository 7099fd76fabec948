import type { Event, Problem } from '../problem.ts';
import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

export const roomCapacity = defineRule({
  id: 'roomCapacity',
  title: 'Room capacity',
  doc:
    'One unit for every attendee without a seat; an event in several rooms is divided evenly among them. Sources: ' +
    'RoomCapacity of ITC-2007 (UD2), room sizes of FET.',
  sentence: '{event|has|have} a seat for every attendee',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'unaryRoom',
      amount: (event, room, { problem }) => Math.max(0, seatsFor(event) - (problem.rooms[room]?.capacity ?? 0)),
      isAbout: (event, { problem }) => seatsFor(event) > smallestCapacity(problem),
    },
  ],
  reasons: {
    usual: '{amount|# seat is|# seats are} missing for {events} in {who}',
  },
  examples: [
    {
      title: '25 people in a room with 20 seats',
      problem: exampleProblem({ events: [exampleEvent('a', { roomCount: 1 })], rules: [exampleRule('roomCapacity')] }),
      timetable: { a: { time: 'mon@0', rooms: ['r2'] } },
      amount: 5,
    },
    {
      title: 'The same people in a larger room',
      problem: exampleProblem({ events: [exampleEvent('a', { roomCount: 1 })], rules: [exampleRule('roomCapacity')] }),
      timetable: { a: { time: 'mon@0', rooms: ['r1'] } },
      amount: 0,
    },
    {
      title: '45 people divided among two rooms: 23 in each',
      problem: exampleProblem({
        events: [exampleEvent('a', { roomCount: 2, size: 45 })],
        rules: [exampleRule('roomCapacity')],
      }),
      timetable: { a: { time: 'mon@0', rooms: ['r1', 'r2'] } },
      amount: 3,
    },
  ],
});

/** Seats that an event needs in each of its rooms. */
function seatsFor(event: Event): number {
  return Math.ceil(event.size / Math.max(1, event.roomCount));
}

const smallest = new WeakMap<Problem['rooms'], number>();

function smallestCapacity({ rooms }: Problem): number {
  const known = smallest.get(rooms) ?? rooms.reduce((least, { capacity }) => Math.min(least, capacity), Infinity);
  smallest.set(rooms, known);
  return known;
}
