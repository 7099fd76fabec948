import type { ProblemData, ScopeTarget } from './problem-data.ts';

type Named = { readonly id: string; readonly name?: string };

/** Lists are never changed, only replaced: their names are looked up once. */
const namesOf = new WeakMap<readonly Named[], ReadonlyMap<string, string>>();

/**
 * What somebody or something is called, by id; the id itself when there is nobody of that id. An event without a name of
 * its own is called as its course.
 */
export function nameIn(data: ProblemData, of: ScopeTarget, id: string): string {
  if (of !== 'events') return namesIn(data[of]).get(id) ?? id;
  const courseId = coursesOf(data).get(id);
  const own = namesIn(data.events).get(id);
  if (own !== undefined && own !== '') return own;
  return courseId === undefined ? id : (namesIn(data.courses).get(courseId) ?? courseId);
}

/** Whether there is somebody of that id. */
export function isKnown(data: ProblemData, of: ScopeTarget, id: string): boolean {
  return namesIn(data[of]).has(id);
}

function namesIn(list: readonly Named[]): ReadonlyMap<string, string> {
  const known = namesOf.get(list);
  if (known !== undefined) return known;
  const made = new Map(list.map(({ id, name }) => [id, name ?? '']));
  namesOf.set(list, made);
  return made;
}

const courseOf = new WeakMap<ProblemData['events'], ReadonlyMap<string, string>>();

function coursesOf({ events }: ProblemData): ReadonlyMap<string, string> {
  const known = courseOf.get(events);
  if (known !== undefined) return known;
  const made = new Map(events.map(({ id, courseId }) => [id, courseId]));
  courseOf.set(events, made);
  return made;
}
