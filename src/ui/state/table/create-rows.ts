import { type Accessor, createMemo, createSignal } from 'solid-js';
import { positions } from '../../../domain/operations/changes-of.ts';
import type { ItemLists, ListName } from '../../../domain/operations/operation.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { cellText } from './cell-text.ts';
import type { Column, TableDefinition } from './column.ts';
import { itemsOf } from './edit-plan.ts';
import { everyRow, orderedIds, type RowQuery, settledIds } from './row-order.ts';

/** The rows of a table and the columns shown. After the last item there is one more row, for the next one. */
export interface TableRows<List extends ListName> {
  readonly ids: Accessor<readonly string[]>;
  readonly query: Accessor<RowQuery>;
  setQuery(change: Partial<RowQuery>): void;
  readonly columns: Accessor<readonly Column<ItemLists[List]>[]>;
  /** Keys of the extra columns that are shown. */
  readonly extra: Accessor<ReadonlySet<string>>;
  toggleColumn(key: string): void;
  readonly rowCount: Accessor<number>;
  itemAt(row: number): ItemLists[List] | undefined;
  textAt(row: number, column: number): string;
}

interface Shown {
  readonly query: RowQuery;
  readonly items: readonly { readonly id: string }[];
  readonly ids: readonly string[];
}

export function createTableRows<List extends ListName>(
  definition: TableDefinition<List>,
  data: Accessor<ProblemData>,
): TableRows<List> {
  const [query, setQuery] = createSignal<RowQuery>(everyRow);
  const [extra, setExtra] = createSignal<ReadonlySet<string>>(new Set());
  const items = createMemo(() => itemsOf(data(), definition.list));
  const columns = createMemo(() => definition.columns.filter(({ key, isExtra }) => !isExtra || extra().has(key)));
  const byKey = new Map(definition.columns.map((column) => [column.key, column]));
  const textOf = (item: ItemLists[List], key: string) => {
    const column = byKey.get(key);
    return column === undefined ? '' : cellText(column.kind, column.read(item), data());
  };
  // Every key pressed in the search field looks through all rows: their texts are joined once for the same data.
  const wholes = createMemo(() => {
    data();
    return new Map<ItemLists[List], string>();
  });
  const wholeOf = (item: ItemLists[List]) => {
    const known = wholes().get(item);
    if (known !== undefined) return known;
    const made = definition.columns
      .map(({ key }) => textOf(item, key))
      .join('\n')
      .toLowerCase();
    wholes().set(item, made);
    return made;
  };
  const shown = createMemo<Shown>((before) => {
    const list = items();
    const wanted = query();
    const isPlain = wanted.sort === null && wanted.quick === '' && wanted.filters.size === 0;
    if (before !== undefined && before.query === wanted && !isPlain) {
      if (before.items === list) return before;
      // what a filter had left out before the edit stays out
      const hidden = new Set(before.items.map(({ id }) => id));
      for (const id of before.ids) hidden.delete(id);
      return {
        query: wanted,
        items: list,
        ids: settledIds(
          before.ids,
          list.filter(({ id }) => !hidden.has(id)),
        ),
      };
    }
    return { query: wanted, items: list, ids: orderedIds(list, wanted, textOf, wholeOf) };
  });
  const ids = () => shown().ids;
  const itemAt = (row: number) => {
    const id = ids()[row];
    return id === undefined ? undefined : items()[positions(items()).get(id) ?? -1];
  };
  return {
    ids,
    query,
    setQuery: (change) => void setQuery((before) => ({ ...before, ...change })),
    columns,
    extra,
    toggleColumn(key) {
      setExtra((before) => {
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      });
    },
    rowCount: () => ids().length + 1,
    itemAt,
    textAt(row, column) {
      const item = itemAt(row);
      const shownColumn = columns()[column];
      return item === undefined || shownColumn === undefined
        ? ''
        : cellText(shownColumn.kind, shownColumn.read(item), data());
    },
  };
}
