import { type Diagnostic, info } from '../../domain/diagnostic.ts';
import type { EventData, ProblemData, RoomData } from '../../domain/problem-data.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { Flaws } from '../flaws.ts';
import type { NamedTimetable, ProjectContent } from '../format.ts';
import type { XmlElement } from '../xml/xml.ts';
import { clockOf, type FetClock } from './clock.ts';
import { dayId, FetContext } from './context.ts';
import { detailsOf } from './details.ts';
import { FetFields } from './fields.ts';
import type { FetActivity, FetFile, FetNamed } from './file.ts';
import { type FetRules, rulesOfFet } from './rules.ts';
import { FetStudentSets } from './students.ts';
import { type FetResult, resultOf, timetableOf } from './timetable.ts';

/**
 * The meaning of the file in Horarium's words: an active activity is an event of its subject, with all its teachers and
 * the students of its sets; constraints are rules, breaks, locks and candidate rooms. A file that FET saved with a
 * timetable gives that too.
 */
export function contentOfFet(file: FetFile, fileName: string, remarks: Diagnostic[]): Result<ProjectContent> {
  const fields = new FetFields(fileName, new Flaws('fet.more'));
  checkNames(file, fields);
  const students = new FetStudentSets(file.years, fields);
  const context = new FetContext(file, students, fields);
  checkActivities(context);
  const result = resultOf(context);
  const rules = rulesOfFet(context, result, remarks);
  if (fields.flaws.count > 0) return failure([...fields.flaws.list(fileName)]);
  const clock = clockOf(file.hours.map(({ name }) => name));
  if (!clock.known) {
    remarks.push(
      info('fet.clock', 'The names of the hours are no clock times; hours are shown from 08:00.', {
        advice: 'Change the times in the calendar.',
      }),
    );
  }
  const problem = problemOf(file, context, rules, clock);
  return success({ problem, timetables: result === null ? [] : [savedTimetable(result, problem, rules, remarks)] });
}

function problemOf(file: FetFile, context: FetContext, rules: FetRules, clock: FetClock): ProblemData {
  const days = file.days.map(({ name }, index) => ({ id: dayId(index), name: shown(name) }));
  return {
    name: file.name === '' ? 'Timetable' : file.name.slice(0, 300),
    calendar: { days, slots: clock.slots, weekCount: 1, breaks: rules.breaks, closed: [] },
    meetingTimes: [],
    courses: file.subjects.map(({ name }) => ({ id: name, name: shown(name) })),
    rooms: roomsOf(context, rules),
    instructors: file.teachers.map(({ name }) => ({ id: name, name: shown(name) })),
    groups: context.students.groups,
    students: [],
    events: context.activities.map((activity) => eventOf(activity, context, rules)),
    rules: rules.rules,
    notEnforced: [...rules.notEnforced, ...detailsOf(file)],
  };
}

function savedTimetable(
  result: FetResult,
  problem: ProblemData,
  rules: FetRules,
  remarks: Diagnostic[],
): NamedTimetable {
  remarks.push(
    info('fet.timetable', 'The file holds a timetable; its times and rooms are no locks here.', {
      value: result.constraints.size,
      advice: 'What was locked permanently in FET is locked here as well.',
    }),
  );
  return {
    id: 'fet-1',
    name: 'Timetable of FET',
    createdAt: new Date().toISOString(),
    timetable: timetableOf(result, problem.events, rules.rooms.noRoom?.id ?? null),
  };
}

function eventOf(activity: FetActivity, { students }: FetContext, rules: FetRules): EventData {
  const { lockedRooms: _, ...need } = rules.rooms.needOf.get(activity.id) ?? { roomCount: 0 };
  const lock = rules.lockOf.get(activity.id);
  const sets = [...new Set(activity.students)];
  // Groups know their sizes; a set that is no group here has to be counted.
  const counted = sets.every((set) => students.isExact(set))
    ? null
    : sets.reduce((sum, set) => sum + students.sizeOf(set), 0);
  const size = activity.size ?? counted;
  return {
    id: activity.id,
    courseId: activity.subject,
    duration: activity.duration,
    ...need,
    ...(activity.teachers.length === 0 ? {} : { instructors: [...new Set(activity.teachers)].map((id) => ({ id })) }),
    groupIds: [...new Set(sets.flatMap((set) => students.groupIds(set)))],
    ...(size === null ? {} : { size }),
    ...(activity.tags.length === 0 ? {} : { tags: [...new Set(activity.tags)] }),
    ...(lock === undefined ? {} : { lock }),
  };
}

function roomsOf({ file }: FetContext, rules: FetRules): RoomData[] {
  const rooms = file.rooms.map(
    ({ name, capacity, building, realRooms }): RoomData => ({
      id: name,
      name: shown(name),
      capacity,
      // A virtual room holds as many at once as the smallest of its sets has real ones.
      ...(realRooms === null ? {} : { shareable: Math.max(1, Math.min(1000, ...realRooms.map((set) => set.length))) }),
      ...(building === '' ? {} : { building }),
    }),
  );
  return rules.rooms.noRoom === null ? rooms : [...rooms, rules.rooms.noRoom];
}

/** Names are shown without the blanks around them, but they stay part of the identity. */
function shown(name: string): string {
  return name.trim() || name;
}

/** Longest name that serves as an identifier. */
const longestName = 300;

function checkNames(file: FetFile, fields: FetFields): void {
  const lists: readonly (readonly [string, readonly FetNamed[]])[] = [
    ['days', file.days],
    ['hours', file.hours],
    ['subjects', file.subjects],
    ['tags', file.tags],
    ['teachers', file.teachers],
    ['buildings', file.buildings],
    ['rooms', file.rooms],
    ['activities', file.activities.map(({ id, element }) => ({ name: id, element }))],
  ];
  for (const [what, list] of lists) {
    const known = new Set<string>();
    for (const { name, element } of list) {
      if (name.length > longestName) tooLong(name, element, fields);
      if (known.has(name)) {
        fields.duplicate(what, name, element);
      }
      known.add(name);
    }
  }
  const checkYears = (sets: FetFile['years']) => {
    for (const { name, element, inside } of sets) {
      if (name.length > longestName) tooLong(name, element, fields);
      checkYears(inside);
    }
  };
  checkYears(file.years);
}

function tooLong(name: string, element: XmlElement, fields: FetFields): void {
  const detail = { value: name, advice: 'Shorten it in FET.', values: { most: longestName } };
  fields.flaw('fet.longName', 'Names have at most {most} letters.', element, detail);
}

function checkActivities(context: FetContext): void {
  for (const { subject, teachers, students, tags, element } of context.file.activities) {
    context.known('subject', subject, element);
    for (const name of teachers) context.known('teacher', name, element);
    for (const name of students) context.knownStudents(name, element);
    for (const name of tags) context.known('tag', name, element);
  }
}
