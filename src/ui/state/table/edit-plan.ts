import { positions, putItems } from '../../../domain/operations/changes-of.ts';
import { newIdFor } from '../../../domain/operations/new-id.ts';
import type { Change, ItemLists, ListName } from '../../../domain/operations/operation.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { type ParsedCell, parseCell } from './cell-text.ts';
import { type CellReason, type CellValue, type Column, isEmpty, sameValue, type TableDefinition } from './column.ts';
import { namedItem } from './named-item.ts';
import { idOfName, type NamedList, namedLists } from './names.ts';

/** One row of texts to be written; a row without an id becomes a new item. */
export interface EditedRow<Item> {
  readonly id: string | null;
  /** Number of the row as people count, for messages. */
  readonly number: number;
  readonly cells: readonly { readonly column: Column<Item>; readonly text: string }[];
}

/** What to do with names that nothing has: ask first, create what they name, or leave them out. */
export type UnknownNamesChoice = 'ask' | 'create' | 'skip';

export interface RefusedCell {
  readonly row: number;
  /** Key of the column. */
  readonly column: string;
  readonly text: string;
  readonly reason: CellReason;
}

/** What an edit of many cells would do. Cells that are refused stay as they are. */
export interface EditPlan {
  readonly changes: readonly Change[];
  /** Rows, not cells. */
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly unknown: ReadonlyMap<NamedList, readonly string[]>;
  readonly refused: readonly RefusedCell[];
  /** Ids of the rows that were written to, new ones among them. */
  readonly ids: readonly string[];
}

/** All edits of tables come through here: a typed cell is a plan of one, a paste one of thousands. */
export function planEdits<List extends ListName>(
  data: ProblemData,
  definition: TableDefinition<List>,
  rows: readonly EditedRow<ItemLists[List]>[],
  choice: UnknownNamesChoice,
): EditPlan {
  const drafts = draftsOf(data, definition, rows);
  const withDrafts = extended(
    data,
    definition.list,
    drafts.filter(({ isNew }) => isNew).map(({ item }) => item),
  );
  const unknown = unknownNames(withDrafts, rows);
  const created = choice === 'create' ? itemsNamed(withDrafts, unknown) : [];
  let complete = withDrafts;
  for (const { list, items } of created) complete = extended(complete, list, items);
  const refused: RefusedCell[] = [];
  const written = drafts.map((draft) => writtenRow(draft, complete, definition, choice, refused));
  const added = written.filter((row) => row.isNew && row.item !== null);
  const changed = written.filter((row) => !row.isNew && row.item !== null && row.isOther);
  const items = [...changed, ...added].flatMap(({ item }) => item ?? []);
  return {
    changes: [
      ...created.flatMap(({ list, items: made }) => putItems(data, list, made)),
      ...putItems(data, definition.list, items),
    ],
    added: added.length,
    changed: changed.length,
    unchanged: written.filter((row) => !row.isNew && !row.isOther).length,
    unknown,
    refused,
    ids: written.flatMap(({ item }) => item?.id ?? []),
  };
}

interface Draft<Item> {
  readonly item: Item;
  readonly isNew: boolean;
  readonly row: EditedRow<Item>;
}

export function itemsOf<List extends ListName>(data: ProblemData, list: List): readonly ItemLists[List][] {
  // `ProblemData[List]` is this list; TypeScript takes it for any of them.
  return data[list] as unknown as readonly ItemLists[List][];
}

/** New rows get their ids first, so that rows pasted together can refer to each other by name. */
function draftsOf<List extends ListName>(
  data: ProblemData,
  definition: TableDefinition<List>,
  rows: readonly EditedRow<ItemLists[List]>[],
): Draft<ItemLists[List]>[] {
  const items = itemsOf(data, definition.list);
  const at = positions(items);
  const taken = new Set(at.keys());
  return rows.flatMap((row): Draft<ItemLists[List]>[] => {
    const known = row.id === null ? undefined : items[at.get(row.id) ?? -1];
    if (known !== undefined) return [{ item: known, isNew: false, row }];
    if (row.id !== null || row.cells.every(({ text }) => text.trim() === '')) return [];
    const name = row.cells.find(({ column }) => column.isName);
    const blank = definition.blank(newIdFor(name?.text ?? '', taken, definition.list.slice(0, -1)));
    const item = name === undefined || name.text.trim() === '' ? blank : name.column.write(blank, name.text.trim());
    return [{ item, isNew: true, row }];
  });
}

function extended<List extends ListName>(
  data: ProblemData,
  list: List,
  items: readonly ItemLists[List][],
): ProblemData {
  return items.length === 0 ? data : { ...data, [list]: [...data[list], ...items] };
}

function unknownNames(
  data: ProblemData,
  rows: readonly {
    readonly cells: readonly { readonly column: { readonly kind: Column<never>['kind'] }; readonly text: string }[];
  }[],
): ReadonlyMap<NamedList, readonly string[]> {
  const found = new Map<NamedList, Map<string, string>>();
  for (const { cells } of rows) {
    for (const { column, text } of cells) {
      if (column.kind.type !== 'reference' && column.kind.type !== 'references') continue;
      const parsed = parseCell(column.kind, text, data);
      if (parsed.ok || parsed.unknown === undefined || parsed.unknown.list === 'events') continue;
      const { list, names } = parsed.unknown;
      const known = found.get(list) ?? new Map<string, string>();
      for (const name of names) if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), name);
      found.set(list, known);
    }
  }
  return new Map([...found].map(([list, names]) => [list, [...names.values()]]));
}

function itemsNamed(data: ProblemData, unknown: ReadonlyMap<NamedList, readonly string[]>) {
  return namedLists.flatMap((list) => {
    const names = (unknown.get(list) ?? []).filter((name) => idOfName(data, list, name) === undefined);
    const taken = new Set(data[list].map(({ id }) => id));
    const items = names.flatMap((name) => namedItem(list, newIdFor(name, taken, list.slice(0, -1)), name) ?? []);
    return items.length === 0 ? [] : [{ list, items }];
  });
}

/** The item after its cells were written, null when it cannot be; every cell that is refused is noted. */
function writtenRow<List extends ListName>(
  { item: before, isNew, row }: Draft<ItemLists[List]>,
  data: ProblemData,
  definition: TableDefinition<List>,
  choice: UnknownNamesChoice,
  refused: RefusedCell[],
): { readonly item: ItemLists[List] | null; readonly isNew: boolean; readonly isOther: boolean } {
  let item = before;
  for (const { column, text } of row.cells) {
    // an empty cell of a new row says nothing
    if (isNew && text.trim() === '') continue;
    const value = writtenValue(parseCell(column.kind, text, data), choice);
    if (typeof value === 'object' && value !== null && 'key' in value) {
      refused.push({ row: row.number, column: column.key, text, reason: value });
    } else if (!sameValue(column.read(item), value)) item = column.write(item, value);
  }
  const missing = isNew ? definition.columns.find((column) => isMissing(column, item)) : undefined;
  const flaw = missing === undefined ? definition.flaw?.(item, data) : null;
  if (missing !== undefined && !refused.some((cell) => cell.row === row.number && cell.column === missing.key)) {
    refused.push({ row: row.number, column: missing.key, text: '', reason: { key: 'cellNeeded' } });
  }
  if (flaw) {
    const text = row.cells.find(({ column }) => column.key === flaw.column)?.text ?? '';
    refused.push({ row: row.number, column: flaw.column, text, reason: flaw.reason });
  }
  const isGood = missing === undefined && !flaw;
  return { item: isGood ? item : null, isNew, isOther: isGood && item !== before };
}

/** The value to write, or the reason why there is none. */
function writtenValue(parsed: ParsedCell, choice: UnknownNamesChoice): CellValue | CellReason {
  if (parsed.ok) return parsed.value;
  // Somebody who is left out leaves the others there; a cell of one name has nobody else.
  const rest = parsed.unknown?.rest ?? [];
  return choice === 'skip' && rest.length > 0 ? rest : parsed.reason;
}

function isMissing<Item>({ kind, read }: Column<Item>, item: Item): boolean {
  const isNeeded = (kind.type === 'text' || kind.type === 'integer' || kind.type === 'reference') && kind.isNeeded;
  return isNeeded === true && isEmpty(read(item));
}
