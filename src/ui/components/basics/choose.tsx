import { For, type JSX } from 'solid-js';
import type { Choice } from '../../state/insights/moment-choices.ts';

/** A labelled choice of a list. */
export function Choose(props: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}): JSX.Element {
  return (
    <label>
      {props.label}
      <select onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <For each={props.choices}>
          {({ value, label }) => (
            <option value={value} selected={value === props.value}>
              {label}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
