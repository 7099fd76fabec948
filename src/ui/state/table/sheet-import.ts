import { positions } from '../../../domain/operations/changes-of.ts';
import type { ItemLists, ListName } from '../../../domain/operations/operation.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { Translate } from '../../text/text.tsx';
import type { Column, TableDefinition } from './column.ts';
import { type EditedRow, itemsOf } from './edit-plan.ts';

/** Key of the column each column of a sheet goes to; null where it is left out. */
export type SheetMapping = readonly (string | null)[];

export interface SheetGuess {
  readonly mapping: SheetMapping;
  readonly hasHeader: boolean;
}

/**
 * Which column of the table each column of a sheet is, guessed from its first row: by title, then by the other words for
 * it. Without any match the first row is data, and the columns are taken in order.
 */
export function guessMapping<List extends ListName>(
  definition: TableDefinition<List>,
  sheet: readonly (readonly string[])[],
  text: Translate,
): SheetGuess {
  const width = Math.max(0, ...sheet.map((row) => row.length));
  const free = new Set(definition.columns.map(({ key }) => key));
  const take = (matches: (column: Column<ItemLists[List]>) => boolean): string | null => {
    const found = definition.columns.find((column) => free.has(column.key) && matches(column));
    if (found !== undefined) free.delete(found.key);
    return found?.key ?? null;
  };
  const headings = Array.from({ length: width }, (_, index) => plain(sheet[0]?.[index] ?? ''));
  const byTitle = headings.map((heading) => take((column) => heading !== '' && plain(text(column.title)) === heading));
  const mapping = headings.map(
    (heading, index) => byTitle[index] ?? take(({ headings: words }) => words.includes(heading)),
  );
  if (mapping.some((key) => key !== null)) return { mapping, hasHeader: true };
  const inOrder = definition.columns.filter(({ kind }) => kind.type !== 'fixed').map(({ key }) => key);
  return { mapping: headings.map((_, index) => inOrder[index] ?? null), hasHeader: false };
}

/** The rows of a sheet, each for the item with its id or, where the sheet has no ids, its name; the rest is new. */
export function sheetRows<List extends ListName>(
  data: ProblemData,
  definition: TableDefinition<List>,
  sheet: readonly (readonly string[])[],
  { mapping, hasHeader }: SheetGuess,
): readonly EditedRow<ItemLists[List]>[] {
  const columns = mapping.map((key) => definition.columns.find((column) => column.key === key));
  const name = columns.findIndex((column) => column?.isName);
  const id = mapping.indexOf('id');
  const items = itemsOf(data, definition.list);
  const idOfName = new Map(
    items.map((item) => [plain(String(columns[name]?.read(item) ?? '')), item.id] as const).toReversed(),
  );
  const known = positions(items);
  const seen = new Set<string>();
  return sheet.slice(hasHeader ? 1 : 0).map((row, index) => {
    const given = (row[id] ?? '').trim();
    const named = plain(row[name] ?? '');
    const found = known.has(given) ? given : named === '' ? undefined : idOfName.get(named);
    // The second row of a name is another item of that name.
    const isFirst = found !== undefined && !seen.has(found);
    if (isFirst) seen.add(found);
    return {
      id: isFirst ? found : null,
      number: index + (hasHeader ? 2 : 1),
      cells: columns.flatMap((column, at) =>
        column === undefined || column.kind.type === 'fixed' ? [] : [{ column, text: row[at] ?? '' }],
      ),
    };
  });
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
