import type { EventData, ProblemData } from '../../../src/domain/problem-data.ts';
import type { AssignmentData } from '../../../src/domain/timetable.ts';
import type { ProjectContent } from '../../../src/formats/format.ts';

export interface LectureWeek {
  readonly calendar?: Partial<ProblemData['calendar']>;
  readonly meetingTimes?: ProblemData['meetingTimes'];
  /** Further fields of the events by id; `algebra`, `lab` and `seminar` exist. */
  readonly events?: Readonly<Record<string, Partial<EventData>>>;
  /** Where they are; what is missing is unplaced. */
  readonly times?: Readonly<Record<string, string>>;
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** Three courses of a small university, with a term that begins on Monday, 12 October 2026. */
export function lectureWeek(change: LectureWeek = {}): ProjectContent {
  const event = (id: string, fields: Partial<EventData>): EventData => ({
    id,
    courseId: id,
    duration: 2,
    groupIds: ['first-year'],
    instructors: [{ id: 'ada' }],
    ...fields,
    ...change.events?.[id],
  });
  const events = [
    event('algebra', {}),
    event('lab', { groupIds: ['first-a'], instructors: [{ id: 'ada' }, { id: 'ben' }], name: 'Laboratory, part 1' }),
    event('seminar', { groupIds: ['second'], instructors: [], roomCount: 0 }),
  ];
  const problem: ProblemData = {
    name: 'Autumn; 2026, north',
    calendar: {
      days: days.map((name, index) => ({ id: `d${index + 1}`, name })),
      slots: [8, 9, 10, 11].map((hour) => ({ start: clock(hour), end: clock(hour + 1) })),
      weekCount: 1,
      breaks: [],
      closed: [],
      term: { startDate: '2026-10-12', weeks: 6, holidays: [] },
      ...change.calendar,
    },
    meetingTimes: change.meetingTimes ?? [],
    courses: [
      { id: 'algebra', name: 'Algebra' },
      { id: 'lab', name: 'Physics' },
      { id: 'seminar', name: 'Seminar' },
    ],
    rooms: [
      { id: 'hall', name: 'Hall; east, 1', capacity: 100 },
      { id: 'workshop', name: 'Workshop', capacity: 100 },
    ],
    instructors: [
      { id: 'ada', name: 'Ada Núñez' },
      { id: 'ben', name: 'Ben' },
    ],
    groups: [
      { id: 'first-year', name: 'First year', size: 40 },
      { id: 'first-a', name: 'First year, A', size: 20, parentId: 'first-year' },
      { id: 'first-b', name: 'First year, B', size: 20, parentId: 'first-year' },
      { id: 'second', name: 'Second year', size: 30 },
    ],
    students: [],
    events,
    rules: [],
    notEnforced: [],
  };
  const times = change.times ?? { algebra: 'd1@0', lab: 'd2@1', seminar: 'd3@2' };
  const rooms: Readonly<Record<string, readonly string[]>> = { algebra: ['hall'], lab: ['workshop'] };
  const assignments = events.flatMap(({ id }): AssignmentData[] => {
    const timeId = times[id];
    return timeId === undefined ? [] : [{ eventId: id, timeId, roomIds: rooms[id] ?? [], instructorIds: [] }];
  });
  return {
    problem,
    timetables: [{ id: 't', name: 'Draft', createdAt: '2026-09-01T10:00:00.000Z', timetable: { assignments } }],
  };
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
