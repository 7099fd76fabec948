import type { Problem } from '../../domain/problem.ts';
import { type Result, success } from '../../domain/result.ts';
import type { Handout, HandoutGroup, Meeting, Person } from '../../handout/handout.ts';
import { localTimeZone } from '../calendar/time-zone.ts';
import type { ProjectContent, WriteOptions } from '../format.ts';
import { chosenPlacements, type NamedParticipant } from '../participants.ts';
import type { Placement } from '../placements.ts';

/** A timetable as it is handed out, of those whom the options name. */
export function handoutOf(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions,
): Result<{ readonly handout: Handout; readonly unplaced: number }> {
  const placements = chosenPlacements(content, timetableId, options);
  if (!placements.ok) return placements;
  const { problem, chosen, placed, unplaced, people } = placements.value;
  const { days, slots, weekCount, breaks, term } = problem.data.calendar;
  const names = (items: readonly { readonly id: string; readonly name: string }[]) =>
    items.map(({ id, name }) => name || id);
  const handout: Handout = {
    handoutVersion: 1,
    title: problem.name,
    timetable: chosen.name,
    changedAt: options.changedAt ?? chosen.createdAt,
    ...(options.writtenAt === undefined ? {} : { writtenAt: options.writtenAt }),
    projectId: options.projectId ?? problem.name,
    timeZone: options.timeZone ?? localTimeZone(),
    calendar: { days, slots, weekCount, breaks, ...(term === undefined ? {} : { term }) },
    courses: names(problem.data.courses),
    groups: handoutGroups(problem),
    instructors: names(problem.data.instructors),
    rooms: names(problem.data.rooms),
    meetings: meetingsFrom(problem, placed),
    unplaced: unplaced.length,
  };
  if (people === null) return success({ handout, unplaced: unplaced.length });
  return success({ handout: trimmed(handout, people.map(personIn(problem))), unplaced: 0 });
}

function handoutGroups(problem: Problem): readonly HandoutGroup[] {
  const groupsOfLeaf = new Map<number, number[]>();
  for (const { index, leaves } of problem.groups) {
    for (const leaf of leaves) groupsOfLeaf.set(leaf, [...(groupsOfLeaf.get(leaf) ?? []), index]);
  }
  const indexOf = indexById(problem.data.groups);
  return problem.groups.map(({ data, leaves }) => {
    const parent = indexOf.get(data.parentId ?? '');
    const meets = new Set(leaves.flatMap((leaf) => groupsOfLeaf.get(leaf) ?? []));
    return {
      name: data.name || data.id,
      ...(parent === undefined ? {} : { parent }),
      meets: [...meets].sort((a, b) => a - b),
    };
  });
}

function meetingsFrom({ data }: Problem, placed: readonly Placement[]): readonly Meeting[] {
  const [courses, groups, instructors, rooms] = [data.courses, data.groups, data.instructors, data.rooms].map(
    indexById,
  );
  const indices = (index: ReadonlyMap<string, number> | undefined, ids: readonly string[]) =>
    ids.flatMap((id) => index?.get(id) ?? []);
  return placed.map(({ event, time, roomIds, instructorIds }) => ({
    id: event.id,
    course: courses?.get(event.courseId) ?? 0,
    ...(event.name === undefined || event.name === '' ? {} : { title: event.name }),
    days: time.days,
    start: time.start,
    length: time.length,
    ...(time.weeks.length === data.calendar.weekCount ? {} : { weeks: time.weeks }),
    groups: indices(groups, event.groupIds),
    instructors: indices(instructors, instructorIds),
    rooms: indices(rooms, roomIds),
  }));
}

function indexById(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, index) => [id, index]));
}

function personIn({ data }: Problem): (somebody: NamedParticipant) => Person {
  const lists = { group: indexById(data.groups), instructor: indexById(data.instructors), room: indexById(data.rooms) };
  return ({ kind, id }) => ({ kind, index: lists[kind].get(id) ?? 0 });
}

/** Without the names that nobody of these meets: others need not be told of them. */
function trimmed(handout: Handout, shown: readonly Person[]): Handout {
  const { meetings } = handout;
  const keep = (indices: readonly number[], kind: Person['kind'] | null) =>
    [...new Set([...indices, ...shown.flatMap((person) => (person.kind === kind ? [person.index] : []))])].sort(
      (a, b) => a - b,
    );
  const courses = keep(
    meetings.map(({ course }) => course),
    null,
  );
  const groups = keep(
    meetings.flatMap((meeting) => meeting.groups),
    'group',
  );
  const instructors = keep(
    meetings.flatMap((meeting) => meeting.instructors),
    'instructor',
  );
  const rooms = keep(
    meetings.flatMap((meeting) => meeting.rooms),
    'room',
  );
  const renumber = (kept: readonly number[]) => {
    const next = new Map(kept.map((index, position) => [index, position]));
    return (indices: readonly number[]) => indices.flatMap((index) => next.get(index) ?? []);
  };
  const to = { group: renumber(groups), instructor: renumber(instructors), room: renumber(rooms) };
  const courseTo = renumber(courses);
  const names = (list: readonly string[], kept: readonly number[]) => kept.map((index) => list[index] ?? '');
  return {
    ...handout,
    courses: names(handout.courses, courses),
    groups: groups.map((index) => {
      const { name, parent, meets } = handout.groups[index] ?? { name: '', meets: [] };
      const [above] = parent === undefined ? [] : to.group([parent]);
      return { name, ...(above === undefined ? {} : { parent: above }), meets: to.group(meets) };
    }),
    instructors: names(handout.instructors, instructors),
    rooms: names(handout.rooms, rooms),
    meetings: meetings.map((meeting) => ({
      ...meeting,
      course: courseTo([meeting.course])[0] ?? 0,
      groups: to.group(meeting.groups),
      instructors: to.instructor(meeting.instructors),
      rooms: to.room(meeting.rooms),
    })),
    shown: shown.map(({ kind, index }) => ({ kind, index: to[kind]([index])[0] ?? 0 })),
  };
}
