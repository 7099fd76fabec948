import { For, type JSX } from 'solid-js';

/** A choice of a few, as one row of buttons. */
export function Segmented<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value | null;
  readonly disabled?: boolean;
  readonly onChoose: (value: Value) => void;
}): JSX.Element {
  return (
    <fieldset class="segmented" disabled={props.disabled ?? false}>
      <legend class="visually-hidden">{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <button
            type="button"
            aria-pressed={props.value === option.value}
            onClick={() => props.onChoose(option.value)}
          >
            {option.text}
          </button>
        )}
      </For>
    </fieldset>
  );
}
