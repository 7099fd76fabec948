import { buildProblem } from '../../src/domain/build-problem.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { EventData, ProblemData } from '../../src/domain/problem-data.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';

function event(id: string, courseId: string, groupIds: readonly string[], more: Partial<EventData> = {}): EventData {
  return { id, courseId, duration: 1, groupIds, instructors: [{ id: 'ana' }], ...more };
}

/** One year of two halves, one of them in two parts; lunch in the third slot; weeks A and B. */
export const smallSchool: ProblemData = {
  name: 'Small school',
  calendar: {
    days: [
      { id: 'mon', name: 'Monday' },
      { id: 'tue', name: 'Tuesday' },
    ],
    slots: [
      { start: '08:00', end: '08:50' },
      { start: '09:00', end: '09:50' },
      { start: '10:00', end: '10:30' },
      { start: '10:30', end: '11:20' },
      { start: '11:30', end: '12:20' },
    ],
    weekCount: 2,
    breaks: [{ name: 'Lunch', slot: 2 }],
    closed: [{ day: 'tue', slots: [4] }],
  },
  meetingTimes: [],
  courses: [
    { id: 'maths', name: 'Mathematics' },
    { id: 'lab', name: 'Laboratory' },
  ],
  rooms: [
    { id: 'r1', name: 'Room 1', capacity: 30 },
    { id: 'r2', name: 'Room 2', capacity: 15 },
  ],
  instructors: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
  ],
  groups: [
    { id: 'year', name: 'Year', size: 30 },
    { id: 'left', name: 'Left', size: 15, parentId: 'year' },
    { id: 'right', name: 'Right', size: 15, parentId: 'year' },
    { id: 'right-1', name: 'Right 1', size: 8, parentId: 'right' },
    { id: 'right-2', name: 'Right 2', size: 7, parentId: 'right' },
  ],
  students: [],
  events: [
    event('all', 'maths', ['year']),
    event('left', 'lab', ['left'], { duration: 2, instructors: [{ id: 'ben' }] }),
    event('right', 'lab', ['right'], { weeks: [0] }),
    event('right-1', 'lab', ['right-1'], { weeks: [1] }),
  ],
  rules: [
    {
      id: 'ana-monday',
      kind: 'unavailable',
      scope: { of: 'instructors', ids: ['ana'] },
      params: { slots: [{ day: 'mon', slots: [0, 1, 4] }] },
      hard: true,
      weight: 1,
    },
  ],
  notEnforced: [],
};

export function builtSmallSchool(): Problem {
  const built = buildProblem(smallSchool);
  if (!built.ok) throw new Error(built.diagnostics[0]?.message);
  return built.value;
}

/** Times by event id; everybody in room 1. */
export function timetableOf(problem: Problem, times: Readonly<Record<string, string>>): Timetable {
  const assignments = Object.entries(times).map(([eventId, timeId]) => ({
    eventId,
    timeId,
    roomIds: ['r1'],
    instructorIds: [],
  }));
  const read = fromTimetableData(problem, { assignments });
  if (!read.ok) throw new Error(read.diagnostics[0]?.message);
  return read.value;
}
