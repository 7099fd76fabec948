import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import type { Candidate, CourseData, EventData, ProblemData, RoomData, RuleData } from '../../domain/problem-data.ts';
import { Itc2019Calendar, timeIdOf, timesOf } from './calendar.ts';
import { distributionRules } from './distributions.ts';
import type { Itc2019Class, Itc2019Course, Itc2019File } from './file.ts';

/**
 * The meaning of the file in Horarium's words: a class is an event, its times and rooms are candidates whose penalties
 * carry the weight of their part of the objective, distribution constraints are rules. Soft cost is then the
 * competition's total.
 */
export function problemOfItc2019(file: Itc2019File, remarks: Diagnostic[]): ProblemData {
  const calendar = new Itc2019Calendar(file, timesOf(file));
  const { rules, notEnforced } = distributionRules(file, remarks);
  return {
    name: file.name,
    calendar: calendar.data,
    meetingTimes: calendar.meetingTimes,
    courses: file.courses.map(courseOf),
    rooms: file.rooms.map((room): RoomData => {
      const minutes = (24 * 60) / file.slotsPerDay;
      const travel = room.travel.map((way) => ({ roomId: way.room, minutes: way.value * minutes }));
      const { id, capacity } = room;
      return { id, name: `Room ${id}`, capacity, ...(travel.length === 0 ? {} : { travel }) };
    }),
    instructors: [],
    groups: [],
    students: file.students.map(({ id, courses }) => ({ id, eventIds: [], courseIds: [...new Set(courses)] })),
    events: file.courses.flatMap((course) => eventsOf(course, file, calendar, remarks)),
    rules: [...unavailableRooms(file, calendar), ...studentRule(file), ...rules],
    notEnforced,
  };
}

function courseOf({ id, configs }: Itc2019Course): CourseData {
  return {
    id,
    name: `Course ${id}`,
    configurations: configs.map(({ subparts }) => ({
      parts: subparts.map(({ classes }) => classes.map((item) => item.id)),
    })),
  };
}

function eventsOf(
  course: Itc2019Course,
  file: Itc2019File,
  calendar: Itc2019Calendar,
  remarks: Diagnostic[],
): EventData[] {
  const classes = course.configs.flatMap(({ subparts }) => subparts.flatMap((subpart) => subpart.classes));
  return classes.map((item): EventData => {
    const [first] = item.times;
    return {
      id: item.id,
      courseId: course.id,
      name: `Course ${course.id}, class ${item.id}`,
      duration: first === undefined ? 1 : Math.max(1, calendar.slotsIn(first).length),
      times: withoutRepeats(
        item.times.map((time) => candidate(timeIdOf(time), time.penalty * file.weights.time)),
        item,
        remarks,
      ),
      ...(item.needsRoom
        ? {
            rooms: withoutRepeats(
              item.rooms.map((room) => candidate(room.id, room.penalty * file.weights.room)),
              item,
              remarks,
            ),
          }
        : { roomCount: 0 }),
      groupIds: [],
      ...(item.limit === null ? {} : { size: item.limit, limit: item.limit }),
      ...(item.parent === null ? {} : { parentId: item.parent }),
    };
  });
}

function candidate(id: string, penalty: number): Candidate {
  return penalty === 0 ? { id } : { id, penalty };
}

/** A candidate listed twice is meant once; the cheaper one counts. */
function withoutRepeats(list: readonly Candidate[], item: Itc2019Class, remarks: Diagnostic[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const entry of list) {
    const known = best.get(entry.id);
    if (known === undefined || (entry.penalty ?? 0) < (known.penalty ?? 0)) best.set(entry.id, entry);
  }
  if (best.size < list.length) {
    remarks.push(
      warning('itc2019.repeated', 'The class "{id}" lists a time or room twice; the cheaper one counts.', {
        value: item.id,
        values: { id: item.id },
      }),
    );
  }
  return [...best.values()];
}

function unavailableRooms(file: Itc2019File, calendar: Itc2019Calendar): RuleData[] {
  return file.rooms.flatMap((room): RuleData[] => {
    const slots = room.unavailable.flatMap((time) => calendar.selections(time));
    if (slots.length === 0) return [];
    const scope = { of: 'rooms' as const, ids: [room.id] };
    return [{ id: `unavailable-${room.id}`, kind: 'unavailable', scope, params: { slots }, hard: true, weight: 1 }];
  });
}

function studentRule({ students, weights }: Itc2019File): RuleData[] {
  if (students.length === 0 || weights.student === 0) return [];
  const scope = { of: 'events' as const };
  return [{ id: 'students', kind: 'attendanceConflict', scope, params: {}, hard: false, weight: weights.student }];
}
