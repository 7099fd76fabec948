import type { ItemLists } from '../../../domain/operations/operation.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { latinMarks } from '../../../domain/written-numbers.ts';
import { listText } from '../words/wording.ts';

/** The lists that cells can refer to. */
export type NamedList = 'courses' | 'groups' | 'instructors' | 'rooms' | 'events';

export const namedLists: readonly NamedList[] = ['courses', 'groups', 'instructors', 'rooms', 'events'];

interface Index {
  readonly nameOf: ReadonlyMap<string, string>;
  readonly idOf: ReadonlyMap<string, string>;
  /** Several names are written in one cell with commas, unless a name has one. */
  readonly hasCommas: boolean;
  /** From which an event without a name of its own has its name. */
  readonly courses: ProblemData['courses'];
}

/** Lists are replaced, never changed: what was found out about one stays true. */
const indices = new WeakMap<readonly unknown[], Index>();

function indexOf(data: ProblemData, list: NamedList): Index {
  const items: readonly ItemLists[NamedList][] = data[list];
  const known = indices.get(items);
  if (known !== undefined && (list !== 'events' || known.courses === data.courses)) return known;
  const shown = list === 'events' ? eventNames(data) : null;
  const nameOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  let hasCommas = false;
  for (const item of items) {
    const name = shown?.get(item.id) ?? item.name ?? item.id;
    nameOf.set(item.id, name);
    const key = plain(name);
    hasCommas ||= key.includes(',');
    if (!idOf.has(key)) idOf.set(key, item.id);
  }
  for (const { id } of items) if (!idOf.has(plain(id))) idOf.set(plain(id), id);
  const made = { nameOf, idOf, hasCommas, courses: data.courses };
  indices.set(items, made);
  return made;
}

/** Its own name, else that of its course; the id with it where several are called alike, so that a name means one. */
function eventNames({ events, courses }: ProblemData): ReadonlyMap<string, string> {
  const courseNames = new Map(courses.map(({ id, name }) => [id, name]));
  const called = ({ name, courseId, id }: ProblemData['events'][number]) => name ?? courseNames.get(courseId) ?? id;
  const counts = new Map<string, number>();
  for (const event of events) counts.set(plain(called(event)), (counts.get(plain(called(event))) ?? 0) + 1);
  return new Map(
    events.map((event) => {
      const name = called(event);
      return [event.id, counts.get(plain(name)) === 1 ? name : `${name} (${event.id})`];
    }),
  );
}

function plain(name: string): string {
  return latinMarks(name).trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The name people see; the id where there is none. */
export function nameOf(data: ProblemData, list: NamedList, id: string): string {
  return indexOf(data, list).nameOf.get(id) ?? id;
}

/** The id of the item of that name or id, whatever the capitals and blanks; names come before ids. */
export function idOfName(data: ProblemData, list: NamedList, name: string): string | undefined {
  return indexOf(data, list).idOf.get(plain(name));
}

export function joinedNames(data: ProblemData, list: NamedList, ids: readonly string[]): string {
  const { nameOf: called, hasCommas } = indexOf(data, list);
  const names = ids.map((id) => called.get(id) ?? id);
  return hasCommas ? names.join('; ') : listText(names);
}

/**
 * The names in a cell. Semicolons and line breaks always separate, commas only where the whole piece is no name itself,
 * as in "Rai, P.".
 */
export function splitNames(data: ProblemData, list: NamedList, text: string): readonly string[] {
  const pieces = latinMarks(text)
    .split(/[;\n]/)
    .flatMap((piece) => {
      if (!piece.includes(',') || idOfName(data, list, piece) !== undefined) return [piece];
      return piece.split(',');
    });
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Names that begin with or contain what was typed, the first of them best. */
export function matchingNames(names: Iterable<string>, typed: string, most: number): readonly string[] {
  const wanted = plain(typed);
  const first: string[] = [];
  const others: string[] = [];
  for (const name of names) {
    const at = plain(name).indexOf(wanted);
    if (at === 0) first.push(name);
    else if (at > 0) others.push(name);
    if (first.length >= most) break;
  }
  return [...first, ...others].slice(0, most);
}

export function allNames(data: ProblemData, list: NamedList): Iterable<string> {
  return indexOf(data, list).nameOf.values();
}
