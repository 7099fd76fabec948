import { nameIn } from './data-names.ts';
import type { ProblemData, Scope } from './problem-data.ts';

/** What the sentence of a rule says about those it is about. */
export type Subject = 'scope' | 'event' | 'events' | 'together';
export const subjects: readonly string[] = ['scope', 'event', 'events', 'together'] satisfies readonly Subject[];

/** At most so many are named; the rest are counted. `all` names everybody, for lists that are signed. */
export type NameLimit = number | 'all';

/** Whom a sentence is about, and whether its verb follows one, all of them as one, or each of several. */
export interface SubjectText {
  readonly text: string;
  readonly number: 'one' | 'all' | 'each';
}

const singular = {
  events: 'event',
  courses: 'course',
  groups: 'group',
  instructors: 'instructor',
  rooms: 'room',
} as const;

/**
 * `scope`: each of those in scope ("every group", "Ada and Ben each"). `event`: each event of theirs. `events`: their events,
 * compared with each other inside each of them. `together`: all their events as one.
 */
export function subjectText(data: ProblemData, scope: Scope, subject: Subject, most: NameLimit): SubjectText {
  if (subject === 'scope' || (subject === 'event' && scope.of === 'events')) return eachText(data, scope, most);
  const except = exceptText(data, scope, most);
  const all = subject === 'together' ? `all ${scope.of}` : `each ${singular[scope.of]}`;
  const whom = names(data, scope, most) ?? `${all}${taggedText(scope)}`;
  if (subject === 'event') {
    return { text: `every event of ${eachText(data, scope, most).text}`, number: 'one' };
  }
  if (scope.of === 'events') {
    return { text: `${names(data, scope, most) ?? `all events${taggedText(scope)}`}${except}`, number: 'all' };
  }
  const several = (scope.ids?.length ?? 0) > 1;
  const inside = several && subject === 'events' ? `each of ${whom}` : whom;
  return { text: `the events of ${inside}${except}`, number: 'all' };
}

function eachText(data: ProblemData, scope: Scope, most: NameLimit): SubjectText {
  const except = exceptText(data, scope, most);
  const called = names(data, scope, most);
  if (called === null) {
    return { text: `every ${singular[scope.of]}${taggedText(scope)}${except}`, number: 'one' };
  }
  return { text: called + except, number: (scope.ids?.length ?? 0) > 1 ? 'each' : 'one' };
}

/** Null when the scope names nobody. */
function names(data: ProblemData, { of, ids, tags }: Scope, most: NameLimit): string | null {
  if (ids === undefined) return null;
  const called = listed(
    ids.map((id) => nameIn(data, of, id)),
    most,
  );
  const tagged = tags === undefined || tags.length === 0 ? '' : ` and every ${singular[of]}${taggedText({ of, tags })}`;
  return (called === '' ? 'nobody yet' : called) + tagged;
}

function taggedText({ tags }: Scope): string {
  return tags === undefined ? '' : ` tagged ${tags.length === 0 ? 'with nothing yet' : listed(tags, 'all', 'or')}`;
}

function exceptText(data: ProblemData, { of, except }: Scope, most: NameLimit): string {
  if (except === undefined || except.length === 0) return '';
  return ` except ${listed(
    except.map((id) => nameIn(data, of, id)),
    most,
  )}`;
}

/** `a`, `a and b`, `a, b, c and 4 others`. */
export function listed(items: readonly string[], most: NameLimit, last: 'and' | 'or' = 'and'): string {
  if (most !== 'all' && items.length > most + 1) {
    return `${items.slice(0, most).join(', ')} ${last} ${items.length - most} others`;
  }
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
