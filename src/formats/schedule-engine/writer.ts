import { buildProblem } from '../../domain/build-problem.ts';
import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import type { EventData, ProblemData, RuleData } from '../../domain/problem-data.ts';
import { type Result, success } from '../../domain/result.ts';
import type { ProjectContent, Writer } from '../format.ts';
import { lossRemarks, lossWords, ruleLosses } from '../losses.ts';
import { readScheduleEngine } from './schedule-engine.ts';
import { engineListsOf } from './write-lists.ts';

/** Courses, groups, instructors and rooms as the schedule-engine has them, in one object. */
export const scheduleEngineWriter: Writer = {
  id: 'schedule-engine',
  title: 'schedule-engine lists',
  extension: 'json',
  mediaType: 'application/json',
  write: writeScheduleEngine,
};

function writeScheduleEngine({ problem }: ProjectContent): Result<Uint8Array> {
  const built = buildProblem(problem);
  if (!built.ok) return built;
  const bytes = new TextEncoder().encode(`${JSON.stringify(engineListsOf(problem), null, 1)}\n`);
  return success(bytes, lossesOf(problem, bytes));
}

/** The lists say little and imply much, so what got lost is found by reading them again. */
function lossesOf(problem: ProblemData, bytes: Uint8Array): readonly Diagnostic[] {
  const again = readScheduleEngine([{ name: 'lists.json', bytes }]);
  if (!again.ok) {
    return [
      warning('scheduleEngine.notRead', 'The schedule-engine lists of this project are not complete.', {
        value: again.diagnostics.find(({ severity }) => severity === 'error')?.message,
        advice: 'Save a Horarium project to keep everything.',
      }),
    ];
  }
  const back = again.value.problem;
  const rules = missing(problem.rules, back.rules, ruleKey);
  const kinds = new Map<string, number>();
  for (const { kind } of rules) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return lossRemarks('scheduleEngine.notWritten', `The schedule-engine lists have no word for ${lossWords}.`, [
    ...ruleLosses('ruleAsItIs', kinds),
    { what: 'notEnforced', count: missing(problem.notEnforced, back.notEnforced, JSON.stringify).length },
    { what: 'events', count: missing(problem.events, back.events, eventKey).length },
    { what: 'calendar', count: calendarKey(problem) === calendarKey(back) ? 0 : problem.calendar.slots.length },
    { what: 'groups', count: missing(problem.groups, back.groups, groupKey).length },
    { what: 'ownStudents', count: problem.students.length },
  ]);
}

/** Items without an equal among the others, each of which is equal to one item only. */
function missing<Item>(items: readonly Item[], others: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const left = new Map<string, number>();
  for (const key of others.map(keyOf)) left.set(key, (left.get(key) ?? 0) + 1);
  return items.filter((item) => {
    const key = keyOf(item);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** Rules whose scope is a list of events are compared by its length: events get other names. */
function ruleKey({ kind, scope, params, hard, weight }: RuleData): string {
  const ids = scope.of === 'events' ? scope.ids?.length : scope.ids;
  return JSON.stringify([kind, { ...scope, ids }, params, hard, hard ? 0 : weight]);
}

function eventKey({
  duration,
  groupIds,
  instructors,
  instructorCount,
  rooms,
  roomCount,
  roomTypes,
}: EventData): string {
  const ids = (list: EventData['rooms']) => list?.map(({ id, penalty = 0 }) => [id, penalty]);
  return JSON.stringify([duration, groupIds, ids(instructors), instructorCount, ids(rooms), roomCount, roomTypes]);
}

function groupKey({ id, size, parentId }: ProblemData['groups'][number]): string {
  return JSON.stringify([id, size, parentId]);
}

function calendarKey({ calendar: { days, slots, weekCount, breaks, closed } }: ProblemData): string {
  return JSON.stringify([
    days.map(({ name }) => name),
    slots.map(({ start, end }) => [start, end]),
    weekCount,
    breaks,
    closed,
  ]);
}
