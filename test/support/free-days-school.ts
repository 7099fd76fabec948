import type { EventData, ProblemData } from '../../src/domain/problem-data.ts';

const dayIds = ['mon', 'tue', 'wed', 'thu', 'fri'];
const slotCount = 4;

/**
 * Four classes that are busy in every slot, and five teachers with four lessons in each class who have one day off, so that
 * they teach in every slot of four days. A teacher who is there on all five days gets a day off only when everybody leaves
 * it at once.
 */
export function freeDaysSchool(): ProblemData {
  const events: EventData[] = [];
  for (let group = 0; group < 4; group++) {
    for (let teacher = 0; teacher < 5; teacher++) {
      for (let lesson = 0; lesson < slotCount; lesson++) {
        events.push({
          id: `g${group}-t${teacher}-${lesson}`,
          courseId: 'c',
          duration: 1,
          groupIds: [`g${group}`],
          instructors: [{ id: `t${teacher}` }],
          roomCount: 0,
        });
      }
    }
  }
  return {
    name: 'Days off',
    calendar: {
      days: dayIds.map((id) => ({ id, name: id })),
      slots: Array.from({ length: slotCount }, (_, slot) => ({ start: `0${5 + slot}:00`, end: `0${5 + slot}:50` })),
      weekCount: 1,
      breaks: [],
      closed: [],
    },
    meetingTimes: [],
    courses: [{ id: 'c', name: 'Lessons' }],
    rooms: [],
    instructors: Array.from({ length: 5 }, (_, index) => ({ id: `t${index}`, name: `Teacher ${index}` })),
    groups: Array.from({ length: 4 }, (_, index) => ({ id: `g${index}`, name: `Class ${index}`, size: 20 })),
    students: [],
    events,
    rules: [{ id: 'off', kind: 'maxDays', scope: { of: 'instructors' }, params: { max: 4 }, hard: true, weight: 1 }],
    notEnforced: [],
  };
}
