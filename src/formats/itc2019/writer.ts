import { buildProblem } from '../../domain/build-problem.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Problem, Rule } from '../../domain/problem.ts';
import type { ProblemData, SlotSelection } from '../../domain/problem-data.ts';
import { type Result, success } from '../../domain/result.ts';
import type { ProjectContent, Writer } from '../format.ts';
import { lossRemarks, lossWords, ruleLosses } from '../losses.ts';
import { xmlElement } from '../xml/xml-text.ts';
import { Itc2019Grid } from './grid.ts';
import { courseElements, numberIn, unaryKinds } from './write-classes.ts';
import { distributionElements, distributionWeight, isDistribution } from './write-rules.ts';

/** The problem of a project as the competition of 2019 poses it. */
export const itc2019Writer: Writer = {
  id: 'itc2019-problem',
  title: 'ITC-2019 problem',
  extension: 'xml',
  mediaType: 'application/xml',
  write: writeItc2019,
};

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE problem PUBLIC "-//ITC 2019//DTD Problem Format/EN" "http://www.itc2019.org/competition-format.dtd">
`;

function writeItc2019({ problem: data }: ProjectContent): Result<Uint8Array> {
  const built = buildProblem(data);
  if (!built.ok) return built;
  const problem = built.value;
  const grid = new Itc2019Grid(problem);
  const { calendar } = data;
  const student = problem.rules.find(isStudentRule)?.weight ?? 0;
  const attributes = {
    name: data.name === '' ? 'Timetable' : data.name,
    nrDays: calendar.days.length,
    nrWeeks: calendar.weekCount,
    slotsPerDay: grid.slotsPerDay,
  };
  const text = xmlElement('problem', attributes, [
    // Penalties of times and rooms are what they cost already.
    xmlElement('optimization', { time: 1, room: 1, distribution: distributionWeight(problem), student }),
    xmlElement('rooms', {}, roomElements(problem, grid)),
    xmlElement('courses', {}, courseElements(problem, grid)),
    xmlElement('distributions', {}, distributionElements(problem, grid.minutes)),
    xmlElement('students', {}, studentElements(problem)),
  ]);
  return success(new TextEncoder().encode(`${head}${text}\n`), lossesOf(problem));
}

function roomElements({ data, rules }: Problem, grid: Itc2019Grid): string[] {
  const away = new Map<string, SlotSelection[]>();
  for (const rule of rules.filter(isRoomAway)) {
    for (const id of rule.data.scope.ids ?? []) {
      // The parameter was checked against its specification when the problem was built.
      away.set(id, [...(away.get(id) ?? []), ...(rule.params.slots as readonly SlotSelection[])]);
    }
  }
  return data.rooms.map(({ id, capacity, travel = [] }) =>
    xmlElement('room', { id, capacity: numberIn(capacity) }, [
      ...travel.map(({ roomId, minutes }) =>
        xmlElement('travel', { room: roomId, value: Math.ceil(minutes / grid.minutes) }),
      ),
      ...(away.get(id) ?? []).flatMap((selection) =>
        grid.timesOf(selection).map((time) => xmlElement('unavailable', { ...time })),
      ),
    ]),
  );
}

function studentElements({ data }: Problem): string[] {
  const held = heldCourses(data);
  return data.students.map(({ id, courseIds = [] }) =>
    xmlElement(
      'student',
      { id },
      courseIds.flatMap((course) => (held.has(course) ? [xmlElement('course', { id: course })] : [])),
    ),
  );
}

/** Courses of which anything is held: the others are not in the file, and asking for them asks for nothing. */
function heldCourses({ events }: ProblemData): ReadonlySet<string> {
  return new Set(events.map(({ courseId }) => courseId));
}

function isRoomAway({ data, hard }: Rule): boolean {
  const { of, ids, tags } = data.scope;
  return data.kind === 'unavailable' && of === 'rooms' && hard && ids !== undefined && tags === undefined;
}

function isStudentRule({ data, hard }: Rule): boolean {
  return data.kind === 'attendanceConflict' && !hard && data.scope.ids === undefined && data.scope.tags === undefined;
}

/** What the format does not say of the project, one warning for each sort. */
function lossesOf(problem: Problem): readonly Diagnostic[] {
  const { data, events, rules } = problem;
  const left = new Map<string, number>();
  for (const { data: rule } of rules.filter((entry) => !isWritten(problem, entry))) {
    left.set(rule.kind, (left.get(rule.kind) ?? 0) + 1);
  }
  const count = <Item>(list: readonly Item[], isMeant: (item: Item) => boolean) => list.filter(isMeant).length;
  return lossRemarks('itc2019.notWritten', `An ITC-2019 problem has no word for ${lossWords}.`, [
    ...ruleLosses('ruleInScope', left),
    { what: 'off', count: count(data.rules, ({ enabled }) => enabled === false) },
    { what: 'notEnforced', count: count(data.notEnforced, ({ format }) => format !== 'itc2019') },
    { what: 'firstRoom', count: count(events, ({ roomCount }) => roomCount > 1) },
    {
      what: 'chosenInstructors',
      count: count(events, (event) => event.instructors.length > 0 && !event.instructorsFixed),
    },
    { what: 'emptyCourses', count: data.courses.length - heldCourses(data).size },
    { what: 'ownStudents', count: count(data.students, ({ eventIds }) => eventIds.length > 0) },
    { what: 'sharedRooms', count: count(data.rooms, ({ shareable = 1 }) => shareable > 1) },
  ]);
}

function isWritten({ events }: Problem, rule: Rule): boolean {
  const { kind, scope } = rule.data;
  if (isDistribution(rule) || unaryKinds.includes(kind) || isRoomAway(rule) || isStudentRule(rule)) return true;
  if (kind === 'pinned') return true;
  if (kind !== 'unavailable' || !rule.hard || scope.of === 'rooms') return false;
  return scope.of !== 'instructors' || rule.events.every((event) => events[event]?.instructorsFixed === true);
}
