import type { ItemLists, ListName } from '../../../domain/operations/operation.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { PlainTextKey } from '../../text/text.tsx';
import type { NamedList } from './names.ts';

/** What a cell holds: a text, a number, ids or words; null is empty. */
export type CellValue = string | number | readonly string[] | null;

/** What may be in a cell, and how it is written. */
export type CellKind =
  | { readonly type: 'text'; readonly isNeeded?: true; readonly suggestions?: (data: ProblemData) => readonly string[] }
  | { readonly type: 'integer'; readonly min: number; readonly max: number; readonly isNeeded?: true }
  /** The id of one item, or ids of several; people see and write names. */
  | { readonly type: 'reference'; readonly list: NamedList; readonly isNeeded?: true }
  | { readonly type: 'references'; readonly list: NamedList }
  /** Free words such as tags and features. */
  | { readonly type: 'words'; readonly suggestions: (data: ProblemData) => readonly string[] }
  /** Weeks of the cycle as numbers from 0 written as texts; empty means every week. */
  | { readonly type: 'weeks' }
  /** Shown, never edited. */
  | { readonly type: 'fixed' };

export interface Column<Item> {
  readonly key: string;
  readonly title: PlainTextKey;
  /** Other words that a spreadsheet may have above this column, in small letters. */
  readonly headings: readonly string[];
  /** In CSS pixels. */
  readonly width: number;
  readonly kind: CellKind;
  readonly read: (item: Item) => CellValue;
  /** The item with the value, which is of the kind. */
  readonly write: (item: Item, value: CellValue) => Item;
  /** Shown only when asked for. */
  readonly isExtra?: true;
  /** Tells items apart when they are pasted again. */
  readonly isName?: true;
}

/** Why a value cannot be: a text of the interface with its parts. */
export type CellReason =
  | { readonly key: 'cellNeeded' | 'cellFixed' | 'cellTooLong' | 'cellCircle' }
  | { readonly key: 'cellWhole'; readonly parts: { readonly min: string; readonly max: string } }
  | { readonly key: 'cellWeeks'; readonly parts: { readonly weeks: number } }
  | { readonly key: 'cellPool'; readonly parts: { readonly pool: number } }
  | { readonly key: 'cellUnknown'; readonly parts: { readonly names: string } };

export interface ItemFlaw {
  /** Key of the column at fault. */
  readonly column: string;
  readonly reason: CellReason;
}

/** A list of the problem as a table, as data. */
export interface TableDefinition<List extends ListName> {
  readonly list: List;
  readonly title: PlainTextKey;
  /** What to enter here, shown while there is nothing. */
  readonly hint: PlainTextKey;
  readonly columns: readonly Column<ItemLists[List]>[];
  /** A new item before anything is written into it. */
  readonly blank: (id: string) => ItemLists[List];
  /** What is wrong with an item though each of its cells is right, or null. */
  readonly flaw?: (item: ItemLists[List], data: ProblemData) => ItemFlaw | null;
}

/** True when both hold the same; an empty list and an empty text are the same as nothing. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a?.length === b?.length && (a ?? []).every((part, index) => part === b?.[index]);
}

export function isEmpty(value: CellValue): boolean {
  return value === null || value === '' || (typeof value === 'object' && value.length === 0);
}

/** Takes a key away when its value is empty, else sets it: absent and empty are the same in the data. */
export function withOptional<Item extends object>(item: Item, key: keyof Item & string, value: unknown): Item {
  const isNothing = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  // Large sheets write tens of thousands of items: most have nothing to take away.
  if (!Object.hasOwn(item, key)) return isNothing ? item : { ...item, [key]: value };
  const { [key]: _, ...rest } = item;
  // The column that calls this gives a value of the key's type.
  return (isNothing ? rest : { ...rest, [key]: value }) as Item;
}
