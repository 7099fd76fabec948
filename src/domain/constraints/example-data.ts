import type { EventData, ProblemData, RuleData } from '../problem-data.ts';

/** Monday and Tuesday, four slots each, one room, one course, one group: the ground on which examples stand. */
export function exampleProblem(change: Partial<ProblemData> & { readonly rules: readonly RuleData[] }): ProblemData {
  return {
    name: 'Example',
    calendar: exampleCalendar(4),
    meetingTimes: [],
    courses: [
      { id: 'maths', name: 'Mathematics' },
      { id: 'art', name: 'Art' },
    ],
    rooms: [
      { id: 'r1', name: 'Room 1', capacity: 30 },
      { id: 'r2', name: 'Room 2', capacity: 20 },
    ],
    instructors: [
      { id: 'ada', name: 'Ada' },
      { id: 'ben', name: 'Ben' },
    ],
    groups: [{ id: 'g', name: 'Group 1', size: 25 }],
    students: [],
    events: [],
    notEnforced: [],
    ...change,
  };
}

export function exampleCalendar(slotCount: number, breakSlot?: number): ProblemData['calendar'] {
  return {
    days: [
      { id: 'mon', name: 'Monday' },
      { id: 'tue', name: 'Tuesday' },
    ],
    slots: Array.from({ length: slotCount }, (_, slot) => ({ start: clock(8 + slot), end: clock(9 + slot) })),
    weekCount: 1,
    breaks: breakSlot === undefined ? [] : [{ name: 'Break', slot: breakSlot }],
    closed: [],
  };
}

/** Monday to Friday, four slots each. */
export function exampleWeek(): ProblemData['calendar'] {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  return { ...exampleCalendar(4), days: names.map((name) => ({ id: name.slice(0, 3).toLowerCase(), name })) };
}

/** An event of one slot, of the course maths and the group g, that needs no room. */
export function exampleEvent(id: string, change: Partial<EventData> = {}): EventData {
  return { id, courseId: 'maths', duration: 1, roomCount: 0, groupIds: ['g'], ...change };
}

export function exampleRule(kind: string, change: Partial<RuleData> = {}): RuleData {
  return { id: kind, kind, scope: { of: 'events' }, params: {}, hard: false, weight: 1, ...change };
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
