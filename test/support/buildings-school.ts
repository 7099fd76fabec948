import type { EventData, ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';

const dayIds = ['mon', 'tue', 'wed', 'thu', 'fri'];
const slotCount = 6;
const buildingCount = 3;
const classesOfBuilding = 4;
const classCount = buildingCount * classesOfBuilding;
const teacherCount = classCount + 2;

/**
 * A school whose classes are busy in every slot, each in a room of its own, in three buildings. Teachers need a free slot to get from
 * one to another; in the timetable that it is built around they stay in one on a day.
 */
export function buildingsSchool(seed: number): ProblemData {
  const random = new Random(seed);
  const events: EventData[] = [];
  for (const _ of dayIds) {
    const teachers = shuffled(teacherCount, random);
    for (let index = 0; index < classCount; index++) {
      const first = index - (index % classesOfBuilding);
      for (let slot = 0; slot < slotCount; slot++) {
        const teacher = teachers[first + ((index + slot) % classesOfBuilding)] ?? 0;
        events.push(lesson(events.length, index, teacher));
      }
    }
  }
  const change: RuleData = {
    id: 'way',
    kind: 'minGapAtChange',
    scope: { of: 'instructors', ids: Array.from({ length: teacherCount }, (_, index) => `t${index}`) },
    params: { gap: 1 },
    hard: true,
    weight: 1,
  };
  return {
    name: 'Buildings',
    calendar: {
      days: dayIds.map((id) => ({ id, name: id })),
      slots: Array.from({ length: slotCount }, (_, slot) => ({
        start: `${8 + slot}:00`.padStart(5, '0'),
        end: `${8 + slot}:50`.padStart(5, '0'),
      })),
      weekCount: 1,
      breaks: [],
      closed: [],
    },
    meetingTimes: [],
    courses: [{ id: 'c', name: 'Lessons' }],
    rooms: Array.from({ length: classCount }, (_, index) => ({
      id: `r${index}`,
      name: `Room ${index}`,
      capacity: 30,
      building: `b${Math.floor(index / classesOfBuilding)}`,
    })),
    instructors: Array.from({ length: teacherCount }, (_, index) => ({ id: `t${index}`, name: `Teacher ${index}` })),
    groups: Array.from({ length: classCount }, (_, index) => ({ id: `g${index}`, name: `Class ${index}`, size: 20 })),
    students: [],
    events,
    rules: [change],
    notEnforced: [],
  };
}

function lesson(index: number, classIndex: number, teacher: number): EventData {
  return {
    id: `e${index}`,
    courseId: 'c',
    duration: 1,
    groupIds: [`g${classIndex}`],
    instructors: [{ id: `t${teacher}` }],
    roomCount: 1,
    rooms: [{ id: `r${classIndex}` }],
  };
}

function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let k = count - 1; k > 0; k--) {
    const other = random.below(k + 1);
    [order[k], order[other]] = [order[other] ?? 0, order[k] ?? 0];
  }
  return order;
}
