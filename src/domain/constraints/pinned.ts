import { resolveTime } from '../time-ids.ts';
import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

export const pinned = defineRule({
  id: 'pinned',
  title: 'Keep what is locked',
  doc:
    'One unit for every locked part of an event (its time, each room, each instructor) that differs from the lock. ' +
    'Locks also narrow the search. Source: Permanently_Locked of FET.',
  sentence: '{event|stays|stay} where locked',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'unaryTime',
      isAbout: ({ lock }) => lock?.timeId !== undefined,
      amount: (event, time, { problem }) => {
        const locked = event.lock?.timeId;
        return locked === undefined || resolveTime(problem, event.index, locked) === time.index ? 0 : 1;
      },
    },
    {
      term: 'unaryRoom',
      isAbout: ({ lock }) => (lock?.roomIds ?? []).length > 0,
      amount: (event, room, { problem }) => differs(event.lock?.roomIds, problem.rooms[room]?.id),
    },
    {
      term: 'unaryInstructor',
      isAbout: ({ lock }) => (lock?.instructorIds ?? []).length > 0,
      amount: (event, instructor, { problem }) =>
        differs(event.lock?.instructorIds, problem.instructors[instructor]?.id),
    },
  ],
  reasons: {
    usual: '{events} is not at its locked time',
    other: '{events} should not have {who}: another choice is locked',
  },
  explain: ({ resource }) => ({ use: resource >= 0 ? 'other' : 'usual' }),
  examples: [
    {
      title: 'Another time than the locked one',
      problem: exampleProblem({
        events: [exampleEvent('a', { lock: { timeId: 'mon@0' } })],
        rules: [exampleRule('pinned')],
      }),
      timetable: { a: { time: 'mon@1' } },
      amount: 1,
    },
    {
      title: 'The locked time, but another room and another instructor',
      problem: exampleProblem({
        events: [
          exampleEvent('a', {
            roomCount: 1,
            instructors: [{ id: 'ada' }, { id: 'ben' }, { id: 'cyd' }],
            instructorCount: 1,
            lock: { timeId: 'mon@0', roomIds: ['r1'], instructorIds: ['ada', 'cyd'] },
          }),
        ],
        instructors: [
          { id: 'ada', name: 'Ada' },
          { id: 'ben', name: 'Ben' },
          { id: 'cyd', name: 'Cyd' },
        ],
        rules: [exampleRule('pinned')],
      }),
      timetable: { a: { time: 'mon@0', rooms: ['r2'], instructors: ['ben'] } },
      amount: 2,
    },
    {
      title: 'Everything as locked',
      problem: exampleProblem({
        events: [exampleEvent('a', { roomCount: 1, lock: { timeId: 'tue@3', roomIds: ['r2'] } })],
        rules: [exampleRule('pinned')],
      }),
      timetable: { a: { time: 'tue@3', rooms: ['r2'] } },
      amount: 0,
    },
  ],
});

function differs(locked: readonly string[] | undefined, id: string | undefined): number {
  return locked === undefined || locked.length === 0 || (id !== undefined && locked.includes(id)) ? 0 : 1;
}
