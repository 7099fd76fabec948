import type { Event } from '../problem.ts';
import { resolveTime } from '../time-ids.ts';
import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const problem = exampleProblem({
  events: [
    exampleEvent('a', {
      roomCount: 1,
      instructors: [{ id: 'ada' }, { id: 'ben' }],
      instructorCount: 1,
      stay: { timeId: 'mon@0', roomIds: ['r1'], instructorIds: ['ada'] },
    }),
    exampleEvent('b'),
  ],
  rules: [exampleRule('preferNotToMove', { hard: false, weight: 5 })],
});

export const preferNotToMove = defineRule({
  id: 'preferNotToMove',
  title: 'Prefer not to move',
  doc:
    'One unit for every part of an event (its time, each room, each instructor) that is not where it had better stay: ' +
    "the third level of locks, which costs something and forbids nothing. What is locked as well is the lock's. " +
    'Source: fixed and preferred placements as planning programs grade them; the count is that of minimalChange.',
  sentence: '{event|stays|stay} where it is marked to stay, if possible',
  scopes: ['events', 'courses', 'groups'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'unaryTime',
      isAbout: (event) => stayingTime(event) !== undefined,
      amount: (event, time, { problem }) => {
        const wanted = stayingTime(event);
        return wanted === undefined || resolveTime(problem, event.index, wanted) === time.index ? 0 : 1;
      },
    },
    {
      term: 'unaryRoom',
      isAbout: (event) => stayingIn(event, 'roomIds').length > 0,
      amount: (event, room, { problem }) => differs(stayingIn(event, 'roomIds'), problem.rooms[room]?.id),
    },
    {
      term: 'unaryInstructor',
      isAbout: (event) => stayingIn(event, 'instructorIds').length > 0,
      amount: (event, instructor, { problem }) =>
        differs(stayingIn(event, 'instructorIds'), problem.instructors[instructor]?.id),
    },
  ],
  reasons: {
    usual: '{events} is not at the time where it had better stay',
    other: '{events} has {who} instead of what it had better keep',
  },
  explain: ({ resource }) => ({ use: resource >= 0 ? 'other' : 'usual' }),
  examples: [
    {
      title: 'Another time and another instructor',
      problem,
      timetable: { a: { time: 'mon@1', rooms: ['r1'], instructors: ['ben'] }, b: { time: 'tue@0' } },
      amount: 2,
    },
    {
      title: 'Everything where it had better stay; nothing is said of the other event',
      problem,
      timetable: { a: { time: 'mon@0', rooms: ['r1'], instructors: ['ada'] }, b: { time: 'mon@3' } },
      amount: 0,
    },
    {
      title: "A time that is locked as well is the lock's",
      problem: exampleProblem({
        events: [exampleEvent('a', { lock: { timeId: 'tue@3' }, stay: { timeId: 'mon@0' } })],
        rules: [exampleRule('preferNotToMove', { hard: false, weight: 5 })],
      }),
      timetable: { a: { time: 'tue@3' } },
      amount: 0,
    },
  ],
});

function stayingTime({ lock, stay }: Event): string | undefined {
  return lock?.timeId === undefined ? stay?.timeId : undefined;
}

function stayingIn({ lock, stay }: Event, field: 'roomIds' | 'instructorIds'): readonly string[] {
  return (lock?.[field] ?? []).length === 0 ? (stay?.[field] ?? []) : [];
}

function differs(wanted: readonly string[], id: string | undefined): number {
  return wanted.length === 0 || (id !== undefined && wanted.includes(id)) ? 0 : 1;
}
