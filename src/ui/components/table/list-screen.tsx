import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, type JSX, on, onMount, Show } from 'solid-js';
import type { ListName } from '../../../domain/operations/operation.ts';
import { useProject } from '../../app-state.tsx';
import { useQuery } from '../../state/frame/query.ts';
import type { TableDefinition } from '../../state/table/column.ts';
import { createTable, type Table } from '../../state/table/create-table.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { DataTable } from './data-table.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { RemovalDialog } from './removal-dialog.tsx';
import { TableToolbar } from './table-toolbar.tsx';

/** One list of the problem: tools, table, and what it asks and says. */
export function ListScreen<List extends ListName>(props: {
  readonly definition: TableDefinition<List>;
  readonly tools?: (table: Table<List>, focus: () => void) => JSX.Element;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const [address] = useQuery<{ item?: string }>();
  const table = createTable(props.definition, project, ({ title }) => text(title));
  const [hasFilters, setFilters] = createSignal(false);
  const navigate = useNavigate();
  let focusGrid = () => {};
  const focus = () => queueMicrotask(() => focusGrid());
  const total = () => project.data()[props.definition.list].length;
  const message = () => {
    const said = table.message();
    if (said === null) return '';
    return said.key === 'tableDone' ? text(said.key, said.parts) : text(said.key, said.parts);
  };
  // An empty list has one thing to do, and draws where it is done: what is typed or pasted goes there.
  onMount(() => {
    if (total() === 0) focus();
  });
  createEffect(
    on(
      () => address.item,
      (item) => {
        const row = item === undefined ? -1 : table.rows.ids().indexOf(item);
        if (row < 0) return;
        const column = table.rows.columns().findIndex(({ isName }) => isName);
        table.select({
          anchor: { row, column: table.rows.columns().length - 1 },
          focus: { row, column: Math.max(0, column) },
        });
        setTimeout(() => focusGrid());
      },
    ),
  );
  return (
    <div class="list-screen">
      <TableToolbar
        table={table}
        hasFilters={hasFilters()}
        onFilters={(shown) => {
          setFilters(shown);
          if (!shown) table.rows.setQuery({ filters: new Map() });
        }}
        onImport={() => navigate(`/p/${project.id}/import?as=${props.definition.list}`)}
        onFocus={focus}
      >
        {props.tools?.(table, focus)}
      </TableToolbar>
      <Show when={total() === 0}>
        <p class="table-hint">{text('tableEmpty', { hint: text(props.definition.hint) })}</p>
      </Show>
      <Show when={total() > 0 && table.rows.ids().length === 0}>
        <p class="table-hint">{text('tableNothingFound')}</p>
      </Show>
      <DataTable
        table={table}
        hasFilters={hasFilters()}
        onReady={(ready) => {
          focusGrid = ready;
        }}
      />
      <p class="table-status">
        <span class="muted table-count">
          {text('tableRows', { shown: wholeNumber(table.rows.ids().length), total: wholeNumber(total()) })}
        </span>
        <span aria-live="polite">{message()}</span>
        <span class="grow" />
        <span class="muted table-keys">{text('tableKeys')}</span>
      </p>
      <PlanDialog table={table} onClosed={focus} />
      <RemovalDialog
        removal={table.removing()}
        list={props.definition.list}
        onDecide={(yes) => {
          table.decideRemoval(yes);
          focus();
        }}
      />
    </div>
  );
}
