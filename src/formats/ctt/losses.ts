import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import type { Problem, Rule } from '../../domain/problem.ts';
import type { RuleData } from '../../domain/problem-data.ts';
import { type Loss, lossRemarks, lossWords, ruleLosses } from '../losses.ts';
import type { WrittenCourse } from './courses.ts';
import { concerns } from './slots.ts';

/** The soft rules that are part of the competition, with its weights; minimum working days are a number of each course. */
const ownRules: readonly Pick<RuleData, 'kind' | 'scope' | 'params' | 'weight'>[] = [
  { kind: 'roomCapacity', scope: { of: 'events' }, params: {}, weight: 1 },
  { kind: 'isolated', scope: { of: 'groups' }, params: {}, weight: 2 },
  { kind: 'roomStability', scope: { of: 'courses' }, params: { max: 1 }, weight: 1 },
];

/** Kept rules that only the extended form has room for. */
const keptKinds = ['Min_Max_Daily_Lectures', 'DoubleLectures', 'TravelDistance'];

/** What an ITC-2007 problem does not say of the project, one warning for each sort. */
export function cttLosses(
  problem: Problem,
  courses: readonly WrittenCourse[],
  extended: boolean,
): readonly Diagnostic[] {
  const { data, events, rooms, rules } = problem;
  const count = <Item>(list: readonly Item[], isMeant: (item: Item) => boolean) => list.filter(isMeant).length;
  const withPenalty = data.events.filter((event) =>
    [event.times, event.rooms, event.instructors].some((list) => list?.some(({ penalty = 0 }) => penalty > 0)),
  );
  const writtenCourses = new Set(courses.map((course) => course.courseId)).size;
  const isKept = ({ format, kind }: { format: string; kind: string }) =>
    extended && format === 'ectt' && keptKinds.includes(kind);
  const lost: readonly Loss[] = [
    ...lostRules(problem, courses, extended),
    { what: 'off', count: count(data.rules, ({ enabled }) => enabled === false) },
    { what: 'notEnforced', count: count(data.notEnforced, (rule) => !isKept(rule)) },
    { what: 'blocks', count: count(events, ({ duration }) => duration > 1) },
    { what: 'oneRoom', count: count(events, ({ roomCount }) => roomCount !== 1) },
    { what: 'instructors', count: count(events, isOfSeveral) },
    { what: 'noInstructor', count: count(events, ({ instructors }) => instructors.length === 0) },
    { what: 'uneven', count: courses.length - writtenCourses },
    { what: 'emptyCourses', count: data.courses.length - writtenCourses },
    { what: 'penalties', count: withPenalty.length },
    { what: 'locks', count: count(events, ({ lock }) => lock !== null) },
    { what: 'ownStudents', count: data.students.length },
    { what: 'overlaps', count: count(problem.resources, ({ kind }) => kind === 'overlap') },
    { what: 'sharedRooms', count: count(rooms, ({ shareable = 1 }) => shareable > 1) },
    { what: 'travel', count: count(rooms, ({ travel = [] }) => travel.length > 0) },
    { what: 'buildings', count: extended ? 0 : count(rooms, ({ building }) => building !== undefined) },
    { what: 'roomChoices', count: extended ? 0 : count(data.events, (event) => event.rooms !== undefined) },
  ];
  const remarks = lossRemarks('ctt.notWritten', `An ITC-2007 problem has no word for ${lossWords}.`, lost);
  const missing = ownRules.filter((own) => !rules.some((rule) => isOwn(rule, own))).map(({ kind }) => kind);
  if (missing.length === 0) return remarks;
  const message = 'An ITC-2007 problem always has these rules, which the project does not have like that.';
  return [...remarks, warning('ctt.addedRules', message, { value: missing.join(', ') })];
}

function isOfSeveral({ instructors, instructorsFixed }: Problem['events'][number]): boolean {
  return instructors.length > 0 && (!instructorsFixed || instructors.length > 1);
}

/** Kinds of rules that are not in the file as they are, with their number. */
function lostRules(problem: Problem, courses: readonly WrittenCourse[], extended: boolean): readonly Loss[] {
  const left = new Map<string, number>();
  for (const rule of problem.rules) {
    if (isWritten(problem, rule, courses, extended)) continue;
    left.set(rule.data.kind, (left.get(rule.data.kind) ?? 0) + 1);
  }
  return ruleLosses('ruleInScope', left);
}

function isWritten(problem: Problem, rule: Rule, courses: readonly WrittenCourse[], extended: boolean): boolean {
  const { kind, scope } = rule.data;
  if (ownRules.some((own) => isOwn(rule, own))) return true;
  const isWhole = courses.every((course) => concerns(rule, course, problem) !== null);
  switch (kind) {
    case 'unavailable':
      return rule.hard && scope.of !== 'rooms' && isWhole && isOfFixedOnly(problem, rule);
    case 'roomSuitability':
      return extended && rule.hard && isWhole;
    case 'minDays':
      return !rule.hard && rule.weight === 5 && scope.of === 'courses' && isWhole;
    case 'pinned':
      return rule.events.every((event) => problem.events[event]?.lock === null);
    default:
      return false;
  }
}

function isOfFixedOnly({ events }: Problem, rule: Rule): boolean {
  return rule.data.scope.of !== 'instructors' || rule.events.every((event) => events[event]?.instructorsFixed === true);
}

function isOwn({ data, hard, weight, params }: Rule, own: (typeof ownRules)[number]): boolean {
  const { of, ids, tags, except } = data.scope;
  const isForAll = ids === undefined && tags === undefined && (except ?? []).length === 0;
  const hasParams = Object.entries(own.params).every(([name, value]) => params[name] === value);
  return data.kind === own.kind && of === own.scope.of && isForAll && !hard && weight === own.weight && hasParams;
}
