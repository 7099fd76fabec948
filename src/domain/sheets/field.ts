import type { ItemLists, ListName } from '../operations/operation.ts';

/** The lists whose items cells name. */
export type NamedList = 'courses' | 'groups' | 'instructors' | 'rooms' | 'events';

/** What a cell holds: a text, a number, ids or words; null is nothing. */
export type FieldValue = string | number | readonly string[] | null;

/** How the text of a cell is read. */
export type FieldKind =
  | { readonly type: 'text'; readonly isNeeded?: true }
  | { readonly type: 'integer'; readonly min: number; readonly max: number; readonly isNeeded?: true }
  | { readonly type: 'reference'; readonly list: NamedList; readonly isNeeded?: true }
  | { readonly type: 'references'; readonly list: NamedList }
  | { readonly type: 'words' }
  /** Weeks of the cycle as numbers from 0 written as texts; empty means every week. */
  | { readonly type: 'weeks' }
  /** Never written. */
  | { readonly type: 'fixed' };

/** One property of the items of a list, as a column of a table or of a sheet. */
export interface ListField<Item> {
  readonly key: string;
  readonly headings: readonly string[];
  readonly kind: FieldKind;
  readonly read: (item: Item) => FieldValue;
  /** The item with the value, which is of the kind. */
  readonly write: (item: Item, value: FieldValue) => Item;
  /** Tells items apart. */
  readonly isName?: true;
}

/** A list of the problem with all that a sheet can say of its items. */
export interface ListTable<List extends ListName> {
  readonly list: List;
  readonly columns: readonly ListField<ItemLists[List]>[];
  readonly blank: (id: string) => ItemLists[List];
}

/** The lists that have a table of their own. */
export type TableList = 'courses' | 'groups' | 'instructors' | 'rooms' | 'events' | 'students';

export type ListTables = { readonly [List in TableList]: ListTable<List> };

export function isEmptyValue(value: FieldValue): boolean {
  return value === null || value === '' || (typeof value === 'object' && value.length === 0);
}

/** True when both hold the same; the order of names does not matter. */
export function sameFieldValue(a: FieldValue, b: FieldValue): boolean {
  if (isEmptyValue(a) || isEmptyValue(b)) return isEmptyValue(a) && isEmptyValue(b);
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a?.length === b?.length && (a ?? []).every((part, index) => part === b?.[index] || b?.includes(part));
}
