import { createEffect, createMemo, createSignal, For, Index, type JSX, on, Show } from 'solid-js';
import type { ListName } from '../../../domain/operations/operation.ts';
import { useProject } from '../../app-state.tsx';
import { cellsOf } from '../../state/table/clipboard.ts';
import type { Table } from '../../state/table/create-table.ts';
import { planEdits, type UnknownNamesChoice } from '../../state/table/edit-plan.ts';
import { guessMapping, type SheetMapping, sheetRows } from '../../state/table/sheet-import.ts';
import { useText } from '../../text/text.tsx';
import { Dialog } from '../dialog.tsx';
import { PlanButtons, PlanView } from './plan-dialog.tsx';

const rowsShown = 4;

/** A whole sheet, pasted or from a file: which column is which, and what would change. */
export function ImportDialog<List extends ListName>(props: {
  readonly table: Table<List>;
  readonly onClose: () => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const { definition } = props.table;
  const [pasted, setPasted] = createSignal('');
  const [mapping, setMapping] = createSignal<SheetMapping>([]);
  const [hasHeader, setHasHeader] = createSignal(false);
  const sheet = createMemo(() => cellsOf(pasted()));
  createEffect(
    on(sheet, (rows) => {
      const guess = guessMapping(definition, rows, text);
      setMapping(guess.mapping);
      setHasHeader(guess.hasHeader);
    }),
  );
  const rows = createMemo(() =>
    sheetRows(project.data(), definition, sheet(), { mapping: mapping(), hasHeader: hasHeader() }),
  );
  const plan = (choice: UnknownNamesChoice) => planEdits(project.data(), definition, rows(), choice);
  const asked = createMemo(() => plan('create'));
  const decide = (choice: UnknownNamesChoice | null) => {
    if (choice !== null) props.table.apply('import', plan(choice));
    props.onClose();
  };
  const readFile = async (file: File | undefined) => setPasted((await file?.text()) ?? '');
  return (
    <Dialog onClose={() => props.onClose()}>
      <h2>{text('importSheetTitle', { list: text(definition.title) })}</h2>
      <label class="sheet-field">
        {text('importSheetPaste')}
        <textarea rows="5" value={pasted()} onInput={(event) => setPasted(event.currentTarget.value)} />
      </label>
      <label class="sheet-file">
        {text('importSheetFile')}{' '}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(event) => void readFile(event.currentTarget.files?.[0])}
        />
      </label>
      <Show when={sheet().length > 0}>
        <label class="sheet-header">
          <input
            type="checkbox"
            checked={hasHeader()}
            onChange={(event) => setHasHeader(event.currentTarget.checked)}
          />
          {text('importSheetHeader')}
        </label>
        <section class="scroll" aria-label={text('importSheetMapping')}>
          <table class="sheet-preview">
            <thead>
              <tr>
                <Index each={mapping()}>
                  {(key, index) => (
                    <th>
                      <select
                        aria-label={text('importSheetColumn', { number: index + 1 })}
                        onChange={(event) => {
                          const chosen = event.currentTarget.value;
                          setMapping((before) => before.map((old, at) => (at === index ? chosen || null : old)));
                        }}
                      >
                        <option value="" selected={key() === null}>
                          {text('importSheetNone')}
                        </option>
                        <For each={definition.columns}>
                          {(column) => (
                            <option value={column.key} selected={key() === column.key}>
                              {text(column.title)}
                            </option>
                          )}
                        </For>
                      </select>
                    </th>
                  )}
                </Index>
              </tr>
            </thead>
            <tbody>
              <For each={sheet().slice(0, rowsShown)}>
                {(row, index) => (
                  <tr data-header={hasHeader() && index() === 0 ? '' : undefined}>
                    <For each={mapping()}>{(_, at) => <td>{row[at()] ?? ''}</td>}</For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
        <PlanView plan={asked()} definition={definition} />
        <PlanButtons plan={asked()} onDecide={decide} />
      </Show>
      <Show when={sheet().length === 0}>
        <div class="dialog-buttons">
          <button type="button" onClick={() => props.onClose()}>
            {text('cancel')}
          </button>
        </div>
      </Show>
    </Dialog>
  );
}
