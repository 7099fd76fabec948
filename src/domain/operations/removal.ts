import type { CourseData, GroupData, ProblemData, RoomData, StudentData } from '../problem-data.ts';
import { positions, putItems, removeItems } from './changes-of.ts';
import { removeCovers } from './cover-changes.ts';
import {
  type AssignmentChange,
  type Change,
  type ItemLists,
  type ListName,
  listNames,
  type ProjectDocument,
} from './operation.ts';
import { assignmentWithout, eventWithout, type Gone, isGone, kept, ruleWithout, withKeys } from './references.ts';

/** What a removal takes along. */
export interface RemovalSummary {
  /** How many items of each list go, the chosen ones among them; lists that lose none are left out. */
  readonly removed: ReadonlyMap<ListName, number>;
  /** How many items of each list stay, but lose what they say about something that goes. */
  readonly changed: ReadonlyMap<ListName, number>;
  /** Places in timetables that are lost, whole or in part. */
  readonly placements: number;
}

export interface Removal {
  readonly changes: readonly Change[];
  readonly summary: RemovalSummary;
}

/**
 * The changes that remove items of a list with everything that has no meaning without them: the events of a course, rules
 * about nobody else, placements. What stays no longer mentions them: members of a group that goes lie in the group
 * around it; an event whose every candidate room goes may be in any. Ids that are not there are passed over. A problem
 * that could be built still can.
 */
export function removalOf(document: ProjectDocument, list: ListName, ids: readonly string[]): Removal {
  const { problem } = document;
  const gone = goneWith(problem, list, ids);
  const placements = [...document.timetables].flatMap(([timetableId, { assignments }]) =>
    assignments.flatMap((before): AssignmentChange[] => {
      const after = isGone(gone, 'events', before.eventId) ? null : assignmentWithout(before, gone);
      return after === before ? [] : [{ of: 'assignment', timetableId, eventId: before.eventId, before, after }];
    }),
  );
  const { removed, changes } = itemChanges(problem, gone);
  const changed = new Map(changes.flatMap(([name, items]) => (items.length > 0 ? [[name, items.length]] : [])));
  return {
    // Placements first: taken back in reverse, they find their events again.
    changes: [
      ...placements,
      ...coversWithout(problem, gone),
      ...changes.flatMap(([, items]) => items),
      ...[...removed].flatMap(([name, set]) => removeItems(problem, name, [...set])),
    ],
    summary: {
      removed: new Map([...removed].map(([name, set]) => [name, set.size])),
      changed,
      placements: placements.length,
    },
  };
}

/** A cover of an event that goes, or by somebody who goes, says nothing any more. */
function coversWithout(problem: ProblemData, gone: Gone): readonly Change[] {
  const lost = (problem.covers ?? []).filter(
    ({ eventId, coveringId }) => isGone(gone, 'events', eventId) || isGone(gone, 'instructors', coveringId),
  );
  return removeCovers(problem, lost);
}

/** With a course go its events. */
function goneWith(problem: ProblemData, list: ListName, ids: readonly string[]): Gone {
  const known = positions(problem[list]);
  const asked = new Set(ids.filter((id) => known.has(id)));
  const gone = new Map<ListName, ReadonlySet<string>>([[list, asked]]);
  if (list !== 'courses') return gone;
  const events = problem.events.filter(({ courseId }) => asked.has(courseId));
  return gone.set('events', new Set(events.map(({ id }) => id)));
}

function itemChanges(problem: ProblemData, gone: Gone) {
  const removed = new Map([...gone].filter(([, set]) => set.size > 0));
  const changes: [ListName, readonly Change[]][] = [];
  for (const name of listNames) {
    const change = rewriterOf(problem, name, gone);
    if (change === null) continue;
    const altered: ItemLists[ListName][] = [];
    const lost = new Set(removed.get(name));
    for (const item of problem[name]) {
      if (lost.has(item.id)) continue;
      const after = change(item);
      if (after === null) lost.add(item.id);
      else if (after !== item) altered.push(after);
    }
    if (lost.size > 0) removed.set(name, lost);
    changes.push([name, putItems(problem, name, altered)]);
  }
  return { removed, changes };
}

type Rewriter = (item: never) => ItemLists[ListName] | null;

/** What becomes of the items of a list that stay: the same item when nothing does; null for lists that refer to nothing. */
function rewriterOf(
  problem: ProblemData,
  list: ListName,
  gone: Gone,
): ((item: ItemLists[ListName]) => ItemLists[ListName] | null) | null {
  const rewriters: Partial<Record<ListName, Rewriter>> = {
    courses: (course: CourseData) => courseWithout(course, gone),
    rooms: (room: RoomData) => roomWithout(room, gone),
    groups: (group: GroupData) => groupWithout(problem, group, gone),
    students: (student: StudentData) => studentWithout(student, gone),
    events: (event: ItemLists['events']) => eventWithout(event, gone),
    rules: (rule: ItemLists['rules']) => ruleWithout(rule, gone),
  };
  // Each rewriter is only given items of the list it stands beside.
  return (rewriters[list] as ((item: ItemLists[ListName]) => ItemLists[ListName] | null) | undefined) ?? null;
}

/** A part that loses its last event is not needed any more. */
function courseWithout(course: CourseData, gone: Gone): CourseData {
  if (course.configurations === undefined || !gone.has('events')) return course;
  const left = course.configurations.map((configuration) => {
    const parts = configuration.parts.map((part) => kept(gone, 'events', part));
    if (parts.every((part, index) => part === configuration.parts[index])) return configuration;
    return { parts: parts.filter((part, index) => part.length > 0 || configuration.parts[index]?.length === 0) };
  });
  if (left.every((configuration, index) => configuration === course.configurations?.[index])) return course;
  const useful = left.filter(({ parts }) => parts.length > 0);
  return withKeys(course, { configurations: useful.length === 0 ? undefined : useful });
}

function roomWithout(room: RoomData, gone: Gone): RoomData {
  const left = room.travel?.filter(({ roomId }) => !isGone(gone, 'rooms', roomId));
  if (left?.length === room.travel?.length) return room;
  return withKeys(room, { travel: left?.length === 0 ? undefined : left });
}

function groupWithout(problem: ProblemData, group: GroupData, gone: Gone): GroupData {
  const parents = positions(problem.groups);
  let parentId = group.parentId;
  // A hierarchy that goes round in a circle is an error elsewhere; here it must only end.
  for (let step = 0; isGone(gone, 'groups', parentId) && step < problem.groups.length; step++) {
    parentId = problem.groups[parents.get(parentId ?? '') ?? -1]?.parentId;
  }
  const overlaps = group.overlaps === undefined ? undefined : kept(gone, 'groups', group.overlaps);
  return withKeys(group, {
    parentId,
    overlaps: overlaps !== group.overlaps && overlaps?.length === 0 ? undefined : overlaps,
  });
}

function studentWithout(student: StudentData, gone: Gone): StudentData {
  return withKeys(student, {
    eventIds: kept(gone, 'events', student.eventIds),
    courseIds: student.courseIds === undefined ? undefined : kept(gone, 'courses', student.courseIds),
  });
}
