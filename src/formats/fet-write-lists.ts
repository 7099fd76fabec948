import type { Event, Group } from '../domain/problem.ts';
import type { AssignmentData } from '../domain/timetable.ts';
import type { FetNames } from './fet-names.ts';
import { type FetNode, node, nodes } from './fet-print.ts';
import { noRoomId } from './fet-rooms.ts';

/** The lists of a file before its constraints. `assigned` is by event id: FET does not choose teachers itself. */
export function fetLists(names: FetNames, assigned: ReadonlyMap<string, AssignmentData>): FetNode[] {
  const { problem } = names;
  const tags = [...new Set(problem.events.flatMap((event) => event.tags))];
  const buildings = [...new Set(problem.rooms.flatMap(({ building }) => building ?? []))];
  const named = (list: string, item: string, all: readonly string[]) =>
    node(
      list,
      all.map((name) => node(item, [node('Name', name), node('Comments')])),
    );
  const counted = (list: string, item: string, all: readonly string[]) =>
    node(list, [node(`Number_of_${item}s`, all.length), ...all.map((name) => node(item, [node('Name', name)]))]);
  return [
    counted('Days_List', 'Day', names.days),
    counted('Hours_List', 'Hour', names.hours),
    named('Subjects_List', 'Subject', names.courses),
    named('Activity_Tags_List', 'Activity_Tag', tags),
    node(
      'Teachers_List',
      names.instructors.map((name) =>
        node('Teacher', [
          node('Name', name),
          node('Target_Number_of_Hours', 0),
          node('Qualified_Subjects', []),
          node('Comments'),
        ]),
      ),
    ),
    node(
      'Students_List',
      problem.groups.filter(({ parent }) => parent < 0).map((group) => yearOf(group, names)),
    ),
    node(
      'Activities_List',
      problem.events.map((event) => activityOf(event, names, assigned.get(event.id))),
    ),
    named('Buildings_List', 'Building', buildings),
    node(
      'Rooms_List',
      problem.rooms.flatMap(({ id, building, capacity }, index) =>
        id === noRoomId
          ? []
          : [
              node('Room', [
                node('Name', names.rooms[index]),
                node('Building', building ?? ''),
                node('Capacity', capacity),
                node('Virtual', false),
                node('Comments'),
              ]),
            ],
      ),
    ),
  ];
}

function yearOf(year: Group, names: FetNames): FetNode {
  const { groups } = names.problem;
  const member = (index: number) => groups[index];
  const set = (tag: string, group: Group, inside: readonly FetNode[]) =>
    node(tag, [
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
  const { groups } = names.problem;
  const subgroups = groups.filter((group) => group.children.length === 0 && names.depthOf(group) >= 2);
  const taken = new Set(names.groups);
  const membersOf = new Map<string, Group[]>();
  for (const group of subgroups) {
    for (const tag of group.data.tags ?? []) {
      if (!taken.has(tag)) membersOf.set(tag, [...(membersOf.get(tag) ?? []), group]);
    }
  }
  return [...membersOf].flatMap(([tag, members]) => {
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

function activityOf(event: Event, names: FetNames, assigned: AssignmentData | undefined): FetNode {
  const { problem } = names;
  const data = problem.data.events[event.index];
  const teachers = event.instructorsFixed
    ? event.instructors.map(({ index }) => names.instructors[index] ?? '')
    : problem.instructors.flatMap(({ id }, index) =>
        assigned?.instructorIds.includes(id) ? [names.instructors[index] ?? ''] : [],
      );
  return node('Activity', [
    ...nodes('Teacher', teachers),
    node('Subject', names.courses[event.course]),
    ...nodes('Activity_Tag', event.tags),
    ...nodes('Students', [...new Set(event.groups.flatMap((group) => names.setsOf(group)))]),
    node('Duration', event.duration),
    node('Total_Duration', event.duration),
    node('Id', names.activities[event.index]),
    node('Activity_Group_Id', 0),
    ...(data?.size === undefined ? [] : [node('Number_Of_Students', data.size)]),
    node('Active', true),
    node('Comments'),
  ]);
}
