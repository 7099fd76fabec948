import type { GroupData, ProblemData } from '../problem-data.ts';
import type { Steps } from '../steps.ts';
import type { CardChange } from './compare-states.ts';
import type { ProjectState } from './place.ts';

/** Whose timetable is another one. */
export interface Affected {
  /** Ids, in the order of the data. */
  readonly instructors: readonly string[];
  /** Groups that the changed events name. */
  readonly groups: readonly string[];
  /** Students of these groups and those enrolled one by one; somebody in both counts twice. */
  readonly students: number;
}

export function* affectedSteps(
  cards: readonly CardChange[],
  before: ProjectState,
  after: ProjectState,
): Steps<Affected> {
  const events = new Set(cards.map(({ eventId }) => eventId));
  const instructors = new Set(cards.flatMap(({ before: was, after: is }) => peopleOf(was, is)));
  const groups = new Set(cards.flatMap(({ event }) => event.groupIds));
  const { problem } = after;
  return {
    instructors: inOrder(instructors, problem.instructors, before.problem.instructors),
    groups: inOrder(groups, problem.groups, before.problem.groups),
    students: studentsOf(problem, groups) + (yield* individuals(after, events)),
  };
}

function peopleOf(was: CardChange['before'], is: CardChange['after']): readonly string[] {
  return [...(was?.instructors ?? []), ...(is?.instructors ?? [])];
}

function inOrder(ids: ReadonlySet<string>, ...lists: (readonly { readonly id: string }[])[]): string[] {
  return [...new Set(lists.flat().map(({ id }) => id))].filter((id) => ids.has(id));
}

/** Students of the groups; those of a group inside another one count once. */
function studentsOf({ groups }: ProblemData, affected: ReadonlySet<string>): number {
  const byId = new Map(groups.map((group) => [group.id, group]));
  return groups
    .filter((group) => affected.has(group.id) && !ancestorsOf(group, byId).some((id) => affected.has(id)))
    .reduce((sum, { size }) => sum + size, 0);
}

/** Ids of the groups around it, the nearest first. */
export function ancestorsOf({ id, parentId }: GroupData, byId: ReadonlyMap<string, GroupData>): string[] {
  const found: string[] = [];
  for (let next = parentId; next !== undefined && next !== id && !found.includes(next); ) {
    found.push(next);
    next = byId.get(next)?.parentId;
  }
  return found;
}

/** Students who attend one of the events beyond those of their groups. */
function* individuals({ problem, timetable }: ProjectState, events: ReadonlySet<string>): Steps<number> {
  const students = new Set<string>();
  const attends = (eventIds: readonly string[]) => eventIds.some((event) => events.has(event));
  for (const { id, eventIds } of problem.students) {
    if (attends(eventIds)) students.add(id);
    yield;
  }
  for (const { studentId, eventIds } of timetable?.enrolments ?? []) {
    if (attends(eventIds)) students.add(studentId);
    yield;
  }
  return students.size;
}
