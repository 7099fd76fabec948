import { type Diagnostic, info, warning } from '../../domain/diagnostic.ts';
import type {
  Candidate,
  ConfigurationData,
  CourseData,
  EventData,
  ProblemData,
  RuleData,
  StudentData,
} from '../../domain/problem-data.ts';
import { Itc2019Calendar, timeIdOf } from '../itc2019/calendar.ts';
import type { Itc2019Time } from '../itc2019/file.ts';
import { rulesOfUnitime } from './constraints.ts';
import type { UnitimeChoice, UnitimeClass, UnitimeFile, UnitimeTime } from './file.ts';
import { meetTogether } from './meetings.ts';
import { closedRooms } from './sharing.ts';
import { UnitimeWeeks } from './weeks.ts';

/** Preferences beyond these are no preferences: required, prohibited. */
const required = -50;
const prohibited = 50;

/** The problem, its classes that can be placed, and how a time of the file is called in it. */
export interface UnitimeProblem {
  readonly problem: ProblemData;
  readonly classes: readonly UnitimeClass[];
  readonly timeId: (time: UnitimeTime) => string;
}

/**
 * The meaning of the file in Horarium's words: a class is an event, offerings are courses with their configurations, a
 * preference costs what it is worse than the best one of the class.
 */
export function problemOfUnitime(file: UnitimeFile, text: string, remarks: Diagnostic[]): UnitimeProblem {
  const meetings = meetTogether(placeableClasses(file, remarks), file.constraints, remarks);
  const { classes } = meetings;
  const weeks = new UnitimeWeeks(
    classes.flatMap(({ times }) => times.map(({ dates }) => dates)),
    remarks,
  );
  const timeOf = (time: UnitimeTime): Itc2019Time => ({
    days: time.days,
    start: time.start,
    length: time.length,
    weeks: weeks.bits(time.dates),
  });
  const timeId = (time: UnitimeTime) => timeIdOf(timeOf(time));
  const times = classes.flatMap((item) => item.times.map(timeOf));
  const calendar = new Itc2019Calendar({ ...file, weekCount: weeks.count }, times);
  const known = new Set(classes.map(({ id }) => id));
  const constraints = rulesOfUnitime(file, text, known, meetings.constraints, remarks);
  const courseOf = new Map(classes.map((item) => [item.id, courseIdOf(item)]));
  const courses = coursesOf(classes);
  const students = studentsOf(file, courses, courseOf, remarks);
  remarkOnRest(file, remarks);
  const problem: ProblemData = {
    name: file.name,
    calendar: calendar.data,
    meetingTimes: calendar.meetingTimes,
    courses,
    rooms: file.rooms.map(({ id, name, capacity, building, isLimited, travel }) => ({
      id,
      name,
      capacity,
      ...(building === null ? {} : { building }),
      ...(isLimited ? {} : { shareable: 1000 }),
      ...(travel.length === 0 ? {} : { travel: travel.map((way) => ({ roomId: way.room, minutes: way.minutes })) }),
    })),
    instructors: instructorsOf(file),
    groups: [],
    students,
    events: classes.map((item) => ({ ...eventOf(item, known, timeId, calendar), ...sizeOf(meetings.sizeOf, item) })),
    rules: [...closedRooms(file, classes, calendar, remarks), ...studentRules(students), ...constraints.rules],
    notEnforced: constraints.notEnforced,
  };
  return { problem, classes, timeId };
}

function placeableClasses({ classes }: UnitimeFile, remarks: Diagnostic[]): UnitimeClass[] {
  const without = classes.filter(({ times }) => times.length === 0);
  if (without.length > 0) {
    const message = 'Classes without a time are left out, as UniTime does.';
    remarks.push(warning('unitime.noTime', message, { value: without.map(({ id }) => id).join(', ') }));
  }
  return classes.filter(({ times }) => times.length > 0);
}

function courseIdOf({ offering, subpart, id }: UnitimeClass): string {
  if (offering !== null) return offering;
  return subpart === null ? `class-${id}` : `subpart-${subpart}`;
}

/** Offerings with their configurations and subparts; classes of no offering have a course by their subpart. */
function coursesOf(classes: readonly UnitimeClass[]): CourseData[] {
  const byCourse = grouped(classes, courseIdOf);
  return [...byCourse].map(([id, own]): CourseData => {
    const offered = own.filter(({ offering, config }) => offering !== null && config !== null);
    const configurations = [...grouped(offered, ({ config }) => config)].map(
      ([, ofConfig]): ConfigurationData => ({
        parts: [...grouped(ofConfig, ({ subpart, id: own }) => subpart ?? `class-${own}`)].map(([, part]) =>
          part.map((item) => item.id),
        ),
      }),
    );
    const name = own[0]?.offering === null ? (own[0].name ?? `Class ${own[0].id}`) : `Offering ${id}`;
    return { id, name, ...(configurations.length === 0 ? {} : { configurations }) };
  });
}

function grouped<T, Key>(list: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function instructorsOf({ classes, instructorNames }: UnitimeFile) {
  const ids = [...new Set([...instructorNames.keys(), ...classes.flatMap(({ instructors }) => instructors)])];
  return ids.map((id) => ({ id, name: instructorNames.get(id) ?? `Instructor ${id}` }));
}

/** How many meet where classes meet together. */
function sizeOf(sizes: ReadonlyMap<string, number>, { id }: UnitimeClass): Pick<EventData, 'size'> {
  const size = sizes.get(id);
  return size === undefined ? {} : { size };
}

function eventOf(
  item: UnitimeClass,
  known: ReadonlySet<string>,
  timeId: (time: UnitimeTime) => string,
  calendar: Itc2019Calendar,
): EventData {
  const [first] = item.times;
  const times = candidates(item.times.map((time) => ({ ...time, id: timeId(time) })));
  const rooms = candidates(item.rooms);
  const roomCount = rooms.length === 0 ? 0 : item.roomCount;
  return {
    id: item.id,
    courseId: courseIdOf(item),
    name: item.name ?? `Class ${item.id}`,
    duration: first === undefined ? 1 : Math.max(1, calendar.slotsIn(first).length),
    times,
    ...(roomCount === 1 ? {} : { roomCount }),
    ...(roomCount === 0 ? {} : { rooms }),
    ...(item.instructors.length === 0 ? {} : { instructors: item.instructors.map((id) => ({ id })) }),
    groupIds: [],
    ...(item.limit === null ? {} : { size: item.limit }),
    ...(item.limit === null || item.offering === null ? {} : { limit: item.limit }),
    ...(item.parent === null || !known.has(item.parent) ? {} : { parentId: item.parent }),
    ...(item.isCommitted ? lockOf(item, timeId) : {}),
  };
}

/** What somebody else has placed stays where it is. */
function lockOf(item: UnitimeClass, timeId: (time: UnitimeTime) => string): Pick<EventData, 'lock'> {
  const time =
    item.times.find(({ marks }) => marks.includes('solution')) ?? (item.times.length === 1 ? item.times[0] : undefined);
  const marked = item.rooms.filter(({ marks }) => marks.includes('solution')).map(({ id }) => id);
  const all = item.rooms.map(({ id }) => id);
  const rooms = marked.length > 0 ? marked : all;
  return {
    lock: {
      ...(time === undefined ? {} : { timeId: timeId(time) }),
      ...(rooms.length === item.roomCount && rooms.length > 0 ? { roomIds: rooms } : {}),
    },
  };
}

/** Required candidates alone where there are such, none that are prohibited as long as others remain; once each. */
function candidates(list: readonly UnitimeChoice[]): Candidate[] {
  const allowed = list.filter(({ preference }) => preference <= prohibited);
  const must = allowed.filter(({ preference }) => preference < required);
  const chosen = must.length > 0 ? must : allowed.length > 0 ? allowed : list;
  const best = chosen.reduce((least, { preference }) => Math.min(least, preference), Number.POSITIVE_INFINITY);
  const penalties = new Map<string, number>();
  for (const { id, preference } of chosen) {
    const penalty = Math.round(preference - best);
    penalties.set(id, Math.min(penalty, penalties.get(id) ?? penalty));
  }
  return [...penalties].map(([id, penalty]) => (penalty === 0 ? { id } : { id, penalty }));
}

/** Who asks for an offering is sectioned; classes of other offerings are attended as they are. */
function studentsOf(
  { students }: UnitimeFile,
  courses: readonly CourseData[],
  courseOf: ReadonlyMap<string, string>,
  remarks: Diagnostic[],
): StudentData[] {
  const sectioned = new Set(courses.filter((course) => course.configurations !== undefined).map(({ id }) => id));
  let strange = 0;
  const read = students.map(({ id, offerings, classes }): StudentData => {
    const courseIds = [...new Set(offerings)].filter((offering) => sectioned.has(offering));
    const asked = new Set(courseIds);
    const known = [...new Set(classes)].filter((item) => courseOf.has(item));
    strange += new Set(offerings).size - courseIds.length + new Set(classes).size - known.length;
    const eventIds = known.filter((item) => !asked.has(courseOf.get(item) ?? ''));
    return { id, name: `Student ${id}`, eventIds, ...(courseIds.length === 0 ? {} : { courseIds }) };
  });
  if (strange > 0) {
    const message = 'Students ask for offerings or classes that the file does not have; these are left out.';
    remarks.push(warning('unitime.unknownRequest', message, { value: strange }));
  }
  return read;
}

function studentRules(students: readonly StudentData[]): RuleData[] {
  const scope = { of: 'events' as const };
  const soft = { scope, params: {}, hard: false, weight: 1 };
  return [
    ...(students.some(({ courseIds }) => courseIds !== undefined)
      ? [{ id: 'students', kind: 'attendanceConflict', ...soft }]
      : []),
    ...(students.some(({ eventIds }) => eventIds.length > 1)
      ? [{ id: 'student-classes', kind: 'studentConflict', ...soft }]
      : []),
  ];
}

/** What the file says and Horarium does not keep. */
function remarkOnRest({ rooms, students }: UnitimeFile, remarks: Diagnostic[]): void {
  const tell = (code: string, message: string, value: number) => {
    if (value > 0) remarks.push(info(code, message, { value }));
  };
  const count = <T>(list: readonly T[], isOne: (item: T) => boolean) => list.filter(isOne).length;
  tell(
    'unitime.locations',
    'Rooms have places on a map; only ways that the file gives in minutes are kept.',
    count(rooms, ({ hasLocation }) => hasLocation),
  );
  tell(
    'unitime.discouraged',
    'Some rooms are discouraged for everybody; that is not enforced.',
    count(rooms, ({ isDiscouraged }) => isDiscouraged),
  );
  tell(
    'unitime.studentWeights',
    'Students stand for more or less than one; here each of them counts once.',
    count(students, ({ isWeighted }) => isWeighted),
  );
}
