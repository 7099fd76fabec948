import { buildProblem } from '../../domain/build-problem.ts';
import { hasWhatIsNeeded } from '../../domain/constraints/room-suitability.ts';
import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import type { Problem, Rule } from '../../domain/problem.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { ProjectContent, Writer } from '../format.ts';
import { legalIds, type WrittenCourse, writtenCourses } from './courses.ts';
import { cttLosses } from './losses.ts';
import { concerns, unavailablePeriods } from './slots.ts';

/** The problem of a project as ITC-2007 poses it. */
export const cttWriter: Writer = {
  id: 'ctt',
  title: 'ITC-2007 problem',
  extension: 'ctt',
  mediaType: 'text/plain',
  write: (content) => writeProblem(content, false),
};

/** The same with excluded rooms, sites, double lectures and lectures a day. */
export const ecttWriter: Writer = {
  id: 'ectt',
  title: 'ITC-2007 problem, extended form',
  extension: 'ectt',
  mediaType: 'text/plain',
  write: (content) => writeProblem(content, true),
};

/** Most days and periods that a file can have. */
const mostDays = 31;
const mostPeriods = 16;

function writeProblem({ problem: data }: ProjectContent, extended: boolean): Result<Uint8Array> {
  const built = buildProblem(data);
  if (!built.ok) return built;
  const problem = built.value;
  const flaw = flawOf(problem);
  if (flaw !== null) return failure([flaw]);
  const courses = writtenCourses(problem);
  const text = extended ? extendedText(problem, courses) : plainText(problem, courses);
  return success(new TextEncoder().encode(text), cttLosses(problem, courses, extended));
}

function flawOf(problem: Problem): Diagnostic | null {
  const advice = 'An ITC-2007 problem is one week of single periods.';
  if (problem.axis.weekClassCount > 1) {
    return error('write.weeks', 'An ITC-2007 problem cannot tell weeks apart.', { advice });
  }
  const { days, slots } = problem.data.calendar;
  if (days.length > mostDays || slots.length > mostPeriods) {
    const message = `An ITC-2007 problem has at most ${mostDays} days of ${mostPeriods} periods.`;
    return error('write.periods', message, { value: `${days.length} days of ${slots.length} slots`, advice });
  }
  const spread = problem.events.find(({ times }) =>
    times.some(({ index }) => (problem.times[index]?.days.length ?? 1) > 1),
  );
  if (spread === undefined) return null;
  return error('write.days', 'In an ITC-2007 problem every lecture is on one day.', { value: spread.id, advice });
}

function plainText(problem: Problem, courses: readonly WrittenCourse[]): string {
  const unavailable = unavailability(problem, courses);
  const curricula = curriculaOf(problem, courses);
  return fileText([
    ...header(problem, courses, curricula),
    `Constraints: ${unavailable.length}`,
    ...section(
      'COURSES',
      courses.map((course) => courseLine(problem, course)),
    ),
    ...section('ROOMS', roomLines(problem)),
    ...section('CURRICULA', curricula),
    ...section('UNAVAILABILITY_CONSTRAINTS', unavailable),
  ]);
}

function extendedText(problem: Problem, courses: readonly WrittenCourse[]): string {
  const unavailable = unavailability(problem, courses);
  const curricula = curriculaOf(problem, courses);
  const excluded = excludedRooms(problem, courses);
  const kept = (kind: string) =>
    problem.data.notEnforced.find((rule) => rule.format === 'ectt' && rule.kind === kind)?.text;
  const double = new Set(kept('DoubleLectures')?.split(' '));
  const sites = legalSites(problem);
  return fileText([
    ...header(problem, courses, curricula),
    `Min_Max_Daily_Lectures: ${kept('Min_Max_Daily_Lectures') ?? `0 ${problem.axis.slotCount}`}`,
    `UnavailabilityConstraints: ${unavailable.length}`,
    `RoomConstraints: ${excluded.length}`,
    ...section(
      'COURSES',
      courses.map((course) => `${courseLine(problem, course)} ${double.has(course.courseId) ? 1 : 0}`),
    ),
    ...section(
      'ROOMS',
      roomLines(problem).map((line, room) => `${line} ${sites[room]}`),
    ),
    ...section('CURRICULA', curricula),
    ...section('UNAVAILABILITY_CONSTRAINTS', unavailable),
    ...section('ROOM_CONSTRAINTS', excluded),
  ]);
}

function fileText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n\nEND.\n`;
}

function section(name: string, lines: readonly string[]): string[] {
  return ['', `${name}:`, ...lines];
}

function header({ name, axis, rooms }: Problem, courses: readonly WrittenCourse[], curricula: readonly string[]) {
  return [
    `Name: ${name.replaceAll(/[\s\u00a0]+/g, ' ').trim()}`,
    `Courses: ${courses.length}`,
    `Rooms: ${rooms.length}`,
    `Days: ${axis.dayCount}`,
    `Periods_per_day: ${axis.slotCount}`,
    `Curricula: ${curricula.length}`,
  ];
}

function courseLine(problem: Problem, course: WrittenCourse): string {
  const { id, teacher, lectures, events } = course;
  const rule = problem.rules.findLast(
    (entry) => entry.data.kind === 'minDays' && entry.data.scope.of === 'courses' && concerns(entry, course, problem),
  );
  // The parameter was checked against its specification when the problem was built.
  const minDays = rule === undefined ? 0 : (rule.params.min as number);
  return `${id} ${teacher} ${lectures} ${minDays} ${events[0]?.size ?? 0}`;
}

function roomLines({ rooms }: Problem): string[] {
  const ids = legalIds(rooms.map(({ id }) => id));
  return rooms.map(({ capacity }, room) => `${ids[room]} ${capacity}`);
}

/** Sites are not identities: rooms share them. */
function legalSites({ rooms }: Problem): string[] {
  return rooms.map(({ building }) => building?.replaceAll(/[\s\u00a0]+/g, '_') || '0');
}

/** The smallest groups: what is for a group around them is in the curriculum of each. */
function curriculaOf(problem: Problem, courses: readonly WrittenCourse[]): string[] {
  const smallest = problem.groups.filter(({ children }) => children.length === 0);
  const ids = legalIds(smallest.map(({ data }) => data.id));
  const membersOf = new Map<number, string[]>(smallest.map(({ index }) => [index, []]));
  for (const { id, events } of courses) {
    const leaves = new Set((events[0]?.groups ?? []).flatMap((group) => problem.groups[group]?.leaves ?? []));
    for (const leaf of leaves) membersOf.get(leaf)?.push(id);
  }
  return smallest.map(({ index }, position) => {
    const members = membersOf.get(index) ?? [];
    return [ids[position], members.length, ...members].join(' ');
  });
}

/** In the order of the rules where they are about courses, as files have them; other reasons follow. */
function unavailability(problem: Problem, courses: readonly WrittenCourse[]): string[] {
  const rules = hardRules(problem, 'unavailable').filter(({ data }) => data.scope.of !== 'rooms');
  const ofCourses = rules.filter(({ data }) => data.scope.of === 'courses');
  const others = rules.filter(({ data }) => data.scope.of !== 'courses');
  const first = ofCourses.flatMap((rule) => courses.filter((course) => concerns(rule, course, problem) === true));
  return [...new Set([...first, ...courses])].flatMap((course) =>
    unavailablePeriods(problem, course, [...ofCourses, ...others]).map((period) => `${course.id} ${period}`),
  );
}

function excludedRooms(problem: Problem, courses: readonly WrittenCourse[]): string[] {
  const ids = legalIds(problem.rooms.map(({ id }) => id));
  const rules = hardRules(problem, 'roomSuitability');
  const first = rules.flatMap((rule) => courses.filter((course) => concerns(rule, course, problem) === true));
  return [...new Set([...first, ...courses])].flatMap((course) => {
    const own = rules.filter((rule) => concerns(rule, course, problem) === true);
    const candidates = course.data.rooms === undefined ? null : new Set(course.data.rooms.map(({ id }) => id));
    return problem.rooms.flatMap(({ id }, room) => {
      const suits = own.every((rule) => suitsRule(problem, rule, course, room));
      return suits && candidates?.has(id) !== false ? [] : [`${course.id} ${ids[room]}`];
    });
  });
}

function suitsRule(problem: Problem, { params }: Rule, { events }: WrittenCourse, room: number): boolean {
  // The parameter was checked against its specification when the problem was built.
  const allowed = params.roomIds as readonly string[];
  if (allowed.length > 0) return allowed.includes(problem.rooms[room]?.id ?? '');
  return events.every((event) => hasWhatIsNeeded(problem, event, room));
}

function hardRules(problem: Problem, kind: string): readonly Rule[] {
  return problem.rules.filter(({ data, hard }) => data.kind === kind && hard);
}
