import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { startRanges } from '../../../engine/run-contract/run-settings.ts';
import { useProject } from '../../app-state.tsx';
import { type StartField, type StartForm, startFields, startModes } from '../../state/runs/start-form.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Segmented } from '../basics/segmented.tsx';

const modeNames = {
  nothing: 'startNothing',
  improve: 'startImprove',
  keep: 'startKeep',
} as const satisfies Record<string, PlainTextKey>;
const hints = {
  nothing: null,
  improve: 'startImproveHint',
  keep: 'startKeepHint',
} as const satisfies Record<string, PlainTextKey | null>;

/** Where the next run begins; nothing to choose before there is a timetable. */
export function RunStartControls(props: { readonly form: StartForm; readonly disabled: boolean }): JSX.Element {
  const text = useText();
  const project = useProject();
  return (
    <Show when={project.timetables().length > 0}>
      <div class="run-start">
        <Segmented
          label={text('startLabel')}
          options={startModes.map((value) => ({ value, text: text(modeNames[value]) }))}
          value={props.form.mode()}
          disabled={props.disabled}
          onChoose={(mode) => props.form.chooseMode(mode)}
        />
        <Show when={props.form.record()}>
          {(record) => (
            <label class="variant-field start-timetable">
              {text('startFrom')}
              <select
                disabled={props.disabled}
                onChange={(event) => props.form.chooseTimetable(event.currentTarget.value)}
              >
                <For each={project.timetables()}>
                  {(item) => (
                    <option value={item.id} selected={item.id === record().id}>
                      {item.name}
                    </option>
                  )}
                </For>
              </select>
            </label>
          )}
        </Show>
        <Show when={props.form.mode() === 'keep'}>
          <For each={startFields}>{(field) => <Field form={props.form} field={field} disabled={props.disabled} />}</For>
        </Show>
        <Show when={hints[props.form.mode()]}>{(hint) => <p class="muted">{text(hint())}</p>}</Show>
      </div>
    </Show>
  );
}

const fieldNames = { keep: 'startWeight', cap: 'startCap' } as const satisfies Record<StartField, PlainTextKey>;

function Field(props: {
  readonly form: StartForm;
  readonly field: StartField;
  readonly disabled: boolean;
}): JSX.Element {
  const text = useText();
  const id = createUniqueId();
  const wrong = () => props.form.wrong().has(props.field);
  const range = () => {
    const { min, max } = startRanges[props.field];
    return { min: wholeNumber(min), max: wholeNumber(max) };
  };
  return (
    <label class="time-field" data-wrong={wrong() ? '' : undefined}>
      {text(fieldNames[props.field])}
      <input
        inputmode="numeric"
        autocomplete="off"
        disabled={props.disabled}
        value={props.form.text(props.field)}
        placeholder={props.field === 'cap' ? text('startCapNone') : undefined}
        aria-invalid={wrong()}
        aria-describedby={`${id}-hint`}
        onInput={(event) => props.form.type(props.field, event.currentTarget.value)}
      />
      <small id={`${id}-hint`} class="field-fault">
        <Show when={wrong()}>{text('settingWhole', range())}</Show>
      </small>
    </label>
  );
}
