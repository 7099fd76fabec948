import type { Event, Resource, ResourceKind } from '../problem.ts';
import type { ProblemData } from '../problem-data.ts';
import type { Steps } from '../steps.ts';
import type { EventDraft } from './events.ts';
import type { Groups } from './groups.ts';

export interface Resources {
  readonly resources: readonly Resource[];
  readonly events: readonly Event[];
  readonly resourceOfInstructor: readonly number[];
  readonly resourceOfRoom: readonly number[];
}

interface Draft {
  readonly index: number;
  readonly kind: ResourceKind;
  readonly ref: number;
  readonly name: string;
  readonly capacity: number;
  readonly events: number[];
}

/** In this order: smallest subgroups, overlaps, classes, instructors, rooms. */
export function* buildResources(drafts: readonly EventDraft[], data: ProblemData, groups: Groups): Steps<Resources> {
  const list: Draft[] = [];
  const add = (kind: ResourceKind, ref: number, name: string, capacity: number): number => {
    list.push({ index: list.length, kind, ref, name, capacity, events: [] });
    return list.length - 1;
  };
  const groupName = (group: number) => groups.groups[group]?.data.name ?? '';
  const atomsOfLeaf = new Map<number, number[]>();
  for (const group of groups.groups) {
    if (group.children.length > 0) continue;
    atomsOfLeaf.set(group.index, [add('group', group.index, group.data.name, 1)]);
  }
  for (const [first, second] of groups.overlaps) {
    const atom = add('overlap', first, `${groupName(first)} ∩ ${groupName(second)}`, 1);
    atomsOfLeaf.get(first)?.push(atom);
    atomsOfLeaf.get(second)?.push(atom);
  }
  const classOfEvent = yield* addClasses(drafts, data, groupName, add);
  const resourceOfInstructor = data.instructors.map((instructor, index) =>
    add('instructor', index, instructor.name, 1),
  );
  const resourceOfRoom = data.rooms.map((room, index) => add('room', index, room.name, room.shareable ?? 1));
  yield;
  const events: Event[] = [];
  for (const draft of drafts) {
    const held = new Set<number>([classOfEvent[draft.index] ?? 0]);
    for (const group of draft.groups) {
      for (const leaf of groups.groups[group]?.leaves ?? []) {
        for (const atom of atomsOfLeaf.get(leaf) ?? []) held.add(atom);
      }
    }
    if (draft.instructorsFixed) {
      for (const item of draft.instructors) held.add(resourceOfInstructor[item.index] ?? 0);
    }
    const staticResources = [...held].sort((a, b) => a - b);
    for (const resource of staticResources) list[resource]?.events.push(draft.index);
    events.push({ ...draft, staticResources });
    yield;
  }
  return { resources: list, events, resourceOfInstructor, resourceOfRoom };
}

/** One class per course and set of groups that meets; returns the class resource of each event. */
function* addClasses(
  drafts: readonly EventDraft[],
  data: ProblemData,
  groupName: (group: number) => string,
  add: (kind: ResourceKind, ref: number, name: string, capacity: number) => number,
): Steps<number[]> {
  const keyOf = (event: EventDraft) => `${event.course}:${[...event.groups].sort((a, b) => a - b).join(',')}`;
  const classesOfCourse = new Map<number, Set<string>>();
  for (const event of drafts) {
    const classes = classesOfCourse.get(event.course) ?? new Set();
    classesOfCourse.set(event.course, classes.add(keyOf(event)));
    yield;
  }
  const resourceOfClass = new Map<string, number>();
  const resourceOf: number[] = [];
  for (const event of drafts) {
    yield;
    const key = keyOf(event);
    const known = resourceOfClass.get(key);
    if (known !== undefined) {
      resourceOf.push(known);
      continue;
    }
    const course = data.courses[event.course]?.name ?? event.name;
    const several = (classesOfCourse.get(event.course)?.size ?? 1) > 1 && event.groups.length > 0;
    const name = several ? `${course} (${event.groups.map(groupName).join(', ')})` : course;
    const resource = add('class', event.course, name, 0);
    resourceOfClass.set(key, resource);
    resourceOf.push(resource);
  }
  return resourceOf;
}
