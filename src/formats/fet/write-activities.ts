import type { Event } from '../../domain/problem.ts';
import type { AssignmentData } from '../../domain/timetable.ts';
import type { FetNames } from './names.ts';
import { type FetNode, node, nodes, verbatim } from './print.ts';

interface Part {
  readonly number: number;
  readonly group: number;
  readonly duration: number;
}

/**
 * The list of activities: one for each event, then those that are not active, as they were. Activities split in a file
 * keep the id they have in common; `assigned` is by event id, because FET does not choose teachers itself.
 */
export function activityList(names: FetNames, assigned: ReadonlyMap<string, AssignmentData>): FetNode {
  const { problem, details } = names;
  const inactive = problem.data.notEnforced.filter(
    ({ format, kind }) => format === 'fet' && kind.startsWith('Activity '),
  );
  const groupOf = (event: Event) => (names.ownNumbers ? Number(details.field(list, event.id, groupField)) || 0 : 0);
  const parts = [
    ...problem.events.map((event): Part => {
      return { number: names.activities[event.index] ?? 0, group: groupOf(event), duration: event.duration };
    }),
    ...inactive.flatMap(({ text }) => partsIn(text)),
  ];
  const totals = new Map<number, number>();
  for (const { group, duration } of parts) totals.set(group, (totals.get(group) ?? 0) + duration);
  // The id of a group is that of one of its parts; when that one is gone, another gives its own.
  const idOf = new Map<number, number>();
  for (const { group, number } of parts) idOf.set(group, Math.min(idOf.get(group) ?? number, number));
  const numbers = new Set(parts.filter(({ group, number }) => group === number).map(({ number }) => number));
  return node(list, [
    ...problem.events.map((event) => {
      const group = groupOf(event);
      const id = group === 0 || numbers.has(group) ? group : (idOf.get(group) ?? 0);
      const total = group === 0 ? event.duration : (totals.get(group) ?? event.duration);
      const item = activityOf(event, names, assigned.get(event.id), id, total);
      return names.ownNumbers ? details.complete(list, event.id, item, [groupField]) : item;
    }),
    ...inactive.map(({ text }) => verbatim(text)),
  ]);
}

const list = 'Activities_List';
const groupField = 'Activity_Group_Id';

/** Numbers of activities that are kept as text. */
function partsIn(text: string): Part[] {
  const number = (activity: string, name: string) =>
    Number(new RegExp(`<${name}>\\s*(\\d+)\\s*<`).exec(activity)?.[1] ?? 0);
  return [...text.matchAll(/<Activity>[\s\S]*?<\/Activity>/g)].map(([activity]) => ({
    number: number(activity, 'Id'),
    group: number(activity, groupField),
    duration: number(activity, 'Duration'),
  }));
}

function activityOf(
  event: Event,
  names: FetNames,
  assigned: AssignmentData | undefined,
  group: number,
  total: number,
): FetNode {
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
    ...nodes('Students', [...new Set(event.groups.flatMap((index) => names.setsOf(index)))]),
    node('Duration', event.duration),
    node('Total_Duration', total),
    node('Id', names.activities[event.index]),
    node(groupField, group),
    ...(data?.size === undefined ? [] : [node('Number_Of_Students', data.size)]),
    node('Active', true),
    node('Comments'),
  ]);
}
