import { inLocale } from '../words/locale.ts';

/** What is shown of a table, and in which order. */
export interface RowQuery {
  /** Words that all have to occur somewhere in the row. */
  readonly quick: string;
  /** By key of the column: a part of the text, or a comparison such as `>30`. */
  readonly filters: ReadonlyMap<string, string>;
  readonly sort: RowSort | null;
}

export interface RowSort {
  readonly column: string;
  readonly descending: boolean;
}

export const everyRow: RowQuery = { quick: '', filters: new Map(), sort: null };

/** Texts of the cells of an item, by key of the column. */
export type CellTexts<Item> = (item: Item, column: string) => string;

const collator = inLocale((locale) => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }));

/**
 * The ids of the items to show, in order. Sorting is stable, and by number where there are numbers. `wholeOf` gives all texts
 * of an item in small letters.
 */
export function orderedIds<Item extends { readonly id: string }>(
  items: readonly Item[],
  query: RowQuery,
  textOf: CellTexts<Item>,
  wholeOf: (item: Item) => string,
): readonly string[] {
  const words = query.quick
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const filters = [...query.filters].filter(([, text]) => text.trim() !== '');
  const shown = items.filter((item) => {
    if (!filters.every(([column, text]) => passes(textOf(item, column), text.trim()))) return false;
    if (words.length === 0) return true;
    const whole = wholeOf(item);
    return words.every((word) => whole.includes(word));
  });
  const { sort } = query;
  if (sort === null) return shown.map(({ id }) => id);
  const sign = sort.descending ? -1 : 1;
  const texts = new Map(shown.map((item) => [item, textOf(item, sort.column)]));
  const { compare } = collator();
  const order = shown.toSorted((a, b) => sign * compare(texts.get(a) ?? '', texts.get(b) ?? ''));
  return order.map(({ id }) => id);
}

function passes(text: string, filter: string): boolean {
  const comparison = /^(<=|>=|<|>|=)\s*(\d+)$/.exec(filter);
  if (comparison === null) return text.toLowerCase().includes(filter.toLowerCase());
  const [, sign, digits] = comparison;
  const value = text === '' ? Number.NaN : Number(text);
  const wanted = Number(digits);
  if (sign === '=') return value === wanted;
  if (sign === '<') return value < wanted;
  if (sign === '>') return value > wanted;
  return sign === '<=' ? value <= wanted : value >= wanted;
}

/**
 * The order after an edit: rows stay where they are, so that nobody loses the row being worked on; new items come at
 * the end, removed ones go. `given` says which order there would be without that.
 */
export function settledIds(before: readonly string[], items: readonly { readonly id: string }[]): readonly string[] {
  const there = new Set(items.map(({ id }) => id));
  const known = new Set(before);
  return [...before.filter((id) => there.has(id)), ...items.flatMap(({ id }) => (known.has(id) ? [] : [id]))];
}
