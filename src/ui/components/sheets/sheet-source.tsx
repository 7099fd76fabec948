import { createSignal, type JSX, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';
import { DiagnosticList } from '../diagnostic-list.tsx';
import { Icon } from '../icon.tsx';

/** Where sheets come from: files, or cells from the clipboard. */
export function SheetSource(props: { readonly isFirst: boolean }): JSX.Element {
  const text = useText();
  const { sheets } = useAppState();
  const [pasted, setPasted] = createSignal('');
  let input: HTMLInputElement | undefined;
  const choose = () => {
    const files = [...(input?.files ?? [])];
    if (input !== undefined) input.value = '';
    if (files.length > 0) void sheets.addFiles(files);
  };
  const use = () => {
    void sheets.addText(text('sheetsPasted'), pasted());
    setPasted('');
  };
  return (
    <section class="panel sheet-source">
      <p class="muted">{text('sheetsDrop')}</p>
      <div class="sheet-source-ways">
        <input
          ref={input}
          class="visually-hidden"
          type="file"
          multiple
          tabindex="-1"
          accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,text/csv"
          aria-label={text('sheetsChoose')}
          onChange={choose}
        />
        <button type="button" classList={{ primary: props.isFirst }} onClick={() => input?.click()}>
          <Icon name="upload" />
          {props.isFirst ? text('sheetsChoose') : text('sheetsAdd')}
        </button>
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
