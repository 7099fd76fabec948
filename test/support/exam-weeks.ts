import type { EventData, ProblemData, RuleData } from '../../src/domain/problem-data.ts';

const dayIds = Array.from({ length: 8 }, (_, day) => `d${day}`);
const roomCount = 10;
const teacherCount = 12;
/** Rooms that are open in each slot of every day, and exams of each sitting: each fits one slot only. */
const openRooms = [10, 7, 4];
const sittings = [78, 55, 31];

/** Exams in three sittings, all of one sitting in the same slot of whatever day, which is left open; most rooms are needed. */
export function examWeeks(): ProblemData {
  const events = sittings.flatMap((exams, sitting) =>
    Array.from({ length: exams }, (_, index) => exam(sitting, index)),
  );
  const sameStarts = sittings.map(
    (_, sitting): RuleData => ({
      id: `sitting-${sitting}`,
      kind: 'sameStart',
      scope: { of: 'courses', ids: [`c${sitting}`] },
      params: {},
      hard: true,
      weight: 1,
    }),
  );
  const closedRooms = Array.from({ length: roomCount }, (_, room): RuleData[] => {
    const slots = openRooms.flatMap((open, slot) => (room < open ? [] : [slot]));
    if (slots.length === 0) return [];
    const params = { slots: dayIds.map((day) => ({ day, slots })) };
    return [
      {
        id: `closed-${room}`,
        kind: 'unavailable',
        scope: { of: 'rooms', ids: [`r${room}`] },
        params,
        hard: true,
        weight: 1,
      },
    ];
  }).flat();
  return {
    name: 'Exams',
    calendar: {
      days: dayIds.map((id) => ({ id, name: id })),
      slots: openRooms.map((_, slot) => ({ start: `0${6 + slot}:00`, end: `0${6 + slot}:50` })),
      weekCount: 1,
      breaks: [],
      closed: [],
    },
    meetingTimes: [],
    courses: sittings.map((_, sitting) => ({ id: `c${sitting}`, name: `Sitting ${sitting}` })),
    rooms: Array.from({ length: roomCount }, (_, room) => ({ id: `r${room}`, name: `Room ${room}`, capacity: 30 })),
    instructors: Array.from({ length: teacherCount }, (_, index) => ({ id: `t${index}`, name: `Teacher ${index}` })),
    groups: [],
    students: [],
    events,
    rules: [...sameStarts, ...closedRooms],
    notEnforced: [],
  };
}

function exam(sitting: number, index: number): EventData {
  return {
    id: `s${sitting}-${index}`,
    courseId: `c${sitting}`,
    duration: 1,
    groupIds: [],
    instructors: [{ id: `t${index % teacherCount}` }],
    roomCount: 1,
  };
}
