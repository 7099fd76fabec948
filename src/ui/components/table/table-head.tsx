import { For, type JSX, Show } from 'solid-js';
import type { ListName } from '../../../domain/operations/operation.ts';
import type { Table } from '../../state/table/create-table.ts';
import type { RowSort } from '../../state/table/row-order.ts';
import { useText } from '../../text/text.tsx';

/** Titles that sort, and a filter below each when asked for. */
export function TableHead<List extends ListName>(props: {
  readonly table: Table<List>;
  readonly hasFilters: boolean;
}): JSX.Element {
  const text = useText();
  const { rows } = props.table;
  const sort = () => rows.query().sort;
  const direction = (key: string) => {
    const now = sort();
    return now?.column !== key ? 'none' : now.descending ? 'descending' : 'ascending';
  };
  const setFilter = (key: string, value: string) => {
    const filters = new Map(rows.query().filters);
    if (value === '') filters.delete(key);
    else filters.set(key, value);
    rows.setQuery({ filters });
  };
  return (
    <thead>
      <tr aria-rowindex="1">
        <th class="row-header">
          <span class="visually-hidden">{text('tableRowHeader')}</span>
        </th>
        <For each={rows.columns()}>
          {(column, position) => (
            <th
              scope="col"
              aria-colindex={position() + 2}
              aria-sort={direction(column.key)}
              style={{ 'inline-size': `${column.width}px` }}
            >
              <button
                type="button"
                class="plain column-sort"
                onClick={() => rows.setQuery({ sort: nextSort(sort(), column.key) })}
              >
                <span class="ellipsis">{text(column.title)}</span>
                <span class="sort-mark" data-direction={direction(column.key)} aria-hidden="true" />
              </button>
              <Show when={props.hasFilters}>
                <input
                  class="column-filter"
                  type="search"
                  value={rows.query().filters.get(column.key) ?? ''}
                  aria-label={text('tableFilterLabel', { column: text(column.title) })}
                  title={text('tableFilterHint')}
                  onInput={(event) => setFilter(column.key, event.currentTarget.value)}
                  onKeyDown={(event) => event.stopPropagation()}
                  onPaste={(event) => event.stopPropagation()}
                />
              </Show>
            </th>
          )}
        </For>
      </tr>
    </thead>
  );
}

/** Up, down, and as in the project. */
function nextSort(sort: RowSort | null, column: string): RowSort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}
