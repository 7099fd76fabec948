import { For, Index, type JSX, Show } from 'solid-js';
import type { TargetId } from '../../../domain/sheets/targets.ts';
import { useProject } from '../../app-state.tsx';
import type { SheetChoice, SheetImport } from '../../state/sheets/sheet-import.ts';
import { fieldTitle } from '../../state/sheets/tables.ts';
import { useText } from '../../text/text.tsx';

const headersOffered = 12;
const examplesShown = 2;

/** What the rows of a sheet are, where its titles stand, and what each column is. */
export function SheetSettings(props: {
  readonly sheets: SheetImport;
  readonly index: number;
  readonly choice: SheetChoice;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const headers = () =>
    Array.from({ length: Math.min(headersOffered, props.choice.sheet.rows.length) }, (_, row) => row);
  return (
    <>
      <div class="sheet-settings">
        <label>
          {text('sheetsAre')}
          <select
            value={props.choice.target}
            // The options are the ids of the targets.
            onChange={(event) => props.sheets.setTarget(props.index, event.currentTarget.value as TargetId)}
          >
            <For each={props.sheets.targets}>
              {({ id }) => (
                <option value={id} selected={id === props.choice.target}>
                  {text(`sheetsTarget_${id}`)}
                </option>
              )}
            </For>
          </select>
        </label>
        <label>
          {text('sheetsHeader')}
          <select onChange={(event) => props.sheets.setHeader(props.index, Number(event.currentTarget.value))}>
            <option value="-1" selected={props.choice.header < 0}>
              {text('sheetsHeaderNone')}
            </option>
            <For each={headers()}>
              {(row) => (
                <option value={row} selected={row === props.choice.header}>
                  {text('sheetsHeaderRow', { row: row + 1 })}
                </option>
              )}
            </For>
          </select>
        </label>
        <Show when={props.choice.target === 'placements'}>
          <label>
            {text('sheetsTimetable')}
            <select onChange={(event) => props.sheets.setTimetable(event.currentTarget.value)}>
              <For each={project.timetables()}>
                {({ id, name }) => (
                  <option value={id} selected={id === props.sheets.timetableId()}>
                    {name}
                  </option>
                )}
              </For>
              <option value="" selected={props.sheets.timetableId() === ''}>
                {text('sheetsTimetableNew')}
              </option>
            </select>
          </label>
        </Show>
      </div>
      <ColumnMapping {...props} />
    </>
  );
}

function ColumnMapping(props: {
  readonly sheets: SheetImport;
  readonly index: number;
  readonly choice: SheetChoice;
}): JSX.Element {
  const text = useText();
  const fields = () => props.sheets.targets.find(({ id }) => id === props.choice.target)?.fields ?? [];
  const titleOf = (column: number) => {
    const { header, sheet } = props.choice;
    const title = header < 0 ? '' : (sheet.rows[header]?.[column] ?? '').trim();
    return title === '' ? letterOf(column) : title;
  };
  const examples = (column: number) =>
    props.choice.sheet.rows
      .slice(props.choice.header + 1, props.choice.header + 1 + 50)
      .map((row) => (row[column] ?? '').trim())
      .filter((cell) => cell !== '')
      .slice(0, examplesShown)
      .join(' · ');
  return (
    <fieldset class="sheet-mapping">
      <legend>{text('sheetsMapping')}</legend>
      <Index each={props.choice.mapping}>
        {(key, column) => (
          <label data-out={key() === null ? '' : undefined}>
            <span class="sheet-column" title={titleOf(column)}>
              {titleOf(column)}
            </span>
            <select
              aria-label={text('sheetsColumn', { title: titleOf(column) })}
              onChange={(event) => props.sheets.setField(props.index, column, event.currentTarget.value || null)}
            >
              <option value="" selected={key() === null}>
                {text('sheetsColumnNone')}
              </option>
              <For each={fields()}>
                {(field) => (
                  <option value={field.key} selected={field.key === key()}>
                    {fieldTitle(text, props.choice.target, field.key)}
                  </option>
                )}
              </For>
            </select>
            <small title={examples(column)}>{examples(column)}</small>
          </label>
        )}
      </Index>
    </fieldset>
  );
}

/** A, B, …, Z, AA, … */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${letterOf(Math.floor(column / 26) - 1)}${letter}`;
}
