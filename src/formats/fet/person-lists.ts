import type { FetContext } from './context.ts';
import type { FetActivity } from './file.ts';
import type { People } from './people-rules.ts';

/**
 * The activities of each teacher, or of each smallest set of students, out of some; lists that are equal come once.
 * `ids` are the people meant, all when it is undefined.
 */
export function listsOfPeople(
  people: People,
  activities: readonly FetActivity[],
  ids: readonly string[] | undefined,
  context: FetContext,
): readonly (readonly FetActivity[])[] {
  const lists = people.startsWith('Teacher') ? byTeacher(activities, ids) : byStudents(activities, ids, context);
  return [...new Map(lists.map((list) => [list.map(({ id }) => id).join(' '), list])).values()];
}

export function hoursOf(activities: readonly FetActivity[]): number {
  return activities.reduce((sum, { duration }) => sum + duration, 0);
}

function byTeacher(activities: readonly FetActivity[], ids: readonly string[] | undefined): FetActivity[][] {
  const wanted = ids === undefined ? null : new Set(ids);
  const lists = new Map<string, FetActivity[]>();
  for (const activity of activities) {
    for (const teacher of new Set(activity.teachers)) {
      if (wanted === null || wanted.has(teacher)) add(lists, teacher, activity);
    }
  }
  return [...lists.values()];
}

function byStudents(
  activities: readonly FetActivity[],
  ids: readonly string[] | undefined,
  { students }: FetContext,
): FetActivity[][] {
  const lists = new Map<string, FetActivity[]>();
  const wanted = ids === undefined ? null : new Set(ids.flatMap((id) => [...students.membersOf(id)]));
  for (const activity of activities) {
    for (const member of new Set(activity.students.flatMap((set) => [...students.membersOf(set)]))) {
      if (wanted === null || wanted.has(member)) add(lists, member, activity);
    }
  }
  return [...lists.values()];
}

function add(lists: Map<string, FetActivity[]>, key: string, activity: FetActivity): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [activity]);
  else list.push(activity);
}
