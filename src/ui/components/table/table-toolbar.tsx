import { createSignal, For, type JSX, Show } from 'solid-js';
import type { ListName } from '../../../domain/operations/operation.ts';
import { createMenu } from '../../state/frame/menu.ts';
import type { Table } from '../../state/table/create-table.ts';
import { useText } from '../../text/text.tsx';
import { Dialog, SubmitButtons } from '../basics/dialog.tsx';

/** What can be done to the table besides typing into it. */
export function TableToolbar<List extends ListName>(props: {
  readonly table: Table<List>;
  readonly hasFilters: boolean;
  readonly onFilters: (shown: boolean) => void;
  readonly onImport: () => void;
  readonly onFocus: () => void;
  readonly children?: JSX.Element;
}): JSX.Element {
  const text = useText();
  const [isSetting, setSetting] = createSignal(false);
  const { rows } = props.table;
  const selected = () => props.table.selectedIds().length;
  const addRow = () => {
    const last = rows.rowCount() - 1;
    const column = Math.max(
      0,
      rows.columns().findIndex(({ kind }) => 'isNeeded' in kind && kind.isNeeded),
    );
    props.table.select({ anchor: { row: last, column }, focus: { row: last, column } });
    props.onFocus();
  };
  return (
    <div class="table-tools">
      <input
        type="search"
        class="table-search"
        placeholder={text('tableSearch')}
        aria-label={text('tableSearch')}
        value={rows.query().quick}
        onInput={(event) => rows.setQuery({ quick: event.currentTarget.value })}
      />
      <button type="button" aria-pressed={props.hasFilters} onClick={() => props.onFilters(!props.hasFilters)}>
        {text('tableFilters')}
      </button>
      <ColumnsMenu table={props.table} />
      <span class="grow" />
      {props.children}
      <button type="button" onClick={addRow}>
        {text('tableAdd')}
      </button>
      <button type="button" onClick={() => props.onImport()}>
        {text('tablePaste')}
      </button>
      <button type="button" disabled={selected() === 0} onClick={() => setSetting(true)}>
        {text('tableSetAll')}
      </button>
      <button type="button" disabled={selected() === 0} onClick={() => props.table.remove()}>
        {text('tableRemove')}
      </button>
      <Show when={isSetting()}>
        <SetAllDialog
          table={props.table}
          onClose={() => {
            setSetting(false);
            props.onFocus();
          }}
        />
      </Show>
    </div>
  );
}

function ColumnsMenu<List extends ListName>(props: { readonly table: Table<List> }): JSX.Element {
  const text = useText();
  const menu = createMenu();
  const extra = () => props.table.definition.columns.filter(({ isExtra }) => isExtra);
  return (
    <details class="menu" ref={menu.ref}>
      <summary>{text('tableColumns')}</summary>
      <div class="menu-items picker-items columns-menu">
        <For each={extra()}>
          {(column) => (
            <label>
              <input
                type="checkbox"
                checked={props.table.rows.extra().has(column.key)}
                onChange={() => props.table.rows.toggleColumn(column.key)}
              />
              {text(column.title)}
            </label>
          )}
        </For>
      </div>
    </details>
  );
}

/** The bulk edit: one value for one column of all selected rows. */
function SetAllDialog<List extends ListName>(props: {
  readonly table: Table<List>;
  readonly onClose: () => void;
}): JSX.Element {
  const text = useText();
  const editable = () => props.table.rows.columns().filter(({ kind }) => kind.type !== 'fixed');
  const first = props.table.rows.columns()[props.table.selection().focus.column];
  const [key, setKey] = createSignal(first?.kind.type === 'fixed' ? '' : (first?.key ?? ''));
  const [value, setValue] = createSignal('');
  const apply = () => {
    const column = editable().find((item) => item.key === key()) ?? editable()[0];
    props.onClose();
    if (column !== undefined) props.table.setAll(column, value());
  };
  return (
    <Dialog onClose={() => props.onClose()}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <h2>{text('tableSetAllTitle', { count: props.table.selectedIds().length })}</h2>
        <div class="dialog-fields">
          <label>
            {text('tableSetAllColumn')}
            <select value={key()} onChange={(event) => setKey(event.currentTarget.value)}>
              <For each={editable()}>
                {(column) => (
                  <option value={column.key} selected={column.key === key()}>
                    {text(column.title)}
                  </option>
                )}
              </For>
            </select>
          </label>
          <label>
            {text('tableSetAllValue')}
            <input value={value()} onInput={(event) => setValue(event.currentTarget.value)} />
          </label>
        </div>
        <SubmitButtons label={text('tableSetAllApply')} onClose={() => props.onClose()} />
      </form>
    </Dialog>
  );
}
