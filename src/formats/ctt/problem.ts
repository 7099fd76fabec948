import { type Diagnostic, info, warning } from '../../domain/diagnostic.ts';
import type {
  CourseData,
  EventData,
  ForeignRule,
  GroupData,
  ProblemData,
  RuleData,
} from '../../domain/problem-data.ts';
import { hourlySlots } from '../hourly-slots.ts';
import { notEnforcedRemark } from '../not-enforced.ts';
import type { CttFile } from './file.ts';

/** Weights of the competition (UD2). */
const weights = { roomCapacity: 1, minDays: 5, isolated: 2, roomStability: 1 };

/** Marks events none of whose rooms is suitable: no room has this type. */
const noRoomType = 'no suitable room';

/**
 * The meaning of the file in Horarium's words: a course becomes one event per lecture, its teacher the fixed
 * instructor, each curriculum a group; the four soft rules and the unavailabilities of the competition are rules.
 */
export function problemOfCtt(file: CttFile, remarks: Diagnostic[]): ProblemData {
  const curriculaOf = new Map<string, string[]>(file.courses.map((course) => [course.id, []]));
  for (const curriculum of file.curricula) {
    for (const course of curriculum.courses) curriculaOf.get(course)?.push(curriculum.id);
  }
  const days = Array.from({ length: file.days }, (_, day) => ({ id: String(day), name: `Day ${day + 1}` }));
  const roomsOf = suitableRooms(file);
  const teachers = [...new Set(file.courses.map((course) => course.teacher))];
  remarks.push(
    info('ctt.clock', 'The file has no clock times; periods are shown as hours from 08:00.', {
      advice: 'Change the times in the calendar.',
    }),
  );
  return {
    name: file.name === '' ? 'Timetable' : file.name,
    calendar: { days, slots: hourlySlots(8, file.periods), weekCount: 1, breaks: [], closed: [] },
    meetingTimes: [],
    courses: file.courses.map((course): CourseData => ({ id: course.id, name: course.id })),
    rooms: file.rooms.map((room) => ({
      id: room.id,
      name: room.id,
      capacity: room.capacity,
      ...(room.site === null ? {} : { building: room.site }),
    })),
    instructors: teachers.map((id) => ({ id, name: id })),
    groups: file.curricula.map((curriculum): GroupData => ({ id: curriculum.id, name: curriculum.id, size: 0 })),
    students: [],
    events: file.courses.flatMap((course) =>
      Array.from({ length: course.lectures }, (_, lecture): EventData => {
        return {
          id: `${course.id}#${lecture + 1}`,
          courseId: course.id,
          duration: 1,
          instructors: [{ id: course.teacher }],
          groupIds: curriculaOf.get(course.id) ?? [],
          size: course.students,
          ...(roomsOf.get(course.id)?.length === 0 ? { roomTypes: [noRoomType] } : {}),
        };
      }),
    ),
    rules: [...hardRules(file, roomsOf, remarks), ...softRules(file)],
    notEnforced: notEnforced(file, remarks),
  };
}

/** Allowed rooms of each course that has room constraints. */
function suitableRooms(file: CttFile): ReadonlyMap<string, readonly string[]> {
  const unsuitable = new Map<string, Set<string>>();
  for (const { course, room } of file.unsuitableRooms) {
    unsuitable.set(course, (unsuitable.get(course) ?? new Set()).add(room));
  }
  return new Map(
    [...unsuitable].map(([course, rooms]) => [
      course,
      file.rooms.map((room) => room.id).filter((id) => !rooms.has(id)),
    ]),
  );
}

function hardRules(file: CttFile, roomsOf: ReadonlyMap<string, readonly string[]>, remarks: Diagnostic[]): RuleData[] {
  const slotsOf = new Map<string, Map<number, number[]>>();
  for (const { course, day, period } of file.unavailable) {
    const byDay = slotsOf.get(course) ?? new Map<number, number[]>();
    slotsOf.set(course, byDay);
    byDay.set(day, [...(byDay.get(day) ?? []), period]);
  }
  const rules: RuleData[] = [];
  for (const [course, byDay] of slotsOf) {
    const slots = [...byDay].map(([day, periods]) => ({ day: String(day), slots: periods.sort((a, b) => a - b) }));
    rules.push({ ...hardRule('unavailable', course), params: { slots } });
  }
  for (const [course, rooms] of roomsOf) {
    rules.push({ ...hardRule('roomSuitability', course), params: { roomIds: rooms } });
    if (rooms.length > 0) continue;
    remarks.push(
      warning(
        'ctt.noSuitableRoom',
        'Every room is unsuitable for the course "{course}"; each of its lectures breaks a rule.',
        {
          value: course,
          values: { course },
          advice: 'Remove one of its lines from the section ROOM_CONSTRAINTS.',
        },
      ),
    );
  }
  return rules;
}

function hardRule(kind: string, course: string): Omit<RuleData, 'params'> {
  return { id: `${kind}-${course}`, kind, scope: { of: 'courses', ids: [course] }, hard: true, weight: 1 };
}

function softRules(file: CttFile): RuleData[] {
  const rules: RuleData[] = [
    {
      id: 'roomCapacity',
      kind: 'roomCapacity',
      scope: { of: 'events' },
      params: {},
      hard: false,
      weight: weights.roomCapacity,
    },
  ];
  const coursesByMin = new Map<number, string[]>();
  for (const course of file.courses) {
    if (course.minDays > 0) coursesByMin.set(course.minDays, [...(coursesByMin.get(course.minDays) ?? []), course.id]);
  }
  for (const [min, ids] of [...coursesByMin].sort(([a], [b]) => a - b)) {
    const scope = { of: 'courses' as const, ids };
    rules.push({ id: `minDays-${min}`, kind: 'minDays', scope, params: { min }, hard: false, weight: weights.minDays });
  }
  rules.push(
    { id: 'isolated', kind: 'isolated', scope: { of: 'groups' }, params: {}, hard: false, weight: weights.isolated },
    {
      id: 'roomStability',
      kind: 'roomStability',
      scope: { of: 'courses' },
      params: { max: 1 },
      hard: false,
      weight: weights.roomStability,
    },
  );
  return rules;
}

/** What the extended format says beyond the competition's rules: kept as it stands. */
function notEnforced(file: CttFile, remarks: Diagnostic[]): ForeignRule[] {
  const rules: ForeignRule[] = [];
  if (file.dailyLectures !== null) {
    const { min, max } = file.dailyLectures;
    rules.push({ format: 'ectt', kind: 'Min_Max_Daily_Lectures', text: `${min} ${max}`, count: file.curricula.length });
  }
  const double = file.courses.filter((course) => course.doubleLectures).map((course) => course.id);
  if (double.length > 0) {
    rules.push({ format: 'ectt', kind: 'DoubleLectures', text: double.join(' '), count: double.length });
  }
  const sites = file.rooms.filter((room) => room.site !== null);
  if (sites.length > 0) {
    const text = sites.map((room) => `${room.id} ${room.site}`).join('\n');
    rules.push({ format: 'ectt', kind: 'TravelDistance', text, count: sites.length });
  }
  for (const rule of rules) {
    remarks.push(notEnforcedRemark(rule.kind, rule.count));
  }
  return rules;
}
