import type { Group } from '../../domain/problem.ts';
import type { AssignmentData } from '../../domain/timetable.ts';
import { behaviourField, behaviourOf, exceptionsIn } from './mode.ts';
import type { FetNames } from './names.ts';
import { type FetNode, node } from './print.ts';
import { canSayExceptions } from './real-days.ts';
import { noRoomId } from './rooms.ts';
import { activityList } from './write-activities.ts';
import { exceptionsOf } from './write-halves.ts';
import { virtualSets } from './write-virtual.ts';

/** The lists of a file before its constraints, with what was kept of their items. */
export function fetLists(names: FetNames, assigned: ReadonlyMap<string, AssignmentData>): FetNode[] {
  const { problem, details } = names;
  const tags = [...new Set([...problem.events.flatMap((event) => event.tags), ...details.names('Activity_Tags_List')])];
  const buildings = [
    ...new Set([...problem.rooms.flatMap(({ building }) => building ?? []), ...details.names('Buildings_List')]),
  ];
  const named = (list: string, item: string, all: readonly string[]) =>
    node(
      list,
      all.map((name) => details.complete(list, name, node(item, [node('Name', name), node('Comments')]))),
    );
  const counted = (list: string, item: string, all: readonly string[]) =>
    node(list, [
      node(`Number_of_${item}s`, all.length),
      ...all.map((name) => details.complete(list, name, node(item, [node('Name', name)]))),
    ]);
  return [
    counted('Days_List', 'Day', names.days),
    counted('Hours_List', 'Hour', names.hours),
    named('Subjects_List', 'Subject', names.courses),
    named('Activity_Tags_List', 'Activity_Tag', tags),
    teacherList(names),
    node(
      'Students_List',
      problem.groups.filter(({ parent }) => parent < 0).map((group) => yearOf(group, names)),
    ),
    activityList(names, assigned),
    named('Buildings_List', 'Building', buildings),
    roomList(names),
  ];
}

function teacherList(names: FetNames): FetNode {
  const { mode, details } = names;
  const isHalfDays = mode.name === 'Mornings_Afternoons';
  const realDays = Math.floor(names.problem.data.calendar.days.length / 2);
  return node(
    'Teachers_List',
    names.instructors.map((name, index) => {
      const kept = details.field('Teachers_List', name, behaviourField);
      const before = exceptionsIn(kept);
      const exceptions = exceptionsOf(names).get(index);
      // What rules say, or could say, is no longer so where they do not; FET stops at a teacher of whom it is not said.
      const isKept =
        kept !== '' &&
        exceptions === undefined &&
        !(before !== undefined && before < realDays && canSayExceptions(realDays, before));
      const said = isKept ? kept : behaviourOf(exceptions);
      const teacher = node('Teacher', [
        node('Name', name),
        ...(isHalfDays ? [node(behaviourField, said)] : []),
        node('Target_Number_of_Hours', 0),
        node('Qualified_Subjects', []),
        node('Comments'),
      ]);
      return details.complete('Teachers_List', name, teacher, [behaviourField]);
    }),
  );
}

function roomList(names: FetNames): FetNode {
  return node(
    'Rooms_List',
    names.problem.rooms.flatMap(({ id, building, capacity }, index) => {
      if (id === noRoomId) return [];
      const name = names.rooms[index] ?? '';
      const room = node('Room', [
        node('Name', name),
        node('Building', building ?? ''),
        node('Capacity', capacity),
        node('Virtual', false),
        node('Comments'),
      ]);
      const virtual = ['Virtual', 'Number_of_Sets_of_Real_Rooms', 'Set_of_Real_Rooms'];
      return [names.details.complete('Rooms_List', name, room, virtualSets(names, index) === null ? virtual : [])];
    }),
  );
}

function completeSet(tag: string, name: string, names: FetNames, inside: readonly FetNode[]): FetNode {
  return names.details.complete('Students_List', name, node(tag, inside));
}

function yearOf(year: Group, names: FetNames): FetNode {
  const { groups } = names.problem;
  const member = (index: number) => groups[index];
  const set = (tag: string, group: Group, inside: readonly FetNode[]) =>
    completeSet(tag, names.groups[group.index] ?? '', names, [
      node('Name', names.groups[group.index]),
      node('Number_of_Students', group.data.size),
      node('Comments'),
      ...inside,
    ]);
  const groupOf = (index: number): FetNode[] => {
    const group = member(index);
    if (group === undefined) return [];
    const tagged = groups.filter(({ data }) => data.tags?.includes(names.groups[index] ?? ''));
    const smallest = group.children.length === 0 ? [] : [...group.leaves, ...tagged.map((leaf) => leaf.index)];
    return [
      set(
        'Group',
        group,
        [...new Set(smallest)].flatMap((leaf) => {
          const subgroup = member(leaf);
          return subgroup === undefined ? [] : [set('Subgroup', subgroup, [])];
        }),
      ),
    ];
  };
  return set('Year', year, [...year.children.flatMap(groupOf), ...crossing(year, names)]);
}

/**
 * Groups across the others of a year: in files of FET a subgroup may lie in several, here it has their names as tags.
 * Each is written in the year of its first subgroup.
 */
function crossing(year: Group, names: FetNames): FetNode[] {
  return [...names.crossing].flatMap(([tag, members]) => {
    if (!year.leaves.includes(members[0]?.index ?? -1)) return [];
    const size = members.reduce((sum, { data }) => sum + data.size, 0);
    return [
      node('Group', [
        node('Name', tag),
        node('Number_of_Students', size),
        node('Comments'),
        ...members.map((member) =>
          node('Subgroup', [
            node('Name', names.groups[member.index]),
            node('Number_of_Students', member.data.size),
            node('Comments'),
          ]),
        ),
      ]),
    ];
  });
}
