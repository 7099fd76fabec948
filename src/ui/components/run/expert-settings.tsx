import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import {
  optionalFields,
  rangeOf,
  type SettingField,
  type SettingsForm,
  settingFields,
} from '../../state/runs/settings-form.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Segmented } from '../basics/segmented.tsx';

const labels: Readonly<Record<SettingField, PlainTextKey>> = {
  population: 'settingPopulation',
  generations: 'settingGenerations',
  crossoverRate: 'settingCrossoverRate',
  mutationRate: 'settingMutationRate',
  islands: 'settingIslands',
  seed: 'settingSeed',
  movesPerIndividual: 'settingMovesPerIndividual',
  timeLimit: 'settingTimeLimit',
  stagnation: 'settingStagnation',
  target: 'settingTarget',
};

const paces = ['clock', 'moves'] as const;
const paceNames = { clock: 'paceClock', moves: 'paceMoves' } as const satisfies Record<string, PlainTextKey>;

/** Every setting of a run, with its range; empty until the plan for this machine is there. */
export function ExpertSettings(props: { readonly form: SettingsForm; readonly disabled: boolean }): JSX.Element {
  const text = useText();
  const [isOpen, setOpen] = createSignal(false);
  props.form.planWhile(() => isOpen() && !props.disabled);
  return (
    <details class="expert" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('expert')}</summary>
      <p class="muted">{text('expertHint')}</p>
      <div class="pace">
        <Segmented
          label={text('paceLabel')}
          options={paces.map((value) => ({ value, text: text(paceNames[value]) }))}
          value={props.form.pace()}
          disabled={props.disabled}
          onChoose={props.form.choosePace}
        />
        <span class="muted">{text(props.form.pace() === 'clock' ? 'paceClockHint' : 'paceMovesHint')}</span>
      </div>
      <fieldset disabled={props.disabled} class="setting-fields">
        <legend class="visually-hidden">{text('expert')}</legend>
        <For each={settingFields}>{(field) => <Field form={props.form} field={field} />}</For>
      </fieldset>
      <Show when={props.form.obstacle()}>
        {(cause) => (
          <p class="remark" role="alert">
            {text('expertUnplanned', { cause: cause() })}
          </p>
        )}
      </Show>
      <ul class="setting-remarks" aria-live="polite">
        <For each={props.form.remarks()}>{(remark) => <li>{remark}</li>}</For>
      </ul>
      <button type="button" disabled={!props.form.edited() || props.disabled} onClick={() => props.form.reset()}>
        {text('expertReset')}
      </button>
    </details>
  );
}

function Field(props: { readonly form: SettingsForm; readonly field: SettingField }): JSX.Element {
  const text = useText();
  const id = createUniqueId();
  const range = () => {
    const { min, max } = rangeOf(props.field);
    return { min: wholeNumber(min), max: wholeNumber(max) };
  };
  const wrong = () => props.form.wrong().has(props.field);
  const hint = () =>
    wrong()
      ? text(rangeOf(props.field).integer ? 'settingWhole' : 'settingNumber', range())
      : text(optionalFields.has(props.field) ? 'settingRangeOptional' : 'settingRange', range());
  return (
    <div class="setting-field" data-wrong={wrong() ? '' : undefined}>
      <label for={id}>{text(labels[props.field])}</label>
      <input
        id={id}
        inputmode="decimal"
        autocomplete="off"
        value={props.form.text(props.field)}
        aria-invalid={wrong()}
        aria-describedby={`${id}-hint`}
        onInput={(event) => props.form.type(props.field, event.currentTarget.value)}
      />
      <small id={`${id}-hint`}>{hint()}</small>
    </div>
  );
}
