import { For, type JSX, Show } from 'solid-js';
import { keyNames } from '../../state/words/shortcut-text.ts';

/** The keys of a shortcut; nothing for an empty one. */
export function Shortcut(props: { readonly keys: string }): JSX.Element {
  return (
    <Show when={props.keys !== ''}>
      <span class="shortcut" dir="ltr">
        <For each={keyNames(props.keys)}>{(name) => <kbd>{name}</kbd>}</For>
      </span>
    </Show>
  );
}
