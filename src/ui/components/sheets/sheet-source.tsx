import { createSignal, type JSX, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';
import { FileButton } from '../basics/file-button.tsx';
import { DiagnosticList } from '../problems/diagnostic-list.tsx';

/** Where sheets come from: files, or cells from the clipboard. */
export function SheetSource(props: { readonly isFirst: boolean }): JSX.Element {
  const text = useText();
  const { sheets } = useAppState();
  const [pasted, setPasted] = createSignal('');
  const use = () => {
    void sheets.addText(text('sheetsPasted'), pasted());
    setPasted('');
  };
  return (
    <section class="panel sheet-source">
      <p class="muted">{text('sheetsDrop')}</p>
      <div class="sheet-source-ways">
        <FileButton
          label={props.isFirst ? text('sheetsChoose') : text('sheetsAdd')}
          name={text('sheetsChoose')}
          primary={props.isFirst}
          accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.ods,text/csv"
          onFiles={(files) => void sheets.addFiles(files)}
        />
        <label>
          <span class="visually-hidden">{text('sheetsPaste')}</span>
          <textarea
            rows="1"
            placeholder={text('sheetsPaste')}
            value={pasted()}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        </label>
        <Show when={pasted().trim() !== ''}>
          <button type="button" onClick={use}>
            {text('sheetsPasteUse')}
          </button>
        </Show>
      </div>
      <p class="muted" aria-live="polite">
        <Show when={sheets.isReading()}>{text('sheetsReading')}</Show>
      </p>
      <Show when={sheets.remarks().length > 0}>
        <details class="sheet-remarks" open={sheets.remarks().some(({ severity }) => severity === 'error')}>
          <summary>{text('sheetsRemarks')}</summary>
          <DiagnosticList diagnostics={sheets.remarks()} />
        </details>
      </Show>
    </section>
  );
}
