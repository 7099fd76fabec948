import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { isSelected } from './slot-selection.ts';

const events = [exampleEvent('a', { instructors: [{ id: 'ada' }] }), exampleEvent('b', { duration: 2 })];

export const unavailable = defineRule({
  id: 'unavailable',
  title: 'Not available',
  doc:
    'One unit for every slot in which an event needs a resource that is not available then. Sources: unavailability ' +
    'of ITC-2007 (courses), NotAvailableTimes of FET (teachers, students, rooms), room unavailable of ITC-2019. Use ' +
    'several soft rules with different weights for graded wishes. A selection may be about some weeks only.',
  sentence: '{scope|is|are} not available {slots|at times still to be chosen}',
  scopes: ['instructors', 'rooms', 'groups', 'courses'],
  params: { slots: { type: 'slots', label: 'Not available in', default: [] } },
  overrides: false,
  measures: [
    {
      term: 'resourceSlot',
      amount: (dayIndex, slot, { problem, params }) => (isSelected(problem, params.slots, dayIndex, slot) ? 1 : 0),
    },
  ],
  reasons: {
    usual: '{who} is not available on {day}{?slots| #}, but has {events}',
  },
  examples: [
    {
      title: 'An instructor teaches in a slot in which she is away',
      problem: exampleProblem({
        events,
        rules: [
          exampleRule('unavailable', {
            scope: { of: 'instructors', ids: ['ada'] },
            params: { slots: [{ day: 'mon', slots: [0, 1] }] },
          }),
        ],
      }),
      timetable: { a: { time: 'mon@0', instructors: ['ada'] }, b: { time: 'mon@1' } },
      amount: 1,
    },
    {
      title: 'Both slots of a double lesson lie in closed time of the group',
      problem: exampleProblem({
        events,
        rules: [
          exampleRule('unavailable', {
            scope: { of: 'groups' },
            params: { slots: [{ day: 'tue', slots: [2, 3] }] },
          }),
        ],
      }),
      timetable: { a: { time: 'tue@0', instructors: ['ada'] }, b: { time: 'tue@2' } },
      amount: 2,
    },
    {
      title: 'A room that is away in other slots only',
      problem: exampleProblem({
        events: [exampleEvent('a', { roomCount: 1 })],
        rules: [
          exampleRule('unavailable', { scope: { of: 'rooms' }, params: { slots: [{ day: 'mon', slots: [3] }] } }),
        ],
      }),
      timetable: { a: { time: 'mon@2', rooms: ['r1'] } },
      amount: 0,
    },
  ],
});
