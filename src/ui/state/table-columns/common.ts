import type { ProblemData } from '../../../domain/problem-data.ts';
import type { CellValue, Column } from '../table/column.ts';
import { withOptional } from '../table/column.ts';

/** Largest size, capacity or count that a person may enter; the same as `buildProblem` allows. */
export const largestNumber = 1_000_000;

export function idColumn<Item extends { readonly id: string }>(): Column<Item> {
  return {
    key: 'id',
    title: 'columnId',
    headings: ['id', 'code', 'key'],
    width: 120,
    kind: { type: 'fixed' },
    read: ({ id }) => id,
    write: (item) => item,
    isExtra: true,
  };
}

export function nameColumn<Item extends { readonly name: string }>(headings: readonly string[]): Column<Item> {
  return {
    key: 'name',
    title: 'columnName',
    headings: ['name', 'title', ...headings],
    width: 220,
    kind: { type: 'text', isNeeded: true },
    read: ({ name }) => name,
    write: (item, name) => ({ ...item, name: String(name) }),
    isName: true,
  };
}

export function tagsColumn<Item extends { readonly tags?: readonly string[] }>(
  list: 'courses' | 'rooms' | 'instructors' | 'groups' | 'events',
): Column<Item> {
  return {
    key: 'tags',
    title: 'columnTags',
    headings: ['tags', 'tag', 'labels'],
    width: 140,
    kind: { type: 'words', suggestions: (data) => wordsOf(data[list].flatMap(({ tags }) => tags ?? [])) },
    read: ({ tags }) => tags ?? null,
    write: (item, tags) => withOptional(item, 'tags', tags),
  };
}

export function wordsOf(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort((a, b) => a.localeCompare(b));
}

export function featuresOf(data: ProblemData): readonly string[] {
  return wordsOf([...data.rooms, ...data.events].flatMap(({ features }) => features ?? []));
}

export function roomTypesOf(data: ProblemData): readonly string[] {
  const asked = data.events.flatMap(({ roomTypes }) => roomTypes ?? []);
  return wordsOf([...data.rooms.flatMap(({ type }) => type ?? []), ...asked]);
}

/** A list of ids or words; nothing is no list. */
export function listOf(value: CellValue): readonly string[] {
  return typeof value === 'object' && value !== null ? value : [];
}
