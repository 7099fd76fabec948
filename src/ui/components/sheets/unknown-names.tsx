import { For, type JSX, Show } from 'solid-js';
import type { NamedList } from '../../../domain/sheets/field.ts';
import type { SheetImport } from '../../state/sheets/sheet-import.ts';
import { useText } from '../../text/text.tsx';

const namesShown = 12;

/** Names that nothing has yet: each list of them is created, or left out. */
export function UnknownNames(props: {
  readonly sheets: SheetImport;
  readonly unknown: ReadonlyMap<NamedList, readonly string[]>;
}): JSX.Element {
  const text = useText();
  return (
    <Show when={props.unknown.size > 0}>
      <fieldset class="sheet-unknown">
        <legend>{text('sheetsUnknown')}</legend>
        <For each={[...props.unknown]}>
          {([list, names]) => (
            <label>
              <input
                type="checkbox"
                checked={props.sheets.mayCreate().has(list)}
                onChange={(event) => props.sheets.setCreate(list, event.currentTarget.checked)}
              />
              <span>
                <strong>{text(`sheetsCreate_${list}`, { count: names.length })}</strong>{' '}
                <span class="muted">
                  {names.slice(0, namesShown).join(' · ')}{' '}
                  {names.length > namesShown ? text('sheetsMore', { rest: names.length - namesShown }) : ''}
                </span>
              </span>
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  );
}
