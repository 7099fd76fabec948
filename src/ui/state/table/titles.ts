import type { Column } from './column.ts';

/**
 * The columns that a row of a spreadsheet names, in its order, undefined where its cell is empty. Null for a row that is
 * none of titles: one of its cells is no title of this table, or it is a single word that is not above names.
 */
export function columnsOfTitles<Item>(
  row: readonly string[],
  columns: readonly Column<Item>[],
  titleOf: (column: Column<Item>) => string,
): readonly (Column<Item> | undefined)[] | null {
  const titles = row.map((cell) => cell.trim().toLowerCase());
  const named = titles.map((title) =>
    title === ''
      ? undefined
      : columns.find((column) => titleOf(column).toLowerCase() === title || column.headings.includes(title)),
  );
  const found = named.filter((column) => column !== undefined);
  const isEveryKnown = titles.every((title, index) => title === '' || named[index] !== undefined);
  const isEnough = found.length > 1 || (row.length === 1 && found[0]?.isName === true);
  return isEveryKnown && isEnough && new Set(found).size === found.length ? named : null;
}
