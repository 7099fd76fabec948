import type { ProblemData } from '../problem-data.ts';
import { finish, type Steps } from '../steps.ts';
import { listed, type Wording } from '../wording/wording.ts';
import { folded } from './folding.ts';

export type FoundKind = 'course' | 'group' | 'instructor' | 'room' | 'event' | 'student' | 'rule' | 'command';

/** Something that can be searched for by its names. */
export interface SearchEntry {
  readonly kind: FoundKind;
  readonly id: string;
  /** What it is called; found before what else is told of it. */
  readonly name: string;
  /** What tells it from others of that name, for example its groups; found, too. */
  readonly detail: string;
  /** Further words that find it, for example its id or tags. */
  readonly more: string;
}

interface IndexedEntry {
  readonly entry: SearchEntry;
  readonly name: string;
  readonly more: string;
}

/** Entries by kind, in the order in which kinds are offered when they fit alike. */
export type SearchIndex = readonly IndexedEntry[];

const orderOfKind: readonly FoundKind[] = [
  ...(['command', 'course', 'group', 'instructor', 'room', 'event', 'student', 'rule'] as const),
];
const entriesOfStep = 100;

export function searchIndexOf(entries: Iterable<SearchEntry>): SearchIndex {
  return finish(searchIndexSteps(entries));
}

/** Ready to be searched, in short steps. Entries of one kind keep their order. */
export function* searchIndexSteps(entries: Iterable<SearchEntry>): Steps<SearchIndex> {
  const index: IndexedEntry[] = [];
  for (const entry of entries) {
    index.push({ entry, name: folded(entry.name), more: folded(`${entry.detail} ${entry.more}`) });
    if (index.length % entriesOfStep === 0) yield;
  }
  yield;
  return orderOfKind.flatMap((kind) => index.filter((item) => item.entry.kind === kind));
}

/** Everything of a project that has a name, but its rules, whose sentences belong to the interface. */
export function* projectEntries(data: ProblemData, wording?: Wording): Generator<SearchEntry> {
  const groupNames = new Map(data.groups.map(({ id, name }) => [id, name]));
  const called = (groupIds: Iterable<string>) =>
    listed(
      [...groupIds].map((id) => groupNames.get(id) ?? id),
      wording,
    );
  const groupsOf = groupsByCourse(data);
  for (const { id, name, tags } of data.courses) {
    yield { kind: 'course', id, name, detail: called(groupsOf.get(id) ?? []), more: words(id, tags) };
  }
  for (const { id, name, tags, parentId } of data.groups) {
    yield { kind: 'group', id, name, detail: called(parentId === undefined ? [] : [parentId]), more: words(id, tags) };
  }
  for (const { id, name, tags } of data.instructors) {
    yield { kind: 'instructor', id, name, detail: listed(tags ?? [], wording), more: id };
  }
  for (const { id, name, tags, type, building, features } of data.rooms) {
    const detail = listed(
      [type, building].filter((part) => part !== undefined),
      wording,
    );
    yield { kind: 'room', id, name, detail, more: words(id, features, tags) };
  }
  const courseNames = new Map(data.courses.map(({ id, name }) => [id, name]));
  for (const { id, name, courseId, groupIds, tags } of data.events) {
    const course = courseNames.get(courseId) ?? courseId;
    const detail = listed([...(name === undefined ? [] : [course]), called(groupIds)].filter(Boolean), wording);
    yield { kind: 'event', id, name: name ?? course, detail, more: words(id, tags) };
  }
  for (const { id, name } of data.students) {
    yield { kind: 'student', id, name: name ?? id, detail: name === undefined ? '' : id, more: '' };
  }
}

function groupsByCourse({ events }: ProblemData): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { courseId, groupIds } of events) {
    const list = groups.get(courseId) ?? new Set();
    for (const group of groupIds) list.add(group);
    groups.set(courseId, list);
  }
  return groups;
}

function words(...parts: readonly (string | readonly string[] | undefined)[]): string {
  return parts.flatMap((part) => part ?? []).join(' ');
}

/** So that fifty lessons do not keep the teacher out of the list. */
const mostOfKind = 8;

/**
 * The entries that every word of the query is found in, the best `limit` of them and at most eight of a kind: names
 * before further words; the whole name, its beginning, the beginning of a word, then anywhere. Capitals and accents make
 * no difference.
 */
export function search(index: SearchIndex, query: string, limit: number): readonly SearchEntry[] {
  const whole = folded(query.trim());
  if (whole === '') return [];
  const parts = whole.split(/\s+/);
  const byRank: Shortlist[] = [];
  for (const item of index) {
    const rank = rankOf(item, whole, parts);
    if (rank < 0) continue;
    byRank[rank] ??= createShortlist();
    byRank[rank]?.add(item.entry);
  }
  const found = createShortlist();
  for (const list of byRank) for (const entry of list?.entries ?? []) found.add(entry);
  return found.entries.slice(0, limit);
}

interface Shortlist {
  readonly entries: readonly SearchEntry[];
  add(entry: SearchEntry): void;
}

/** The first few of each kind. The five lessons of a class read alike: the first stands for them. */
function createShortlist(): Shortlist {
  const entries: SearchEntry[] = [];
  const taken = new Map<FoundKind, number>();
  const told = new Set<string>();
  return {
    entries,
    add(entry) {
      const before = taken.get(entry.kind) ?? 0;
      if (before >= mostOfKind) return;
      const line = `${entry.kind}\n${entry.name}\n${entry.detail}`;
      if (told.has(line)) return;
      told.add(line);
      taken.set(entry.kind, before + 1);
      entries.push(entry);
    },
  };
}

/** 0 is best; -1 when some word is not found. */
function rankOf({ name, more }: IndexedEntry, whole: string, words: readonly string[]): number {
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  let worst = 2;
  for (const word of words) {
    const rank = placeOf(name, word);
    if (rank >= 0) worst = Math.max(worst, 2 + rank);
    else {
      const further = placeOf(more, word);
      if (further < 0) return -1;
      worst = Math.max(worst, 4 + further);
    }
  }
  return worst;
}

/** 0 at the beginning of a word, 1 inside one, -1 nowhere. */
function placeOf(text: string, word: string): number {
  let at = text.indexOf(word);
  if (at < 0) return -1;
  for (; at >= 0; at = text.indexOf(word, at + 1)) if (at === 0 || isBoundary(text, at)) return 0;
  return 1;
}

/** A word begins after a space or a sign, and where digits follow letters ("BCE2A" is found by "2a"). */
function isBoundary(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const isDigit = (letter: string) => letter >= '0' && letter <= '9';
  return !isWordLetter(before) || isDigit(before) !== isDigit(text[at] ?? ' ');
}

function isWordLetter(letter: string): boolean {
  return letter > '\u007f' || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}
