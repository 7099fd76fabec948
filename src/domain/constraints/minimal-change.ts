import type { Problem } from '../problem.ts';
import { resolveTime } from '../time-ids.ts';
import type { AssignmentData } from '../timetable.ts';
import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const event = exampleEvent('a', {
  roomCount: 1,
  instructors: [{ id: 'ada' }, { id: 'ben' }],
  instructorCount: 1,
});
const problem = exampleProblem({
  events: [event, exampleEvent('b')],
  rules: [
    exampleRule('minimalChange', {
      params: {
        reference: [{ eventId: 'a', timeId: 'mon@0', roomIds: ['r1'], instructorIds: ['ada'] }],
        time: 5,
        room: 2,
        instructor: 3,
      },
    }),
  ],
});

export const minimalChange = defineRule({
  id: 'minimalChange',
  title: 'Few changes',
  doc:
    'What changes against a reference timetable: for every event whose time differs, for every room and for every ' +
    'instructor that it did not have there, as many units as set. What the reference does not say is free. Source: the ' +
    'minimal perturbation problem of UniTime.',
  sentence: '{event|stays|stay} as in the reference (another time counts {time}, room {room}, instructor {instructor})',
  scopes: ['events', 'courses', 'groups'],
  params: {
    reference: { type: 'placements', label: 'As in the reference', default: [] },
    time: { type: 'integer', label: 'Another time counts', unit: '', min: 0, max: 1000, default: 1 },
    room: { type: 'integer', label: 'Another room counts', unit: '', min: 0, max: 1000, default: 1 },
    instructor: { type: 'integer', label: 'Another instructor counts', unit: '', min: 0, max: 1000, default: 1 },
  },
  flaw: ({ reference, time, room, instructor }) => {
    if (reference.length === 0) return { name: 'reference', fault: 'fault_noPlacement' };
    return time + room + instructor === 0 ? { name: 'time', fault: 'fault_allZero' } : null;
  },
  overrides: false,
  measures: [
    {
      term: 'unaryTime',
      amount: (event, time, { problem, params }) => {
        const former = placementOf(problem, params.reference, event.index)?.time;
        return former === undefined || former === time.index ? 0 : params.time;
      },
    },
    {
      term: 'unaryRoom',
      amount: (event, room, { problem, params }) =>
        isNew(placementOf(problem, params.reference, event.index)?.rooms, problem.rooms[room]?.id) ? params.room : 0,
    },
    {
      term: 'unaryInstructor',
      amount: (event, instructor, { problem, params }) =>
        isNew(placementOf(problem, params.reference, event.index)?.instructors, problem.instructors[instructor]?.id)
          ? params.instructor
          : 0,
    },
  ],
  reasons: {
    usual: '{events} is at another time than in the reference',
    other: '{events} has {who}, which it did not have in the reference',
  },
  explain: ({ resource }) => ({ use: resource >= 0 ? 'other' : 'usual' }),
  examples: [
    {
      title: 'Another time and another room, the same instructor',
      problem,
      timetable: { a: { time: 'mon@1', rooms: ['r2'], instructors: ['ada'] }, b: { time: 'tue@0' } },
      amount: 7,
    },
    {
      title: 'Another instructor',
      problem,
      timetable: { a: { time: 'mon@0', rooms: ['r1'], instructors: ['ben'] } },
      amount: 3,
    },
    {
      title: 'As in the reference, which does not say where the other event is',
      problem,
      timetable: { a: { time: 'mon@0', rooms: ['r1'], instructors: ['ada'] }, b: { time: 'mon@3' } },
      amount: 0,
    },
  ],
});

interface Placement {
  /** Index of the meeting time, -1 when there is none of that id any more; absent when the reference has no time. */
  readonly time?: number;
  readonly rooms: readonly string[];
  readonly instructors: readonly string[];
}

type Placements = ReadonlyMap<number, Placement>;

/** Each reference is asked about for every event and time. */
const cache = new WeakMap<readonly AssignmentData[], { readonly problem: Problem; readonly placements: Placements }>();

function placementOf(problem: Problem, reference: readonly AssignmentData[], event: number): Placement | undefined {
  let known = cache.get(reference);
  if (known?.problem !== problem) {
    known = { problem, placements: placementsIn(problem, reference) };
    cache.set(reference, known);
  }
  return known.placements.get(event);
}

function placementsIn(problem: Problem, reference: readonly AssignmentData[]): Placements {
  const indexOfEvent = new Map(problem.events.map(({ id, index }) => [id, index]));
  return new Map(
    reference.flatMap(({ eventId, timeId, roomIds, instructorIds }) => {
      const event = indexOfEvent.get(eventId);
      if (event === undefined) return [];
      const time = timeId === undefined ? {} : { time: resolveTime(problem, event, timeId) };
      return [[event, { ...time, rooms: roomIds, instructors: instructorIds }] as const];
    }),
  );
}

function isNew(former: readonly string[] | undefined, id: string | undefined): boolean {
  return former !== undefined && former.length > 0 && (id === undefined || !former.includes(id));
}
